# Packages: the same bytes whenever they are made, with the papers that go with them.

# Of the release program, if there is one: one with sanitizers takes a minute to pack.
if(ALSO_TEST)
    cmake_path(GET ALSO_TEST PARENT_PATH BUILD)
    execute_process(COMMAND ${CMAKE_COMMAND} --build ${BUILD} --target manual OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endif()

find_program(cpack cpack REQUIRED)
file(REMOVE_RECURSE ${SCRATCH})
set(ENV{SOURCE_DATE_EPOCH} 1795824000) # 2026-11-28
foreach(time IN ITEMS first second)
    execute_process(COMMAND ${cpack} --config ${BUILD}/CPackConfig.cmake -B ${SCRATCH}/${time}
        OUTPUT_QUIET ERROR_VARIABLE said RESULT_VARIABLE failed)
    if(failed)
        message(FATAL_ERROR "cpack failed: ${said}")
    endif()
    execute_process(COMMAND ${CMAKE_COMMAND} -E sleep 1)
endforeach()
file(GLOB packages RELATIVE ${SCRATCH}/first ${SCRATCH}/first/*.deb ${SCRATCH}/first/*.tar.gz)
list(LENGTH packages count)
if(NOT count EQUAL 2)
    message(FATAL_ERROR "not one .deb and one .tar.gz: ${packages}")
endif()
foreach(package IN LISTS packages)
    file(SHA256 ${SCRATCH}/first/${package} first)
    file(SHA256 ${SCRATCH}/second/${package} second)
    if(NOT first STREQUAL second)
        message(SEND_ERROR "${package} is not the same when it is made again")
    endif()
endforeach()

file(GLOB archive ${SCRATCH}/first/*.tar.gz)
file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${SCRATCH}/content)
file(GLOB content ${SCRATCH}/content/*)
foreach(file IN ITEMS bin/hipaa-check share/man/man1/hipaa-check.1 share/man/man5/hipaa-check-practice.5
        share/man/man5/hipaa-check-checklist.5 share/bash-completion/completions/hipaa-check
        share/zsh/site-functions/_hipaa-check share/fish/vendor_completions.d/hipaa-check.fish
        share/doc/hipaa-check/LICENSE share/doc/hipaa-check/CHANGELOG.md share/doc/hipaa-check/THIRD-PARTY-NOTICES)
    if(NOT EXISTS ${content}/${file})
        message(SEND_ERROR "the package has no ${file}")
    endif()
endforeach()

# The bill of materials names the program by its digest, and each library.
file(READ ${content}/share/doc/hipaa-check/hipaa-check.spdx.json bill)
file(SHA256 ${content}/bin/hipaa-check digest)
string(JSON named GET "${bill}" packages 0 checksums 0 checksumValue)
if(NOT named STREQUAL digest)
    message(SEND_ERROR "the bill of materials is of another program")
endif()
string(JSON length LENGTH "${bill}" packages)
set(parts)
foreach(i RANGE 1 ${length})
    if(i LESS length)
        string(JSON part GET "${bill}" packages ${i} name)
        list(APPEND parts ${part})
    endif()
endforeach()
if(NOT parts STREQUAL "yaml-cpp;CLI11;toml++;fmt;utf8proc;RapidJSON;cereal;pugixml;nettle;libstdc++;glibc")
    message(SEND_ERROR "the bill of materials has these libraries: ${parts}")
endif()
file(REMOVE_RECURSE ${SCRATCH})
