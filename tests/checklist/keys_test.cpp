// The readers of checklists read each key of the table, and no other.
#include <map>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checklist/keys.hpp"
#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

struct Around {
    std::string before;
    std::string behind;
};

/// Where in a checklist the keys of each map stand.
const std::map<std::string_view, Around> places{
    {"checklist", {"{", "}"}},
    {"source", {"source: {", "}"}},
    {"vital_stats", {"vital_stats: {", "}"}},
    {"question", {"questions: {q: {", "}}"}},
    {"note", {"notes: [{", "}]"}},
    {"check", {"notes: [{checks: [{", "}]}]"}},
    {"case", {"notes: [{checks: [{cases: [{", "}]}]}]"}},
    {"caveat", {"caveats: [{", "}]"}},
    {"contradiction", {"contradictions: [{", "}]"}},
    {"deadline", {"deadlines: [{", "}]"}},
    {"count",
     {"{questions: {l: {ask: a, answer: {list: {k: {ask: a, answer: yes_no}}}}}, about: a, "
      "notes: [{checks: [{require: {l: {count: {",
      "}}}}]}]}"}},
    {"extension", {"{", "}"}},
    {"off", {"{checklist: 1, id: ours, extends: spruce, off: [{", "}]}"}},
    {"link", {"caveats: [{read_more: [{", "}]}]"}},
    {"wording", {"notes: [{wording: [{", "}]}]"}},
    {"vendor_says", {"notes: [{vendor_says: {", "}}]"}},
};

TEST_CASE("each key of the table is read") {
    for (const MapRow& map : checklist_maps()) {
        const auto& [before, behind] = places.at(map.name);
        std::string text = before;
        for (const yaml::KeyRow& key : map.keys) text += fmt::format("\n{}: [[x]],", key.name);
        const std::string mistakes = "\n" + refusal_of(text + behind);
        for (std::size_t i = 0; i < map.keys.size(); ++i) {
            CAPTURE(map.name);
            CAPTURE(map.keys[i].name);
            if (map.keys[i].name == "default") continue;  // its value is read where the type of the question is sound
            // Their items are read where the checklist that is extended is known.
            if (map.name == "extension" && (map.keys[i].name == "off" || map.keys[i].name == "notes")) continue;
            CHECK(mistakes.find(fmt::format("\n{}:", i + 2)) != std::string::npos);
        }
        CHECK(mistakes.find("is not a key of") == std::string::npos);
    }
}

TEST_CASE("what is none of the keys of a map is refused with those it has") {
    CHECK(
        refusal_of("checklist: 1\nid: a\ntitle: A\nabout: a\nquestions: {q: {ask: Q, answer: text, zzzz: 1}}\n"
                   "notes: [{id: n, number: 1, title: N, why: W, basis: recommendation, zzzz: 1,\n"
                   "  checks: [{id: c, require: {q: x}, message: M, fix: F, zzzz: 1}]}]\n") ==
        "5:39: `zzzz` is not a key of the question `q`; its keys are ask, where, name, answer, also, formerly, record "
        "or default\n"
        "6:69: `zzzz` is not a key of a note; its keys are id, formerly, number, urgency, title, why, basis, when, "
        "after, relates_to, cites, read_more, … or 3 more\n"
        "7:57: `zzzz` is not a key of a check; its keys are id, formerly, when, require, otherwise, message, fix, "
        "cases, basis, after or waivable");
}

}  // namespace
}  // namespace hipaa::testing
