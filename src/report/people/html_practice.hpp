// One practice in HTML.
#pragma once

#include <string>

#include "page/html_page.hpp"
#include "report/people/compose.hpp"

namespace hipaa {

/// How a practice is written in HTML: everything is there, and notes are closed until somebody opens them.
inline constexpr Composition html_composition{Detail::everything};

/// An article, to be drawn when it is known how deep in the document its headings stand.
class HtmlPractice {
public:
    /// Its elements have ids that begin with `prefix`. `content` is the triage of what was assessed, if something was.
    HtmlPractice(const PracticeReport& report, const Run& run, const Triage& content, const std::string& prefix,
                 const Composition& composition);

    std::string draw(int top_level);
    /// The ids of its notes.
    const Anchors& anchors() const { return anchors_; }

private:
    page::Page page_;
    HtmlPlace place_;
    Anchors anchors_;
};

}  // namespace hipaa
