// A practice file before and after one answer was taken out of it.
#include <algorithm>
#include <iterator>

#include "practice/edit_trial.hpp"
#include "practice/random_practice.hpp"

using namespace hipaa::testing;
using hipaa::yaml::Random;

namespace {

/// The text of the file afterwards, or `line:column: sentence`.
std::string without(const std::string& before, const hipaa::KeyPath& path) {
    hipaa::yaml::Problems problems;
    const auto document = hipaa::yaml::read({"practice.yaml", before}, problems);
    if (!document || !problems.empty()) return "not YAML before: " + hipaa::yaml::shown(problems);
    const auto result = hipaa::remove_answer(before, *document, path);
    if (const auto* problem = std::get_if<hipaa::yaml::Problem>(&result))
        return fmt::format("{}:{}: {}", problem->place.line, problem->place.column, problem->message);
    return std::get<hipaa::EditedFile>(result).text;
}

std::string without(const std::string& before, std::string_view key) { return without(before, hipaa::key_path(key)); }

std::string without_item(const std::string& before, std::string_view list, std::size_t item) {
    hipaa::KeyPath path = hipaa::key_path(list);
    path.steps.emplace_back(item);
    return without(before, path);
}

const std::string three =
    "# mine\n"
    "products:\n"
    "  spruce:\n"
    "    plan: {tier: basic, paid_since: 2026-01-10}  # the plan\n"
    "    # of the mailbox\n"
    "    email:\n"
    "      used_for: [care_team]\n"
    "      # we asked\n"
    "  # the other one\n"
    "  nuvo: {}\n"
    "confirmed_on: 2026-11-01\n";

}  // namespace

TEST_CASE("an answer is taken out with its lines and its comment") {
    CHECK(without(three, "products.spruce.plan") ==
          "# mine\n"
          "products:\n"
          "  spruce:\n"
          "    # of the mailbox\n"
          "    email:\n"
          "      used_for: [care_team]\n"
          "      # we asked\n"
          "  # the other one\n"
          "  nuvo: {}\n"
          "confirmed_on: 2026-11-01\n");
    CHECK(without(three, "products.spruce") ==
          "# mine\n"
          "products:\n"
          "  # the other one\n"
          "  nuvo: {}\n"
          "confirmed_on: 2026-11-01\n");
    CHECK(without(three, "confirmed_on") == three.substr(0, three.find("confirmed_on")));
}

TEST_CASE("a group that would hold nothing goes, too") {
    CHECK(without("products:\n  spruce: {}\nconfirmed_on: 2026-11-01\n", "products.spruce") ==
          "confirmed_on: 2026-11-01\n");
    CHECK(without("# mine\nproducts:\n  spruce:\n    plan:\n      tier: basic\n", "products.spruce.plan.tier") ==
          "# mine\n");
    CHECK(without("{products: {spruce: {}}}\n", "products.spruce") == "{}\n");
}

TEST_CASE("an answer is taken out of brackets with its comma") {
    CHECK(without(three, "products.spruce.plan.tier").find("plan: {paid_since: 2026-01-10}  # the plan\n") !=
          std::string::npos);
    CHECK(without(three, "products.spruce.plan.paid_since").find("plan: {tier: basic}  # the plan\n") !=
          std::string::npos);
    CHECK(without("a: {b: 1,  # one\n  c: 2}\n", "a.b") ==
          "1:4: `a.b` cannot be saved in this file: the answer on line 1 has a comment inside, which would be lost; "
          "change it in an "
          "editor");
}

TEST_CASE("an item is taken out of a list") {
    const std::string people =
        "people:\n"
        "  - name: one\n"
        "    role: a\n"
        "  # the second\n"
        "  - name: two\n"
        "  - {name: three}\n";
    CHECK(without_item(people, "people", 1) ==
          "people:\n  - name: one\n    role: a\n  # the second\n  - {name: three}\n");
    CHECK(without_item(people, "people", 0) == "people:\n  # the second\n  - name: two\n  - {name: three}\n");
    CHECK(without_item(people, "people", 2) == "people:\n  - name: one\n    role: a\n  # the second\n  - name: two\n");
    CHECK(without_item("people: [{name: one}, {name: two}]\n", "people", 0) == "people: [{name: two}]\n");
    for (const std::string comment : {"  - name: two  # since 2020\n", "  - name: two\n    # since 2020\n"}) {
        CAPTURE(comment);
        CHECK(
            without_item("people:\n  - name: one\n" + comment, "people", 1) ==
            "3:5: `people[2]` cannot be saved in this file: the answer on line 3 has a comment inside, which would be "
            "lost; change it in an editor");
    }
}

TEST_CASE("what is not there stays out, and line ends stay as they are") {
    CHECK(without(three, "products.signal") == three);
    CHECK(without("a: 1\r\nb: 2\r\n", "a") == "b: 2\r\n");
    CHECK(without("a: 1\nb: 2", "b") == "a: 1\n");
    CHECK(without("a: &x 1\nb: *x\n", "a")
              .starts_with("1:1: `a` cannot be saved in this file: line 1 is written in a way"));
}

TEST_CASE("nothing but the answer goes, in files such as people write") {
    Random random(20261128);
    std::size_t removed = 0;
    std::size_t refused = 0;
    for (int i = 0; i < 3000; ++i) {
        const std::string before = random_practice(random);
        hipaa::yaml::Problems problems;
        const auto document = hipaa::yaml::read({"practice.yaml", before}, problems);
        REQUIRE(document);
        hipaa::KeyPath path;
        hipaa::yaml::Node at = document->root();
        while (at.is_map() && at.size() > 0 && (path.steps.empty() || !random.one_in(3))) {
            const auto entry = *std::next(at.entries().begin(), static_cast<std::ptrdiff_t>(random.below(at.size())));
            path.steps.emplace_back(std::string(entry.key));
            at = entry.value;
        }
        if (path.steps.empty()) continue;
        CAPTURE(before);
        const std::string name = steps_text(path);
        CAPTURE(name);
        const std::string after = without(before, path);
        CAPTURE(after);
        if (after.find(" cannot be saved in this file: ") != std::string::npos) {
            ++refused;
            continue;
        }
        ++removed;
        const auto again = hipaa::yaml::read({"practice.yaml", after}, problems);
        REQUIRE(again);
        Leaves wanted = leaves_of(document->root());
        std::erase_if(wanted,
                      [&](const auto& leaf) { return leaf.first == name || leaf.first.starts_with(name + "/"); });
        Leaves left = leaves_of(again->root());
        if (wanted.empty()) left.clear();
        CHECK(left == wanted);
    }
    CHECK(removed > 2000);
    CHECK(refused * 20 < removed);
}
