// One condition changed in every small way.
#include "authoring/suite/condition_mutants.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "authoring/search/condition_text.hpp"
#include "checklist/operators.hpp"

namespace hipaa {
namespace {

class ConditionChanger {
public:
    ConditionChanger(const Library& library, const Checklist& checklist) : library_(library), checklist_(checklist) {}

    std::vector<ConditionMutant> change(Condition& condition) {
        walk(condition);
        return std::move(all_);
    }

private:
    std::string text(const Condition& condition) const { return yaml_of(condition, library_, checklist_, list_); }

    void replace(Condition& slot, Condition replacement) {
        std::string what = fmt::format("`{}` becomes `{}`", text(slot), text(replacement));
        all_.push_back({slot.place, std::move(what), &slot, std::move(replacement)});
    }

    void walk(Condition& condition) {
        if (is_addressed(condition, library_, checklist_)) return replace(condition, negation_of(condition));
        switch (condition.kind) {
            case Condition::Kind::all:
            case Condition::Kind::any:
                return change_members(condition);
            case Condition::Kind::negation:
                replace(condition, condition.parts.front());
                return walk(condition.parts.front());
            case Condition::Kind::test:
                break;
        }
        change_test(condition);
    }

    static Condition negation_of(const Condition& condition) {
        Condition negation;
        negation.kind = Condition::Kind::negation;
        negation.place = condition.place;
        negation.parts.push_back(condition);
        return negation;
    }

    void change_members(Condition& condition) {
        if (condition.parts.size() > 1) {
            Condition other = condition;
            const bool all = condition.kind == Condition::Kind::all;
            other.kind = all ? Condition::Kind::any : Condition::Kind::all;
            replace(condition, std::move(other));
            for (std::size_t i = 0; i < condition.parts.size(); ++i) drop(condition, i);
        }
        for (Condition& part : condition.parts) walk(part);
    }

    void drop(Condition& condition, std::size_t part) {
        Condition fewer = condition;
        fewer.parts.erase(fewer.parts.begin() + static_cast<std::ptrdiff_t>(part));
        all_.push_back({condition.parts[part].place, fmt::format("without `{}`", text(condition.parts[part])),
                        &condition, std::move(fewer)});
    }

    void change_test(Condition& test) {
        for (const std::optional<Operator> op : info(test.op).mixed_up) {
            if (!op) continue;
            Condition other = test;
            other.op = *op;
            replace(test, std::move(other));
        }
        if (takes_choices(test)) replace(test, negation_of(test));
        const Question& question = question_of(test.question, list_, library_, checklist_);
        if (auto* value = std::get_if<Scalar>(&test.operand)) change_value(test, *value, question);
        if (std::holds_alternative<std::vector<Scalar>>(test.operand)) change_values(test, question);
        if (const auto* bounds = std::get_if<Bounds>(&test.operand)) change_bounds(test, *bounds);
        if (test.parts.empty()) return;
        list_ = &question;
        walk(test.parts.front());
        list_ = nullptr;
    }

    /// It takes none of the `also` words.
    static bool takes_choices(const Condition& test) {
        const OperandKind operand = info(test.op).operand;
        return operand == OperandKind::choice || operand == OperandKind::choices;
    }

    void replace_operand(Condition& test, Operand operand) {
        Condition other = test;
        other.operand = std::move(operand);
        replace(test, std::move(other));
    }

    void change_value(Condition& test, const Scalar& value, const Question& question) {
        if (const auto* yes = std::get_if<bool>(&value)) {
            // `is` and `is_not` are turned around already.
            if (info(test.op).operand == OperandKind::yes_no) replace_operand(test, Scalar(!*yes));
        } else if (const auto* number = std::get_if<double>(&value)) {
            replace_operand(test, Scalar(*number + 1));
            if (*number >= 1) replace_operand(test, Scalar(*number - 1));
        } else if (const auto* date = std::get_if<Date>(&value)) {
            for (const int shift : {-1, 1}) replace_operand(test, Scalar(*date + std::chrono::days(shift)));
        } else if (const auto* word = std::get_if<Word>(&value)) {
            const std::size_t count = takes_choices(test) ? question.choices : question.words.size();
            for (std::uint32_t i = 0; i < count; ++i)
                if (i != word->index) replace_operand(test, Scalar(Word{i}));
        }
    }

    void change_bounds(Condition& test, const Bounds& bounds) {
        replace_operand(test, Bounds{bounds.at_most, bounds.at_least});
        for (Bound Bounds::*const side : {&Bounds::at_least, &Bounds::at_most}) {
            if (std::holds_alternative<std::monostate>(bounds.*side)) continue;
            const auto change = [&](const Bound& bound) {
                Bounds other = bounds;
                other.*side = bound;
                replace_operand(test, other);
            };
            const bool is_only_one = std::holds_alternative<std::monostate>(bounds.at_least) ||
                                     std::holds_alternative<std::monostate>(bounds.at_most);
            if (!is_only_one) change({});
            const auto* number = std::get_if<double>(&(bounds.*side));
            if (number) change(*number + 1);
            if (number && *number >= 1) change(*number - 1);
        }
    }

    void change_values(Condition& test, const Question& question) {
        const auto values = std::get<std::vector<Scalar>>(test.operand);
        for (std::size_t i = 0; i < values.size() && values.size() > 1; ++i) {
            auto fewer = values;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            replace_operand(test, std::move(fewer));
        }
        const std::size_t count = takes_choices(test) ? question.choices : question.words.size();
        for (std::uint32_t i = 0; i < count; ++i) {
            if (std::ranges::find(values, Scalar(Word{i})) != values.end()) continue;
            auto more = values;
            more.push_back(Scalar(Word{i}));
            replace_operand(test, std::move(more));
        }
    }

    const Library& library_;
    const Checklist& checklist_;
    const Question* list_ = nullptr;
    std::vector<ConditionMutant> all_;
};

}  // namespace

std::vector<ConditionMutant> condition_mutants(Condition& condition, const Library& library,
                                               const Checklist& checklist) {
    return ConditionChanger(library, checklist).change(condition);
}

}  // namespace hipaa
