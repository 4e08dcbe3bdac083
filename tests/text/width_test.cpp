// Terminal cells, and lines that fit into them.
#include "text/width.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace hipaa {
namespace {

TEST_CASE("width is counted in cells") {
    CHECK(display_width("") == 0);
    CHECK(display_width("abc") == 3);
    CHECK(display_width("\u00E9") == 1);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("\u6F22\u5B57") == 4);
    CHECK(display_width("\U0001F600") == 2);
}

TEST_CASE("text is broken at white space") {
    struct Row {
        std::string text;
        std::size_t width;
        std::vector<std::string> lines;
    };
    const Row rows[] = {
        {"", 10, {""}},
        {"   \n ", 10, {""}},
        {"one two three", 7, {"one two", "three"}},
        {"one two three", 6, {"one", "two", "three"}},
        {"  one \n\t two  ", 20, {"one two"}},
        {"see https://example.org/a/long/address now", 10, {"see", "https://example.org/a/long/address", "now"}},
        {"\u6F22\u5B57 \u6F22\u5B57", 8, {"\u6F22\u5B57", "\u6F22\u5B57"}},
        {"\u6F22\u5B57 \u6F22\u5B57", 9, {"\u6F22\u5B57 \u6F22\u5B57"}},
        {"a b", 1, {"a", "b"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(wrap(row.text, row.width) == row.lines);
    }
}

}  // namespace
}  // namespace hipaa
