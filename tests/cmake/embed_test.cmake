# Embedding must keep every byte of a checklist. Reads the written C++ back as bytes and compares.

set(texts
    "plain: text\n"
    ""
    "a: \")\" )delimiter\" \\n ??/ \\\n\t%d\\; [x]\\; \r\n"
    "é — 🙂 \n")
set(files "")
set(number 0)
file(REMOVE_RECURSE ${SCRATCH})
foreach(text IN LISTS texts)
    math(EXPR number "${number} + 1")
    file(WRITE ${SCRATCH}/rules/${number}.yaml "${text}")
    list(APPEND files ${SCRATCH}/rules/${number}.yaml)
endforeach()
string(REPEAT "0123456789abcdef: a line of a long checklist\n" 2000 long)
file(WRITE ${SCRATCH}/rules/0.yaml "${long}")
list(APPEND files ${SCRATCH}/rules/0.yaml)

set(output ${SCRATCH}/builtin.cpp)
execute_process(COMMAND ${CMAKE_COMMAND} -D OUTPUT=${output} -D ROOT=${SCRATCH} -D "FILES=${files}"
    -P ${ROOT}/src/tools/embed.cmake COMMAND_ERROR_IS_FATAL ANY)

file(READ ${output} written)
list(SORT files)
set(index 0)
foreach(file IN LISTS files)
    file(READ ${file} expected HEX)
    if(NOT written MATCHES "text_${index}\\[\\] = {([^}]*)'.0'}")
        message(FATAL_ERROR "the bytes of ${file} are not in ${output}")
    endif()
    string(REGEX REPLACE "[^0-9a-f]" "" embedded "${CMAKE_MATCH_1}")
    cmake_path(GET file FILENAME name)
    if(NOT embedded STREQUAL expected)
        message(SEND_ERROR "${file} was changed by embedding it")
    elseif(NOT written MATCHES "{\"rules/${name}\", {text_${index},")
        message(SEND_ERROR "${file} is not listed as rules/${name}")
    endif()
    math(EXPR index "${index} + 1")
endforeach()
