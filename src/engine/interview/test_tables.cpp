// What each test of an open formula comes to, for each answer that it can tell apart.
#include "engine/interview/test_tables.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "checklist/operators.hpp"
#include "engine/possible_answers.hpp"

namespace hipaa {
namespace {

// Beyond these an answer counts as anything, which may keep a question open that no longer matters.
constexpr std::size_t most_choice_kinds = 6;
constexpr std::size_t most_candidates = 64;

class TableMaker {
public:
    TableMaker(OpenFormula& formula, Date today)
        : variables_(formula.variables),
          today_(today),
          limits_(variables_.size()),
          tests_on_(variables_.size()),
          counts_items_(variables_.size(), false),
          group_(variables_.size()) {
        std::iota(group_.begin(), group_.end(), std::size_t{0});
        for (Node& when : formula.whens) collect(when);
        collect(formula.require);
    }

    void make() {
        share_limits();
        for (std::size_t i = 0; i < variables_.size(); ++i)
            if (variables_[i].is_read) set_candidates(variables_[i], limits_[i]);
        for (Node* test : tests_) fill(*test);
        for (std::uint32_t i = 0; i < variables_.size(); ++i)
            if (variables_[i].is_read && variables_[i].question->kind != AnswerKind::list && !counts_items_[i])
                reduce(i);
    }

private:
    void collect(Node& node) {
        for (Node& part : node.parts) collect(part);
        if (node.kind != Node::Kind::test) return collect_limit(node);
        tests_.push_back(&node);
        const std::uint32_t left = node.left.variable;
        const std::uint32_t right = node.right.variable;
        if (left != TestSide::none) tests_on_[left].push_back(&node);
        if (right != TestSide::none && right != left) tests_on_[right].push_back(&node);
        const int direction = direction_of_days(info(node.test->op).operand);
        if (left != TestSide::none) limits_[left].add(*node.test, today_);
        if (right != TestSide::none) limits_[right].add_other(*node.test);
        if (left != TestSide::none && right != TestSide::none) return link(left, right);
        if (left != TestSide::none && node.right.answer)
            limits_[left].add(variables_[left].question->kind, *node.right.answer, today_, direction);
        if (right != TestSide::none)
            limits_[right].add(variables_[right].question->kind, *node.left.answer, today_, direction);
    }

    /// A number that items are compared with: any of those that there can be. Of an open list that is none, one, or more.
    void collect_limit(const Node& node) {
        if (node.right.variable == TestSide::none) return;
        limits_[node.right.variable].add_counts(node.kind == Node::Kind::counted ? node.parts.size() : 1);
        counts_items_[node.right.variable] = true;
    }

    void link(std::size_t a, std::size_t b) {
        is_linked_ = true;
        const std::size_t from = group_[b];
        const std::size_t to = group_[a];
        std::ranges::replace(group_, from, to);
    }

    /// Questions that are compared with each other, directly or not, have the limits of all of them.
    void share_limits() {
        for (std::size_t i = 0; i < variables_.size(); ++i)
            limits_[i].add(variables_[i].question->kind, variables_[i].now, today_);
        if (!is_linked_) return;
        std::map<std::size_t, SharedLimits> groups;
        for (std::size_t i = 0; i < variables_.size(); ++i)
            if (variables_[i].is_read) groups[group_[i]].add(limits_[i], variables_[i].question->kind, 1);
        for (auto& [id, group] : groups) group.relate_days_to_dates(today_);
        for (std::size_t i = 0; i < variables_.size(); ++i)
            if (variables_[i].is_read) groups[group_[i]].give_to(limits_[i]);
    }

    void set_candidates(Variable& variable, const Limits& limits) const {
        const Limits none;
        const Question& question = *variable.question;
        std::vector<Candidate>& candidates = variable.candidates;
        candidates.push_back({variable.now});
        if (variable.kind == Variable::Kind::fields) return candidates.push_back({variable.now, true});
        variable.may_stay = variable.now.known();
        if (question.kind == AnswerKind::list) {
            candidates.push_back({given(std::vector<Record>())});
            candidates.push_back({given(std::vector<Record>(1))});
        }
        if (question.kind == AnswerKind::choices && told_apart(question, limits).size() > most_choice_kinds) {
            candidates.push_back({given(std::vector<Word>()), true});
            for (Answer& answer : possible_answers(question, none, today_)) add_word(answer, candidates);
            return;
        }
        std::vector<Answer> answers = possible_answers(question, limits.too_many ? none : limits, today_);
        if (limits.too_many || answers.size() > most_candidates) {
            const auto plain = std::ranges::find_if_not(answers, is_word);
            candidates.push_back({*plain, true});
            for (Answer& answer : answers) add_word(answer, candidates);
            return;
        }
        candidates.reserve(candidates.size() + answers.size());
        for (Answer& answer : answers) candidates.push_back({std::move(answer)});
    }

