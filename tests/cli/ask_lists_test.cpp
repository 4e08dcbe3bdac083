// What the interview does with the items of a list that somebody wrote by hand.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/asking.hpp"

namespace hipaa::testing {
namespace {

const std::string before_people = "  in_use: yes\n  opened_on: 2025-02-03\n";
const std::string people = before_people + "  people:\n";
const std::string left_first = "    - {code: ab-01, left: still_here}\n";

std::string in_file(const std::string& answers) { return "lab:\n" + answers; }

}  // namespace

TEST_CASE("entries without an answer that an owner wrote stay, and she is told that they keep the list open") {
    const Lab lab;
    const std::string asked_bob = "    - unknown  # ask Bob who that was\n";
    const std::string said =
        lab.talk("still_here\nyes\nab-12\nstill_here\nno\nno\n", people + asked_bob + "    - code: ab-11\n    - ~\n");
    CHECK(text_of("practice.yaml") == in_file(people + asked_bob +
                                              "    - code: ab-11\n      left: still_here\n    - ~\n"
                                              "    - code: ab-12\n      left: still_here\n"));
    CHECK(asked(said) ==
          "[lab.people[1].left]\n[lab.people]\n[lab.people[2].code]\n[lab.people[2].left]\n[lab.people]\n"
          "[confirmed_on]\n");
    CHECK(has(said,
              "> no\n"
              "This list stays open, because 2 of its entries have no answer, the first on line 5. Fill them in or "
              "delete them in an editor.\n"));
    const std::string one = people + left_first + "    - unknown  # who?\n";
    CHECK(has(lab.talk("no\nno\n", one),
              "> no\n"
              "This list stays open, because its entry on line 6 has no answer. Fill it in or delete it in an "
              "editor.\n"));
    CHECK(text_of("practice.yaml") == in_file(one));
    for (const std::string quoted : {"    - \"unknown\"\n", "    - UNKNOWN\n", "    -\n"}) {
        CAPTURE(quoted);
        lab.talk("no\nno\n", people + left_first + quoted);
        CHECK(text_of("practice.yaml") == in_file(people + left_first + quoted));
    }
    lab.talk("no\nno\n", people + left_first + "    - unknown\n");
    CHECK(text_of("practice.yaml") == in_file(people + left_first));
    const std::string twice = lab.talk("no\nno\n", people + left_first + "    - unknown\n    - unknown\n");
    CHECK(asked(twice) == "[lab.people]\n[confirmed_on]\n");
    CHECK(has(twice, "> no\nThis list stays open, because its entry on line 6 has no answer. "));
    CHECK(text_of("practice.yaml") == in_file(people + left_first + "    - unknown\n"));
}

TEST_CASE("an entry with a comment is not removed, whether it is the only one or not") {
    const Lab lab;
    const std::string first = "    - code: ab-01\n      left: still_here  # since 2020\n";
    const std::string refused =
        "This was not saved: `lab.people{}` cannot be saved in this file: the answer on line 5 has a comment inside, "
        "which would be lost; change it in an editor.\n";
    const std::string two = people + first + "    - {code: ab-02, left: still_here}\n";
    CHECK(has(lab.talk("4\nremove 1\nq\n", two), fmt::format(fmt::runtime(refused), "[1]")));
    CHECK(text_of("practice.yaml") == in_file(two));
    const std::string commented = people + "    - code: ab-01  # since 2020\n      left: still_here\n";
    CHECK(has(lab.talk("4\nremove\nq\n", commented), fmt::format(fmt::runtime(refused), "")));
    CHECK(text_of("practice.yaml") == in_file(commented));
}

TEST_CASE("of a list with blank entries the only one that is filled in can be removed") {
    const Lab lab;
    const std::string blank = "    - unknown  # ask Bob\n";
    lab.talk("remove\nq\n", people + blank + left_first);
    CHECK(text_of("practice.yaml") == in_file(people + blank));
    lab.talk("remove 1\nq\n", people + left_first + "    - {code: ab-02, left: still_here}\n    - unknown\n");
    CHECK(text_of("practice.yaml") == in_file(people + "    - {code: ab-02, left: still_here}\n    - unknown\n"));
}

TEST_CASE("b from the first field of a list that was empty leaves it so only if nothing was added") {
    const Lab lab;
    const std::string none = before_people + "  people: []\n";
    lab.talk("4\nyes\nb\nq\n", none);
    CHECK(text_of("practice.yaml") == in_file(none));
    lab.talk("4\nyes\nab-01\n1\nb\nb\nb\nq\n", none);
    CHECK(text_of("practice.yaml") == in_file(people + "    - code: ab-01\n      left: still_here\n    - unknown\n"));
}

TEST_CASE("many blank entries are no work") {
    const Lab lab;
    std::string many = people;
    for (int i = 0; i < 6000; ++i) many += "    - unknown\n";
    CHECK(asked(lab.talk("q\n", many)) == "[lab.people]\n");
    CHECK(text_of("practice.yaml") == in_file(many));
}

}  // namespace hipaa::testing
