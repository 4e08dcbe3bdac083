# Prints what the Tab key makes of the command line $1, typed into a shell of its own.
zmodload zsh/zpty
zpty shell 'TERM=dumb zsh -f -i'
zpty -w shell 'PS1=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D
show() { print -r -- "<<$BUFFER>>"; zle accept-line }; zle -N show; bindkey "^X" show; print READ""Y'
while zpty -r shell line; do [[ $line == READY* ]] && break; done
zpty -w -n shell "$1"$'\t\x18'
while zpty -r shell line; do [[ $line == *'<<'*'>>'* ]] && break; done
line=${line#*<<} line=${line%%>>*}
print -r -- "${line% }"
zpty -d shell
