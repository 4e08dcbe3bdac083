// The markdown format: pages as GitHub-flavoured markdown.
#include <optional>
#include <utility>

#include "report/compose.hpp"
#include "report/format.hpp"
#include "report/markdown_page.hpp"

namespace hipaa {
namespace {

class MarkdownWriter final : public Writer {
public:
    MarkdownWriter(std::ostream& out, const Appearance& appearance)
        : out_(out),
          composition_{appearance.brief     ? Detail::brief
                       : appearance.verbose ? Detail::everything
                                            : Detail::open_notes} {}

    void begin(const Run& run) override {
        run_ = run;
        closing_.emplace(run, composition_);
    }

    void practice(const PracticeReport& report) override {
        draw(compose_practice(report, run_, composition_));
        closing_->add(report);
        out_.flush();
    }

    void end(const Totals& totals) override { draw(closing_->compose(totals)); }

private:
    void draw(const page::Page& page) {
        if (std::exchange(begun_, true)) out_ << '\n';
        out_ << markdown_page(page);
    }

    std::ostream& out_;
    Composition composition_;
    Run run_;
    std::optional<Closing> closing_;
    bool begun_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_markdown(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<MarkdownWriter>(out, appearance);
}

}  // namespace hipaa
