// Changes as text, Markdown and HTML: one page after another.
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "compare/report/change_page.hpp"
#include "compare/report/change_report.hpp"
#include "page/html_document.hpp"
#include "page/html_page.hpp"
#include "page/markdown_page.hpp"
#include "page/text_page.hpp"
#include "report/spill.hpp"

namespace hipaa {
namespace {

/// Draws a page; `number`: which one it is.
using Draw = std::function<std::string(const page::Page& page, std::size_t number)>;

/// What stands around all pages.
struct Frame {
    std::function<std::string(const Comparison& comparison)> begin;
    std::string_view end;
};

class PageChanges final : public ChangeWriter {
public:
    PageChanges(std::ostream& out, Draw draw, Frame frame)
        : out_(out), draw_(std::move(draw)), frame_(std::move(frame)) {}

    void begin(const Comparison& comparison) override { comparison_ = comparison; }

    /// The first waits until it is known whether it is the only one.
    void practice(const PracticeChanges& practice) override {
        if (practices_++ == 0) first_ = practice;
        if (practices_ == 2) add(first_, true);
        if (practices_ >= 2) add(practice, true);
    }

    void end(const ChangeTotals& totals) override {
        if (practices_ == 1) add(first_, false);
        if (frame_.begin) out_ << frame_.begin(comparison_);
        out_ << draw_(compose_comparison(comparison_, totals), 0);
        practices_text_.write_to(out_);
        separate([&](std::string_view text) { out_ << text; });
        out_ << draw_(compose_change_closing(totals), ++pages_) << frame_.end;
    }

private:
    template <typename Take>
    void separate(Take&& take) const {
        if (!frame_.begin) take(std::string_view("\n"));
    }

    void add(const PracticeChanges& practice, bool several) {
        const page::Page page = compose_changes(practice, several);
        if (page.empty()) return;
        separate([&](std::string_view text) { practices_text_.append(text); });
        practices_text_.append(draw_(page, ++pages_));
    }

    std::ostream& out_;
    Draw draw_;
    Frame frame_;
    Comparison comparison_;
    PracticeChanges first_;
    Spill practices_text_;
    std::size_t practices_ = 0;
    std::size_t pages_ = 0;
};

std::string html_head(const Comparison& comparison) {
    const std::string_view what = comparison.set.empty() ? "What changed" : "HYPOTHETICAL: what would change";
    return html_begin(fmt::format("{} from {} to {}", what, iso(comparison.from), iso(comparison.to)), "report") +
           "<main id=\"main\">\n";
}

}  // namespace

std::unique_ptr<ChangeWriter> make_text_changes(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<PageChanges>(
        out,
        [appearance](const page::Page& page, std::size_t) {
            return text_page(page, appearance.width, appearance.color);
        },
        Frame{});
}

std::unique_ptr<ChangeWriter> make_markdown_changes(std::ostream& out, const Appearance&) {
    return std::make_unique<PageChanges>(
        out, [](const page::Page& page, std::size_t) { return markdown_page(page); }, Frame{});
}

std::unique_ptr<ChangeWriter> make_html_changes(std::ostream& out, const Appearance&) {
    const auto draw = [](const page::Page& page, std::size_t number) {
        HtmlPlace place;
        place.prefix = fmt::format("page-{}", number);
        place.top_level = number == 0 ? 1 : 2;
        return html_page(page, place);
    };
    return std::make_unique<PageChanges>(out, draw, Frame{html_head, "</main>\n</body>\n</html>\n"});
}

}  // namespace hipaa
