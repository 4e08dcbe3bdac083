# Run by cpack between installing into a folder and packing that: adds the papers that a package has, and makes everything
# as old as SOURCE_DATE_EPOCH says, so that the same sources give the same bytes.

set(folder ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
if(CPACK_GENERATOR STREQUAL DEB)
    string(APPEND folder ${CPACK_PACKAGING_INSTALL_PREFIX})
endif()
set(papers ${folder}/share/doc/hipaa-check)

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

if(DEFINED ENV{SOURCE_DATE_EPOCH})
    set(epoch $ENV{SOURCE_DATE_EPOCH})
else()
    string(TIMESTAMP epoch "%s" UTC)
endif()

# ---- Which libraries are part of the program, under which terms

include(${CMAKE_CURRENT_LIST_DIR}/libraries.cmake)
describe_libraries(${papers} ${epoch})

# ---- What Debian's packages have beside that

if(CPACK_GENERATOR STREQUAL DEB)
    execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C date -u -d @${epoch} "+%a, %d %b %Y %H:%M:%S +0000"
        OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    file(WRITE ${papers}/changelog "hipaa-check (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n"
        "  * CHANGELOG.md says what is new.\n\n -- ${CPACK_PACKAGE_CONTACT}  ${date}\n")
    file(RENAME ${papers}/LICENSE ${papers}/copyright)
    file(RENAME ${folder}/share/zsh/site-functions ${folder}/share/zsh/vendor-completions)
    file(GLOB_RECURSE packed ${folder}/share/man/*.[15])
    foreach(file IN LISTS packed ITEMS ${papers}/changelog)
        run(gzip -9nf ${file})
    endforeach()
endif()

# ---- The same rights and the same age

run(chmod -R u=rwX,go=rX ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
run(find ${CPACK_TEMPORARY_INSTALL_DIRECTORY} -exec touch --no-dereference -d @${epoch} {} +)
