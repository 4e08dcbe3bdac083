# The same bytes under every locale and time zone, and on every run.
set(practices ${ROOT}/examples/willow-creek.yaml ${ROOT}/examples/first-draft.yaml ${ROOT}/examples/broken.yaml)
foreach(format IN ITEMS text markdown json jsonl)
    unset(first)
    foreach(setting IN ITEMS "LC_ALL=C;TZ=UTC" "LC_ALL=C;TZ=UTC" "LC_ALL=C.UTF-8;TZ=Pacific/Kiritimati"
            "LC_ALL=de_DE.UTF-8;TZ=America/Adak" "LC_ALL=tr_TR.UTF-8;TZ=Asia/Kolkata;LANG=tr_TR.UTF-8" "LC_ALL=nonsense;TZ=nonsense")
        execute_process(
            COMMAND ${CMAKE_COMMAND} -E env ${setting} ${PROGRAM} -f ${format} -v --as-of 2026-11-22 ${practices}
            OUTPUT_VARIABLE out ERROR_VARIABLE err RESULT_VARIABLE status)
        set(found "${status}\n${err}\n${out}")
        if(NOT status EQUAL 3 OR out STREQUAL "")
            message(FATAL_ERROR "${format} under ${setting}: status ${status}, ${err}")
        endif()
        if(NOT DEFINED first)
            set(first "${found}")
        elseif(NOT found STREQUAL first)
            message(FATAL_ERROR "${format} differs under ${setting}:\n${found}\nfrom:\n${first}")
        endif()
    endforeach()
endforeach()
