// JSON that is safe to print, on one line and indented, whole and in parts.
#include "json/builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace hipaa;

namespace {

std::string quoted(const std::string& text) {
    JsonBuilder json(JsonBuilder::Layout::one_line);
    json.text(text);
    return json.take();
}

void build(JsonBuilder& json) {
    json.object([&] {
        json.array("none", [] {});
        json.object("empty", [] {});
        json.texts("texts ", {"a", "b "});
        json.array("mixed", [&] {
            json.null();
            json.boolean(true);
            json.number(-3);
            json.number(4.0);
            json.number(2.5);
            json.number(0.000001);
            json.number(1e30);
            json.array([&] { json.number(1); });
        });
        json.objects("places", std::vector<Place>{{1, 2}, {3, 4}}, [&](Place place) { json.place(place); });
    });
}

}  // namespace

TEST_CASE("JSON is built on one line") {
    JsonBuilder json(JsonBuilder::Layout::one_line);
    build(json);
    CHECK(json.take() == R"({"none":[],"empty":{},"texts ":["a","b "],"mixed":[null,true,-3,4,2.5,0.000001,1e30,[1]],)"
                         R"("places":[{"line":1,"column":2},{"line":3,"column":4}]})"
                         "\n");
    json.array([] {});
    CHECK(json.take() == "[]\n");
}

TEST_CASE("JSON is built indented") {
    JsonBuilder json;
    build(json);
    CHECK(json.take() == R"({
  "none": [],
  "empty": {},
  "texts ": [
    "a",
    "b "
  ],
  "mixed": [
    null,
    true,
    -3,
    4,
    2.5,
    0.000001,
    1e30,
    [
      1
    ]
  ],
  "places": [
    {
      "line": 1,
      "column": 2
    },
    {
      "line": 3,
      "column": 4
    }
  ]
}
)");
}

TEST_CASE("what is the same each time is built once at each depth") {
    JsonBuilder json;
    int built = 0;
    const auto build_key = [&] {
        json.repeat(&built, 0, [&] {
            json.number("built", ++built);
            json.key("value");
        });
    };
    const auto build_object = [&] {
        json.object([&] {
            build_key();
            json.null();
            json.object("in", [&] {
                build_key();
                json.array([] {});
            });
        });
        return json.take();
    };
    const std::string expected = R"({
  "built": 1,
  "value": null,
  "in": {
    "built": 2,
    "value": []
  }
}
)";
    for (int i = 0; i < 3; ++i) CHECK(build_object() == expected);
    CHECK(built == 2);
}

TEST_CASE("JSON is taken in parts, some of them built elsewhere") {
    JsonBuilder whole;
    whole.array([&] {
        whole.number(1);
        whole.number(2);
        whole.number(3);
    });
    JsonBuilder elements(JsonBuilder::Layout::indented, 1);
    elements.number(1);
    std::string parts = elements.take_part();
    elements.number(2);
    elements.number(3);
    parts += elements.take_part();
    CHECK(elements.take_part() == "");
    JsonBuilder json;
    std::string text;
    json.array([&] {
        text = json.take_part() + parts;
        json.skip_elements();
    });
    CHECK(text + json.take() == whole.take());
}

TEST_CASE("what is not plain is escaped, wherever it stands") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"\"", "\\\""},
        {"\\", "\\\\"},
        {"/", "/"},
        {std::string("\0", 1), "\\u0000"},
        {"\b\t\n\f\r", "\\b\\t\\n\\f\\r"},
        {"\v\x1B", "\\u000B\\u001B"},
        {"\x7F", "\\u007f"},
        {"\u202E", "\\u202e"},
        {"\U000E0041", "\\udb40\\udc41"},
        {"\xFF", "\\ufffd"},
        {"\u00E9\U0001F642", "\u00E9\U0001F642"},
    };
    for (const auto& [text, escaped] : rows)
        for (std::size_t length = 0; length < 20; ++length) {
            const std::string before(length, 'x');
            CHECK(quoted(before + text) == "\"" + before + escaped + "\"\n");
            CHECK(quoted(before + text + "end \"of\" it") == "\"" + before + escaped + "end \\\"of\\\" it\"\n");
        }
}
