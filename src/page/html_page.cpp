// Drawing a page in HTML.
#include "page/html_page.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "page/icons.hpp"
#include "page/text_page.hpp"
#include "yaml/problem.hpp"

namespace hipaa {
namespace {

using page::Tone;

/// Lines of YAML that are deeper are indented as far on a narrow screen.
constexpr std::size_t deepest_style = 6;

std::string_view css_class(Tone tone) {
    switch (tone) {
        case Tone::urgent:
            return "urgent";
        case Tone::open:
            return "open";
        case Tone::good:
            return "good";
        case Tone::plain:
            break;
    }
    return "plain";
}

class Drawing {
public:
    Drawing(const HtmlPlace& place, Anchors anchors) : place_(place), anchors_(std::move(anchors)) {}

    std::string take() {
        close_section();
        picture();
        return std::move(text_);
    }

    void operator()(const page::Heading& heading) {
        if (heading.level == 3) return note(heading);
        close_section();
        if (heading.level == 1) {
            put("<{0} id=\"{1}\"><bdi>{2}</bdi></{0}>\n", tag(1), place_.prefix, html_text(heading.text));
            return;
        }
        picture();
        put("<section{0}>\n<{1} class=\"{2}\">{3}</{1}>\n", id_of(heading), tag(2), css_class(heading.tone),
            html_text(heading.text));
        in_section_ = true;
    }

    void operator()(const page::Paragraph& paragraph) {
        close_note();
        put("<p class=\"{}\">{}</p>\n", css_class(paragraph.tone), line(paragraph.line));
    }

    void operator()(const page::List& list) {
        close_note();
        const std::string_view tag = list.numbered ? "ol" : "ul";
        put("<{}>\n", tag);
        for (const page::Item& item : list.items) {
            put("<li>{}", line(item.line));
            for (const page::Line& more : item.more) put("<p>{}</p>", line(more));
            text_ += "</li>\n";
        }
        put("</{}>\n", tag);
    }

    void operator()(const page::Rows& rows) {
        std::vector<std::string_view> labels;
        text_ += "<dl>\n";
        for (const page::Row& row : rows.rows) {
            // A list of terms names each once.
            if (std::ranges::find(labels, row.label.full) != labels.end()) {
                text_ += "</dl>\n<dl>\n";
                labels.clear();
            }
            labels.push_back(row.label.full);
            put("<div class=\"{}\"><dt>{}</dt><dd>", css_class(row.tone), html_text(row.label.full));
            for (const page::Line& part : row.lines) put("<p>{}</p>", line(part));
            text_ += "</dd></div>\n";
        }
        text_ += "</dl>\n";
    }

    void operator()(const page::Yaml& yaml) {
        close_note();
        text_ += "<pre class=\"yaml\"><code>";
        for (const page::YamlLine& part : yaml.lines) {
            const std::string indent(2 * part.depth, ' ');
            const std::string words = html_text(part.text);
            put("<span class=\"in-{}\">{}", std::min(part.depth, deepest_style), indent);
            if (part.is_comment) put("<i># {}</i>", words);
            else put("<b>{}</b>", words);
            if (!part.comment.empty()) put("  <i># {}</i>", html_text(part.comment));
            text_ += "\n</span>";
        }
        text_ += "</code></pre>\n";
    }

    void operator()(const page::Mistakes& mistakes) {
        close_note();
        text_ += "<ol class=\"mistakes\">\n";
        for (const page::Mistake& mistake : mistakes.shown) {
            put("<li>{}", html_text(mistake.headline));
            if (!mistake.excerpt.empty())
                put("<pre tabindex=\"0\" role=\"group\" aria-label=\"Line {}\"><samp>{}</samp></pre>", mistake.line,
                    html_lines(mistake.excerpt));
            text_ += "</li>\n";
        }
        text_ += "</ol>\n";
        if (mistakes.hidden > 0) put("<p>{}</p>\n", yaml::more_mistakes(mistakes.hidden));
    }

    void operator()(const page::Wording& wording) {
        put("<figure><figcaption>Words for {}</figcaption><blockquote>{}</blockquote></figure>\n",
            html_text(wording.purpose), html_lines(wording.text));
    }

    void operator()(const page::Table& table) {
        close_note();
        text_ += "<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>";
        for (const std::string& cell : table.header) put("<th scope=\"col\">{}</th>", html_text(cell));
        text_ += "</tr></thead>\n<tbody>\n";
        for (std::size_t number = 0; number < table.size; ++number) {
            const std::vector<std::string> row = table.row(number);
            put("<tr><th scope=\"row\">{}</th>", html_text(row[0]));
            for (std::size_t i = 1; i < row.size(); ++i) put("<td>{}</td>", html_text(row[i]));
            text_ += "</tr>\n";
        }
        text_ += "</tbody></table></div>\n";
    }

private:
    template <class... Parts>
    void put(fmt::format_string<Parts...> format, Parts&&... parts) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Parts>(parts)...);
    }

    std::string line(const page::Line& spans) const { return html_line(spans, anchors_); }
    std::string tag(int level) const { return fmt::format("h{}", level + place_.top_level - 1); }

    std::string id_of(const page::Heading& heading) const {
        const auto anchor = heading.key.empty() ? anchors_.end() : anchors_.find(heading.key);
        return anchor == anchors_.end() ? std::string() : fmt::format(" id=\"{}\"", anchor->second);
    }

    void note(const page::Heading& heading) {
        close_note();
        const auto found = place_.notes.find(heading.key);
        if (found == place_.notes.end()) {
            put("<{0}{1}>{2}</{0}>\n", tag(3), id_of(heading), html_text(heading.text));
            return;
        }
        const NoteFace& face = found->second;
        put("<details class=\"{0}\"{1}>\n<summary>{2}<{3}>{4}</{3}>", css_class(face.standing), id_of(heading),
            icon(face.standing), tag(3), html_text(heading.text));
        if (!face.gist.empty()) put("<span class=\"gist\">{}</span>", html_line(face.gist, {}));
        text_ += "</summary>\n";
        in_note_ = true;
    }

    void close_note() {
        if (std::exchange(in_note_, false)) text_ += "</details>\n";
    }

    void close_section() {
        close_note();
        if (std::exchange(in_section_, false)) text_ += "</section>\n";
    }

    void picture() {
        if (!std::exchange(pictured_, true)) text_ += place_.picture;
    }

    const HtmlPlace& place_;
    Anchors anchors_;
    bool in_note_ = false;
    bool in_section_ = false;
    bool pictured_ = false;
    std::string text_;
};

}  // namespace

Anchors anchors_of(const page::Page& page, const std::string& prefix) {
    Anchors anchors;
    std::size_t notes = 0;
    for (const page::Block& block : page) {
        const auto* heading = std::get_if<page::Heading>(&block);
        if (!heading || heading->key.empty()) continue;
        // The key of a note may hold what the key of a product holds.
        const std::string name = heading->level == 2 ? heading->key : fmt::format("note-{}", ++notes);
        anchors.emplace(heading->key, fmt::format("{}-{}", prefix, name));
    }
    return anchors;
}

std::string html_page(const page::Page& page, const HtmlPlace& place) {
    Drawing drawing(place, anchors_of(page, place.prefix));
    for (const page::Block& block : page) std::visit(drawing, block);
    return drawing.take();
}

}  // namespace hipaa
