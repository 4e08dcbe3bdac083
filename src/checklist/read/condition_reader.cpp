// Reading conditions.
#include "checklist/read/condition_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "checklist/ids.hpp"
#include "checklist/keys.hpp"
#include "checklist/operators.hpp"
#include "checklist/read/operand_reader.hpp"
#include "checklist/read/question_reader.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using yaml::quote;

class ConditionReader {
public:
    ConditionReader(std::string_view what, const Vocabulary& vocabulary, Definitions& definitions,
                    yaml::Problems& problems)
        : what_(what), vocabulary_(vocabulary), definitions_(definitions), problems_(problems) {}

    std::optional<Condition> read_map(yaml::Node node, Place place) {
        if (!node.is_map() || node.size() == 0) {
            add(node.is_null() ? place : node.place(), "wrong_type", [&] {
                return fmt::format("{} needs a condition such as {{question: value}}{}", what_,
                                   node.is_map() ? "; an empty one would always hold" : "");
            });
            return std::nullopt;
        }
        std::vector<Condition> parts;
        bool sound = true;
        definitions_.enter();
        for (const yaml::Entry& entry : node.entries()) {
            auto part = read_entry(entry);
            if (part) parts.push_back(std::move(*part));
            else sound = false;
        }
        definitions_.leave();
        if (!sound) return std::nullopt;
        return conjunction(std::move(parts), node.place());
    }

private:
    template <typename Word>
    void add(Place place, std::string_view kind, Word&& word) {
        problems_.add(place, kind, std::forward<Word>(word));
    }

    static Condition conjunction(std::vector<Condition> parts, Place place) {
        if (parts.size() == 1) return std::move(parts.front());
        Condition all;
        all.kind = Condition::Kind::all;
        all.parts = std::move(parts);
        all.place = place;
        return all;
    }

    std::optional<Condition> read_entry(const yaml::Entry& entry) {
        if (entry.key == "all") return read_members(entry, Condition::Kind::all);
        if (entry.key == "any") return read_members(entry, Condition::Kind::any);
        if (entry.key == "not") return read_negation(entry);
        if (entry.key == "meets") return definitions_.find(entry);
        const auto found = vocabulary_.find(entry.key, list_, entry.key_place);
        if (const auto addressable = vocabulary_.find_addressable(entry.key))
            return read_addressed(*addressable, entry);
        if (!found) add_unknown_question(entry);
        if (!found || found->question->broken) return std::nullopt;
        return read_tests(*found, entry);
    }

    std::optional<Condition> read_members(const yaml::Entry& entry, Condition::Kind kind) {
        if (!entry.value.is_sequence() || entry.value.size() == 0) {
            add(entry.value.is_null() ? entry.key_place : entry.value.place(), "wrong_type",
                [&] { return fmt::format("`{}` takes a list of at least one condition", entry.key); });
            return std::nullopt;
        }
        Condition condition;
        condition.kind = kind;
        condition.place = entry.key_place;
        bool sound = true;
        for (const yaml::Node member : entry.value.items()) {
            auto part = read_map(member, entry.key_place);
            if (part) condition.parts.push_back(std::move(*part));
            else sound = false;
        }
        if (!sound) return std::nullopt;
        return condition;
    }

    std::optional<Condition> read_negation(const yaml::Entry& entry) {
        auto part = read_map(entry.value, entry.key_place);
        if (!part) return std::nullopt;
        Condition condition;
        condition.kind = Condition::Kind::negation;
        condition.place = entry.key_place;
        condition.parts.push_back(std::move(*part));
        return condition;
    }

    std::optional<Condition> read_tests(const Vocabulary::Found& found, const yaml::Entry& entry) {
        if (!entry.value.is_map()) return read_plain_value(found, entry);
        if (entry.value.size() == 0) {
            add(entry.value.place(), "wrong_type",
                [&] { return fmt::format("`{}` needs at least one operator", entry.key); });
            return std::nullopt;
        }
        std::vector<Condition> tests;
        bool sound = true;
        for (const yaml::Entry& test : entry.value.entries()) {
            auto part = read_test(found, entry.key, test);
            if (part) tests.push_back(std::move(*part));
            else sound = false;
        }
        if (!sound) return std::nullopt;
        return conjunction(std::move(tests), entry.key_place);
    }

    static Condition test(QuestionRef question, Operator op, Operand operand, Place place) {
        Condition condition;
        condition.kind = Condition::Kind::test;
        condition.question = question;
        condition.op = op;
        condition.operand = std::move(operand);
        condition.place = place;
        return condition;
    }

