// What decides a check, as a formula over the answers that are still open.
#include "engine/interview/open_formula.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace hipaa {
namespace {

class FormulaBuilder {
public:
    FormulaBuilder(OpenFormula& formula, const Scope& scope) : formula_(formula), scope_(scope) {}

    /// False if it does not hold, whatever is answered.
    bool add_when(const std::optional<Condition>& when) {
        if (!when) return true;
        undecided_for_want_of_part_ = Level::absent;
        Node node = build(*when, scope_, false);
        // What a part of the file would say that is not there takes nothing in.
        if (node.is(Level::no) || node.is(Level::absent)) return false;
        if (!node.is(Level::yes)) formula_.whens.push_back(std::move(node));
        return true;
    }

    void set_require(const Condition& require) {
        undecided_for_want_of_part_ = Level::unknown;
        formula_.require = build(require, scope_, false);
    }

private:
    static Level level(Truth value, bool negated) {
        if (value == Truth::unknown) return Level::unknown;
        return (value == Truth::yes) != negated ? Level::yes : Level::no;
    }

    Node build(const Condition& condition, const Scope& scope, bool negated) {
        switch (condition.kind) {
            case Condition::Kind::all:
            case Condition::Kind::any: {
                std::vector<Node> parts;
                for (const Condition& part : condition.parts) parts.push_back(build(part, scope, negated));
                return combined((condition.kind == Condition::Kind::all) != negated, std::move(parts));
            }
            case Condition::Kind::negation:
                return build(condition.parts.front(), scope, !negated);
            case Condition::Kind::test:
                break;
        }
        return judges_items(condition.op) ? build_items(condition, scope, negated) : build_test(condition, scope, negated);
    }

    /// `all` of the parts, or `any` of them.
    static Node combined(bool all, std::vector<Node> parts) {
        const Level neutral = all ? Level::yes : Level::no;
        const Level decisive = all ? Level::no : Level::yes;
        Level constant = neutral;
        for (const Node& part : parts)
            if (part.kind == Node::Kind::constant)
                constant = all ? std::min(constant, part.level) : std::max(constant, part.level);
        if (constant == decisive) return Node::constant(decisive);
        std::erase_if(parts, [](const Node& part) { return part.kind == Node::Kind::constant; });
        if (parts.empty()) return Node::constant(constant);
        if (constant != neutral) parts.push_back(Node::constant(constant));
        if (parts.size() == 1) return std::move(parts.front());
        Node node;
        node.kind = all ? Node::Kind::all : Node::Kind::any;
        node.parts = std::move(parts);
        return node;
    }

    Node build_test(const Condition& test, const Scope& scope, bool negated) {
        Node node;
        node.test = &test;
        node.negated = negated;
        node.left = side(test.question, scope);
        if (const auto* other = std::get_if<QuestionRef>(&test.operand)) node.right = side(*other, scope);
        node.level = is_absent(node.left) || is_absent(node.right) ? undecided_for_want_of_part_ : Level::unknown;
        if (node.left.variable == Side::none && node.right.variable == Side::none) {
            const Truth value = test_answers(test, *node.left.answer, node.right.answer, scope.today);
            return Node::constant(value == Truth::unknown ? node.level : level(value, negated));
        }
        node.kind = Node::Kind::test;
        return node;
    }

    Node build_items(const Condition& test, const Scope& scope, bool negated) {
        const bool every = (test.op == Operator::each) != negated;
        const Side list = side(test.question, scope);
        if (is_absent(list)) return Node::constant(undecided_for_want_of_part_);
        const Question& question = question_of(test.question, scope);
        Node now = build_given_items(test, question, *list.answer, scope, negated);
        if (list.variable == Side::none) return now;
        Node node;
        node.kind = Node::Kind::items;
        node.every = every;
        node.negated = negated;
        node.left = list;
        Scope inner = scope;
        inner.list = &question;
        inner.record = &blank_item(question);
        node.parts.push_back(build(test.parts.front(), inner, negated));
        node.parts.push_back(std::move(now));
        return node;
    }

    /// The items that a list has. Their fields are open where they have no answer, unless all of it is a default.
    Node build_given_items(const Condition& test, const Question& question, const Answer& list, const Scope& scope,
                           bool negated) {
        if (!list.known()) return Node::constant(Level::unknown);
        const auto* records = std::get_if<std::vector<Record>>(&list.value);
        if (!records) return Node::constant(level(Truth::no, negated));
        Scope inner = scope;
        inner.list = &question;
        std::vector<Node> parts;
        list_ = test.question;
        fields_are_open_ = list.state == AnswerState::given;
        for (std::size_t i = 0; i < records->size(); ++i) {
            inner.item = i;
            inner.record = &(*records)[i];
            parts.push_back(build(test.parts.front(), inner, negated));
        }
        return combined((test.op == Operator::each) != negated, std::move(parts));
    }

    const Record& blank_item(const Question& list) {
        Record& item = formula_.blank_items.emplace_back();
        for (const Question& field : list.fields)
            item.answers.push_back(field.default_value ? Answer{AnswerState::assumed, *field.default_value, {}} : Answer{});
        return item;
    }

