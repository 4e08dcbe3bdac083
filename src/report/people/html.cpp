// The HTML format: one file that needs nothing else, for looking at and for printing.
#include <optional>

#include <fmt/format.h>

#include "page/html_document.hpp"
#include "report/format.hpp"
#include "report/hypothetical.hpp"
#include "report/people/html_overview.hpp"
#include "report/people/html_practice.hpp"

namespace hipaa {
namespace {

class HtmlWriter final : public Writer {
public:
    HtmlWriter(std::ostream& out, const Appearance& appearance)
        : out_(out), composition_{appearance.brief ? Detail::brief : html_composition.detail} {}

    void begin(const Run& run) override {
        run_ = run;
        closing_.emplace(run, composition_);
    }

    void practice(const PracticeReport& report) override {
        const std::size_t index = overview_.practices();
        const Triage& content = triage_of(report);
        closing_->add(report);
        const PracticeRank rank = rank_of(open_points(report, content), standing_of(report, content), index);
        const std::string id = fmt::format("practice-{}", index + 1);
        // Nobody knows yet whether the first is the only one.
        if (index == 0) {
            first_.emplace(report, run_, content, id, composition_);
            first_rank_ = rank;
            title_ = report.name().empty() ? report.source.name : report.name();
            return overview_.add(report, rank, id, {}, first_->anchors());
        }
        if (composition_.brief()) return overview_.add(report, rank, id, {}, {});
        if (first_) overview_.set_details(first_rank_, first_->draw(2));
        first_.reset();
        if (!overview_.wants_details(rank)) return overview_.add(report, rank, id, {}, {});
        HtmlPractice details(report, run_, content, id, composition_);
        overview_.add(report, rank, id, details.draw(2), details.anchors());
    }

    void end(const Totals& totals) override {
        const std::size_t count = overview_.practices();
        if (count == 0) title_ = "No practice";
        if (count > 1) title_ = fmt::format("{} practices", count);
        // Before anything is written, because there may not be enough memory for it.
        const std::string only = count == 1 ? first_->draw(1) : std::string();
        head();
        if (count == 0) out_ << "<h1>No practice was checked</h1>\n";
        else if (count == 1) out_ << only;
        else
            out_ << hypothetical() << overview_.head(!composition_.brief())
                 << (composition_.brief() ? std::string() : overview_.details());
        HtmlPlace place;
        place.prefix = "end";
        out_ << "</main>\n<footer>\n" << html_page(closing_->compose(totals), place) << "</footer>\n" << html_end;
    }

private:
    /// Above an overview.
    std::string hypothetical() const {
        const std::string set = hypothetical_sentence(run_);
        return set.empty() ? set : fmt::format("<p class=\"verdict\">HYPOTHETICAL. {}</p>\n", html_text(set));
    }

    void head() {
        out_ << html_begin(
                    fmt::format("{}, hipaa-check report as of {}", hypothetical_title(run_, title_), iso(run_.as_of)),
                    "report")
             << fmt::format(
                    "<header><p>Report of hipaa-check, as of {}. It repeats what was reported; nothing was "
                    "verified.</p>\n<p class=\"closed\">This browser prints each note as it stands on the screen: what "
                    "is "
                    "closed there is missing here.</p></header>\n<main id=\"main\">\n",
                    iso(run_.as_of));
    }

    std::ostream& out_;
    Composition composition_;
    Run run_;
    std::optional<ReportFooter> closing_;
    HtmlOverview overview_;
    std::optional<HtmlPractice> first_;
    PracticeRank first_rank_{};
    std::string title_;
};

}  // namespace

std::unique_ptr<Writer> make_html(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<HtmlWriter>(out, appearance);
}

}  // namespace hipaa