    /// `{addressed: yes}`: implemented, or anything but not addressed with the reason written down.
    std::optional<Condition> read_addressed(const Vocabulary::Found& status, const yaml::Entry& entry) {
        const auto operand = entry.value.find(addressed_operator);
        const auto value = operand && operand->value.is_scalar() && entry.value.size() == 1
                               ? yaml::parse_yes_no(operand->value.text())
                               : std::nullopt;
        if (!value) {
            add(entry.key_place, "wrong_operator", [&] {
                return fmt::format(
                    "`{0}` is addressable; test it with {{{1}: yes}}, or its parts `{0}.{2}` and "
                    "`{0}.{3}`",
                    entry.key, addressed_operator, addressable_status, addressable_rationale);
            });
            return std::nullopt;
        }
        const Place place = operand->key_place;
        const auto word = [&](std::string_view wanted) {
            const auto& words = status.question->words;
            const auto found = std::ranges::find(words, wanted) - words.begin();
            return Scalar(Word{static_cast<std::uint32_t>(found)});
        };
        QuestionRef rationale = status.ref;
        ++rationale.index;
        Condition documented = conjunction(
            {test(status.ref, Operator::in, std::vector<Scalar>{word("alternative"), word("not_reasonable")}, place),
             test(rationale, Operator::is, Scalar(true), place)},
            place);
        Condition addressed;
        addressed.kind = Condition::Kind::any;
        addressed.place = place;
        addressed.parts = {test(status.ref, Operator::is, word("implemented"), place), std::move(documented)};
        if (*value) return addressed;
        Condition negation;
        negation.kind = Condition::Kind::negation;
        negation.place = place;
        negation.parts.push_back(std::move(addressed));
        return negation;
    }

    std::optional<Condition> read_plain_value(const Vocabulary::Found& found, const yaml::Entry& entry) {
        const Question& question = *found.question;
        if (entry.value.is_sequence()) {
            add(entry.value.place(), "wrong_type", [&] {
                return question.kind == AnswerKind::list
                           ? fmt::format("`{}` cannot be compared with a list; use {}", entry.key,
                                         fitting(question.kind))
                           : fmt::format("`{}` is compared with a list; write {{{}: [...]}}", entry.key,
                                         question.kind == AnswerKind::choices ? "only" : "in");
            });
            return std::nullopt;
        }
        if (holds_several(question.kind)) {
            add(entry.value.is_null() ? entry.key_place : entry.value.place(), "wrong_operator", [&] {
                return fmt::format("`{}` holds several answers, so it cannot be equal to one; use {}", entry.key,
                                   fitting(question.kind));
            });
            return std::nullopt;
        }
        return make_test(found, entry, Operator::is, entry.key_place, entry.key);
    }

    std::optional<Condition> read_test(const Vocabulary::Found& found, std::string_view key, const yaml::Entry& test) {
        const auto op = from_name<Operator>(test.key);
        if (!op) {
            add_unknown_operator(test, found.question->kind);
            return std::nullopt;
        }
        if (!info(*op).fits(found.question->kind)) {
            add(test.key_place, "wrong_operator", [&] {
                return fmt::format("`{}` does not fit `{}`, whose answer is of type {}; use {}", test.key, key,
                                   name_of(found.question->kind), fitting(found.question->kind));
            });
            return std::nullopt;
        }
        if (info(*op).operand == OperandKind::condition) return read_items_test(found, key, test, *op);
        if (info(*op).operand == OperandKind::counted) return read_count(found, key, test);
        return make_test(found, test, *op, test.key_place, key);
    }

    std::optional<Condition> read_items_test(const Vocabulary::Found& found, std::string_view key,
                                             const yaml::Entry& test, Operator op) {
        if (is_inside_items(key, test)) return std::nullopt;
        return on_items(ConditionReader::test(found.ref, op, {}, test.key_place), found, test);
    }

    bool is_inside_items(std::string_view key, const yaml::Entry& test) {
        if (list_)
            add(test.key_place, "wrong_operator", [&] {
                return fmt::format(
                    "`{}` on `{}` stands inside another each, some or count; one list at a time can be looked at",
                    test.key, key);
            });
        return list_ != nullptr;
    }

    /// `test` with the condition on the items of the list `found` that stands at `condition`.
    std::optional<Condition> on_items(Condition test, const Vocabulary::Found& found, const yaml::Entry& condition) {
        list_ = found.question;
        auto items = read_map(condition.value, condition.key_place);
        list_ = nullptr;
        if (!items) return std::nullopt;
        test.parts.push_back(std::move(*items));
        return test;
    }

    std::optional<Condition> read_count(const Vocabulary::Found& found, std::string_view key, const yaml::Entry& test) {
        if (is_inside_items(key, test)) return std::nullopt;
        const std::string what = fmt::format("`count` of `{}`", key);
        yaml::Fields fields(what, test.value, test.key_place, problems_, keys_of("count"));
        if (!fields.valid()) return std::nullopt;
        const auto where = fields.find("where");
        const auto at_least = read_bound(found, key, fields, Operator::at_least);
        const auto at_most = read_bound(found, key, fields, Operator::at_most);
        fields.finish();
        if (at_least && at_most && is_absent(*at_least) && is_absent(*at_most))
            add(test.key_place, "missing_key", [&] {
                return fmt::format("{} needs at_least or at_most, or both: how many items are to meet `where`", what);
            });
        if (!where) return std::nullopt;
        auto condition = on_items(ConditionReader::test(found.ref, Operator::count, {}, test.key_place), found, *where);
        if (!condition || !at_least || !at_most) return std::nullopt;
        condition->operand = Bounds{*at_least, *at_most};
        return condition;
    }

