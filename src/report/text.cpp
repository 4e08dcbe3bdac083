// The text format: pages drawn for a terminal.
#include <optional>
#include <utility>

#include "report/compose.hpp"
#include "report/format.hpp"
#include "report/text_page.hpp"

namespace hipaa {
namespace {

class TextWriter final : public Writer {
public:
    TextWriter(std::ostream& out, const Appearance& appearance) : out_(out), appearance_(appearance) {}

    void begin(const Run& run) override {
        run_ = run;
        closing_.emplace(run, composition());
    }

    void practice(const PracticeReport& report) override {
        draw(compose_practice(report, run_, composition()));
        closing_->add(report);
        out_.flush();
    }

    void end(const Totals& totals) override { draw(closing_->compose(totals)); }

private:
    Composition composition() const { return {appearance_.verbose, appearance_.verbose}; }

    void draw(const page::Page& page) {
        if (std::exchange(begun_, true)) out_ << '\n';
        out_ << text_page(page, appearance_.width, appearance_.color);
    }

    std::ostream& out_;
    Appearance appearance_;
    Run run_;
    std::optional<Closing> closing_;
    bool begun_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_text(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<TextWriter>(out, appearance);
}

}  // namespace hipaa
