// Places of a practice file that are not changed, and what is said about them.
#include "practice/edited.hpp"

using namespace hipaa::testing;

TEST_CASE("what would change more than one answer, or lose something") {
    check_edits({
        {"products:\n  nuvo: &z {in_use: yes}\n  spruce: *z\n", "products.spruce.in_use", new_word("no"),
         "3:11: `products.spruce.in_use` cannot be saved in this file: line 3 has an alias (`*`); write out what it "
         "stands for, then "
         "answer again"},
        {"products:\n  nuvo: &z {in_use: yes}\n  spruce: *z\n", "products.nuvo.in_use", new_word("no"),
         "2:9: `products.nuvo.in_use` cannot be saved in this file: line 2 has an anchor (`&`), so a change there may "
         "count elsewhere "
         "too; remove the anchor, then answer again"},
        {"products:\n  nuvo:\n    in_use: !!str yes\n", "products.nuvo.in_use", new_word("no"),
         "3:13: `products.nuvo.in_use` cannot be saved in this file: line 3 has a tag (`!`); remove it, then answer "
         "again"},
        {"practice:\n  name: >\n    Willow\n", "practice.name", new_prose("Oak"),
         "2:9: `practice.name` cannot be saved in this file: line 2 begins a text of several lines (`|` or `>`); "
         "change it in an "
         "editor"},
        {"used_for: [\n  care_team,  # Dana\n]\n", "used_for", words({}),
         "1:11: `used_for` cannot be saved in this file: the answer on line 1 has a comment inside, which would be "
         "lost; change it in "
         "an editor"},
        {"used_for:\n  - care_team  # Dana\n  - clients\n", "used_for", words({}),
         "2:3: `used_for` cannot be saved in this file: the answer on line 2 has a comment inside, which would be "
         "lost; change it in "
         "an editor"},
        {"plan: basic\n", "plan.tier", new_word("basic"),
         "1:7: `plan.tier` cannot be saved in this file: what is on line 1 leaves no place for it; change it in an "
         "editor"},
        {"plan: {tier: basic}\n", "plan", new_word("basic"),
         "1:7: `plan` cannot be saved in this file: what is on line 1 leaves no place for it; change it in an editor"},
        {"~\n", "plan.tier", new_word("basic"),
         "1:1: `plan.tier` cannot be saved in this file: what is on line 1 leaves no place for it; change it in an "
         "editor"},
    });
}

TEST_CASE("what is written in a way that few people know") {
    check_edits({
        {"? plan\n: {}\n", "plan.tier", new_word("basic"),
         "1:3: `plan.tier` cannot be saved in this file: line 1 is written in a way that cannot be changed safely "
         "here; change it in "
         "an editor"},
    });
}

TEST_CASE("bytes that the document was not read from") {
    hipaa::yaml::Problems problems;
    const auto document = hipaa::yaml::read({"practice.yaml", "tier: free\n"}, problems);
    REQUIRE(document);
    for (const std::string_view other : {"", "tier: free", "tier: fr\xE9\n", "tier: free\n\n"}) {
        const auto result = hipaa::set_answer(other, *document, hipaa::key_path("tier"), new_word("basic"));
        CHECK(std::holds_alternative<hipaa::yaml::Problem>(result));
    }
}

TEST_CASE("text that no file can hold") {
    const std::string refused = edited("", "name", new_prose("Oak\xFF"));
    CHECK(refused.starts_with("1:1: `name` cannot be saved in this file"));
}
