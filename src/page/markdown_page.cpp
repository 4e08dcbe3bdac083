// MarkdownDrawing a page in GitHub-flavoured markdown.
#include "page/markdown_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "page/text_page.hpp"
#include "page/yaml_text.hpp"
#include "text/ascii.hpp"
#include "text/ci_log.hpp"

namespace hipaa {
namespace {

/// The longest run of backticks.
std::size_t longest_run(std::string_view text) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// A link, if that is what `address` is; nothing in it can end the link early.
std::string link(std::string_view address) {
    const bool is_web = address.starts_with("https://") || address.starts_with("http://");
    const bool is_plain =
        std::ranges::all_of(address, [](char c) { return c > ' ' && c < 0x7f && c != '<' && c != '>'; });
    return is_web && is_plain ? fmt::format("<{}>", address) : markdown_text(address);
}

std::string inline_text(const page::Line& line) {
    std::string text;
    std::string plain;
    const auto flush = [&] {
        // Spaces at an end are the seam to the next span.
        const bool front = plain.starts_with(' ');
        const bool back = plain.size() > 1 && plain.ends_with(' ');
        text += (front && !text.empty() ? " " : "") + markdown_text(plain) + (back ? " " : "");
        plain.clear();
    };
    for (const page::Span& span : line) {
        if (!span.code && !span.address) {
            plain += span.text;
            continue;
        }
        if (!plain.empty()) flush();
        text += span.code ? markdown_code(span.text) : link(span.text);
    }
    if (!plain.empty()) flush();
    return text;
}

class MarkdownDrawing {
public:
    std::string take() { return without_log_commands(std::move(text_)); }

    void operator()(const page::Heading& heading) {
        paragraph(std::string(static_cast<std::size_t>(heading.level), '#') + ' ' + markdown_text(heading.text));
    }

    void operator()(const page::Paragraph& block) { paragraph(inline_text(block.line)); }

    void operator()(const page::List& list) {
        gap();
        std::size_t number = 0;
        for (const page::Item& item : list.items) {
            const std::string mark = list.numbered ? fmt::format("{}. ", ++number) : "- ";
            text_ += mark + inline_text(item.line);
            for (const page::Line& more : item.more)
                text_ += "\\\n" + std::string(mark.size(), ' ') + inline_text(more);
            text_ += '\n';
        }
    }

    void operator()(const page::Rows& rows) {
        gap();
        for (const page::Row& row : rows.rows) {
            text_ += fmt::format("- **{}:** ", markdown_text(row.label.full));
            for (std::size_t i = 0; i < row.lines.size(); ++i)
                text_ += (i == 0 ? "" : "\\\n  ") + inline_text(row.lines[i]);
            text_ += '\n';
        }
    }

    void operator()(const page::Yaml& yaml) {
        std::string text;
        for (const std::string& line : yaml_text(yaml.lines, 100)) text += line + '\n';
        fenced("yaml", text);
    }

    void operator()(const page::Mistakes& mistakes) { fenced("text", mistakes_text(mistakes)); }

    void operator()(const page::Wording& wording) {
        paragraph(fmt::format("<details><summary>Words for {}</summary>\n\n> {}\n\n</details>",
                              markdown_text(wording.purpose), markdown_text(wording.text)));
    }

    void operator()(const page::Table& table) {
        gap();
        row(table.header);
        text_ += '|';
        for (std::size_t i = 0; i < table.header.size(); ++i) text_ += i < 2 ? " --- |" : " ---: |";
        text_ += '\n';
        for (std::size_t number = 0; number < table.size; ++number) row(table.row(number));
    }

private:
    void gap() {
        if (!text_.empty()) text_ += '\n';
    }

    void paragraph(const std::string& text) {
        gap();
        text_ += text + '\n';
    }

    void fenced(std::string_view language, const std::string& text) {
        const std::string fence(std::max<std::size_t>(3, longest_run(text) + 1), '`');
        paragraph(fence + std::string(language) + '\n' + text + fence);
    }

