// The one scan of bytes.
#include "text/scan.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

using namespace hipaa;

namespace {

constexpr bool is_not_x(char byte) { return byte != 'x'; }

}  // namespace

TEST_CASE("a run ends at the first byte of another kind, wherever in a block that is") {
    for (std::size_t length = 0; length < 200; ++length) {
        const std::string text(length, 'a');
        REQUIRE(run_length<is_not_x>(text) == length);
        for (std::size_t at = 0; at < length; ++at) {
            std::string other = text;
            other[at] = 'x';
            other.back() = 'x';
            if (run_length<is_not_x>(other) != at) FAIL_CHECK(length, " bytes, the one at ", at);
        }
    }
}

TEST_CASE("every byte is of the kinds that it is of") {
    for (int number = 0; number < 256; ++number) {
        CAPTURE(number);
        const std::string text(16, static_cast<char>(number));
        CHECK(run_length<is_ascii>(text) == (number < 0x80 ? text.size() : 0));
        CHECK(run_length<is_printable_ascii>(text) == (number >= 0x20 && number < 0x7F ? text.size() : 0));
    }
}

TEST_CASE("a set of bytes holds those of its literal, NUL among them if it is written") {
    static constexpr ByteSet set("\0ab");
    for (int number = 0; number < 256; ++number) {
        CAPTURE(number);
        CHECK(set.has(static_cast<char>(number)) == (number == 0 || number == 'a' || number == 'b'));
    }
    CHECK_FALSE(ByteSet("ab").has('\0'));
}
