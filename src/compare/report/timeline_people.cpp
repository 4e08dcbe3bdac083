// A timeline as text, Markdown and HTML.
#include <algorithm>
#include <deque>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "compare/report/change_page.hpp"
#include "compare/report/timeline.hpp"
#include "compare/report/timeline_picture.hpp"
#include "page/html_document.hpp"
#include "page/html_page.hpp"
#include "page/markdown_page.hpp"
#include "page/text_page.hpp"
#include "page/wording.hpp"
#include "report/spill.hpp"

namespace hipaa {
namespace {

using page::Heading;
using page::Paragraph;

/// Draws a page. `number`: which one it is, 0 for the first; `picture`: HTML that goes into it.
using DrawPage = std::function<std::string(const page::Page& page, std::size_t number, const std::string& picture)>;

std::string timeline_title(const std::vector<TimelineReport>& reports) {
    const bool is_hypothetical = std::ranges::any_of(reports, [](const auto& report) { return !report.set.empty(); });
    return fmt::format("{} {} to {}", is_hypothetical ? "HYPOTHETICAL: from" : "From", iso(reports.front().as_of),
                       iso(reports.back().as_of));
}

page::Page head_page(const std::vector<TimelineReport>& reports) {
    page::Page page;
    page.push_back(Heading{1, timeline_title(reports)});
    for (const TimelineReport& report : reports)
        for (const std::string& set : report.set)
            page.push_back(Paragraph{{{fmt::format("Only supposed, not answered, on {} (", iso(report.as_of))},
                                      {report.name, true},
                                      {"): "},
                                      {set, true},
                                      {"."}},
                                     page::Tone::open});
    page.push_back(
        Paragraph{{{"Open points, by what asks for them, and what opened and closed since the report before."}}});
    page.push_back(Heading{2, "Open over time"});
    page.push_back(timeline_table(reports));
    for (std::string& footnote : timeline_footnotes(reports))
        page.push_back(Paragraph{{{std::move(footnote)}}, page::Tone::open});
    return page;
}

page::Page step_page(const TimelineReport& from, const TimelineReport& to) {
    page::Page page;
    page.push_back(Heading{2, fmt::format("From {} to {}", iso(from.as_of), iso(to.as_of))});
    page.push_back(Paragraph{{{counts_in_words(to.since)}}});
    return page;
}

class PageTimeline final : public TimelineWriter {
public:
    PageTimeline(std::ostream& out, DrawPage draw, bool is_html)
        : out_(out), draw_(std::move(draw)), is_html_(is_html) {}

    void practice(std::size_t step, const PracticeChanges& practice, bool several) override {
        while (steps_.size() <= step) steps_.emplace_back();
        const page::Page page = below(compose_changes(practice, several));
        if (page.empty()) return;
        steps_[step].append((is_html_ ? "" : "\n") + draw_(page, ++pages_, {}));
    }

    void end(const std::vector<TimelineReport>& reports) override {
        steps_.resize(reports.size() - 1);
        if (is_html_) out_ << html_begin(timeline_title(reports), "report") << "<main id=\"main\">\n";
        out_ << draw_(head_page(reports), 0, is_html_ ? timeline_picture(reports) : std::string());
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            out_ << (is_html_ ? "" : "\n") << draw_(step_page(reports[i], reports[i + 1]), ++pages_, {});
            steps_[i].write_to(out_);
        }
        ChangeTotals all;
        for (const TimelineReport& report : reports) all.lacked += report.since.lacked;
        out_ << (is_html_ ? "" : "\n") << draw_(compose_change_closing(all), ++pages_, {});
        if (is_html_) out_ << "</main>\n" << html_end;
    }

private:
    /// Its headings one level deeper, because a step is a section.
    static page::Page below(page::Page page) {
        for (page::Block& block : page)
            if (auto* const heading = std::get_if<Heading>(&block)) heading->level = std::min(heading->level + 1, 3);
        return page;
    }

    std::ostream& out_;
    DrawPage draw_;
    bool is_html_;
    std::deque<Spill> steps_;
    std::size_t pages_ = 0;
};

}  // namespace

std::unique_ptr<TimelineWriter> make_text_timeline(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<PageTimeline>(
        out,
        [appearance](const page::Page& page, std::size_t, const std::string&) {
            return text_page(page, appearance.width, appearance.color);
        },
        false);
}

std::unique_ptr<TimelineWriter> make_markdown_timeline(std::ostream& out, const Appearance&) {
    return std::make_unique<PageTimeline>(
        out, [](const page::Page& page, std::size_t, const std::string&) { return markdown_page(page); }, false);
}

std::unique_ptr<TimelineWriter> make_html_timeline(std::ostream& out, const Appearance&) {
    const auto draw = [](const page::Page& page, std::size_t number, const std::string& picture) {
        HtmlPlace place;
        place.prefix = fmt::format("page-{}", number);
        place.picture = picture;
        return html_page(page, place);
    };
    return std::make_unique<PageTimeline>(out, draw, true);
}

}  // namespace hipaa
