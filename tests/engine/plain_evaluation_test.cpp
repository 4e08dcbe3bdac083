// The engine against an evaluation that shares nothing with it, over conditions and practices made by chance.
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checklist/operators.hpp"
#include "engine/evaluate.hpp"
#include "engine/interview/interview.hpp"
#include "engine/plain_evaluation.hpp"
#include "support/lab.hpp"

namespace hipaa::testing {
namespace {

const std::string today = "2026-11-22";

/// The questions of the lab checklist.
const plain::Types types{
    {"flag", {"yes_no", {"maybe"}}},
    {"default_value", {"yes_no", {}, "yes"}},
    {"day", {"date", {"not_yet"}}},
    {"other_day", {"date", {"never"}}},
    {"count", {"number", {"many"}}},
    {"limit", {"number", {"none"}}},
    {"words", {"text", {"nothing"}}},
    {"tag", {"code", {"untagged"}}},
    {"pick", {"choice", {"other"}}},
    {"picks", {"choices", {"no_idea"}}},
    {"other_picks", {"choices", {"no_idea"}}},
    {"list",
     {"list",
      {"none_kept"},
      "",
      {{"ok", {"yes_no"}}, {"day", {"date", {"never"}}}, {"n", {"number", {}, "7"}}, {"flag", {"yes_no"}}}}},
};

/// What may be picked, beside the `also` words.
const std::map<std::string, std::vector<std::string>> words{
    {"pick", {"red", "green", "blue"}},
    {"picks", {"red", "green", "blue"}},
    {"other_picks", {"blue", "violet", "red"}},
};

class Maker {
public:
    explicit Maker(Chance& chance) : chance_(chance) {}

    std::string condition(std::size_t depth) {
        if (depth == 0 || chance_.once_in(4)) return "{" + test() + "}";
        const std::string first = condition(depth - 1);
        switch (chance_.below(5)) {
            case 0:
                return "{not: " + first + "}";
            case 1:
                return "{all: [" + first + ", " + condition(depth - 1) + "]}";
            case 2:
                return "{any: [" + first + ", " + condition(depth - 1) + "], " + test() + "}";
            case 3:
                return "{" + test() + ", not: " + first + "}";
            default:
                return "{any: [" + first + ", " + condition(depth - 1) + "]}";
        }
    }

    /// The inside of a map of answers to some of the questions.
    std::string answers(const plain::Types& questions, bool of_item) {
        std::string text;
        for (const auto& [key, type] : questions)
            if (!chance_.once_in(5)) text += (text.empty() ? "" : ", ") + key + ": " + answer(key, type, of_item);
        return text;
    }

private:
    std::string answer(const std::string& key, const plain::Type& type, bool of_item) {
        if (chance_.once_in(8)) return "unknown";
        if (!type.also.empty() && chance_.once_in(7)) return *type.also.begin();
        if (type.kind == "choices") return "[" + listed(words.at(key), chance_.below(4)) + "]";
        if (type.kind == "list" && !of_item) {
            std::string items;
            for (std::size_t i = chance_.below(4); i > 0; --i)
                items += (items.empty() ? "{" : ", {") + answers(type.fields, true) + "}";
            return "[" + items + "]";
        }
        return value(key, type);
    }

    std::string value(const std::string& key, const plain::Type& type) {
        if (type.kind == "yes_no") return chance_.once_in(2) ? "yes" : "no";
        if (type.kind == "date") return day();
        if (type.kind == "number") return number();
        if (type.kind == "text") return chance_.once_in(2) ? "hello" : "some more";
        if (type.kind == "code") return chance_.once_in(2) ? "abc-01" : "abc-02";
        return one_of(words.at(key));
    }

    std::string day() { return "2026-11-" + std::to_string(18 + chance_.below(9)); }
    std::string number() { return std::to_string(chance_.below(5)); }
    const std::string& one_of(const std::vector<std::string>& all) { return all[chance_.below(all.size())]; }

    /// So many of them, each once, from one of them on.
    std::string listed(const std::vector<std::string>& all, std::size_t count) {
        std::string text;
        const std::size_t first = chance_.below(all.size());
        for (std::size_t i = 0; i < count && i < all.size(); ++i)
            text += (text.empty() ? "" : ", ") + all[(first + i) % all.size()];
        return text;
    }

    /// A question of that kind, in an item one of its fields too; with a slash it is never one.
    std::string question(const std::string& kind) {
        std::vector<std::string> fitting;
        for (const auto& [key, type] : types)
            if (type.kind == kind) {
                fitting.push_back(key);
                if (item_) fitting.push_back("/products.lab." + key);
            }
        if (item_)
            for (const auto& [key, type] : *item_)
                if (type.kind == kind) fitting.push_back(key);
        return one_of(fitting);
    }

