# `cmake --install` puts the program, the checklists and the papers where they belong, and the program runs there.

file(REMOVE_RECURSE ${SCRATCH})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
foreach(file IN ITEMS bin/hipaa-check share/doc/hipaa-check/README.md share/doc/hipaa-check/LICENSE
        share/doc/hipaa-check/rules/spruce.yaml)
    if(NOT EXISTS ${SCRATCH}/${file})
        message(SEND_ERROR "${file} is not installed")
    endif()
endforeach()
execute_process(COMMAND ${SCRATCH}/bin/hipaa-check --version OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
