// Conditions as English sentences.
#include "authoring/explain/sentence.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "authoring/explain/clause.hpp"
#include "authoring/search/condition_text.hpp"
#include "checklist/number.hpp"
#include "checklist/operators.hpp"
#include "page/wording.hpp"

namespace hipaa {
namespace {

using page::Line;

std::string value_text(const Question& question, const Scalar& value) {
    return show(question, Answer{AnswerState::given, Value(value), {}});
}

/// Of what is compared with the answer to another question.
constexpr Phrases of_other_choices{"something that is listed for {o} is listed for {q}, too",
                                   "nothing that is listed for {o} is listed for {q}"};
constexpr Phrases of_only_other_choices{"nothing but what is listed for {o} is listed for {q}",
                                        "something other than what is listed for {o} is listed for {q}"};
/// Of questions with the answers yes and no.
constexpr Phrases of_yes_or_no{"you answer {o} to {q}", "you do not answer {o} to {q}"};
/// That a list has no items.
constexpr Phrases of_yesterday{"{q} is today or yesterday"};
constexpr Phrases of_tomorrow{"{q} is today or tomorrow"};
constexpr Phrases of_no_items{"there is no item in {q}", "there is at least one item in {q}"};

std::string with_not(std::string_view phrase) {
    constexpr std::string_view is = " is ";
    std::string text(phrase);
    return text.insert(text.find(is) + is.size(), "not ");
}

/// `phrase` with what its `{q}` and `{o}` stand for.
Line fill(std::string_view phrase, const Line& question, const Line& operand) {
    constexpr std::size_t mark = 3;
    Line line;
    while (!phrase.empty()) {
        const std::size_t at = std::min(phrase.find('{'), phrase.size());
        if (at > 0) line.push_back({std::string(phrase.substr(0, at))});
        phrase.remove_prefix(at);
        if (phrase.empty()) break;
        append(line, phrase.starts_with("{q}") ? question : operand);
        phrase.remove_prefix(mark);
    }
    return line;
}

/// True for "who answers for security", which is no noun.
bool asks(std::string_view name) {
    constexpr auto words =
        std::to_array<std::string_view>({"which", "what", "who", "whom", "whose", "how", "when", "where", "whether"});
    return std::ranges::find(words, name.substr(0, name.find(' '))) != words.end();
}

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
            for_each_question(condition.operand, [&](const QuestionRef& other) { add(other, asked); });
        }
        Speaker inner(*this);
        if (condition.kind == Condition::Kind::test && !condition.parts.empty())
            inner.list_ = &question(condition.question);
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

    const Question& question(const QuestionRef& ref) const { return question_of(ref, list_, library_, checklist_); }

    /// What the question asks for, as a noun; a question to be answered with yes or no as it is asked, and so is one whose
    /// name asks ("who answers for security"), with what goes `before` it. Of a list such a name can stay: "`devices` is
    /// listed for what your rules cover".
    Line subject(const QuestionRef& ref, std::string_view before = "the answer to ") const {
        const Question& asked = question(ref);
        const bool elsewhere = ref.scope == QuestionRef::Scope::elsewhere;
        if (asked.kind == AnswerKind::yes_no) return {{fmt::format("\"{}\"", asked.ask)}};
        if (asks(asked.name) && !holds_several(asked.kind)) return {{fmt::format("{}\"{}\"", before, asked.ask)}};
        if (asked.name.empty()) return {{elsewhere ? path(ref) : asked.key, true}};
        if (elsewhere) return {{asked.name + " ("}, {path(ref), true}, {")"}};
        return {{asked.name}};
    }

    static bool* only_yes_or_no(Operand& operand) {
        auto* value = std::get_if<Scalar>(&operand);
        auto* values = std::get_if<std::vector<Scalar>>(&operand);
        if (values && values->size() == 1) value = &values->front();
        return value ? std::get_if<bool>(value) : nullptr;
    }

    Line say_test(Condition test, bool negated) const {
        const Question& asked = question(test.question);
        if (const auto other = info(test.op).negates) test.op = *other, negated = !negated;
        if (bool* yes = only_yes_or_no(test.operand)) {
            if (info(test.op).operand == OperandKind::yes_no) negated = *yes == negated;
            else if (negated && asked.words.empty()) *yes = !*yes, negated = false;
        }
        if (const auto* bounds = std::get_if<Bounds>(&test.operand)) return say_count(test, *bounds, negated);
        const Line answer = test.op == Operator::answered ? subject(test.question, "") : subject(test.question);
        return fill(phrase(test, asked, negated), answer, operand(test, asked, negated));
    }

