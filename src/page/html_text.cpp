// Text as HTML shows it.
#include "page/html_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "page/text_page.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

bool is_web_address(std::string_view text) {
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F && c != '\\'; });
}

/// HTML forbids these.
bool is_noncharacter(char32_t code_point) {
    return (code_point >= 0xFDD0 && code_point <= 0xFDEF) || (code_point & 0xFFFE) == 0xFFFE;
}

/// True for a byte that is written as it is. In UTF-8 noncharacters begin with 0xEF or above.
bool is_plain_in_html(char c) {
    return static_cast<unsigned char>(c) < 0xEF && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

std::string linked(const page::Span& span, const Anchors& anchors) {
    const std::string text = html_text(span.text);
    if (span.address && is_web_address(span.text))
        return fmt::format("<a class=\"web\" href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>", text);
    const std::string shown = span.code ? fmt::format("<code>{}</code>", text) : text;
    const auto anchor = span.about.empty() ? anchors.end() : anchors.find(span.about);
    return anchor == anchors.end() ? shown : fmt::format("<a href=\"#{}\">{}</a>", anchor->second, shown);
}

}  // namespace

std::string html_text(std::string_view raw) {
    const std::string safe = safe_text(raw);
    std::string text;
    text.reserve(safe.size());
    for (std::string_view rest = safe; !rest.empty();) {
        const auto plain = std::ranges::find_if_not(rest, is_plain_in_html);
        text.append(rest.begin(), plain);
        rest.remove_prefix(static_cast<std::size_t>(plain - rest.begin()));
        if (rest.empty()) break;
        const std::string_view before = rest;
        const char32_t code_point = utf8::take(rest);
        if (code_point == U'&') text += "&amp;";
        else if (code_point == U'<') text += "&lt;";
        else if (code_point == U'>') text += "&gt;";
        else if (code_point == U'"') text += "&quot;";
        else if (code_point == U'\'') text += "&#39;";
        else if (is_noncharacter(code_point))
            text += fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(code_point));
        else text += before.substr(0, before.size() - rest.size());
    }
    return text;
}

std::string html_lines(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines += html_text(text.substr(0, end)) + '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string html_line(const page::Line& line, const Anchors& anchors) {
    std::string text;
    for (const page::Span& span : line) text += linked(span, anchors);
    return text;
}

}  // namespace hipaa
