cmake_minimum_required(VERSION 3.25)

# Holds the direction of includes: a file may include its own room and the rooms to its right. Holds, too, that a library
# is known to the rooms that have to know it. A room is a folder of src/ or one of its files, the one that names most of
# the path. Needs ROOT; prints every include that breaks a rule.

set(order
    main tools
    cli/commands cli/history cli cli/io
    authoring/lint authoring/suite authoring/explain authoring/search authoring/schema authoring
    web
    compare/report compare
    report/due report/people report/machine report/json report interview page json
    engine/interview privacy engine practice
    checklist/read checklist/builtin checklist
    yaml/read yaml/fast yaml/yamlcpp yaml/rewrite yaml
    digest text)

# What includes of a library begin with, and the rooms that may have them.
set(fences
    "yaml-cpp/|yaml/yamlcpp"
    "CLI/|cli/command_line.cpp"
    "toml++/|cli/config"
    "pugixml|report/machine/junit.cpp"
    "cereal/|checklist/builtin/image.cpp"
    "rapidjson/document.h|json/document.hpp"
    "rapidjson/|json report/json"
    "utf8proc|text tools/compile_unicode.cpp"
    "nettle/|digest tools/page_packer.cpp")

set(mistakes "")

# The place in the order of what stands at `path` as seen from src/, or -1.
function(place_of path result)
    string(REGEX REPLACE "\\.[a-z]+$" "" room ${path})
    while(TRUE)
        list(FIND order ${room} place)
        if(NOT place EQUAL -1 OR NOT room MATCHES "/")
            break()
        endif()
        string(REGEX REPLACE "/[^/]*$" "" room ${room})
    endwhile()
    set(${result} ${place} PARENT_SCOPE)
    set(room ${room} PARENT_SCOPE)
endfunction()

# The first fence that keeps `source` from including `included`: the rooms that may, or nothing.
function(fence_around source included result)
    set(${result} "" PARENT_SCOPE)
    foreach(fence IN LISTS fences)
        string(REPLACE "|" ";" fence ${fence})
        list(GET fence 0 begin)
        list(GET fence 1 rooms)
        string(FIND ${included} ${begin} at)
        if(NOT at EQUAL 0)
            continue()
        endif()
        string(REPLACE " " ";" rooms ${rooms})
        foreach(allowed IN LISTS rooms)
            string(FIND ${source} ${allowed} inside)
            if(inside EQUAL 0)
                return()
            endif()
        endforeach()
        list(JOIN rooms ", src/" rooms)
        set(${result} "src/${rooms}" PARENT_SCOPE)
        return()
    endforeach()
endfunction()

file(GLOB_RECURSE sources RELATIVE ${ROOT}/src ${ROOT}/src/*.cpp ${ROOT}/src/*.hpp)
if(NOT sources)
    message(FATAL_ERROR "no sources in ${ROOT}/src")
endif()
foreach(source IN LISTS sources)
    place_of(${source} from)
    set(user ${room})
    if(from EQUAL -1)
        string(APPEND mistakes "  src/${source}: the folder has no place in the order\n")
        continue()
    endif()
    file(STRINGS ${ROOT}/src/${source} lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS lines)
        if(NOT line MATCHES "include[ \t]*([<\"])([^>\"]+)[>\"]")
            string(APPEND mistakes "  src/${source}: cannot read: ${line}\n")
            continue()
        endif()
        set(ours ${CMAKE_MATCH_1})
        set(included ${CMAKE_MATCH_2})
        fence_around(${source} ${included} fence)
        if(fence)
            string(APPEND mistakes "  src/${source}: only ${fence} may include ${included}\n")
        endif()
        if(ours STREQUAL "<" OR included STREQUAL "version.hpp")
            continue()
        endif()
        place_of(${included} to)
        if(to EQUAL -1 OR NOT EXISTS ${ROOT}/src/${included})
            string(APPEND mistakes "  src/${source}: ${included} is not the name of a file as seen from src/\n")
        elseif(to LESS from)
            string(APPEND mistakes "  src/${source}: may not include ${included}, ${room} uses ${user}\n")
        endif()
    endforeach()
endforeach()

# So that a folder can be taken in at a glance.
set(most_files 24)
file(GLOB_RECURSE folders RELATIVE ${ROOT}/src LIST_DIRECTORIES true ${ROOT}/src/*)
foreach(folder IN LISTS folders)
    file(GLOB files ${ROOT}/src/${folder}/*.*)
    list(LENGTH files count)
    if(count GREATER most_files)
        string(APPEND mistakes "  src/${folder} has ${count} files; ${most_files} are the most\n")
    endif()
endforeach()

if(mistakes)
    list(JOIN order " -> " order)
    message(FATAL_ERROR "Includes go only to the right: ${order}.\n${mistakes}")
endif()
