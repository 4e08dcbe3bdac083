// Conditions as English sentences.
#include "authoring/explain/sentence.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "authoring/explain/clause.hpp"
#include "checklist/number.hpp"
#include "page/wording.hpp"

namespace hipaa {
namespace {

using page::Line;

std::string value_text(const Question& question, const Scalar& value) {
    return show(question, Answer{AnswerState::given, Value(value), {}});
}

/// How a test of order is said; `opposite` only where neither side can be an `also` word, which is in no order.
struct OrderWords {
    Operator op;
    std::string_view yes;
    std::string_view no;
    std::string_view opposite;
};
constexpr std::array order_words{
    OrderWords{Operator::before, " is before ", " is not before ", " is on or after "},
    OrderWords{Operator::on_or_before, " is on or before ", " is not on or before ", " is after "},
    OrderWords{Operator::after, " is after ", " is not after ", " is on or before "},
    OrderWords{Operator::on_or_after, " is on or after ", " is not on or after ", " is before "},
    OrderWords{Operator::at_least, " is at least ", " is not at least ", " is less than "},
    OrderWords{Operator::at_most, " is at most ", " is not at most ", " is more than "},
};

/// Where a condition stands: the list whose items are looked at, if any.
class Speaker {
public:
    Speaker(const Library& library, const Checklist& checklist) : library_(library), checklist_(checklist) {}

    Clause say(const Condition& condition, bool negated) const {
        switch (condition.kind) {
            case Condition::Kind::negation:
                return say(condition.parts.front(), !negated);
            case Condition::Kind::all:
                return say_parts(condition, negated, negated ? Clause::Kind::any : Clause::Kind::all);
            case Condition::Kind::any:
                return say_parts(condition, negated, negated ? Clause::Kind::all : Clause::Kind::any);
            case Condition::Kind::test:
                break;
        }
        Clause clause;
        clause.line = say_test(condition, negated);
        return clause;
    }

    void collect(const Condition& condition, std::vector<Asked>& asked) const {
        if (condition.kind == Condition::Kind::test) {
            add(condition.question, asked);
            if (const auto* other = std::get_if<QuestionRef>(&condition.operand)) add(*other, asked);
        }
        Speaker inner(*this);
        if (is_of_items(condition)) inner.list_ = &question(condition.question);
        for (const Condition& part : condition.parts) inner.collect(part, asked);
    }

    std::string path(const QuestionRef& ref) const {
        const Text key = question(ref).key;
        switch (ref.scope) {
            case QuestionRef::Scope::item:
                return fmt::format("{}.{}[].{}", checklist_.group.about, list_->key, key);
            case QuestionRef::Scope::facts:
                return key;
            case QuestionRef::Scope::elsewhere:
                return fmt::format("{}.{}", library_.checklists[ref.checklist].group.about, key);
            case QuestionRef::Scope::checklist:
                break;
        }
        return fmt::format("{}.{}", checklist_.group.about, key);
    }

    void add(const QuestionRef& ref, std::vector<Asked>& asked) const {
        Asked found{path(ref), &question(ref)};
        if (std::ranges::find(asked, found) == asked.end()) asked.push_back(std::move(found));
    }

private:
    static bool is_of_items(const Condition& condition) {
        return condition.kind == Condition::Kind::test &&
               (condition.op == Operator::each || condition.op == Operator::some);
    }

    Clause say_parts(const Condition& condition, bool negated, Clause::Kind kind) const {
        Clause clause;
        clause.kind = kind;
        for (const Condition& part : condition.parts) {
            Clause said = say(part, negated);
            if (said.kind == kind)
                for (Clause& inner : said.parts) clause.parts.push_back(std::move(inner));
            else clause.parts.push_back(std::move(said));
        }
        if (clause.parts.size() > 1) return clause;
        Clause only = std::move(clause.parts.front());
        return only;
    }

    const Question& question(const QuestionRef& ref) const {
        switch (ref.scope) {
            case QuestionRef::Scope::item:
                return list_->fields[ref.index];
            case QuestionRef::Scope::facts:
                return practice_facts().questions[ref.index];
            case QuestionRef::Scope::elsewhere:
                return library_.checklists[ref.checklist].group.questions[ref.index];
            case QuestionRef::Scope::checklist:
                break;
        }
        return checklist_.group.questions[ref.index];
    }

    /// What the question asks for, as a noun.
    Line subject(const QuestionRef& ref) const {
        const Question& asked = question(ref);
        const bool elsewhere = ref.scope == QuestionRef::Scope::elsewhere;
        if (asked.name.empty()) return {{elsewhere ? path(ref) : asked.key, true}};
        if (elsewhere) return {{asked.name + " ("}, {path(ref), true}, {")"}};
        return {{asked.name}};
    }

    Line say_test(const Condition& test, bool negated) const {
        const Question& asked = question(test.question);
        switch (test.op) {
            case Operator::is:
                return say_value({std::get<Scalar>(test.operand)}, test, asked, negated);
            case Operator::is_not:
                return say_value({std::get<Scalar>(test.operand)}, test, asked, !negated);
            case Operator::in:
                return say_value(std::get<std::vector<Scalar>>(test.operand), test, asked, negated);
            case Operator::not_in:
                return say_value(std::get<std::vector<Scalar>>(test.operand), test, asked, !negated);
            case Operator::answered:
                return say_answered(test, asked, negated);
            case Operator::within_days:
                return say_within_days(test, negated);
            case Operator::empty:
                return say_empty(test, asked, negated);
            case Operator::includes:
            case Operator::only:
                return say_picked(test, asked, negated);
            case Operator::each:
            case Operator::some:
                return say_items(test, asked, negated);
            case Operator::before:
            case Operator::on_or_before:
            case Operator::after:
            case Operator::on_or_after:
            case Operator::at_least:
            case Operator::at_most:
                break;
        }
        return say_order(test, asked, negated);
    }