    static Answer given(Value value) { return {AnswerState::given, std::move(value), {}}; }

    static bool is_word(const Answer& answer) {
        const auto* value = std::get_if<Scalar>(&answer.value);
        return value && std::holds_alternative<Word>(*value);
    }

    static void add_word(Answer& answer, std::vector<Candidate>& candidates) {
        if (is_word(answer)) candidates.push_back({std::move(answer)});
    }

    void fill(Node& node) const {
        const std::uint32_t left = node.left.variable;
        const std::uint32_t right = node.right.variable;
        const bool one_question = left == right;
        const std::size_t rows = left == TestSide::none ? 1 : variables_[left].candidates.size();
        node.columns = right == TestSide::none || one_question ? 1 : variables_[right].candidates.size();
        node.table.reserve(rows * node.columns);
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t j = 0; j < node.columns; ++j)
                node.table.push_back(
                    levels(node, candidate(node.left, i), candidate(node.right, one_question ? i : j)));
    }

    /// What a test reads on one side.
    struct Reading {
        const Answer* answer;
        bool any;
    };

    Reading candidate(const TestSide& side, std::size_t index) const {
        if (side.variable == TestSide::none) return {side.answer, false};
        const Candidate& found = variables_[side.variable].candidates[index];
        return {&found.answer, found.any};
    }

    LevelSet levels(const Node& node, Reading left, Reading right) const {
        const Truth value = test_answers(*node.test, *left.answer, right.answer, today_);
        if (value == Truth::unknown) return LevelSet::of(node.level);
        const bool is_open = (left.any || right.any) && node.test->op != Operator::answered;
        const bool beside_word = right.answer && (is_word(*left.answer) || is_word(*right.answer));
        if (is_open && !beside_word) return decided_either_way;
        return LevelSet::of((value == Truth::yes) != node.negated ? Level::yes : Level::no);
    }

    /// Keeps the first of those candidates that no test can tell apart.
    void reduce(std::uint32_t index) {
        std::vector<Candidate>& candidates = variables_[index].candidates;
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const auto like = std::ranges::find_if(kept, [&](std::size_t one) { return are_alike(index, one, i); });
            if (like == kept.end()) kept.push_back(i);
            else if (*like == 0) variables_[index].may_stay = true;
        }
        if (kept.size() == candidates.size()) return;
        for (Node* test : tests_on_[index]) drop_from_table(*test, index, candidates.size(), kept);
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (kept[i] != i) candidates[i] = std::move(candidates[kept[i]]);
        candidates.resize(kept.size());
    }

    bool are_alike(std::uint32_t index, std::size_t a, std::size_t b) const {
        return std::ranges::all_of(tests_on_[index], [&](const Node* test) {
            const std::size_t columns = test->columns;
            const std::vector<LevelSet>& all = test->table;
            if (test->left.variable == index) {
                const auto row = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i * columns); };
                return std::equal(row(a), row(a + 1), row(b));
            }
            for (std::size_t start = 0; start < all.size(); start += columns)
                if (all[start + a] != all[start + b]) return false;
            return true;
        });
    }

    static void drop_from_table(Node& test, std::uint32_t index, std::size_t before,
                                const std::vector<std::size_t>& kept) {
        const bool in_rows = test.left.variable == index;
        std::vector<LevelSet> left_over;
        const std::size_t rows = test.table.size() / test.columns;
        if (in_rows)
            for (const std::size_t row : kept)
                for (std::size_t column = 0; column < test.columns; ++column)
                    left_over.push_back(test.table[row * test.columns + column]);
        else
            for (std::size_t row = 0; row < rows; ++row)
                for (const std::size_t column : kept) left_over.push_back(test.table[row * before + column]);
        if (!in_rows) test.columns = kept.size();
        test.table = std::move(left_over);
    }

    std::vector<Variable>& variables_;
    Date today_;
    std::vector<Node*> tests_;
    std::vector<Limits> limits_;                // by variable
    std::vector<std::vector<Node*>> tests_on_;  // by variable
    std::vector<bool> counts_items_;            // by variable: items are compared with it, which no table tells
    bool is_linked_ = false;                    // some questions are compared with each other
    std::vector<std::size_t> group_;            // by variable; the same for questions that are compared with each other
};

}  // namespace

void make_tables(OpenFormula& formula, Date today) { TableMaker(formula, today).make(); }

}  // namespace hipaa
