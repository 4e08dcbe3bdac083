// The table of formats in which changes are told.
#include "compare/report/change_report.hpp"

namespace hipaa {

namespace {

constexpr ChangeFormat change_format_table[]{
    {"text", make_text_changes},
    {"markdown", make_markdown_changes},
    {"html", make_html_changes},
    {"json", make_json_changes},
};

}  // namespace

std::span<const ChangeFormat> change_formats() { return change_format_table; }

}  // namespace hipaa