    const Question& question_of(const QuestionRef& ref, const Scope& scope) const {
        if (ref.scope == QuestionRef::Scope::item) return scope.list->fields[ref.index];
        return sheet_of(ref, scope)->group->questions[ref.index];
    }

    /// True for a question of a part of the file that is not there.
    static bool is_absent(const Side& side) { return side.answer == &of_absent_part(); }

    static const Answer& of_absent_part() {
        static const Answer none{};
        return none;
    }

    Side side(const QuestionRef& ref, const Scope& scope) {
        if (ref.scope == QuestionRef::Scope::item) return item_side(ref, scope);
        const Sheet* sheet = sheet_of(ref, scope);
        if (!sheet) return {Side::none, &of_absent_part()};
        const Answer& answer = sheet->answers[ref.index];
        if (answer.state == AnswerState::given) return {Side::none, &answer};
        const std::uint32_t index = variable(answer, sheet->group->questions[ref.index]);
        formula_.variables[index].sheet = sheet;
        formula_.variables[index].index = ref.index;
        return {index, &answer};
    }

    Side item_side(const QuestionRef& ref, const Scope& scope) {
        const Answer& answer = scope.record->answers[ref.index];
        const bool of_any_item = !formula_.blank_items.empty() && scope.record == &formula_.blank_items.back();
        if (!of_any_item && (answer.known() || !fields_are_open_)) return {Side::none, &answer};
        const std::uint32_t index = variable(answer, scope.list->fields[ref.index]);
        Variable& field = formula_.variables[index];
        field.of_any_item = of_any_item;
        if (of_any_item) return {index, &answer};
        field.sheet = sheet_of(list_, scope);
        field.index = list_.index;
        field.item = scope.item;
        field.field = ref.index;
        return {index, &answer};
    }

    std::uint32_t variable(const Answer& answer, const Question& question) {
        const auto [found, is_new] =
            index_of_.try_emplace(&answer, static_cast<std::uint32_t>(formula_.variables.size()));
        if (is_new) {
            Variable& added = formula_.variables.emplace_back();
            added.question = &question;
            added.now = answer;
        }
        return found->second;
    }

    OpenFormula& formula_;
    const Scope& scope_;
    Level undecided_for_want_of_part_ = Level::unknown;
    QuestionRef list_;             // whose items are being built
    bool fields_are_open_ = true;  // of those items
    std::unordered_map<const Answer*, std::uint32_t> index_of_;
};

/// Counts where each question is read, now that what is decided is gone.
class ReadingCounter {
public:
    explicit ReadingCounter(std::vector<Variable>& variables) : variables_(variables) {}

    void count(Node& node) {
        count(node.left);
        if (node.right.variable != node.left.variable) count(node.right);
        const bool of_items = node.kind == Node::Kind::items;
        for (Node& part : node.parts) {
            // What the condition on any item reads outside of the list is read for each item.
            in_any_item_ = of_items && &part == &node.parts.front();
            count(part);
        }
        if (!of_items) return;
        in_any_item_ = false;
        find_repeated(node.parts.front(), node.repeated);
    }

private:
    void count(const Side& side) {
        if (side.variable == Side::none) return;
        Variable& read = variables_[side.variable];
        read.readings += in_any_item_ && !read.of_any_item ? 2 : 1;
    }

    void find_repeated(const Node& node, std::vector<std::uint32_t>& repeated) const {
        for (const Side& side : {node.left, node.right})
            if (side.variable != Side::none && variables_[side.variable].of_any_item &&
                variables_[side.variable].readings > 1 &&
                std::ranges::find(repeated, side.variable) == repeated.end())
                repeated.push_back(side.variable);
        for (const Node& part : node.parts) find_repeated(part, repeated);
    }

    std::vector<Variable>& variables_;
    bool in_any_item_ = false;
};

OpenFormula counted(OpenFormula formula) {
    ReadingCounter counter(formula.variables);
    for (Node& when : formula.whens) counter.count(when);
    counter.count(formula.require);
    return formula;
}

OpenFormula settled() { return {}; }

}  // namespace

OpenFormula formula_of(const Checklist& checklist, const Note& note, const Check& check, const Scope& scope) {
    OpenFormula formula;
    FormulaBuilder builder(formula, scope);
    if (!builder.add_when(checklist.when)) return settled();
    formula.of_checklist = formula.whens.size();
    if (!builder.add_when(note.when)) return settled();
    formula.of_note = formula.whens.size();
    if (!builder.add_when(check.when)) return settled();
    builder.set_require(check.require);
    formula.unmet_is_unknown = check.otherwise == Otherwise::unknown;
    return counted(std::move(formula));
}

OpenFormula formula_of(const Checklist& checklist, const Caveat& caveat, const Scope& scope) {
    OpenFormula formula;
    FormulaBuilder builder(formula, scope);
    if (!builder.add_when(checklist.when)) return settled();
    formula.of_checklist = formula.of_note = formula.whens.size();
    return builder.add_when(caveat.when) ? counted(std::move(formula)) : settled();
}

}  // namespace hipaa
