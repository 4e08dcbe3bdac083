# Inputs made to take time or memory are refused, or done with, in 512 MiB. How long that takes is not measured here, but a
# limit on the processor's time ends what takes ten times as long as it should.
execute_process(COMMAND sh -c "ulimit -v 524288 && exec '${PROGRAM}' --version" RESULT_VARIABLE status
    OUTPUT_QUIET ERROR_QUIET)
if(NOT status EQUAL 0)
    message("SKIPPED: the program does not start with a limit on its memory, as with sanitizers")
    return()
endif()

file(REMOVE_RECURSE ${SCRATCH})
file(COPY ${ROOT}/tests/fuzz/mail/ DESTINATION ${SCRATCH})

# Runs the program, which ends by itself, with one of the statuses `expected`.
function(run expected input)
    execute_process(COMMAND sh -c "ulimit -v 524288 && ulimit -t 120 && exec '${PROGRAM}' \"$@\" <${input}" run ${ARGN}
        WORKING_DIRECTORY ${SCRATCH} RESULT_VARIABLE status OUTPUT_FILE ${SCRATCH}/out ERROR_VARIABLE said)
    if(NOT status MATCHES "^(${expected})$")
        string(SUBSTRING "${said}" 0 300 said)
        message(SEND_ERROR "status ${status}, not ${expected}, of: ${ARGN} <${input}\n${said}")
    endif()
endfunction()

# `size` bytes: `begin`, with escapes, and `unit` again and again. In `unit`, \1 is a line feed and \2 is NUL.
function(make file size begin unit)
    file(WRITE ${SCRATCH}/unit "${unit}\n")
    execute_process(WORKING_DIRECTORY ${SCRATCH} ERROR_QUIET COMMAND sh -c
        "{ printf '%b' \"$0\"; yes \"$(cat unit)\" | tr -d '\\n' | tr '\\001\\002' '\\n\\000'; } | head -c ${size} >${file}"
        "${begin}")
endfunction()

string(ASCII 1 line)
string(ASCII 2 nul)
set(largest 4194304)
set(large 67108864)

# A practice file, or a checklist: name, beginning, unit. All of a larger file is refused alike.
function(check_practice size row)
    string(REGEX MATCH "^([^|]*)\\|([^|]*)\\|(.*)$" row "${row}")
    make(${CMAKE_MATCH_1}.yaml ${size} "${CMAKE_MATCH_2}" "${CMAKE_MATCH_3}")
    string(REGEX REPLACE "\\|.*" "" name "${row}")
    run("[1345]" /dev/null --as-of 2026-11-22 -q -o report.html -o report.json ${name}.yaml)
    run("[13]" /dev/null lint ${name}.yaml)
    file(REMOVE ${SCRATCH}/${name}.yaml)
endfunction()
foreach(row IN ITEMS
        "flow||["
        "block||- "
        "maps||{a: "
        "aliases|a: &a b\\nx-c: [|*a,"
        "anchors|x-a:\\n|- &a b${line}"
        "scalar|practice: {name: |x"
        "keys||a: 1${line}"
        "prose|practice:\\n name: a\\n|  a${line}"
        "quotes|products: {spruce: {plan: {tier: |'"
        "escapes|products: {other: {name: \\0042|\\\\\""
        "controls||${nul}"
        "decisions|decisions:\\n|- {accepts: x, because: b, by: o}${line}"
        "phones|products: {spruce: {}}\\n|# call 312-555-0199 jane@example.org 1970-01-02${line}"
        "digits|products: {spruce: {}}\\n# |1"
        "documents||---${line}"
        "tags||- !x a${line}"
        "items|products: {google_workspace: {people: [|{},"
        "empty||${line}")
    check_practice(${largest} "${row}")
endforeach()
check_practice(${large} "scalar|practice: {name: |x")