    static bool is_yes_or_no(const Question& asked) { return asked.kind == AnswerKind::yes_no && asked.words.empty(); }

    Line say_value(std::vector<Scalar> values, const Condition& test, const Question& asked, bool negated) const {
        if (is_yes_or_no(asked) && negated && values.size() == 1) {
            values = {Scalar(!std::get<bool>(values.front()))};
            negated = false;
        }
        std::vector<std::string> words;
        for (const Scalar& value : values) words.push_back(value_text(asked, value));
        Line line;
        if (asked.kind == AnswerKind::yes_no) {
            line = {{negated ? "you do not answer " : "you answer "}};
            append(line, alternatives(words));
            line.push_back({fmt::format(" to \"{}\"", asked.ask)});
            return line;
        }
        line = subject(test.question);
        line.push_back({negated ? " is not " : " is "});
        append(line, alternatives(words));
        return line;
    }

    Line say_answered(const Condition& test, const Question& asked, bool negated) const {
        const bool wanted = std::get<bool>(std::get<Scalar>(test.operand)) != negated;
        Line line =
            asked.kind == AnswerKind::yes_no ? Line{{fmt::format("\"{}\"", asked.ask)}} : subject(test.question);
        line.push_back({wanted ? " has an answer" : " has no answer"});
        return line;
    }

    Line operand(const Condition& test, const Question& asked) const {
        if (std::holds_alternative<Today>(test.operand)) return {{"today"}};
        if (const auto* other = std::get_if<QuestionRef>(&test.operand)) return subject(*other);
        return {{value_text(asked, std::get<Scalar>(test.operand))}};
    }

    Line say_order(const Condition& test, const Question& asked, bool negated) const {
        const auto* words = std::ranges::find(order_words, test.op, &OrderWords::op);
        const auto* other = std::get_if<QuestionRef>(&test.operand);
        const bool has_opposite = asked.words.empty() && (!other || question(*other).words.empty());
        Line line = subject(test.question);
        line.push_back({std::string(!negated ? words->yes : has_opposite ? words->opposite : words->no)});
        append(line, operand(test, asked));
        return line;
    }

    Line say_within_days(const Condition& test, bool negated) const {
        Line line = subject(test.question);
        if (const auto* other = std::get_if<QuestionRef>(&test.operand)) {
            line.push_back(
                {negated ? " is not within the last days, as many as " : " is within the last days, as many as "});
            append(line, subject(*other));
            line.push_back({" says"});
            return line;
        }
        const double days = std::get<double>(std::get<Scalar>(test.operand));
        line.push_back({fmt::format(" is {}within the last {}", negated ? "not " : "",
                                    days == 1 ? "day" : number_text(days) + " days")});
        return line;
    }

    Line say_empty(const Condition& test, const Question& asked, bool negated) const {
        const bool empty = std::get<bool>(std::get<Scalar>(test.operand)) != negated;
        Line line;
        if (asked.kind == AnswerKind::list)
            line = {{empty ? "there is no item in " : "there is at least one item in "}};
        else line = {{empty ? "nothing is listed for " : "something is listed for "}};
        append(line, subject(test.question));
        return line;
    }

    Line say_picked(const Condition& test, const Question& asked, bool negated) const {
        std::vector<std::string> words;
        Line line;
        if (test.op == Operator::includes) {
            line = {{value_text(asked, std::get<Scalar>(test.operand)), true},
                    {negated ? " is not listed for " : " is listed for "}};
        } else {
            for (const Scalar& value : std::get<std::vector<Scalar>>(test.operand))
                words.push_back(value_text(asked, value));
            line = {{negated ? "something other than " : "nothing but "}};
            append(line, alternatives(words));
            line.push_back({" is listed for "});
        }
        append(line, subject(test.question));
        return line;
    }

    Line say_items(const Condition& test, const Question& asked, bool negated) const {
        const bool each = (test.op == Operator::each) != negated;
        Line line{{each ? "for each item of " : "for at least one item of "}};
        append(line, subject(test.question));
        line.push_back({", "});
        Speaker inner(*this);
        inner.list_ = &asked;
        append(line, member(inner.say(test.parts.front(), negated)));
        return line;
    }

    const Library& library_;
    const Checklist& checklist_;
    const Question* list_ = nullptr;
};

}  // namespace

page::Line Sentences::clause(const Condition& condition) const {
    return join(Speaker(library_, checklist_).say(condition, false));
}

std::vector<page::Line> Sentences::lines(const Condition& condition) const {
    return clause_lines(Speaker(library_, checklist_).say(condition, false));
}

void Sentences::collect(const Condition& condition, std::vector<Asked>& asked) const {
    Speaker(library_, checklist_).collect(condition, asked);
}

std::string Sentences::collect(const QuestionRef& question, std::vector<Asked>& asked) const {
    const Speaker speaker(library_, checklist_);
    speaker.add(question, asked);
    return speaker.path(question);
}

}  // namespace hipaa
