// What may go to a terminal as it is.
#include "text/printable.hpp"

#include <string>

#include <doctest/doctest.h>

namespace hipaa {
namespace {

TEST_CASE("text is made safe to print") {
    struct Row {
        std::string text;
        std::string shown;
    };
    const Row rows[] = {
        {"", ""},
        {"plain \u00E9 \u6F22 \U0001F600", "plain \u00E9 \u6F22 \U0001F600"},
        {"a\tb\nc\rd\r\ne", "a b c d e"},
        {"\x1B[31mred", "\\u{1B}[31mred"},
        {std::string("a\0b", 3), "a\\u{0}b"},
        {"del\x7F", "del\\u{7F}"},
        {"c1\xC2\x9B", "c1\\u{9B}"},
        {"\u202Egnp.exe", "\\u{202E}gnp.exe"},
        {"\u061C\u200E\u200F\u202A\u2066\u2069", "\\u{61C}\\u{200E}\\u{200F}\\u{202A}\\u{2066}\\u{2069}"},
        {"a\u2028b\u2029", "a\\u{2028}b\\u{2029}"},
        {"\uFEFFx", "\\u{FEFF}x"},
        {"\U000E0041", "\\u{E0041}"},
        {"\xFF \xC3\xA9 \xC3", "\\xFF \u00E9 \\xC3"},
        {"joined \u200D stays", "joined \u200D stays"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.shown);
        CHECK(printable(row.text) == row.shown);
    }
}

TEST_CASE("printable ASCII ends at the first byte that is something else, wherever it stands") {
    for (int byte = 0; byte < 256; ++byte) {
        const auto c = static_cast<char>(byte);
        const bool plain = byte >= 0x20 && byte < 0x7F;
        for (std::size_t length = 1; length < 20; ++length)
            for (std::size_t at = 0; at < length; ++at) {
                std::string text(length, '~');
                text[at] = c;
                REQUIRE(printable_ascii(text) == (plain ? length : at));
            }
    }
}

}  // namespace
}  // namespace hipaa