# Checklists that can be used: questions, something, items, and an end. An & is the number of a question, or of an item; a ~
# ends a line.
file(WRITE ${SCRATCH}/skip "-\n")
file(WRITE ${SCRATCH}/unanswered.yaml "confirmed_on: 2026-11-22\nproducts: {big: {}}\n")
function(use question_count question begin item_count item end)
    set(head "checklist: 1\nid: big\ntitle: Big\nabout: products.big\nquestions:\n  z: {ask: Z, answer: number}\n")
    execute_process(WORKING_DIRECTORY ${SCRATCH} COMMAND sh -c
        "{ printf '%s' '${head}'; seq ${question_count} | sed \"s|.*|$0|\"; printf '%s' \"$1\"
           seq ${item_count} | sed \"s|.*|$2|\" | tr -d '\\n' | tr '~' '\\n'; printf '%s\\n' \"$3\"; } >big.yaml"
        "${question}" "${begin}" "${item}" "${end}")
    run(1 /dev/null lint big.yaml)
    run(4 skip ask --as-of 2026-11-22 --rules big.yaml --checklist big unanswered.yaml)
    file(REMOVE ${SCRATCH}/big.yaml)
endfunction()
set(note "title: Do it, why: W., basis: recommendation")
set(check "message: M., fix: F., require")
set(any "notes:\n- {id: n, number: 1, ${note}, checks: [{id: c, ${check}: {any: [")
set(yes_no "  q&: {ask: Q, answer: yes_no}")
use(20000 "${yes_no}" "${any}" 20000 "{q&: yes}," "]}}]}")
use(20000 "  q&: {ask: Q, answer: date}" "${any}" 20000 "{q&: {before: q1}}," "]}}]}")
use(0 "" "${any}" 40000 "{z: {at_least: &}}," "]}}]}")
use(11 "${yes_no}" "notes:\n- {id: n, number: 1, ${note}, checks: [" 4000
    "{id: c&, ${check}: {all: [{q1: yes}, {q2: yes}, {q3: yes}, {q4: yes}, {q5: yes}, {q6: yes}, {q7: yes}, {q8: yes}, \
{q9: yes}, {q10: yes}, {q11: yes}, {q11: no}]}}," "]}")
use(0 "" "notes:\n- {id: n, number: 1, ${note}, checks: [{id: c, ${check}: {z: 1}}], cites: [" 100000 "45 CFR 164.&, " "]}")
use(0 "" "notes:\n" 9000 "- {id: n&, number: &, ${note}, checks: [{id: c, ${check}: {z: 1}}]}~" "")

# As many names as there is room for, each another one.
foreach(row IN ITEMS "|k%.0f: 1" "products:\\n|  p%.0f: {}" "products:\\n spruce:\\n|  plan%.0f: {}"
        "products: {spruce: {}}\\n|x-%.0f: 1")
    string(REGEX MATCH "^([^|]*)\\|(.*)$" row "${row}")
    execute_process(COMMAND sh -c "{ printf '%b' '${CMAKE_MATCH_1}'; seq -f '${CMAKE_MATCH_2}' 124990; } >names.yaml"
        WORKING_DIRECTORY ${SCRATCH})
    run("[1345]" /dev/null --as-of 2026-11-22 -q -o report.html -o report.json names.yaml)
endforeach()

# Earlier reports: size, beginning, unit.
foreach(row IN ITEMS
        "${large}||["
        "${large}||0${line}"
        "${large}||{}${line}"
        "${large}||{\"file\":\"a\",\"result\":\"x\",\"as_of\":\"2026-11-22\"}${line}"
        "16777216|[|0,"
        "${large}|{\"practices\":[|{},"
        "${large}|{\"practices\":[{\"file\":\"|x"
        "${large}|{\"labels\":{|\"a\":\"\",")
    string(REGEX MATCH "^([^|]*)\\|([^|]*)\\|(.*)$" row "${row}")
    make(old ${CMAKE_MATCH_1} "${CMAKE_MATCH_2}" "${CMAKE_MATCH_3}")
    run(3 /dev/null merge --rules mail.yaml -q -o report.json old)
    run(3 /dev/null diff --rules mail.yaml old practice.yaml)
endforeach()

# Replies, lists and options.
foreach(unit IN ITEMS "a" "?${line}" "0${line}b${line}")
    make(replies ${large} "spruce\\nyes\\n" "${unit}")
    file(REMOVE ${SCRATCH}/asked.yaml)
    run("[1345]" replies ask asked.yaml)
endforeach()
foreach(unit IN ITEMS "a" "a${line}" "${nul}")
    make(list ${large} "" "${unit}")
    run("[35]" list --files-from - -q)
endforeach()
foreach(unit IN ITEMS "a." "[" "a = 1${line}" "# ${line}")
    make(options 65536 "" "${unit}")
    run("[0-5]" /dev/null --config options practice.yaml)
endforeach()
file(REMOVE_RECURSE ${SCRATCH})
