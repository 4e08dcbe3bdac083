// JSON that may be anything.
#include "json/parse.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace hipaa;

namespace {

std::string mistake(const std::string& text) {
    JsonDocument document;
    const rapidjson::ParseResult parsed = parse_json(text, document);
    return parsed ? "" : json_error(parsed);
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("JSON is read up to a certain depth") {
    CHECK(mistake(nested(deepest_json)) == "");
    CHECK(mistake(nested(deepest_json + 1)) == "it is nested more than 32 deep");
    CHECK(mistake(std::string(1'000'000, '[')) == "it is nested more than 32 deep");
    std::string objects;
    for (std::size_t i = 0; i <= deepest_json; ++i) objects += "{\"a\":";
    CHECK(mistake(objects) == "it is nested more than 32 deep");
    CHECK(mistake("[" + nested(deepest_json - 1) + "," + nested(deepest_json - 1) + "]") == "");
    CHECK(mistake("{") == "Missing a name for object member.");
    CHECK(mistake("") == "The document is empty.");
    CHECK(mistake("1 2") == "The document root must not be followed by other values.");
}

TEST_CASE("all values of JSON are read") {
    JsonDocument document;
    REQUIRE(parse_json(R"({"a": [null, true, -1, 4294967296, -4294967296, 1.5, "b"], "c": {}})", document));
    const JsonValue& values = document["a"];
    CHECK(values[0].IsNull());
    CHECK(values[1].IsTrue());
    CHECK(values[2].GetInt() == -1);
    CHECK(values[3].GetUint64() == 4294967296);
    CHECK(values[4].GetInt64() == -4294967296);
    CHECK(values[5].GetDouble() == 1.5);
    CHECK(values[6].GetString() == std::string("b"));
    CHECK(document["c"].IsObject());
}

TEST_CASE("numbers are read exactly") {
    JsonDocument document;
    REQUIRE(parse_json(
        "[0e99, 0.0e-400, -0, 0.1, 18446744073709551615, 18446744073709551616, 9007199254740993.0, 5e-324]", document));
    CHECK(document[0].GetDouble() == 0);
    CHECK(document[1].GetDouble() == 0);
    CHECK(document[2].GetInt() == 0);
    CHECK(document[3].GetDouble() == 0.1);
    CHECK(document[4].GetUint64() == 18446744073709551615U);
    CHECK(document[5].GetDouble() == 18446744073709551616.0);
    CHECK(document[6].GetDouble() == 9007199254740992.0);
    CHECK(document[7].GetDouble() == 5e-324);
    CHECK(mistake("1e999") == "Number too big to be stored in double.");
    CHECK(mistake("-01") == "The document root must not be followed by other values.");
}
