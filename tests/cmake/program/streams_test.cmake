# What only a process of its own shows: closed standard streams, reads that fail, signals, limits, descriptors named as
# files, and modes.

file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
configure_file(${ROOT}/examples/first-draft.yaml ${SCRATCH}/p.yaml COPYONLY)

# Runs a line of shell in which `$H` is the program, and compares what it prints with `expected`.
function(check line expected)
    string(REPLACE "$H " "'${PROGRAM}' " command "${line}") # there may be blanks in the path
    string(REPLACE " p.yaml" " --as-of 2026-11-22 p.yaml" command "${command}") # for runs before and after midnight
    execute_process(COMMAND sh -c "${command}" WORKING_DIRECTORY ${SCRATCH}
        OUTPUT_VARIABLE got ERROR_VARIABLE got)
    if(NOT got STREQUAL expected)
        message(SEND_ERROR "expected of ${line}:\n${expected}got:\n${got}")
    endif()
endfunction()

set(closed_out "hipaa-check: the report could not be written to standard output: it is closed\n")

# No file gets the number of a closed stream, and what was meant for that.
check("$H p.yaml -o r.html >&-; echo $?; head -c 9 r.html; tail -c 8 r.html" "${closed_out}3\n<!doctype</html>\n")
check("$H p.yaml -f csv > plain.csv; $H p.yaml -q -o csv=r.csv 2>&-; echo $?; tail -c +4 r.csv | cmp - plain.csv" "1\n")
check("$H p.yaml -o r.json <&- >&- 2>&-; echo $?; head -c 1 r.json" "3\n{")
check("$H p.yaml -q >&-; echo $?" "1\n")
check("$H --version >&-; echo $?" "hipaa-check: standard output could not be written: it is closed\n3\n")
check("$H test '${ROOT}/rules/any-product.yaml' >&-; echo $?" "hipaa-check: standard output could not be written: it is closed\n3\n")
check("$H -q - <&-; echo $?" "<stdin>:1:1: cannot be read: it is closed\n3\n")

# An error is no end.
check("$H -q - < .; echo $?" "<stdin>:1:1: cannot be read: Is a directory\n3\n")
check("$H p.yaml --files-from - < .; echo $?" "hipaa-check: the list `standard input` cannot be read: Is a directory\n3\n")
check("$H p.yaml --files-from - <&-; echo $?" "hipaa-check: the list `standard input` cannot be read: it is closed\n3\n")

# A full disk, and a pipe that nobody reads.
check("$H p.yaml > /dev/full; echo $?" "hipaa-check: the report could not be written to standard output: there is no space left\n3\n")
check("$H test '${ROOT}/rules/any-product.yaml' > /dev/full; echo $?" "hipaa-check: standard output could not be written: there is no space left\n3\n")
check("{ trap '' PIPE; while echo x; do :; done 2>/dev/null; trap - PIPE; $H p.yaml; echo $? >&2; } | true" "3\n")

# A limit to the size of files.
check("ulimit -f 1; $H -q p.yaml -o big.html; echo $?; ls -A | grep -c tmp" "hipaa-check: the report big.html could not be written: File too large\n3\n0\n")

# Descriptors named as files are written to as they are, one report after the other.
check("echo before > log; $H -q -o jsonl=/dev/stdout p.yaml >> log; head -n 1 log; $H -f jsonl p.yaml > one; tail -n +2 log | cmp - one" "before\n")
check("$H -o csv=/dev/stdout p.yaml > both; $H p.yaml > text; cat text plain.csv | cmp - both" "")
check("$H -q -o csv=/proc/self/fd/5 p.yaml 5> five; cmp five plain.csv" "")
check("ln -s /dev/fd/5 five.csv; $H -q -o five.csv p.yaml 5> five; cmp five plain.csv; test -L five.csv || echo gone" "")
check("$H -q -o csv=/dev/stderr p.yaml 2> err; cmp err plain.csv" "")
check("$H -q -o json=/dev/fd/9 p.yaml 9>&-; echo $?" "hipaa-check: the report /dev/fd/9 could not be written: it is closed\n3\n")
check("$H -q -o r.html -o json=/dev/fd/3 p.yaml 3>&-; echo $?" "hipaa-check: the report /dev/fd/3 could not be written: it is closed\n3\n")

# A terminal that knows no escape sequences gets none.
find_program(script script)
if(script)
    check("TERM=dumb script -qec \"$H p.yaml\" /dev/null | grep -c \"$(printf '\\033')\"" "0\n")
endif()
