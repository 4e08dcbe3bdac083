// Mistakes as a person reads them.
#include "yaml/problem.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include "shown.hpp"
#include "yaml/document.hpp"

namespace hipaa::yaml {
namespace {

/// What is shown for a mistake in `text`, which is one line, at `column`.
std::string excerpt_of(const std::string& text, std::uint32_t column) {
    return excerpt({{1, column}, "kind", "message"}, {"file.yaml", text});
}

TEST_CASE("problems are in the order of the file, and each is there once") {
    Problems problems;
    CHECK(problems.empty());
    problems.add({2, 1}, "b", "second");
    problems.add({1, 5}, "a", "first");
    problems.add({2, 1}, "b", "second");
    CHECK(shown(problems) == "1:5 a: first\n2:1 b: second");
    CHECK(problems.count() == 2);
    CHECK_FALSE(problems.empty());
}

TEST_CASE("of many problems the first are kept and the others counted, unworded") {
    Problems problems;
    for (std::uint32_t line = 1; line <= 150; ++line) problems.add({line, 1}, "kind", "message");
    problems.add({200, 1}, "kind", []() -> std::string { throw std::logic_error("worded"); });
    CHECK(problems.shown().size() == 100);
    CHECK(problems.hidden() == 51);
    problems.add({1, 2}, "kind", "late, but near the top");
    CHECK(problems.shown().size() == 100);
    CHECK(problems.hidden() == 52);
    CHECK(problems.count() == 152);
    CHECK(problems.shown().rbegin()->place == Place{99, 1});
}

TEST_CASE("a problem has a headline") {
    const Problem problem{{3, 7}, "kind", "this is wrong; write that"};
    CHECK(headline(problem, "practice.yaml") == "practice.yaml:3:7: this is wrong; write that");
    CHECK(headline(problem, "a\x1B[31m\n\xFF.yaml") == "a\\u{1B}[31m \\xFF.yaml:3:7: this is wrong; write that");
}

TEST_CASE("the caret stands under the place") {
    struct Row {
        std::string name;
        std::string text;
        std::uint32_t column;
        std::string excerpt;
    };
    const Row rows[] = {
        {"start", "a: b", 1, "  a: b\n  ^\n"},
        {"middle", "a: b", 4, "  a: b\n     ^\n"},
        {"behind the end", "a: b", 5, "  a: b\n      ^\n"},
        {"far behind the end", "a: b", 5000, "  a: b\n      ^\n"},
        {"tabs", "\ta:\tb", 5, "   a: b\n      ^\n"},
        {"wide", "\u6F22\u5B57: x", 5, "  \u6F22\u5B57: x\n        ^\n"},
        {"combining", "e\u0301: x", 5, "  e\u0301: x\n     ^\n"},
        {"controls", "\x1B: \u202Ex", 5, "  \\u{1B}: \\u{202E}x\n                  ^\n"},
        {"not UTF-8", "caf\xE9: x", 4, "  caf\uFFFD: x\n     ^\n"},
        {"byte order mark",
         "\xEF\xBB\xBF"
         "a: b",
         4, "  a: b\n     ^\n"},
        {"no line", "", 1, ""},
        {"UTF-16", std::string("a\0b\0", 4), 1, ""},
        {"RTF", "{\\rtf1\\ansi", 1, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(excerpt_of(row.text, row.column) == row.excerpt);
    }
}

TEST_CASE("a long line is cut to the part around the caret") {
    const std::string hundred(100, 'x');
    CHECK(excerpt_of(hundred, 100) == "  " + hundred + "\n" + std::string(101, ' ') + "^\n");
    CHECK(excerpt_of(hundred + "y", 1) == "  " + std::string(98, 'x') + "…\n  ^\n");
    CHECK(excerpt_of("y" + hundred, 101) == "  …" + std::string(98, 'x') + "\n" + std::string(100, ' ') + "^\n");
    CHECK(excerpt_of(std::string(5000, 'x') + "Y" + std::string(5000, 'z'), 5001) ==
          "  …" + std::string(49, 'x') + "Y" + std::string(48, 'z') + "…\n" + std::string(52, ' ') + "^\n");
    std::string wide;
    for (int i = 0; i < 300; ++i) wide += "\u6F22";
    const std::string cut = excerpt_of(wide, 150);
    CHECK(cut.substr(cut.find('\n')) == "\n" + std::string(51, ' ') + "^\n");
}

TEST_CASE("all problems are described, and how many more there are") {
    const Source source{"p.yaml", "a: 1\na: 2\n"};
    Problems problems;
    problems.add({2, 1}, "kind", "this is wrong");
    problems.add({7, 1}, "kind", "there is no such line");
    CHECK(describe(problems, source) == "p.yaml:2:1: this is wrong\n  a: 2\n  ^\np.yaml:7:1: there is no such line\n");

    Problems many;
    for (std::uint32_t line = 1; line <= 101; ++line) many.add({line + 10, 1}, "kind", "message");
    CHECK(describe(many, source).ends_with("p.yaml:110:1: message\n... and 1 more mistake\n"));
    many.add({500, 1}, "kind", "message");
    CHECK(describe(many, source).ends_with("p.yaml:110:1: message\n... and 2 more mistakes\n"));
}

TEST_CASE("excerpts that are kept at once are the same") {
    std::string text = "\xEF\xBB\xBF";
    for (const std::string_view piece : {"a: b, ", "\xC3\xA4\xC3\xB6, ", "\xE6\xBC\xA2\xE5\xAD\x97 ", "\xFF\x01 "}) {
        for (int i = 0; i < 200; ++i) text += piece;
        text += text.size() % 2 == 0 ? "\r\n" : "\n";
    }
    const Source source{"f", text + "short\n\nlast"};
    std::set<Place> places;
    for (std::uint32_t line = 1; line <= 9; ++line)
        for (std::uint32_t column = 1; column <= (line < 5 ? 1000U : 3U); column += 7) places.insert({line, column});
    Source with_excerpts = source;
    keep_excerpts(with_excerpts, places);
    CHECK(with_excerpts.excerpts.size() == places.size());
    for (const Place place : places) {
        INFO(place.line << ':' << place.column);
        CHECK(excerpt({place, "", ""}, with_excerpts) == excerpt({place, "", ""}, source));
    }
}

TEST_CASE("a text that was cleaned is shown as it was") {
    using namespace std::string_literals;
    Source source{"f", "\xEF\xBB\xBF\0abc: x\n"s};
    Problems problems;
    CHECK_FALSE(read_out_of(source, problems));
    CHECK(describe(problems, source) ==
          "f:1:1: there is an invisible control character here (U+0000); delete it, or type this line again by hand\n"
          "  \\u{0}abc: x\n"
          "  ^\n");

    Source marked_twice{"f",
                        "\xEF\xBB\xBF\xEF\xBB\xBF"
                        "a: 1"};
    Problems none;
    auto document = read_out_of(marked_twice, none);
    REQUIRE(document);
    CHECK(std::move(*document).take_source().line(1) == "a: 1");
}

}  // namespace
}  // namespace hipaa::yaml
