// Reading YAML that is in order: texts, kinds and places.
#include "yaml/document.hpp"

#include <ranges>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "shown.hpp"

namespace hipaa::yaml {
namespace {

static_assert(std::forward_iterator<Children<Node>::Iterator> && std::forward_iterator<Children<Entry>::Iterator>);
static_assert(std::ranges::forward_range<Node::Items> && std::ranges::forward_range<Node::Entries>);

TEST_CASE("a document is a tree in which everything has its place") {
    struct Row {
        std::string name;
        std::string text;
        std::string tree;
    };
    const Row rows[] = {
        {"map", "a: b\nc: 1", "1:1 {1:1 a: 1:4 b, 2:1 c: 2:4 1}"},
        {"nested", "a:\n  b:\n    - c\n    - d\n", "1:1 {1:1 a: 2:3 {2:3 b: 3:5 [3:7 c, 4:7 d]}}"},
        {"flow", "a: {b: [c, d], e: f}", "1:1 {1:1 a: 1:4 {1:5 b: 1:8 [1:9 c, 1:12 d], 1:16 e: 1:19 f}}"},
        {"keys are text", "on: 1\n1: 2\n'x y': 3", "1:1 {1:1 on: 1:5 1, 2:1 1: 2:4 2, 3:1 x y: 3:8 3}"},
        {"quotes", "- 'it''s'\n- \"\\u00e9\\n\"\n- x", "1:1 [1:3 'it's', 2:3 '\u00E9\n', 3:3 x]"},
        {"escapes", "- \"\\N\\_\\L\\P\\U0001F600\\x41\"\n- \"\u00E9\\_\"",
         "1:1 [1:3 '\u0085\u00A0\u2028\u2029\U0001F600A', 2:3 '\u00E9\u00A0']"},
        {"quoted over two lines", "a: \"b\n  c\"\nd: e", "1:1 {1:1 a: 1:4 'b c', 3:1 d: 3:4 e}"},
        {"literal", "a: |\n  b\n  c\nd: e", "1:1 {1:1 a: 1:4 'b\nc\n', 4:1 d: 4:4 e}"},
        {"folded", "a: >-\n  b\n  c\n", "1:1 {1:1 a: 1:4 'b c'}"},
        {"plain over two lines", "a: b\n  c\n", "1:1 {1:1 a: 1:4 b c}"},
        {"written nulls", "a: ~\nb: null\nc: Null\nd: NULL",
         "1:1 {1:1 a: 1:4 null(~), 2:1 b: 2:4 null(null), 3:1 c: 3:4 null(Null), 4:1 d: 4:4 null(NULL)}"},
        {"no nulls", "a: 'null'\nb: nULL\nc: ''\nd: nullx",
         "1:1 {1:1 a: 1:4 'null', 2:1 b: 2:4 nULL, 3:1 c: 3:4 '', 4:1 d: 4:4 nullx}"},
        {"nulls not written", "a:\nb: {c, d: , e}\nf:",
         "1:1 {1:1 a: 1:1 null(), 2:1 b: 2:4 {2:5 c: 2:5 null(), 2:8 d: 2:8 null(), 2:13 e: 2:13 null()}, 3:1 f: 3:1 "
         "null()}"},
        {"items not written", "-\n- # b\n# - c\n\n- d\n-", "1:1 [1:1 null(), 2:1 null(), 5:3 d, 6:1 null()]"},
        {"items not written, nested", "a:\n  - -\n    - b\n  -\nc: d",
         "1:1 {1:1 a: 2:3 [2:5 [2:5 null(), 3:7 b], 4:3 null()], 5:1 c: 5:4 d}"},
        {"properties without content", "a: &x\nb: !!str\nc: *x",
         "1:1 {1:1 a: 1:1 null(), 2:1 b: 2:4 , 3:1 c: 3:4 null()}"},
        {"comments only", "# nothing\n\n", "1:1 null()"},
        {"empty", "", "1:1 null()"},
        {"marker only", "# c\n---\n", "1:1 null()"},
        {"null document", "null", "1:1 null(null)"},
        {"markers", "%YAML 1.2\n---\na: b\n...\n", "3:1 {3:1 a: 3:4 b}"},
        {"CRLF and CR", "a: b\r\nc: d\re: |\r\n  f\r\n", "1:1 {1:1 a: 1:4 b, 2:1 c: 2:4 d, 3:1 e: 3:4 'f\n'}"},
        {"byte order mark",
         "\xEF\xBB\xBF"
         "a: b",
         "1:1 {1:1 a: 1:4 b}"},
        {"columns are code points", "{\u00E9\u6F22: \U0001F600, b: c}",
         "1:1 {1:2 \u00E9\u6F22: 1:6 \U0001F600, 1:9 b: 1:12 c}"},
        {"aliases", "a: &x [b, c]\nd: *x\ne: &y f\ng: [*y]",
         "1:1 {1:1 a: 1:4 [1:8 b, 1:11 c], 2:1 d: 2:4 [1:8 b, 1:11 c], 3:1 e: 3:4 f, 4:1 g: 4:4 [4:5 f]}"},
        {"standard tags", "a: !!str 1\nb: ! 'x'\nc: !!map {d: !!int 2}",
         "1:1 {1:1 a: 1:4 1, 2:1 b: 2:4 'x', 3:1 c: 3:4 {3:11 d: 3:14 2}}"},
        {"quoted merge key", "'<<': a", "1:1 {1:1 <<: 1:7 a}"},
        {"tabs that do not indent", "a:\tb\t# c\nd: 'e\n\tf'\ng: |\n  \th\n",
         "1:1 {1:1 a: 1:4 b, 2:1 d: 2:4 'e f', 4:1 g: 4:4 '\th\n'}"},
        {"json", "{\"a\": [1, {\"b\": null}],\n \"c\": \"\\/\"}",
         "1:1 {1:2 a: 1:7 [1:8 1, 1:11 {1:12 b: 1:17 null(null)}], 2:2 c: 2:7 '/'}"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name.c_str()) {
            Problems problems;
            const auto document = read({"file.yaml", row.text}, problems);
            CHECK(shown(problems) == "");
            REQUIRE(document);
            CHECK(shown(document->root()) == row.tree);
        }
    }
}

TEST_CASE("a map finds its entries") {
    Problems problems;
    const auto document = read({"file.yaml", "a: 1\nb: [2, 3]"}, problems);
    REQUIRE(document);
    const Node root = document->root();
    CHECK(root.size() == 2);
    REQUIRE(root.find("b"));
    CHECK(shown(root.find("b")->value) == "2:4 [2:5 2, 2:8 3]");
    CHECK_FALSE(root.find("c"));
    CHECK_FALSE(root.find("b")->value.find("2"));
    CHECK(root.items().empty());
    CHECK(root.find("b")->value.entries().empty());
    CHECK(root.find("a")->value.size() == 0);
}

TEST_CASE("nodes stay good when their document is moved") {
    Problems problems;
    auto first = read({"file.yaml", "a: \"b\\x21\""}, problems);
    REQUIRE(first);
    const Node root = first->root();
    const Document second = std::move(*first);
    first.reset();
    CHECK(shown(root) == "1:1 {1:1 a: 1:4 'b!'}");
    CHECK(second.source().name == "file.yaml");
    CHECK(second.source().text == "a: \"b\\x21\"");
}

TEST_CASE("a source has lines") {
    const Source source{"file.yaml",
                        "\xEF\xBB\xBF"
                        "one\r\ntwo\n\nfour\rfive"};
    const std::string lines[] = {"one", "two", "", "four", "five", "", ""};
    for (std::uint32_t number = 1; number <= 7; ++number) {
        CAPTURE(number);
        CHECK(std::string(source.line(number)) == lines[number - 1]);
    }
}

}  // namespace
}  // namespace hipaa::yaml
