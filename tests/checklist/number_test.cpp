// Numbers as people write them.
#include "checklist/number.hpp"

#include <doctest/doctest.h>

#include <charconv>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

using namespace hipaa;

TEST_CASE("a number is digits with an optional fraction, and nothing else") {
    for (const char* text : {"0", "7", "0.1", "007.50", "999999999999999", "99999999999999.9"}) {
        CAPTURE(std::string(text));
        CHECK(parse_number(text).has_value());
    }
    for (const char* text : {"", ".", ".5", "5.", "1.2.3", "1..2", "-1", "+1", "1e3", "1,5", " 1", "0x1", "inf", "nan",
                             "1000000000000000", "0.123456789012345"}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(parse_number(text).has_value());
    }
}

TEST_CASE("a number is the nearest that there is, as the standard library finds it") {
    std::mt19937_64 random(20);
    for (int i = 0; i < 100'000; ++i) {
        std::string text = std::to_string(random() % 1'000'000'000'000'000);
        if (const std::size_t point = random() % text.size(); point > 0) text.insert(point, ".");
        double expected = 0;
        std::from_chars(text.data(), text.data() + text.size(), expected, std::chars_format::fixed);
        const auto found = parse_number(text);
        if (found != expected) FAIL_CHECK(text);
    }
}
