// Reading conditions.
#include "checklist/read/condition_reader.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "checklist/ids.hpp"
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
        const auto found = vocabulary_.find(entry.key, list_);
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
        return make_test(found, test, *op, test.key_place, key);
    }

    std::optional<Condition> read_items_test(const Vocabulary::Found& found, std::string_view key,
                                             const yaml::Entry& test, Operator op) {
        if (list_) {
            add(test.key_place, "wrong_operator", [&] {
                return fmt::format(
                    "`{}` on `{}` stands inside another each or some; one list at a time can be looked "
                    "at",
                    test.key, key);
            });
            return std::nullopt;
        }
        list_ = found.question;
        auto items = read_map(test.value, test.key_place);
        list_ = nullptr;
        if (!items) return std::nullopt;
        Condition condition = ConditionReader::test(found.ref, op, {}, test.key_place);
        condition.parts.push_back(std::move(*items));
        return condition;
    }

    std::optional<Condition> make_test(const Vocabulary::Found& found, const yaml::Entry& operand, Operator op,
                                       Place place, std::string_view key) {
        auto value = read_operand(found, op, key, operand, list_, vocabulary_, problems_);
        if (!value) return std::nullopt;
        return test(found.ref, op, std::move(*value), place);
    }

    void add_unknown_question(const yaml::Entry& entry) {
        add(entry.key_place, "unknown_question", [&] {
            const auto names = vocabulary_.names(list_);
            const std::vector<std::string_view> candidates(names.begin(), names.end());
            if (const auto meant = closest(entry.key, candidates))
                return fmt::format("{} is not a question; did you mean `{}`?", quote(entry.key), *meant);
            if (from_name<Operator>(entry.key))
                return fmt::format("`{0}` is an operator and needs a question before it: {{question: {{{0}: ...}}}}",
                                   entry.key);
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

/// How many tests a condition has, and values that they compare with.
std::size_t size_of(const Condition& condition) {
    const auto* values = std::get_if<std::vector<Scalar>>(&condition.operand);
    std::size_t size = values ? 1 + values->size() : 1;
    for (const Condition& part : condition.parts) size += size_of(part);
    return size;
}

}  // namespace

std::optional<Condition> read_condition(std::string_view what, yaml::Node node, Place place,
                                        const Vocabulary& vocabulary, Definitions& definitions,
                                        yaml::Problems& problems) {
    return ConditionReader(what, vocabulary, definitions, problems).read_map(node, place);
}

Definitions::Definitions(std::optional<yaml::Entry> entry, const Vocabulary& vocabulary, yaml::Problems& problems)
    : vocabulary_(vocabulary), problems_(problems) {
    if (!entry) return;
    if (!entry->value.is_map()) {
        problems_.add(entry->value.place(), "wrong_type",
                      "`define` takes names and their conditions: {name: {question: value}}");
        return;
    }
    for (const yaml::Entry& definition : entry->value.entries()) {
        if (is_key_segment(definition.key)) {
            index_of_.emplace(definition.key, entries_.size());
            entries_.push_back({definition});
        } else {
            problems_.add(definition.key_place, "wrong_name", [&] {
                return fmt::format("{} cannot be the name of a condition: use small letters, digits, `_` and `-`",
                                   quote(definition.key));
            });
        }
    }
}

void Definitions::enter() { deepest_ = std::max(deepest_, ++depth_); }

std::optional<Condition> Definitions::find(const yaml::Entry& meets) {
    const yaml::Node node = meets.value;
    const auto found = node.is_scalar() ? index_of_.find(node.text()) : index_of_.end();
    if (found == index_of_.end()) {
        add_unknown(meets);
        return std::nullopt;
    }
    Entry& entry = entries_[found->second];
    entry.used = true;
    if (entry.state == State::being_read) {
        refuse_circle(entry, node.place());
        return std::nullopt;
    }
    const auto refuse_depth = [&] {
        refuse_excess(node.place(), "too_deep",
                      fmt::format("with `{}` conditions are nested more than {} deep here, which is more than is read; "
                                  "meet fewer definitions inside each other",
                                  entry.source.key, most_nested));
        return std::nullopt;
    };
    if (depth_ >= most_nested) return refuse_depth();
    if (entry.state == State::unread) read(entry);
    if (!entry.condition) return std::nullopt;
    if (depth_ + entry.levels > most_nested) return refuse_depth();
    if (entry.size > most_met - met_) {
        refuse_excess(node.place(), "too_large",
                      fmt::format("with `{}` the definitions that this checklist meets come to more than {} tests and "
                                  "values, which is more than is read; meet them less often",
                                  entry.source.key, most_met));
        return std::nullopt;
    }
    met_ += entry.size;
    deepest_ = std::max(deepest_, depth_ + entry.levels);
    return entry.condition;
}

void Definitions::read(Entry& entry) {
    entry.state = State::being_read;
    way_.push_back(entry.source.key);
    const std::size_t deepest_before = std::exchange(deepest_, depth_);
    entry.condition = read_condition(fmt::format("the definition of `{}`", entry.source.key), entry.source.value,
                                     entry.source.key_place, vocabulary_, *this, problems_);
    entry.levels = deepest_ - depth_;
    if (entry.condition) entry.size = size_of(*entry.condition);
    deepest_ = std::max(deepest_, deepest_before);
    way_.pop_back();
    entry.state = State::read;
}

/// Told once: whatever meets what is too large is too large itself.
void Definitions::refuse_excess(Place place, std::string_view kind, const std::string& excess) {
    if (!std::exchange(excess_is_told_, true)) problems_.add(place, kind, [&] { return excess; });
}

void Definitions::refuse_circle(const Entry& entry, Place place) {
    problems_.add(place, "circle", [&] {
        std::string text = fmt::format("`{}` is defined by itself:", entry.source.key);
        const auto begin = std::ranges::find(way_, entry.source.key);
        for (auto name = begin; name != way_.end(); ++name) {
            const std::string_view next = name + 1 == way_.end() ? entry.source.key : *(name + 1);
            text += fmt::format("{} `{}` meets `{}`", name == begin ? "" : ",", *name, next);
        }
        return text;
    });
}

void Definitions::add_unknown(const yaml::Entry& meets) {
    const yaml::Node node = meets.value;
    problems_.add(node.is_null() ? meets.key_place : node.place(), "unknown_definition", [&] {
        if (!node.is_scalar()) return std::string("`meets` takes the name of a condition under `define`");
        std::vector<std::string_view> names;
        for (const Entry& entry : entries_) names.push_back(entry.source.key);
        if (names.empty())
            return fmt::format("{} is not defined; write its condition under `define` of the checklist",
                               quote(node.text()));
        if (const auto meant = closest(node.text(), names))
            return fmt::format("{} is not defined; did you mean `{}`?", quote(node.text()), *meant);
        return fmt::format("{} is not defined; `define` has {}", quote(node.text()), yaml::one_of(names));
    });
}

std::vector<Definition> Definitions::read_all(Texts& texts) {
    std::vector<Definition> all;
    for (Entry& entry : entries_) {
        if (entry.state == State::unread) read(entry);
        if (entry.condition)
            all.push_back(
                {texts.keep(std::string(entry.source.key)), *entry.condition, entry.used, entry.source.key_place});
    }
    return all;
}

}  // namespace hipaa
