// The table of formats in which changes are told.
#include "compare/report/change_report.hpp"

namespace hipaa {

/// Each is defined in the file of its format.
using MakeChanges = std::unique_ptr<ChangeWriter>(std::ostream& out, const Appearance& appearance);
MakeChanges make_text_changes, make_markdown_changes, make_html_changes, make_json_changes;

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
