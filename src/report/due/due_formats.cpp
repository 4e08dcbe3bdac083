// The table of formats of what falls due.
#include "report/due/due_formats.hpp"

namespace hipaa {

namespace {

constexpr Format due_format_table[]{
    {"text", ".txt", false, make_due_text},
    {"csv", ".csv", false, make_due_csv},
    {"json", ".json", false, make_due_json},
    {"ics", ".ics", false, make_due_calendar},
};

}  // namespace

std::span<const Format> due_formats() { return due_format_table; }

}  // namespace hipaa
