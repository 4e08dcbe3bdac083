// What decides a check, as a formula over the answers that are still open.
#include "engine/interview/open_formula.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>

#include "engine/count.hpp"

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
        return judges_items(condition.op) ? build_items(condition, scope, negated)
                                          : build_test(condition, scope, negated);
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
        if (const QuestionRef* other = other_question(test.operand)) node.right = side(*other, scope);
        node.level = is_absent(node.left) || is_absent(node.right) ? undecided_for_want_of_part_ : Level::unknown;
        if (node.left.variable == TestSide::none && node.right.variable == TestSide::none) {
            const Truth value = test_answers(test, *node.left.answer, node.right.answer, scope.today);
            return Node::constant(value == Truth::unknown ? node.level : level(value, negated));
        }
        node.kind = Node::Kind::test;
        return node;
    }

    Node build_items(const Condition& test, const Scope& scope, bool negated) {
        const Sheet* sheet = sheet_of(test.question, scope);
        if (!sheet) return Node::constant(undecided_for_want_of_part_);
        const Answer& list = sheet->answers[test.question.index];
        const Question& question = sheet->group->questions[test.question.index];
        if (test.op == Operator::count) return build_count(test, question, list, scope, negated);
        Node now = build_given_items(test, question, list, scope, negated);
        Node node;
        node.every = (test.op == Operator::each) != negated;
        node.negated = negated;
        return with_open_list(std::move(node), test, std::move(now), negated, scope);
    }

    /// What `now` is as long as the list, or the fields of its items, are open. `node` says how the items of an open list
    /// are judged: each one by the condition of `test`, or by its opposite.
    Node with_open_list(Node node, const Condition& test, Node now, bool opposite, const Scope& scope) {
        const Sheet& sheet = *sheet_of(test.question, scope);
        const Answer& list = sheet.answers[test.question.index];
        const Question& question = sheet.group->questions[test.question.index];
        if (list.state != AnswerState::given) {
            node.kind = Node::Kind::open_list;
            node.left = side(test.question, scope);
            Scope inner = scope;
            inner.list = &question;
            const Record blank = blank_item(question);
            inner.record = &blank;
            begin_items(question, Items::blank);
            node.parts.push_back(as_item(build(test.parts.front(), inner, opposite), 0));
            node.parts.push_back(std::move(now));
            return node;
        }
        const auto is_open = [](std::uint32_t field) { return field != TestSide::none; };
        if (now.kind == Node::Kind::constant || std::ranges::none_of(field_variables_, is_open)) return now;
        Node around;
        around.kind = Node::Kind::open_fields;
        around.left = {variable(list, question), &list};
        Variable& fields = formula_.variables[around.left.variable];
        fields.kind = Variable::Kind::fields;
        fields.sheet = &sheet;
        fields.index = test.question.index;
        around.parts.push_back(std::move(now));
        return around;
    }

    Node build_count(const Condition& test, const Question& question, const Answer& list, const Scope& scope,
                     bool negated) {
        const auto& [at_least, at_most] = std::get<Bounds>(test.operand);
        const auto is_given = [&](const Bound& bound) {
            const auto* ref = std::get_if<QuestionRef>(&bound);
            return !ref || answer_to(*ref, scope).state == AnswerState::given;
        };
        if (list.state == AnswerState::given && is_given(at_least) && is_given(at_most) &&
            leaves_no_number(test, scope))
            return Node::constant(level(Truth::no, negated));
        std::vector<Node> sides;
        for (const Bound* bound : {&at_least, &at_most})
            if (!std::holds_alternative<std::monostate>(*bound))
                sides.push_back(
                    build_side(test, *bound, (bound == &at_most) != negated, question, list, scope, negated));
        return combined(!negated, std::move(sides));
    }

    /// One limit of `count`. If `every`, all but so many items have to meet the opposite of its condition.
    Node build_side(const Condition& test, const Bound& bound, bool every, const Question& question, const Answer& list,
                    const Scope& scope, bool negated) {
        Node node;
        node.test = &test;
        node.every = every;
        node.negated = negated;
        if (const auto* number = std::get_if<double>(&bound)) node.limit = *number;
        if (const auto* ref = std::get_if<QuestionRef>(&bound)) node.right = side(*ref, scope);
        const Scalar* fixed =
            node.right.variable == TestSide::none && node.right.answer ? scalar(*node.right.answer) : nullptr;
        if (fixed && !std::holds_alternative<double>(*fixed)) return Node::constant(level(Truth::no, negated));
        if (is_absent(node.right)) return Node::constant(undecided_for_want_of_part_);
        if (fixed) node.limit = std::get<double>(*fixed);
        return with_open_list(node, test, count_given_items(node, question, list, scope), every, scope);
    }

    Node count_given_items(Node node, const Question& question, const Answer& list, const Scope& scope) {
        begin_items(question, list.state == AnswerState::given ? Items::given : Items::of_default);
        node.kind = Node::Kind::counted;
        node.undecided = !list.known();
        if (list.known() && !list.records()) return Node::constant(level(Truth::no, node.negated));
        Scope inner = scope;
        inner.list = &question;
        for (std::size_t i = 0; list.known() && i < list.records()->size(); ++i) {
            inner.item = i;
            inner.record = &(*list.records())[i];
            node.parts.push_back(as_item(build(node.test->parts.front(), inner, node.every), i));
        }
        if (node.right.variable != TestSide::none) return node;
        if (node.undecided) return Node::constant(Level::unknown);
        const Level least = counted_level(node, Level::no);
        return least == counted_level(node, Level::yes) ? Node::constant(least) : node;
    }

    /// What counted items come to if all that are open come to `open`.
    static Level counted_level(const Node& node, Level open) {
        std::vector<Level> levels;
        for (const Node& part : node.parts) levels.push_back(part.kind == Node::Kind::constant ? part.level : open);
        const double needed = node.needed(node.limit);
        if (needed <= 0) return Level::yes;
        if (needed > static_cast<double>(levels.size())) return Level::no;
        std::ranges::sort(levels, std::greater());
        return levels[static_cast<std::size_t>(needed) - 1];
    }

    /// The items that a list has. Their fields are open where they have no answer, unless all of it is a default.
    Node build_given_items(const Condition& test, const Question& question, const Answer& list, const Scope& scope,
                           bool negated) {
        begin_items(question, list.state == AnswerState::given ? Items::given : Items::of_default);
        if (!list.known()) return Node::constant(Level::unknown);
        const auto* records = std::get_if<std::vector<Record>>(&list.value);
        if (!records) return Node::constant(level(Truth::no, negated));
        Scope inner = scope;
        inner.list = &question;
        std::vector<Node> parts;
        for (std::size_t i = 0; i < records->size(); ++i) {
            inner.item = i;
            inner.record = &(*records)[i];
            parts.push_back(as_item(build(test.parts.front(), inner, negated), i));
        }
        return combined((test.op == Operator::each) != negated, std::move(parts));
    }

    enum class Items : std::uint8_t {
        given,
        of_default,
        blank,  // stands for any item of an open list
    };

    void begin_items(const Question& list, Items items) {
        field_variables_.assign(list.fields.size(), TestSide::none);
        items_ = items;
    }

    static Node as_item(Node condition, std::size_t index) {
        if (condition.kind == Node::Kind::constant) return condition;
        Node node;
        node.kind = Node::Kind::item;
        node.item = index;
        node.parts.push_back(std::move(condition));
        return node;
    }

    static Record blank_item(const Question& list) {
        Record item;
        for (const Question& field : list.fields)
            item.answers.push_back(field.default_value ? Answer{AnswerState::assumed, *field.default_value, {}}
                                                       : Answer{});
        return item;
    }

    /// True for a question of a part of the file that is not there.
    static bool is_absent(const TestSide& side) { return side.answer == &of_absent_part(); }

    static const Answer& of_absent_part() {
        static const Answer none{};
        return none;
    }

    TestSide side(const QuestionRef& ref, const Scope& scope) {
        if (ref.scope == QuestionRef::Scope::item) return item_side(ref, scope);
        const Sheet* sheet = sheet_of(ref, scope);
        if (!sheet) return {TestSide::none, &of_absent_part()};
        const Answer& answer = sheet->answers[ref.index];
        if (answer.state == AnswerState::given) return {TestSide::none, &answer};
        const std::uint32_t index = variable(answer, sheet->group->questions[ref.index]);
        formula_.variables[index].sheet = sheet;
        formula_.variables[index].index = ref.index;
        return {index, &answer};
    }

    TestSide item_side(const QuestionRef& ref, const Scope& scope) {
        const Answer& answer = scope.record->answers[ref.index];
        const bool is_open = items_ == Items::blank || (items_ == Items::given && answer.state != AnswerState::given);
        if (!is_open) return {TestSide::none, &answer};
        std::uint32_t& field = field_variables_[ref.index];
        if (field == TestSide::none) {
            field = add_variable(answer, scope.list->fields[ref.index]);
            formula_.variables[field].kind = Variable::Kind::field;
            formula_.variables[field].index = ref.index;
        }
        return {field};
    }

    std::uint32_t variable(const Answer& answer, const Question& question) {
        const auto found = index_of_.find(&answer);
        if (found != index_of_.end()) return found->second;
        return index_of_[&answer] = add_variable(answer, question);
    }

    std::uint32_t add_variable(const Answer& answer, const Question& question) {
        Variable& added = formula_.variables.emplace_back();
        added.question = &question;
        added.now = answer;
        return static_cast<std::uint32_t>(formula_.variables.size() - 1);
    }

    OpenFormula& formula_;
    const Scope& scope_;
    Level undecided_for_want_of_part_ = Level::unknown;
    Items items_ = Items::given;                  // that are being built
    std::vector<std::uint32_t> field_variables_;  // of them, by field; `TestSide::none` for what is not open
    std::unordered_map<const Answer*, std::uint32_t> index_of_;
};

