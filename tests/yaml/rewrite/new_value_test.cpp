// How values are written, and that they are read as they were meant.
#include "yaml/rewrite/new_value.hpp"

#include <doctest/doctest.h>

#include "yaml/fast/plain_reader.hpp"
#include "yaml/mutants.hpp"
#include "yaml/tree.hpp"

using namespace hipaa::yaml;

namespace {

/// True if `text` is `value` after `key: ` and between brackets, and our own reader understands it.
bool is_read_as(const std::string& text, const NewValue& value) {
    Problems problems;
    const auto in_line = read({"a.yaml", "key: " + text + "  # comment\n"}, problems);
    const auto in_braces = read({"a.yaml", "{key: " + text + ", b: [" + text + "]}\n"}, problems);
    if (!in_line || !in_braces || !problems.empty()) return false;
    Tree tree(in_braces->source());
    if (!read_plain(tree)) return false;
    const Node root = in_braces->root();
    return says(in_line->root().find("key")->value, value) && says(root.find("key")->value, value) &&
           says(*root.find("b")->value.items().begin(), value);
}

}  // namespace

TEST_CASE("values on one line") {
    CHECK(line_text(new_word("basic")) == "basic");
    CHECK(line_text(new_word("2026-11-01")) == "2026-11-01");
    CHECK(line_text(new_word("null")) == "\"null\"");
    CHECK(line_text(new_word("~")) == "\"~\"");
    CHECK(line_text(new_prose("2026-11-01")) == "\"2026-11-01\"");
    CHECK(line_text(new_prose("basic"), '\'') == "'basic'");
    CHECK(line_text(new_prose("a\nb"), '\'') == "\"a\\nb\"");
    CHECK(line_text(new_list()) == "[]");
    CHECK(line_text(new_map()) == "{}");
    CHECK(line_text(new_map("tier", new_list({new_word("a"), new_prose("b, c")}))) == "{tier: [a, \"b, c\"]}");
}

TEST_CASE("values on lines of their own") {
    NewValue item = new_map("name", new_prose("Oak"));
    item.keys.push_back("plan");
    item.children.push_back(new_map("tier", new_word("basic")));
    CHECK_FALSE(takes_lines(new_list({new_word("a")})));
    CHECK_FALSE(takes_lines(new_map()));
    CHECK(takes_lines(item));
    CHECK(lines_text(item, 4, 3) == "name: Oak\n    plan:\n       tier: basic");
    CHECK(lines_text(new_map("vendors", new_list({item, new_map()})), 0, 2) ==
          "vendors:\n  - name: Oak\n    plan:\n      tier: basic\n  - {}");
    CHECK(lines_text(new_list({new_word("a"), new_list({new_word("b")})}), 2, 2) == "- a\n  - [b]");
}

TEST_CASE("keys") {
    CHECK(key_text("used_for") == "used_for");
    CHECK(key_text("dr. x") == "\"dr. x\"");
    CHECK(key_text("null") == "\"null\"");
    CHECK(key_text("nullable") == "nullable");
    CHECK(key_text("-a") == "\"-a\"");
    CHECK(key_text("") == "\"\"");
    CHECK(key_text("<<") == "\"<<\"");
}

TEST_CASE("any text is read as it was written") {
    constexpr std::string_view parts[] = {"a",
                                          " ",
                                          "#",
                                          ":",
                                          "-",
                                          "?",
                                          ",",
                                          "[",
                                          "]",
                                          "{",
                                          "}",
                                          "\"",
                                          "'",
                                          "\\",
                                          "\n",
                                          "\t",
                                          "\xC3\xBC",
                                          "&",
                                          "*",
                                          "!",
                                          "|",
                                          ">",
                                          "%",
                                          "@",
                                          "`",
                                          "~",
                                          "null",
                                          "yes",
                                          "1",
                                          ".",
                                          "=",
                                          "<<",
                                          "x",
                                          "/",
                                          "\x01",
                                          "\xC2\x85",
                                          "\xE2\x80\xA8",
                                          "---",
                                          "...",
                                          "\r"};
    Random random(7);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::size_t count = random.below(6); count > 0; --count) text += random.pick(parts);
        CAPTURE(text);
        for (const char quote : {'\0', '\'', '"'}) {
            CHECK(is_read_as(line_text(new_word(text), quote), new_word(text)));
            CHECK(is_read_as(line_text(new_prose(text), quote), new_word(text)));
        }
        CHECK(is_read_as("{" + key_text(text) + ": 1}", new_map(text, new_word("1"))));
    }
}