    /// "for at least 2 of the items of the parts, ..."; of what is not so "for fewer than 2 of the items of the parts, ...".
    Line say_count(const Condition& test, const Bounds& bounds, bool negated) const {
        bool has_also_words = !question(test.question).words.empty();
        for_each_question(test.operand, [&](const QuestionRef& ref) {
            has_also_words = has_also_words || !question(ref).words.empty();
        });
        const bool turned = negated && !has_also_words;
        Line line{{negated == turned ? "for" : "it is not so that for"}};
        const auto add = [&](const Bound& bound, std::string_view words) {
            if (std::holds_alternative<std::monostate>(bound)) return;
            line.push_back({fmt::format("{} {} ", line.size() == 1 ? "" : turned ? " or" : " and", words)});
            if (const auto* number = std::get_if<double>(&bound)) return line.push_back({number_text(*number)});
            line.push_back({"as many as "});
            append(line, subject(std::get<QuestionRef>(bound)));
            line.push_back({" says"});
        };
        if (is_one_number(bounds)) {
            add(bounds.at_least, turned ? "more or fewer than" : "exactly");
        } else {
            add(bounds.at_least, turned ? "fewer than" : "at least");
            add(bounds.at_most, turned ? "more than" : "at most");
        }
        line.push_back({" of the items of "});
        append(line, subject(test.question));
        line.push_back({", "});
        append(line, items(test, question(test.question), false));
        return line;
    }

    static bool is_one_number(const Bounds& bounds) {
        const auto* number = std::get_if<double>(&bounds.at_least);
        return number && std::get_if<double>(&bounds.at_most) && std::get<double>(bounds.at_most) == *number;
    }

    static bool is_one_day(const Condition& test) {
        const OperandKind operand = info(test.op).operand;
        if (operand != OperandKind::days && operand != OperandKind::days_ahead) return false;
        const auto* number = std::get_if<Scalar>(&test.operand);
        return number && std::get<double>(*number) == 1;
    }

    std::string phrase(const Condition& test, const Question& asked, bool negated) const {
        const OperatorInfo& op = info(test.op);
        Phrases phrases = op.phrases;
        if (asked.kind == AnswerKind::yes_no && op.operand != OperandKind::yes_no) phrases = of_yes_or_no;
        if (asked.kind == AnswerKind::list && test.op == Operator::empty) phrases = of_no_items;
        if (is_one_day(test)) phrases = op.operand == OperandKind::days ? of_yesterday : of_tomorrow;
        if (std::holds_alternative<OtherChoices>(test.operand))
            phrases = test.op == Operator::only ? of_only_other_choices : of_other_choices;
        if (!negated) return std::string(phrases.yes);
        // What is not before a day may also be an `also` word, which is in no order.
        const QuestionRef* other = other_question(test.operand);
        const bool in_order = op.operand == OperandKind::moment || op.operand == OperandKind::amount;
        const bool has_also_words = !asked.words.empty() || (other && !question(*other).words.empty());
        return phrases.no.empty() || (in_order && has_also_words) ? with_not(phrases.yes) : std::string(phrases.no);
    }

    Line operand(const Condition& test, const Question& asked, bool negated) const {
        const QuestionRef* other = other_question(test.operand);
        const auto* value = std::get_if<Scalar>(&test.operand);
        switch (info(test.op).operand) {
            case OperandKind::value:
            case OperandKind::choice:
                return alternatives({value_text(asked, *value)});
            case OperandKind::values:
            case OperandKind::choices: {
                if (other) return subject(*other);
                std::vector<std::string> words;
                for (const Scalar& one : std::get<std::vector<Scalar>>(test.operand))
                    words.push_back(value_text(asked, one));
                return alternatives(words);
            }
            case OperandKind::yes_no:
                return {};
            case OperandKind::moment:
            case OperandKind::amount:
                if (other) return subject(*other);
                return {{value ? value_text(asked, *value) : "today"}};
            case OperandKind::days:
            case OperandKind::days_ahead:
                return days(test);
            case OperandKind::condition:
                return items(test, asked, negated);
            case OperandKind::counted:
                return items(test, asked, false);
        }
        return {};
    }

    /// What the condition on the items of `list` says.
    Line items(const Condition& test, const Question& list, bool negated) const {
        Speaker inner(*this);
        inner.list_ = &list;
        return member(inner.say(test.parts.front(), negated));
    }

    Line days(const Condition& test) const {
        if (const auto* other = std::get_if<QuestionRef>(&test.operand)) {
            Line line{{"days, as many as "}};
            append(line, subject(*other));
            line.push_back({" says"});
            return line;
        }
        const double number = std::get<double>(std::get<Scalar>(test.operand));
        return {{number_text(number) + " days"}};
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
