// Manual pages in the macros of man(7).
#include "tools/manual/roff.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/ascii.hpp"

namespace hipaa {
namespace {

/// Characters that mean something, or look like another, in manual pages. A hyphen of what one types is a minus there.
std::string escape_roff(std::string_view text, bool typed) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '\\':
                escaped += "\\e";
                break;
            case '-':
                escaped += typed ? "\\-" : "-";
                break;
            case '\'':
                escaped += typed ? "\\(aq" : "'";
                break;
            case '`':
                escaped += "\\(ga";
                break;
            case '^':
                escaped += "\\(ha";
                break;
            case '~':
                escaped += "\\(ti";
                break;
            case '"':
                escaped += "\\(dq";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

/// A line of text must not look like one of commands.
std::string safe_line(std::string line) {
    if (line.starts_with('.') || line.starts_with('\'')) line.insert(0, "\\&");
    return line + "\n";
}

std::string prose(std::string_view text) {
    std::string result;
    bool code = false;
    while (true) {
        const std::size_t end = text.find_first_of(code ? "`" : "` ");
        const std::string_view part = text.substr(0, end);
        result += code ? fmt::format("\\fB{}\\fR", escape_roff(part, true)) : escape_roff(part, part.starts_with('-'));
        if (end == text.npos) return result;
        if (text[end] == ' ') result += ' ';
        else code = !code;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

Roff::Roff(std::string_view name, int section, std::string_view date, std::string_view version,
           std::string_view about) {
    std::string upper(name);
    for (char& c : upper) c = capital_letter(c);
    text_ = fmt::format(".TH {} {} {} \"hipaa\\-check {}\"\n.SH NAME\n{} \\- {}\n", escape_roff(upper, true), section,
                        date, version, escape_roff(name, true), prose(about));
}

void Roff::section(std::string_view title) {
    text_ += fmt::format(".SH {}\n", escape_roff(title, false));
    below_title_ = true;
}

void Roff::subsection(std::string_view title) {
    text_ += fmt::format(".SS {}\n", escape_roff(title, true));
    below_title_ = true;
}

void Roff::begin_paragraph() {
    if (!below_title_) text_ += ".PP\n";
    below_title_ = false;
}

void Roff::paragraph(std::string_view text) {
    begin_paragraph();
    text_ += safe_line(prose(text));
}

void Roff::item(std::string_view term, std::string_view text) {
    below_title_ = false;
    text_ += fmt::format(".TP\n\\fB{}\\fR\n", escape_roff(term, true)) + safe_line(prose(text));
}

void Roff::literal(std::string_view text) {
    begin_paragraph();
    text_ += ".nf\n.RS 4\n";
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        text_ += line.empty() ? "\\&\n" : safe_line(escape_roff(line, true));
    }
    text_ += ".RE\n.fi\n";
}

}  // namespace hipaa
