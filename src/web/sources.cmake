# The sources of what the page does: C++ that needs neither exceptions nor an operating system.

# What stays out, each with its reason. A folder ends in a slash.
set(not_on_the_page
    yaml/yamlcpp/                            # yaml-cpp throws
    json/fields.cpp                          # RapidJSON's document.h, which clang 19 does not compile
    json/parse.cpp                           # the same
    report/json/checklist_result_reader.cpp  # reads reports, with document.h
    report/json/evidence_reader.cpp          # the same
    report/json/line_reader.cpp              # the same
    report/json/recorded_practice.cpp        # the same
    report/json/report_scan.cpp              # the same
    report/json/run_reader.cpp               # the same
    report/format.cpp                        # names every format
    report/due/                              # lists and calendars, with report/machine/
    report/machine/                          # what other programs read, with pugixml, and digests
    report/spill_file.cpp                    # files, and throws where there is no room for them
)

# All others of these rooms, as seen from ROOT/src, go to `result`.
function(page_sources root result)
    set(sources "")
    foreach(room IN ITEMS text yaml checklist practice engine privacy page json report interview web)
        file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${root}/src ${root}/src/${room}/*.cpp)
        list(APPEND sources ${found})
    endforeach()
    foreach(out IN LISTS not_on_the_page)
        if(NOT EXISTS ${root}/src/${out})
            message(FATAL_ERROR "src/web/sources.cmake leaves out ${out}, which is not there")
        endif()
        list(FILTER sources EXCLUDE REGEX "^${out}")
    endforeach()
    set(${result} ${sources} PARENT_SCOPE)
endfunction()
