# ./dev, as far as it can be tried without installing or building anything: it must also work where there is no apt.

function(check status expected)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE got OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(NOT got STREQUAL status OR NOT said MATCHES "${expected}")
        message(SEND_ERROR "expected '${expected}' and status ${status} of: ${ARGN}\ngot status ${got} and:\n${said}")
    endif()
endfunction()

check(0 "^usage: ./dev COMMAND" ${ROOT}/dev)
check(0 "\n  run .*\n  test .*\n  fuzz .*\n  lint .*\n  build .*\n  page .*\n  deps .*" ${ROOT}/dev help)
check(2 "fuzz needs to know for how many seconds" ${ROOT}/dev fuzz)
check(2 "there is no command 'tset'.*usage: ./dev COMMAND" ${ROOT}/dev tset)

# A machine with the bare tools only: no apt, no compiler, no cmake.
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH}/bin)
foreach(tool IN ITEMS sh dirname cat getconf id)
    find_program(${tool}_path ${tool} REQUIRED)
    file(CREATE_LINK ${${tool}_path} ${SCRATCH}/bin/${tool} SYMBOLIC)
endforeach()
check(125 "missing:.*Debian: +g\\+\\+ .*Fedora: +gcc-c\\+\\+ .*Arch: +gcc .*Homebrew: +gcc "
    ${CMAKE_COMMAND} -E env PATH=${SCRATCH}/bin ${ROOT}/dev run)
