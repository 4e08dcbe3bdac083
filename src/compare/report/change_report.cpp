// The table of formats in which changes are told.
#include "compare/report/change_report.hpp"

#include "compare/report/timeline.hpp"

namespace hipaa {
namespace {

constexpr ChangeFormat change_format_table[]{
    {"text", ".txt", make_text_changes, make_text_timeline},
    {"markdown", ".md", make_markdown_changes, make_markdown_timeline},
    {"html", ".html .htm", make_html_changes, make_html_timeline},
    {"json", ".json", make_json_changes, make_json_timeline},
};

}  // namespace

std::span<const ChangeFormat> change_formats() { return change_format_table; }

}  // namespace hipaa
