// The text format: pages drawn for a terminal.
#include <optional>
#include <utility>

#include "page/text_page.hpp"
#include "report/format.hpp"
#include "report/people/compose.hpp"
#include "report/people/overview.hpp"
#include "report/spill.hpp"

namespace hipaa {
namespace {

Composition text_composition(const Appearance& appearance) {
    if (appearance.brief) return {Detail::brief};
    return {appearance.verbose ? Detail::everything : Detail::concise};
}

class TextDrafter final : public Drafter {
public:
    TextDrafter(const Run& run, const Appearance& appearance) : run_(run), appearance_(appearance) {}

    std::string draft(const PracticeReport& report) override {
        if (appearance_.brief) return {};
        return text_page(compose_practice(report, triage_of(report), run_, text_composition(appearance_)),
                         appearance_.width, appearance_.color);
    }

private:
    Run run_;
    Appearance appearance_;
};

/// Practices are gathered, because an overview of several stands before them.
class TextWriter final : public Writer {
public:
    TextWriter(std::ostream& out, const Appearance& appearance) : out_(out), appearance_(appearance) {}

    void begin(const Run& run) override {
        run_ = run;
        closing_.emplace(run, text_composition(appearance_));
    }

    void practice(const PracticeReport& report) override { drafted(report, drafter()->draft(report)); }

    void end(const Totals& totals) override {
        const bool several = overview_.practices() > 1;
        if (several) write(text_page(overview_.compose(run_), appearance_.width, appearance_.color));
        const std::string closing = text_page(closing_->compose(totals), appearance_.width, appearance_.color);
        if (appearance_.brief && overview_.practices() == 1) write(longest_brief(brief_, closing));
        if (overview_.practices() > 0 && !appearance_.brief) {
            write("");
            practices_.write_to(out_);
        }
        write(closing);
    }

    std::unique_ptr<Drafter> drafter() const override { return std::make_unique<TextDrafter>(run_, appearance_); }

    void drafted(const PracticeReport& report, std::string_view text) override {
        overview_.add(report, triage_of(report));
        closing_->add(report);
        if (appearance_.brief) {
            if (overview_.practices() > 1) return;
            for (const page::Page& page : compose_brief(report, triage_of(report), run_))
                brief_.push_back(text_page(page, appearance_.width, appearance_.color));
            return;
        }
        if (overview_.practices() > 1) practices_.append("\n");
        practices_.append(text);
    }

private:
    void write(std::string_view page) {
        if (std::exchange(begun_, true)) out_ << '\n';
        out_ << page;
    }

    std::ostream& out_;
    Appearance appearance_;
    Run run_;
    Overview overview_;
    Spill practices_;
    std::vector<std::string> brief_;  // the page of the first practice at all lengths
    std::optional<ReportFooter> closing_;
    bool begun_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_text(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<TextWriter>(out, appearance);
}

}  // namespace hipaa
