// Which words are taken for a slip of the keyboard.
#include "text/spelling.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace hipaa {
namespace {

TEST_CASE("the nearest word is suggested") {
    const std::vector<std::string_view> candidates = {"plan", "phone", "texting", "first_client_use", "in_use"};
    struct Row {
        std::string word;
        std::string suggestion;  // empty: none
    };
    const Row rows[] = {
        {"plan", "plan"},
        {"PLAN", "plan"},
        {"First-Client-Use", "first_client_use"},
        {"paln", "plan"},
        {"pla", "plan"},
        {"plans", "plan"},
        {"plaan", "plan"},
        {"blan", "plan"},
        {"phoen", "phone"},
        {"frist_cleint_use", "first_client_use"},
        {"plxx", ""},
        {"", ""},
        {"x", ""},
        {"something else", ""},
        {std::string(101, 'x'), ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.word);
        CHECK(std::string(closest(row.word, candidates).value_or("")) == row.suggestion);
    }
}

TEST_CASE("of equally near words the first is suggested") {
    const std::vector<std::string_view> candidates = {"basis", "basil", "basic"};
    CHECK(std::string(closest("basix", candidates).value_or("")) == "basis");
    CHECK(std::string(closest("basic", candidates).value_or("")) == "basic");
}

TEST_CASE("one edit in three letters is near") {
    CHECK(is_near("abc", "abd"));
    CHECK_FALSE(is_near("ab", "ac"));
    CHECK_FALSE(is_near("abcde", "abxxe"));
    CHECK(is_near("abcdef", "abxxef"));
    CHECK(is_near("café_menü", "CAFÉ-MENU"));
    CHECK_FALSE(is_near(std::string(101, 'x'), std::string(101, 'x')));
    CHECK(is_near(std::string(100, 'x'), std::string(99, 'x')));
}

TEST_CASE("a short name is near to what begins like it") {
    const std::vector<std::string_view> names{"zoom", "spruce"};
    CHECK(std::string(closest_name("zooom", names).value_or("")) == "zoom");
    CHECK(std::string(closest_name("Zoon", names).value_or("")) == "zoom");
    CHECK(std::string(closest_name("pruce", names).value_or("")) == "spruce");
    for (const std::string_view other : {"loom", "room", "oom", ""}) CHECK_FALSE(closest_name(other, names));
}

TEST_CASE("a swap of neighbours is one edit") {
    CHECK(is_near("hsa", "has"));
    CHECK_FALSE(is_near("sah", "has"));
}

}  // namespace
}  // namespace hipaa
