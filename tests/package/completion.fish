# Prints what the Tab key makes of the command line $argv[1].
set -l proposed (complete -C $argv[1] | string split -f1 \t)
test (count $proposed) -eq 1; and string replace -r -- '\S*$' $proposed $argv[1]
