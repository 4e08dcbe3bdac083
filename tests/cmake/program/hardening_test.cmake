cmake_minimum_required(VERSION 3.25)

# The program file is one that is hard to attack, and holds no function that opens a connection or starts a program.

find_program(readelf readelf)
find_program(nm nm)
if(NOT readelf OR NOT nm)
    message("SKIPPED: readelf and nm, from binutils, are not installed")
    return()
endif()

function(run result)
    execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE out RESULT_VARIABLE status ERROR_VARIABLE err)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${ARGN}: ${err}")
    endif()
    set(${result} "${out}" PARENT_SCOPE)
endfunction()

function(must_match text pattern what)
    if(NOT text MATCHES "${pattern}")
        message(SEND_ERROR "${PROGRAM} ${what}:\n${text}")
    endif()
endfunction()

function(must_not_match text pattern what)
    if(text MATCHES "${pattern}")
        message(SEND_ERROR "${PROGRAM} ${what}: ${CMAKE_MATCH_0}")
    endif()
endfunction()

run(header ${readelf} -hW ${PROGRAM})
must_match("${header}" "Type: +DYN" "is at the same address in every run")

run(segments ${readelf} -lW ${PROGRAM})
must_match("${segments}" "GNU_RELRO" "leaves writable what is only written at the start")
must_match("${segments}" "GNU_STACK +[^\n]* RW +0" "may run code on the stack")
must_not_match("${segments}" "(LOAD|GNU_STACK) [^\n]* (RWE|R?WE|WE) [^\n]*" "has a segment that is both written and run")

run(dynamic ${readelf} -dW ${PROGRAM})
must_match("${dynamic}" "BIND_NOW|Flags:[^\n]*NOW" "looks up functions late, in a table that stays writable")
must_not_match("${dynamic}" "\\(R(UN)?PATH\\)[^\n]*" "looks for libraries in folders of its own")
must_not_match("${dynamic}" "\\(TEXTREL\\)" "changes its code when it starts")

# A build for users. What others lack is what would hide mistakes from those who look for them.
string(FIND "${dynamic}" "(NEEDED)" needs_libraries)
if(SCRATCH MATCHES "/release-hardening$")
    if(needs_libraries EQUAL -1)
        run(symbols ${nm} ${PROGRAM})
    else()
        run(symbols ${nm} -D ${PROGRAM})
    endif()
    must_match("${symbols}" " __stack_chk_fail[@\n]" "does not notice that a buffer on the stack overflows")
    must_match("${symbols}" " __(memcpy|memmove|memset|snprintf|read|pread)_chk[@\n]" "is not fortified")
endif()

# ---- Connections, and other programs

set(forbidden socket socketpair connect bind listen accept accept4 send sendto sendmsg sendmmsg recv recvfrom recvmsg
    getaddrinfo gethostbyname gethostbyname2 gethostbyaddr res_query res_search SSL_new curl_easy_init
    fork vfork _Fork execl execle execlp execv execve execvp execvpe execveat fexecve posix_spawn posix_spawnp system popen
    wordexp ptrace io_uring_setup)

list(JOIN forbidden "|" forbidden)

# The forbidden names among those that nm lists of `file`; with `kind` U only those that it does not have itself.
function(find_forbidden result file kind)
    execute_process(COMMAND ${nm} ${ARGN} ${file} OUTPUT_FILE ${SCRATCH}/symbols COMMAND_ERROR_IS_FATAL ANY ERROR_QUIET)
    file(STRINGS ${SCRATCH}/symbols found REGEX " ${kind} (${forbidden})(@.*)?$")
    list(TRANSFORM found REPLACE "^.* ([A-Za-z_0-9]+)(@.*)?$" "\\1")
    set(${result} "${found}" PARENT_SCOPE)
endfunction()

# What the program takes from shared libraries, or, if it needs none, all that is in it.
file(MAKE_DIRECTORY ${SCRATCH})
if(needs_libraries EQUAL -1)
    find_forbidden(found ${PROGRAM} [A-Za-z])
    # In a program that needs no shared library, libc's function that starts a thread brings these. Each thread has room
    # for the state of libc's resolver of names; the file that frees that room at its end is one with the one that reads
    # /etc/host.conf, which asks for the machine's addresses. No function of the program, nor of its other libraries,
    # calls them: what follows looks at those.
    list(REMOVE_ITEM found socket bind sendto recvmsg)
else()
    find_forbidden(found ${PROGRAM} U -D)
endif()
if(found)
    message(SEND_ERROR "${PROGRAM} has ${found}")
endif()

# What it is made from.
cmake_path(GET PROGRAM PARENT_PATH build)
file(GLOB parts ${build}/libhipaa_check_*.a)
file(GLOB others /usr/lib/*/libyaml-cpp.a /usr/lib/*/libutf8proc.a /usr/lib/*/libpugixml.a /usr/lib/*/libnettle.a)
if(NOT parts)
    message(FATAL_ERROR "${build} has no libhipaa_check_*.a")
endif()
foreach(part IN LISTS parts others)
    find_forbidden(found ${part} U)
    if(found)
        message(SEND_ERROR "${PROGRAM} is made from ${part}, which uses ${found}")
    endif()
endforeach()