    void row(const std::vector<std::string>& cells) {
        text_ += '|';
        for (const std::string& cell : cells) text_ += ' ' + markdown_text(cell) + " |";
        text_ += '\n';
    }

    std::string text_;
};

bool is_word(char c) { return is_letter(c) || is_digit(c) || (c & 0x80) != 0; }

bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// How many characters at the beginning may be the name of a commit; else 0. A number is left alone: hardly a commit is
/// called so, and much else is.
std::size_t commit_length(std::string_view text) {
    constexpr std::size_t shortest = 7;
    const auto end = std::ranges::find_if_not(text, is_hex);
    const auto length = static_cast<std::size_t>(end - text.begin());
    const bool whole = end == text.end() || !is_word(*end);
    return whole && length >= shortest && !std::ranges::all_of(text.substr(0, length), is_digit) ? length : 0;
}

/// True for what stands behind the colon of `:tada:`.
bool begins_emoji(std::string_view text) {
    const auto end =
        std::ranges::find_if_not(text, [](char c) { return is_word(c) || c == '_' || c == '-' || c == '+'; });
    return end != text.begin() && end != text.end() && *end == ':';
}

/// True for the dash of `GH-12`.
bool after_gh(std::string_view text, std::size_t dash) {
    return dash >= 2 && (text.substr(dash - 2, 2) == "GH" || text.substr(dash - 2, 2) == "gh") &&
           (dash == 2 || !is_word(text[dash - 3]));
}

/// GitHub looks for names, numbers of issues, commits and emoji in what is left after its Markdown was read, where a
/// backslash is gone. This ends a word for it, and shows nothing.
constexpr std::string_view seam = "<!-- -->";

}  // namespace

std::string markdown_text(std::string_view raw) {
    std::string text = safe_text(raw);
    while (text.starts_with(' ')) text.erase(0, 1);
    while (text.ends_with(' ')) text.pop_back();
    std::string result;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const std::string_view behind = std::string_view(text).substr(at + 1);
        const bool begins_word = at == 0 || !is_word(text[at - 1]);
        if (const std::size_t length = begins_word ? commit_length(std::string_view(text).substr(at)) : 0) {
            result += text.substr(at, length / 2);
            result += seam;
            result += text.substr(at + length / 2, length - length / 2);
            at += length - 1;
            continue;
        }
        const bool inside_word = at > 0 && at + 1 < text.size() && is_word(text[at - 1]) && is_word(text[at + 1]);
        const bool begins_block = (at == 0 && (c == '-' || c == '+' || c == '=' || c == ':')) ||
                                  (at == digits && digits > 0 && (c == '.' || c == ')'));
        const std::string_view rest = std::string_view(text).substr(at);
        // A bare address would become a link.
        const bool begins_address = rest.starts_with("://") || (c == '.' && result.ends_with("www"));
        const bool is_mark = std::string_view("\\`*_[]|~#!@$").find(c) != std::string_view::npos;
        if ((is_mark && !(c == '_' && inside_word)) || begins_block || begins_address) result += '\\';
        if (c == '<') result += "&lt;";
        else if (c == '>') result += "&gt;";
        else if (c == '&') result += "&amp;";
        else result += c;
        const bool before_digit = !behind.empty() && is_digit(behind.front());
        if ((c == '@' && !behind.empty() && behind.front() != ' ') || (c == '#' && before_digit) ||
            (c == ':' && begins_emoji(behind)) || (c == '-' && before_digit && after_gh(text, at)))
            result += seam;
    }
    return result;
}

std::string markdown_code(std::string_view raw) {
    std::string text = safe_text(raw);
    const std::string fence(longest_run(text) + 1, '`');
    const bool pad = text.empty() || text.front() == '`' || text.back() == '`' || text.front() == ' ';
    return pad ? fence + ' ' + text + ' ' + fence : fence + text + fence;
}

std::string markdown_page(const page::Page& page) {
    MarkdownDrawing drawing;
    for (const page::Block& block : page) std::visit(drawing, block);
    return drawing.take();
}

}  // namespace hipaa
