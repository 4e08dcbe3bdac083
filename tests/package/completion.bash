# Prints what the Tab key makes of the command line $1.
. /usr/share/bash-completion/completions/hipaa-check
compopt() { :; } # knows only shells that somebody types into
read -ra COMP_WORDS <<<"${1/=/ = }"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_hipaa_check
[ ${#COMPREPLY[@]} -eq 1 ] && echo "${1%"${COMP_WORDS[COMP_CWORD]}"}${COMPREPLY[0]}"