/// Finds where each question is read, now that what is decided is gone.
class ReadingFinder {
public:
    explicit ReadingFinder(std::vector<Variable>& variables) : variables_(variables) {}

    void look_at(Node& node) {
        note(node.left);
        if (node.right.variable != node.left.variable) note(node.right);
        Node* const around = item_;
        if (node.kind == Node::Kind::item) item_ = &node;
        for (Node& part : node.parts) look_at(part);
        item_ = around;
    }

private:
    void note(const TestSide& side) {
        if (side.variable == TestSide::none) return;
        Variable& read = variables_[side.variable];
        if (read.kind == Variable::Kind::field) note_field(side.variable);
        else if (read.is_read || item_) read.is_read_again = true;
        read.is_read = true;
    }

    void note_field(std::uint32_t field) {
        if (!contains(item_->fields, field)) item_->fields.push_back(field);
        else if (!contains(item_->repeated, field)) item_->repeated.push_back(field);
    }

    static bool contains(const std::vector<std::uint32_t>& fields, std::uint32_t field) {
        return std::ranges::find(fields, field) != fields.end();
    }

    std::vector<Variable>& variables_;
    Node* item_ = nullptr;  // that is being looked at
};

OpenFormula with_readings(OpenFormula formula) {
    ReadingFinder finder(formula.variables);
    for (Node& when : formula.whens) finder.look_at(when);
    finder.look_at(formula.require);
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
    return with_readings(std::move(formula));
}

OpenFormula formula_of(const Checklist& checklist, const Caveat& caveat, const Scope& scope) {
    OpenFormula formula;
    FormulaBuilder builder(formula, scope);
    if (!builder.add_when(checklist.when)) return settled();
    formula.of_checklist = formula.of_note = formula.whens.size();
    return builder.add_when(caveat.when) ? with_readings(std::move(formula)) : settled();
}

}  // namespace hipaa
