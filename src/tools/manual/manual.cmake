# The manual pages, and the completions that the program writes itself.

# The day of this version, which manual pages and packages carry. A version of which CHANGELOG.md says nothing stops here.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS CHANGELOG.md)
file(STRINGS CHANGELOG.md heading REGEX "^## ${PROJECT_VERSION} - [0-9-]+$")
string(REGEX MATCH "[0-9]+-[0-9]+-[0-9]+$" version_date "${heading}")
if(NOT version_date)
    message(FATAL_ERROR "CHANGELOG.md has no heading `## ${PROJECT_VERSION} - YYYY-MM-DD`.")
endif()

# Apart from its program, so that tests have it, too.
add_library(hipaa_check_manual STATIC
    src/tools/manual/roff.cpp src/tools/manual/program_manual.cpp src/tools/manual/practice_manual.cpp
    src/tools/manual/checklist_manual.cpp)
set_target_properties(hipaa_check_manual PROPERTIES UNITY_BUILD ${HIPAA_CHECK_UNITY})
target_link_libraries(hipaa_check_manual PUBLIC hipaa_check_core PRIVATE hipaa_check_warnings hipaa_check_flags)

add_executable(write-manual src/tools/write_manual.cpp)
target_link_libraries(write-manual PRIVATE hipaa_check_manual hipaa_check_warnings hipaa_check_flags hipaa_check_link)

set(manual ${PROJECT_BINARY_DIR}/manual)
file(MAKE_DIRECTORY ${manual})
set(manual_pages ${manual}/hipaa-check.1 ${manual}/hipaa-check-practice.5 ${manual}/hipaa-check-checklist.5)
add_custom_command(OUTPUT ${manual_pages}
    COMMAND write-manual ${version_date} ${manual}
    DEPENDS write-manual
    COMMENT "Writing the manual" VERBATIM)

set(completions)
foreach(shell IN ITEMS bash zsh fish)
    add_custom_command(OUTPUT ${manual}/completion.${shell}
        COMMAND hipaa-check completion ${shell} > ${manual}/completion.${shell}
        DEPENDS hipaa-check
        COMMENT "Writing the completion of ${shell}" VERBATIM)
    list(APPEND completions ${manual}/completion.${shell})
endforeach()
add_custom_target(manual ALL DEPENDS ${manual_pages} ${completions})

install(FILES ${manual}/hipaa-check.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${manual}/hipaa-check-practice.5 ${manual}/hipaa-check-checklist.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${manual}/completion.bash RENAME hipaa-check
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${manual}/completion.zsh RENAME _hipaa-check DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${manual}/completion.fish RENAME hipaa-check.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
