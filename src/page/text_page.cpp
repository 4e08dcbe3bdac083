// TextDrawing a page for a terminal.
#include "page/text_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "page/yaml_text.hpp"
#include "text/ci_log.hpp"
#include "text/printable.hpp"
#include "text/width.hpp"
#include "yaml/problem.hpp"

namespace hipaa {
namespace {

using page::Tone;

/// Longer lines are hard to read, and in shorter ones a label beside the text leaves no room for it.
constexpr std::size_t widest = 100;
constexpr std::size_t narrowest = 20;
constexpr std::size_t narrow = 56;
constexpr std::size_t label_width = 9;

std::string flatten(const page::Line& line) {
    std::string text;
    for (const page::Span& span : line) {
        if (span.code) text += '`';
        text += span.text;
        if (span.code) text += '`';
    }
    return safe_text(text);
}

/// In at most `width` cells, if the first run of text can give way far enough.
std::string cut(const page::Line& line, std::size_t width) {
    std::string whole = flatten(line);
    if (display_width(whole) <= width) return whole;
    const std::string rest = flatten(page::Line(line.begin() + 1, line.end()));
    const std::size_t taken = display_width(rest) + 2;
    const std::string first = flatten({line.front()});
    return wrap(first, width > taken ? width - taken : 1).front() + " …" + rest;
}

class TextDrawing {
public:
    TextDrawing(std::size_t width, bool color) : width_(std::clamp(width, narrowest, widest)), color_(color) {}

    std::string take() { return without_log_commands(std::move(text_)); }

    void operator()(const page::Heading& heading) {
        const std::string text = safe_text(heading.text);
        if (!after_heading_ || heading.level == 1) gap();
        after_list_ = false;
        if (heading.level == 1) {
            wrapped(first_lines(text, heading.most_lines), "", "", Tone::plain, true);
            line(std::string(std::min(width_, display_width(text)), '='), Tone::plain);
        } else if (heading.level == 2) {
            const std::string title = fmt::format("--- {} ", text);
            const std::size_t used = display_width(title);
            if (used > width_) wrapped(title, "", "    ", heading.tone, true);
            else line(title + std::string(width_ - used, '-'), heading.tone, true);
        } else {
            wrapped(text, "", "        ", heading.tone, true);
        }
        after_heading_ = true;
    }

    void operator()(const page::Paragraph& paragraph) {
        gap_after_list();
        wrapped(first_lines(flatten(paragraph.line), paragraph.most_lines), "", "", paragraph.tone);
    }

    void operator()(const page::List& list) {
        gap_after_list();
        std::size_t number = 0;
        for (const page::Item& item : list.items) {
            const std::string mark = list.numbered ? fmt::format("{:>2}. ", ++number) : "  - ";
            if (list.one_line) line(mark + cut(item.line, width_ - mark.size()), Tone::plain);
            else draw_item(item, mark);
        }
        after_list_ = true;
    }

    void operator()(const page::Rows& rows) {
        gap_after_list();
        for (const page::Row& row : rows.rows) {
            bool first = true;
            for (const page::Line& part : row.lines) {
                const std::string text = flatten(part);
                if (width_ < narrow) {
                    wrapped(first ? row.label.brief + ": " + text : text, "  ", "    ", first ? row.tone : Tone::plain);
                } else {
                    const std::string indent(label_width + 2, ' ');
                    wrapped(text, first ? fmt::format("  {:<{}}", row.label.brief, label_width) : indent, indent,
                            Tone::plain, false, first ? row.tone : Tone::plain);
                }
                first = false;
            }
        }
        after_list_ = true;
    }

    void operator()(const page::Yaml& yaml) {
        text_ += '\n';
        for (const std::string& text : yaml_text(yaml.lines, width_ - 2)) line("  " + text, Tone::plain);
        after_list_ = true;
    }

    void operator()(const page::Mistakes& mistakes) {
        text_ += '\n';
        text_ += mistakes_text(mistakes);
        after_list_ = true;
    }

    void operator()(const page::Wording& wording) {
        wrapped(fmt::format("Words for {}:", safe_text(wording.purpose)), "  ", "  ", Tone::plain);
        wrapped(safe_text(wording.text), "    | ", "    | ", Tone::plain);
    }

