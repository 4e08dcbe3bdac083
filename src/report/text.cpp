// The text format: pages drawn for a terminal.
#include <optional>
#include <utility>

#include "report/compose.hpp"
#include "report/format.hpp"
#include "report/text_page.hpp"

namespace hipaa {
namespace {

Composition composition(const Appearance& appearance) {
    if (appearance.brief) return {Detail::brief};
    return {appearance.verbose ? Detail::everything : Detail::concise};
}

class TextDrafter final : public Drafter {
public:
    TextDrafter(const Run& run, const Appearance& appearance) : run_(run), appearance_(appearance) {}

    std::string draft(const PracticeReport& report) override {
        return text_page(compose_practice(report, run_, composition(appearance_)), appearance_.width,
                         appearance_.color);
    }

private:
    Run run_;
    Appearance appearance_;
};

class TextWriter final : public Writer {
public:
    TextWriter(std::ostream& out, const Appearance& appearance) : out_(out), appearance_(appearance) {}

    void begin(const Run& run) override {
        run_ = run;
        closing_.emplace(run, composition(appearance_));
    }

    void practice(const PracticeReport& report) override { drafted(report, drafter()->draft(report)); }

    void end(const Totals& totals) override {
        write(text_page(closing_->compose(totals), appearance_.width, appearance_.color));
    }

    std::unique_ptr<Drafter> drafter() const override { return std::make_unique<TextDrafter>(run_, appearance_); }

    void drafted(const PracticeReport& report, std::string_view text) override {
        write(text);
        closing_->add(report);
        out_.flush();
    }

private:
    void write(std::string_view page) {
        if (std::exchange(begun_, true)) out_ << '\n';
        out_ << page;
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