    static bool is_absent(const Bound& bound) { return std::holds_alternative<std::monostate>(bound); }

    /// How many items there may be: no limit where the key is absent, nothing after a mistake.
    std::optional<Bound> read_bound(const Vocabulary::Found& found, std::string_view key, yaml::Fields& fields,
                                    Operator op) {
        const auto entry = fields.find(name_of(op));
        if (!entry) return Bound();
        const auto operand = read_operand(found, op, key, *entry, nullptr, vocabulary_, problems_);
        if (!operand) return std::nullopt;
        if (const QuestionRef* ref = other_question(*operand)) return Bound(*ref);
        return Bound(std::get<double>(std::get<Scalar>(*operand)));
    }

    std::optional<Condition> make_test(const Vocabulary::Found& found, const yaml::Entry& operand, Operator op,
                                       Place place, std::string_view key) {
        auto value = read_operand(found, op, key, operand, list_, vocabulary_, problems_);
        if (!value) return std::nullopt;
        return test(found.ref, op, std::move(*value), place);
    }

    /// `devices.encrypted`, where `devices` is a list.
    std::string items_wanted(std::string_view key) const {
        const auto dot = key.rfind('.');
        const auto list = dot == key.npos ? std::nullopt : vocabulary_.find(key.substr(0, dot), nullptr);
        if (!list || list->question->kind != AnswerKind::list) return {};
        return fmt::format(
            "`{0}` is a list; use each, some or count to look at its items: {{{0}: {{each: {{{1}: ...}}}}}}",
            key.substr(0, dot), key.substr(dot + 1));
    }

    /// The questions of the same section of the practice file; empty if there is none of that name.
    static std::string questions_beside(std::string_view key, const std::vector<std::string_view>& names) {
        if (!key.starts_with('/')) return {};
        for (auto dot = key.rfind('.'); dot != key.npos && dot > 0; dot = key.rfind('.', dot - 1)) {
            const std::string_view section = key.substr(0, dot + 1);
            if (section == "/products.") break;
            std::vector<std::string_view> beside;
            std::ranges::copy_if(names, std::back_inserter(beside),
                                 [&](std::string_view name) { return name.starts_with(section); });
            if (!beside.empty()) return yaml::one_of(beside);
        }
        return {};
    }

    void add_unknown_question(const yaml::Entry& entry) {
        add(entry.key_place, "unknown_question", [&] {
            if (std::string hint = items_wanted(entry.key); !hint.empty()) return hint;
            const auto names = vocabulary_.names(list_);
            const std::vector<std::string_view> candidates(names.begin(), names.end());
            if (const auto meant = closest(entry.key, candidates))
                return fmt::format("{} is not a question; did you mean `{}`?", quote(entry.key), *meant);
            if (from_name<Operator>(entry.key))
                return fmt::format("`{0}` is an operator and needs a question before it: {{question: {{{0}: ...}}}}",
                                   entry.key);
            if (const std::string others = questions_beside(entry.key, candidates); !others.empty())
                return fmt::format("{} is not a question; there are {}", quote(entry.key), others);
            return fmt::format(
                "{} is not a question of this checklist; add it under `questions`, or write a question "
                "of another checklist with a leading `/`",
                quote(entry.key));
        });
    }

    void add_unknown_operator(const yaml::Entry& test, AnswerKind kind) {
        add(test.key_place, "unknown_operator", [&] {
            if (const auto meant = closest(test.key, names_of<Operator>))
                return fmt::format("{} is not an operator; did you mean `{}`?", quote(test.key), *meant);
            return fmt::format(
                "{} is not an operator of this version; for an answer of type {} there are {}; if the "
                "checklist is written for a later version, {}",
                quote(test.key), name_of(kind), fitting(kind), get_later_version());
        });
    }

    static std::string fitting(AnswerKind kind) {
        std::vector<std::string_view> names;
        for (const OperatorInfo& known : operators())
            if (known.fits(kind)) names.push_back(known.name());
        return yaml::one_of(names);
    }

    std::string_view what_;
    const Vocabulary& vocabulary_;
    Definitions& definitions_;
    yaml::Problems& problems_;
    const Question* list_ = nullptr;
};

}  // namespace

std::optional<Condition> read_condition(std::string_view what, yaml::Node node, Place place,
                                        const Vocabulary& vocabulary, Definitions& definitions,
                                        yaml::Problems& problems) {
    return ConditionReader(what, vocabulary, definitions, problems).read_map(node, place);
}

}  // namespace hipaa
