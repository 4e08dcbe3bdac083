// The markdown format: pages as GitHub-flavoured markdown.
#include <cstdint>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "page/markdown_page.hpp"
#include "page/wording.hpp"
#include "report/format.hpp"
#include "report/people/compose.hpp"
#include "report/people/overview.hpp"

namespace hipaa {
namespace {

/// GitHub shows no more than 1 MiB as the summary of a job; the overview and the end need some of that.
constexpr std::size_t most_in_full = 900'000;

Composition markdown_composition(const Appearance& appearance) {
    if (appearance.brief) return {Detail::brief};
    return {appearance.verbose ? Detail::everything : Detail::open_notes};
}

class MarkdownWriter final : public Writer {
public:
    MarkdownWriter(std::ostream& out, const Appearance& appearance)
        : out_(out), composition_(markdown_composition(appearance)) {}

    void begin(const Run& run) override {
        run_ = run;
        closing_.emplace(run, composition_);
    }

    void practice(const PracticeReport& report) override {
        const Triage& content = triage_of(report);
        overview_.add(report, content);
        closing_->add(report);
        if (composition_.brief()) {
            if (overview_.practices() > 1) return;
            for (const page::Page& page : compose_brief(report, content, run_)) brief_.push_back(markdown_page(page));
            return;
        }
        const PracticeRank& rank = overview_.last_rank();
        if (practices_.wants(rank))
            practices_.add(rank, markdown_page(compose_practice(report, content, run_, composition_)));
    }

    void end(const Totals& totals) override {
        const bool several = overview_.practices() > 1;
        if (several) write(markdown_page(overview_.compose(run_)));
        const std::string closing = markdown_page(closing_->compose(totals));
        if (composition_.brief()) {
            if (overview_.practices() == 1) write(longest_brief(brief_, closing));
        } else {
            for (const auto& [rank, text] : practices_.texts()) write(text);
            if (const std::size_t more = overview_.practices() - practices_.texts().size(); more > 0)
                write(left_out(more));
        }
        write(closing);
    }

private:
    static std::string left_out(std::size_t more) {
        return markdown_page({page::Paragraph{
            {{fmt::format(
                 "{} less urgent are left out here, because GitHub shows at most 1 MiB of a report. For one of "
                 "them, check its file by itself; for all of them, write the report with ",
                 counted(more, "practice that is", "practices that are"))},
             {"-f text", true},
             {" or "},
             {"-f json", true},
             {"."}},
            page::Tone::open}});
    }

    void write(std::string_view text) {
        if (std::exchange(begun_, true)) out_ << '\n';
        out_ << text;
    }

    std::ostream& out_;
    Composition composition_;
    Run run_;
    Overview overview_;
    MostUrgent practices_{SIZE_MAX, most_in_full};
    std::vector<std::string> brief_;  // the page of the first practice at all lengths
    std::optional<ReportFooter> closing_;
    bool begun_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_markdown(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<MarkdownWriter>(out, appearance);
}

}  // namespace hipaa