    void operator()(const page::Table& table) {
        gap_after_list();
        std::vector<std::size_t> widths(table.header.size(), 0);
        const auto measure = [&](const std::vector<std::string>& row) {
            for (std::size_t i = 0; i < row.size(); ++i)
                widths[i] = std::max(widths[i], display_width(safe_text(row[i])));
        };
        measure(table.header);
        for (std::size_t number = 0; number < table.size; ++number) measure(table.row(number));
        std::size_t total = 0;
        for (const std::size_t cells : widths) total += cells + 2;
        // Names give way, but not beyond recognition.
        constexpr std::size_t shortest_name = 24;
        const std::size_t too_much = total > width_ + 2 ? total - width_ - 2 : 0;
        if (too_much > 0 && widths[0] < shortest_name + too_much) return rows_of(table);
        widths[0] -= too_much;
        draw_row(table.header, widths, true);
        for (std::size_t number = 0; number < table.size; ++number) draw_row(table.row(number), widths, false);
    }

private:
    void gap() {
        if (!text_.empty()) text_ += '\n';
    }

    void gap_after_list() {
        if (std::exchange(after_list_, false) && !after_heading_) text_ += '\n';
        after_heading_ = false;
    }

    void add_styled(std::string_view text, Tone tone, bool bold) {
        if (!color_ || text.empty() || (tone == Tone::plain && !bold)) {
            text_ += text;
            return;
        }
        const std::string_view hue = tone == Tone::urgent ? "31"
                                     : tone == Tone::open ? "33"
                                     : tone == Tone::good ? "32"
                                                          : "";
        fmt::format_to(std::back_inserter(text_), "\x1b[{}{}{}m{}\x1b[0m", bold ? "1" : "",
                       bold && !hue.empty() ? ";" : "", hue, text);
    }

    void line(std::string_view text, Tone tone, bool bold = false) {
        add_styled(text, tone, bold);
        text_ += '\n';
    }

    /// What of `text` there is room for in `most` lines; 0: all of it.
    std::string first_lines(std::string text, std::size_t most) const {
        if (most == 0) return text;
        const std::vector<std::string> lines = wrap(text, width_);
        if (lines.size() <= most) return text;
        std::string shown;
        for (std::size_t i = 0; i + 1 < most; ++i) shown += lines[i] + ' ';
        return shown + wrap(lines[most - 1], width_ - 2).front() + " …";
    }

    /// The first line after `mark`, the others after `indent`, which are as wide.
    void wrapped(std::string_view text, std::string_view mark, std::string_view indent, Tone tone, bool bold = false,
                 Tone mark_tone = Tone::plain) {
        const std::size_t used = display_width(indent);
        bool first = true;
        wrap(text, width_ > used + 10 ? width_ - used : 10, [&](std::string_view part) {
            if (first) add_styled(mark, mark_tone, mark_tone != Tone::plain);
            else text_ += indent;
            line(part, tone, bold);
            first = false;
        });
        after_heading_ = false;
    }

    void draw_item(const page::Item& item, std::string_view mark) {
        wrapped(flatten(item.line), mark, "    ", Tone::plain);
        for (const page::Line& more : item.more) wrapped(flatten(more), "    ", "    ", Tone::plain);
    }

    void draw_row(const std::vector<std::string>& row, const std::vector<std::size_t>& widths, bool bold) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string cell = i == 0 ? shorten(safe_text(row[i]), widths[i]) : safe_text(row[i]);
            const std::string pad(widths[i] - display_width(cell), ' ');
            const bool number = i >= 2;
            text += (i == 0 ? "" : "  ") + (number ? pad + cell : cell + pad);
        }
        while (text.ends_with(' ')) text.pop_back();
        line(text, Tone::plain, bold);
    }

    /// A table that is too wide, as a list.
    void rows_of(const page::Table& table) {
        for (std::size_t number = 0; number < table.size; ++number) {
            const std::vector<std::string> row = table.row(number);
            std::string counts;
            for (std::size_t i = 2; i < row.size(); ++i)
                if (!row[i].empty())
                    counts += fmt::format("{}{}: {}", counts.empty() ? "" : ", ", table.header[i], row[i]);
            page::Item item{{{row[0] + ": " + row[1]}}, {}};
            if (!counts.empty()) item.more.push_back({{counts}});
            draw_item(item, "  - ");
        }
        after_list_ = true;
    }

    std::size_t width_;
    bool color_;
    bool after_list_ = false;
    bool after_heading_ = false;
    std::string text_;
};

}  // namespace

std::string safe_text(std::string_view text) {
    if (printable_ascii(text) == text.size()) return std::string(text);  // as nearly always
    return printable(text);
}

std::string mistakes_text(const page::Mistakes& mistakes) {
    std::string text;
    for (const page::Mistake& mistake : mistakes.shown) text += mistake.headline + '\n' + mistake.excerpt;
    if (mistakes.hidden > 0) text += yaml::more_mistakes(mistakes.hidden) + '\n';
    return text;
}

std::string text_page(const page::Page& page, std::size_t width, bool color) {
    TextDrawing drawing(width, color);
    for (const page::Block& block : page) std::visit(drawing, block);
    return drawing.take();
}

}  // namespace hipaa