    const plain::Type& type_of(const std::string& name) const {
        const auto dot = name.rfind('.');
        if (dot != name.npos) return types.at(name.substr(dot + 1));
        return item_ && item_->count(name) > 0 ? item_->at(name) : types.at(name);
    }

    static std::string key_of(const std::string& name) {
        const auto dot = name.rfind('.');
        return dot == name.npos ? name : name.substr(dot + 1);
    }

    std::string test() {
        static const std::vector<std::string> kinds{"yes_no", "date",   "number",  "text",
                                                    "code",   "choice", "choices", "list"};
        const std::string name = question(item_ ? kinds[chance_.below(7)] : one_of(kinds));
        return name + ": {" + operation(name, type_of(name)) + "}";
    }

    std::string operation(const std::string& name, const plain::Type& type) {
        if (chance_.once_in(9)) return chance_.once_in(2) ? "answered: yes" : "answered: no";
        const std::string key = key_of(name);
        if (type.kind == "choices") {
            const std::vector<std::string>& all = words.at(key);
            switch (chance_.below(6)) {
                case 0:
                    return chance_.once_in(2) ? "empty: yes" : "empty: no";
                case 1:
                    return "includes: " + one_of(all);
                case 2:
                    return "includes_any: [" + listed(all, 1 + chance_.below(2)) + "]";
                case 3:
                    return "only: [" + listed(all, 1 + chance_.below(2)) + "]";
                case 4:
                    return "includes_any: " + question("choices");
                default:
                    return "only: " + question("choices");
            }
        }
        if (type.kind == "list") return on_items(type);
        if (type.kind == "date" && !chance_.once_in(4)) {
            static const std::vector<std::string> orders{"before", "on_or_before", "after", "on_or_after"};
            if (chance_.once_in(3)) return (chance_.once_in(2) ? "within_days: " : "in_next_days: ") + amount();
            const std::string& op = one_of(orders);
            return op + ": " + (chance_.once_in(3) ? "today" : chance_.once_in(2) ? day() : question("date"));
        }
        if (type.kind == "number" && !chance_.once_in(4))
            return (chance_.once_in(2) ? "at_least: " : "at_most: ") + amount();
        const auto one = [&] {
            return !type.also.empty() && chance_.once_in(5) ? *type.also.begin() : value(key, type);
        };
        switch (chance_.below(4)) {
            case 0:
                return "is: " + one();
            case 1:
                return "is_not: " + one();
            case 2:
                return "in: [" + one() + ", " + one() + "]";
            default:
                return "not_in: [" + one() + "]";
        }
    }

    std::string amount() { return chance_.once_in(2) ? number() : question("number"); }

    std::string on_items(const plain::Type& list) {
        if (chance_.once_in(6)) return chance_.once_in(2) ? "empty: yes" : "empty: no";
        std::string bounds;
        const std::size_t which = chance_.below(3);
        if (which != 1) bounds += ", at_least: " + amount();
        if (which != 0) bounds += ", at_most: " + amount();
        item_ = &list.fields;
        const std::string where = condition(1);
        item_ = nullptr;
        switch (chance_.below(4)) {
            case 0:
                return "each: " + where;
            case 1:
                return "some: " + where;
            default:
                return "count: {where: " + where + bounds + "}";
        }
    }

    Chance& chance_;
    const plain::Types* item_ = nullptr;
};

std::string name_of(plain::Verdict verdict) {
    return verdict == plain::Verdict::yes ? "yes" : verdict == plain::Verdict::no ? "no" : "unknown";
}

TEST_CASE("the engine agrees with a plain evaluation of the same YAML") {
    Chance chance(11);
    Maker maker(chance);
    plain::Tally tally;
    std::map<plain::Verdict, int> verdicts;
    for (int round = 0; round < 2500; ++round) {
        const std::string condition = maker.condition(2);
        CAPTURE(condition);
        const Library library = library_of(lab_checklist(condition));
        REQUIRE(library.checklists.size() == 1);
        for (int i = 0; i < 4; ++i) {
            const std::string answers = maker.answers(types, false);
            CAPTURE(answers);
            const Practice practice = practice_of(library, lab_practice(answers));
            const Scope scope{library, practice, practice.sheets.front(), parse_date(today).value()};
            const Truth found = evaluate(library.checklists.front().notes.front().checks.front().require, scope);
            const plain::Verdict expected =
                plain::evaluate(plain::parse(condition), plain::parse("{" + answers + "}"), types, today, tally);
            ++verdicts[expected];
            REQUIRE(std::string(found == Truth::yes  ? "yes"
                                : found == Truth::no ? "no"
                                                     : "unknown") == name_of(expected));
        }
    }
    for (const auto& [verdict, times] : verdicts) CHECK(times > 1000);
    for (const OperatorInfo& op : operators()) {
        CAPTURE(std::string(op.name()));
        CHECK(tally[std::string(op.name())].size() == (op.op == Operator::answered ? 2 : 3));
    }
}

}  // namespace
}  // namespace hipaa::testing
