// JSON text that is safe to print, wherever in it the character stands that is not.
#include "json/text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace hipaa;

TEST_CASE("a string that is not plain is found, wherever the character stands") {
    for (int code = 0; code < 256; ++code) {
        const char c = static_cast<char>(code);
        const bool plain = code >= 0x20 && code < 0x7F && c != '"' && c != '\\';
        for (std::size_t length = 1; length < 20; ++length)
            for (std::size_t at = 0; at < length; ++at) {
                std::string text(length, 'a');
                text[at] = c;
                REQUIRE(is_plain(text) == plain);
            }
    }
    CHECK(is_plain(""));
}

TEST_CASE("invisible characters are escaped, wherever they stand") {
    for (std::size_t before = 0; before < 20; ++before) {
        const std::string start(before, 'x');
        CHECK(escape_invisible(start + "\x7F"
                                       "end of the text") == start + "\\u007fend of the text");
        CHECK(escape_invisible(start + "\u202E"
                                       "end of the text") == start + "\\u202eend of the text");
        CHECK(escape_invisible(start + "\U000E0041"
                                       "end") == start + "\\udb40\\udc41end");
        CHECK(escape_invisible(start + "\u00E9\U0001F642 \n{}") == start + "\u00E9\U0001F642 \n{}");
    }
}
