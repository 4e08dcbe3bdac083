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
        const Sheet* sheet = sheet_of(test.question, scope);
        if (!sheet) return Node::constant(undecided_for_want_of_part_);
        const Answer& list = sheet->answers[test.question.index];
        const Question& question = sheet->group->questions[test.question.index];
        Node now = build_given_items(test, question, list, scope, negated);
        Node node;
        node.every = (test.op == Operator::each) != negated;
        node.negated = negated;
        if (list.state != AnswerState::given) {
            node.kind = Node::Kind::open_list;
            node.left = side(test.question, scope);
            Scope inner = scope;
            inner.list = &question;
            const Record blank = blank_item(question);
            inner.record = &blank;
            begin_items(question, Items::blank);
            node.parts.push_back(as_item(build(test.parts.front(), inner, negated), 0));
            node.parts.push_back(std::move(now));
            return node;
        }
        const auto is_open = [](std::uint32_t field) { return field != Side::none; };
        if (now.kind == Node::Kind::constant || std::ranges::none_of(field_variables_, is_open)) return now;
        node.kind = Node::Kind::open_fields;
        node.left = {variable(list, question), &list};
        Variable& fields = formula_.variables[node.left.variable];
        fields.kind = Variable::Kind::fields;
        fields.sheet = sheet;
        fields.index = test.question.index;
        node.parts.push_back(std::move(now));
        return node;
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
        field_variables_.assign(list.fields.size(), Side::none);
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

    /// In a list that is answered, a default of a field counts as its answer.
    Side item_side(const QuestionRef& ref, const Scope& scope) {
        const Answer& answer = scope.record->answers[ref.index];
        const bool is_open = items_ == Items::blank || (items_ == Items::given && !answer.known());
        if (!is_open) return {Side::none, &answer};
        std::uint32_t& field = field_variables_[ref.index];
        if (field == Side::none) {
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
    std::vector<std::uint32_t> field_variables_;  // of them, by field; `Side::none` for what is not open
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
    void note(const Side& side) {
        if (side.variable == Side::none) return;
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
