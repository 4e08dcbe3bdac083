// What counts as UTF-8.
#include "text/utf8.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace hipaa {
namespace {

TEST_CASE("the first malformed byte is found") {
    struct Row {
        std::string bytes;
        int offset;  // -1: well-formed
    };
    const Row rows[] = {
        {"", -1},
        {"plain, and longer than a machine word", -1},
        {"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", -1},
        {"12345678\xFFzzzzzzzz", 8},
        {"1234567\xC3", 7},
        {"\xE2\x82", 0},
        {"a\x80", 1},
        {"\xC0\xAF", 0},
        {"\xE0\x80\xAF", 0},
        {"ok \xED\xA0\x80", 3},
        {"\xF4\x8F\xBF\xBF", -1},
        {"\xF4\x90\x80\x80", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        const auto bad = utf8::first_invalid(row.bytes);
        CHECK((bad ? static_cast<int>(*bad) : -1) == row.offset);
    }
}

TEST_CASE("each byte that is not UTF-8 becomes a replacement character") {
    CHECK(utf8::well_formed("caf\xC3\xA9 a\xFF\xC3z") == "caf\u00E9 a\uFFFD\uFFFDz");
}

TEST_CASE("names that are not UTF-8 become UTF-8 that is theirs alone, and back") {
    struct Name {
        std::string bytes;
        std::string text;
    };
    const std::vector<Name> names{
        {"practice.yaml", "practice.yaml"},
        {"caf\xC3\xA9", "caf\u00E9"},
        {"\xFF.yaml", "\\xFF.yaml"},
        {"\\xFF.yaml", "\\\\xFF.yaml"},
        {"\\\xFF", "\\\\\\xFF"},
        {"a\\b", "a\\b"},
        {"a\\b\xE2\x80", "a\\\\b\\xE2\\x80"},
        {"\\xff\\x1", "\\xff\\x1"},
        {"\\\\xFF", "\\\\\\\\xFF"},
        {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
        {"", ""},
    };
    for (const Name& name : names) {
        CAPTURE(name.text);
        CHECK(utf8::escape_malformed(name.bytes) == name.text);
        CHECK(utf8::unescape_malformed(name.text) == name.bytes);
    }
}

TEST_CASE("code points are counted and taken one by one") {
    std::string_view text = "a\u00E9\u20AC\U0001F600";
    CHECK(utf8::count(text) == 4);
    std::u32string taken;
    while (!text.empty()) taken += utf8::take(text);
    CHECK((taken == U"a\u00E9\u20AC\U0001F600"));
    text = "\xFFz";
    CHECK(utf8::take(text) == utf8::malformed);
    CHECK(text == "z");
}

}  // namespace
}  // namespace hipaa
