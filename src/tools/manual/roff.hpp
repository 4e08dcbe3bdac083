// Manual pages in the macros of man(7).
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// The first line of `rest`, without its end; `rest` goes on behind it.
std::string_view take_line(std::string_view& rest);

class Roff {
public:
    /// `date`: of the version, such as 2026-11-28. `about`: what the page is, in a few words.
    Roff(std::string_view name, int section, std::string_view date, std::string_view version, std::string_view about);

    void section(std::string_view title);
    void subsection(std::string_view title);
    /// What stands between backquotes is bold.
    void paragraph(std::string_view text);
    /// A term, as it is, and what it means.
    void item(std::string_view term, std::string_view text);
    /// Lines that are to stay as they are.
    void literal(std::string_view text);

    std::string take() { return std::move(text_); }

private:
    void begin_paragraph();

    std::string text_;
    bool below_title_ = false;
};

}  // namespace hipaa
