# The program starts, knows its version, tells a wrong command line, and has its checklists in itself: it is run on an
# example from a directory where there is no rules/.

function(check status stream expected)
    execute_process(COMMAND ${PROGRAM} ${ARGN} WORKING_DIRECTORY ${SCRATCH}
        RESULT_VARIABLE got OUTPUT_VARIABLE stdout ERROR_VARIABLE stderr)
    if(NOT got STREQUAL status OR NOT "${${stream}}" MATCHES "${expected}")
        message(SEND_ERROR "expected '${expected}' on ${stream} and status ${status} of: hipaa-check ${ARGN}\n"
            "got status ${got} and:\n${stdout}${stderr}")
    endif()
endfunction()

file(MAKE_DIRECTORY ${SCRATCH})
string(REPLACE "." "\\." version ${VERSION})
check(0 stdout "^hipaa-check ${version}\n" --version)
check(2 stderr "." --no-such-option)
check(1 stdout "spruce" ${ROOT}/examples/first-draft.yaml)

# What was printed first stands first where both streams go to the same place.
execute_process(COMMAND ${PROGRAM} test ${ROOT}/rules/spruce.test.yaml nothing.test.yaml WORKING_DIRECTORY ${SCRATCH}
    OUTPUT_VARIABLE both ERROR_VARIABLE both)
if(NOT both MATCHES "spruce\\.test\\.yaml: [0-9]+ cases, all as expected\n.*nothing\\.test\\.yaml")
    message(SEND_ERROR "the two streams are not in order:\n${both}")
endif()
