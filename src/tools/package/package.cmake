# `cpack` makes a .deb and a .tar.gz of what is installed. With SOURCE_DATE_EPOCH in the environment, two builds give the
# same bytes; `./dev package` sets it.

# Whoever publishes a package is the one to write to about it.
set(HIPAA_CHECK_MAINTAINER "The hipaa-check authors <hipaa-check@localhost>" CACHE STRING
    "Who publishes the packages: Name <address>")

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME ${PROJECT_NAME})
set(CPACK_PACKAGE_VENDOR "The hipaa-check authors")
set(CPACK_PACKAGE_CONTACT ${HIPAA_CHECK_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "check how a small health practice uses its tools")
set(CPACK_PACKAGE_FILE_NAME ${PROJECT_NAME}-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"It checks a small health practice's own answers about how it uses its tools
against checklists: what is in place as reported, what needs action, what
nobody has answered, and what to do next. An unanswered question never passes.

It is one static program without network code, with its checklists inside. It
is information, not legal advice.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# The program is static and needs no other package; one that is not says what it needs.
if(NOT link_static)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
endif()

set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/stage.cmake)
include(CPack)
