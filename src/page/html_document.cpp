// The frame of an HTML file.
#include "page/html_document.hpp"

#include <fmt/format.h>

#include "page/html_style.hpp"
#include "page/html_text.hpp"
#include "page/icons.hpp"

namespace hipaa {

std::string html_begin(std::string_view title, std::string_view skip_to) {
    return fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n"
        "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the "
        "{}</a>\n{}",
        html_text(title), html_style, html_text(skip_to), icon_definitions());
}

}  // namespace hipaa
