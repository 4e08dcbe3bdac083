// What shows something on a page.
#include "text/visible.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace hipaa {
namespace {

TEST_CASE("what shows nothing is cut off at both ends") {
    struct Row {
        std::string text;
        std::string visible;
    };
    const std::vector<Row> rows{
        {"", ""},
        {"a", "a"},
        {" \t\r\n a b \n", "a b"},
        {"\u00A0\u2003\u3000owner\u202F", "owner"},
        {"\u200B\u200C\u200D\u2060\uFEFF\u00AD", ""},
        {"\u202Eowner\u202C", "owner"},
        {"\u3164\u115F\u1160\uFFA0\u2800\u180E", ""},
        {"\uFE0F\U000E0041\u034F", ""},
        {"\u0301\u20DD", ""},
        {"e\u0301", "e\u0301"},
        {"\u00E9 \u6F22 \U0001F600", "\u00E9 \u6F22 \U0001F600"},
        {"a\u200Bb", "a\u200Bb"},
        {"-", "-"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(visible_part(row.text) == row.visible);
        CHECK(shows_something(row.text) == !row.visible.empty());
    }
}

}  // namespace
}  // namespace hipaa
