// Reading what a test compares with.
#include "checklist/read/operand_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "checklist/number.hpp"
#include "checklist/operators.hpp"
#include "checklist/read/answer_reader.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using yaml::quote;

class OperandReader {
public:
    OperandReader(const Vocabulary::Found& question, std::string_view key, Operator op, const Question* list,
                  const Vocabulary& vocabulary, yaml::Problems& problems)
        : question_(question), key_(key), info_(info(op)), list_(list), vocabulary_(vocabulary), problems_(problems) {}

    std::optional<Operand> read(const yaml::Entry& operand) {
        const yaml::Node node = operand.value;
        const Place place = node.is_null() ? operand.key_place : node.place();
        if (is_unanswered(node)) {
            problems_.add(place, "wrong_value", [&] {
                return fmt::format(
                    "nothing can be compared with an unanswered question; to ask whether `{}` is "
                    "answered write {{answered: no}}",
                    key_);
            });
            return std::nullopt;
        }
        switch (info_.operand) {
            case OperandKind::value:
                return read_value(*question_.question, node);
            case OperandKind::values:
                return read_values(*question_.question, operand);
            case OperandKind::choice:
                return read_value(one_choice(*question_.question), node);
            case OperandKind::choices:
                return node.is_scalar() ? read_choices_elsewhere(node)
                                        : read_values(one_choice(*question_.question), operand);
            case OperandKind::yes_no:
                return read_yes_no(node);
            case OperandKind::moment:
                return read_moment(node);
            case OperandKind::days:
            case OperandKind::days_ahead:
            case OperandKind::amount:
                return read_amount(node);
            case OperandKind::condition:
            case OperandKind::counted:
                break;
        }
        return std::nullopt;
    }

private:
    /// A question that is answered by one of the choices of `question`, and by none of its `also` words.
    static Question one_choice(const Question& question) {
        Question one;
        one.kind = AnswerKind::choice;
        one.choices = question.choices;
        one.words.assign(question.choice_words().begin(), question.choice_words().end());
        std::ranges::copy_if(question.former_words, std::back_inserter(one.former_words),
                             [&](const FormerWord& former) { return !question.is_also(former.now); });
        return one;
    }

    std::optional<Operand> read_value(const Question& question, yaml::Node node) {
        auto scalar = read_scalar(question, key_, node, problems_, Answerer::checklist);
        if (!scalar) return std::nullopt;
        return Operand(std::move(*scalar));
    }

    std::optional<Operand> read_values(const Question& question, const yaml::Entry& operand) {
        if (!operand.value.is_sequence() || operand.value.size() == 0) {
            problems_.add(operand.value.place(), "wrong_type", [&] {
                return fmt::format("`{}` of `{}` takes a list of at least one value", info_.name(), key_);
            });
            return std::nullopt;
        }
        std::vector<Scalar> values;
        for (const yaml::Node item : operand.value.items()) {
            if (is_unanswered(item)) {
                problems_.add(item.place(), "wrong_value", [&] {
                    return fmt::format("`unknown` is not a value that `{}` of `{}` can compare with", info_.name(),
                                       key_);
                });
                return std::nullopt;
            }
            auto value = read_value(question, item);
            if (!value) return std::nullopt;
            values.push_back(std::move(std::get<Scalar>(*value)));
        }
        return Operand(std::move(values));
    }

    std::optional<Operand> read_choices_elsewhere(yaml::Node node) {
        const auto own = question_.question->choice_words();
        const auto found = vocabulary_.find(node.text(), list_);
        if (!found && std::ranges::find(own, node.text()) != own.end()) {
            problems_.add(node.place(), "wrong_operand", [&] {
                return fmt::format("`{}` of `{}` takes {}; write [{}]", info_.name(), key_, info_.operand_words(),
                                   node.text());
            });
            return std::nullopt;
        }
        const auto named = read_question(node, AnswerKind::choices);
        if (!named) return std::nullopt;
        OtherChoices others{found->ref, {}};
        for (const Text word : found->question->choice_words()) {
            const auto same = std::ranges::find(own, word);
            const auto index = static_cast<std::uint32_t>(same - own.begin());
            others.words.push_back(same == own.end() ? std::nullopt : std::optional(Word{index}));
        }
        return Operand(std::move(others));
    }

    std::optional<Operand> read_yes_no(yaml::Node node) {
        if (const auto value = node.is_scalar() ? yaml::parse_yes_no(node.text()) : std::nullopt)
            return Operand(Scalar(*value));
        add_wrong_operand(node);
        return std::nullopt;
    }

    std::optional<Operand> read_moment(yaml::Node node) {
        if (node.is_scalar()) {
            if (node.text() == "today") return Operand(Today{});
            if (const auto date = parse_date(node.text())) return Operand(Scalar(*date));
        }
        return read_question(node, AnswerKind::date);
    }

    std::optional<Operand> read_amount(yaml::Node node) {
        const auto number = node.is_scalar() ? parse_number(node.text()) : std::nullopt;
        if (!number) return read_question(node, AnswerKind::number);
        if (is_whole(*number) || question_.question->kind == AnswerKind::decimal) return Operand(Scalar(*number));
        problems_.add(node.place(), "wrong_operand", [&] {
            return fmt::format("`{}` of `{}` takes a whole number, not {}", info_.name(), key_, quote(node.text()));
        });
        return std::nullopt;
    }

    static bool is_comparable(AnswerKind found, AnswerKind wanted) {
        return found == wanted || (is_numeric(found) && is_numeric(wanted));
    }

    std::optional<Operand> read_question(yaml::Node node, AnswerKind kind) {
        const auto found = node.is_scalar() ? vocabulary_.find(node.text(), list_, node.place()) : std::nullopt;
        if (found && found->question->broken) return std::nullopt;
        if (found && is_comparable(found->question->kind, kind)) return Operand(found->ref);
        if (found) {
            problems_.add(node.place(), "wrong_operand", [&] {
                return fmt::format("`{}` of `{}` takes {}, but the answer to `{}` is of type {}", info_.name(), key_,
                                   info_.operand_words(), node.text(), name_of(found->question->kind));
            });
            return std::nullopt;
        }
        add_wrong_operand(node);
        return std::nullopt;
    }

    void add_wrong_operand(yaml::Node node) {
        problems_.add(node.place(), "wrong_operand", [&] {
            const auto names = vocabulary_.names(list_);
            const std::vector<std::string_view> candidates(names.begin(), names.end());
            std::string sentence =
                fmt::format("`{}` of `{}` takes {}, not {}", info_.name(), key_, info_.operand_words(),
                            node.is_scalar() ? quote(node.text()) : std::string("a list or a map"));
            const bool names_question = info_.operand != OperandKind::yes_no && node.is_scalar();
            if (const auto meant = names_question ? closest(node.text(), candidates) : std::nullopt)
                sentence += fmt::format("; did you mean `{}`?", *meant);
            return sentence;
        });
    }

    const Vocabulary::Found& question_;
    std::string_view key_;
    const OperatorInfo& info_;
    const Question* list_;
    const Vocabulary& vocabulary_;
    yaml::Problems& problems_;
};

}  // namespace

std::optional<Operand> read_operand(const Vocabulary::Found& question, Operator op, std::string_view key,
                                    const yaml::Entry& operand, const Question* list, const Vocabulary& vocabulary,
                                    yaml::Problems& problems) {
    return OperandReader(question, key, op, list, vocabulary, problems).read(operand);
}

}  // namespace hipaa
