// Which answers to a question can make a difference to some conditions.
#include "authoring/search/answer_candidates.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "authoring/search/condition_text.hpp"
#include "checklist/number.hpp"
#include "engine/possible_answers.hpp"

namespace hipaa {
namespace {

constexpr std::size_t most_candidates = 20'000;
constexpr std::size_t most_items = 3;
constexpr std::size_t most_compared = 10'000'000;  // answers to a question times what they are tested with
constexpr std::size_t most_counted = 8;            // a count with a larger number is not searched

constexpr std::size_t no_list = static_cast<std::size_t>(-1);

/// A question that some condition reads, or the field of a list's items.
struct Read {
    QuestionRef ref;
    std::size_t list = no_list;  // index of the list that it is a field of
    const Question* question = nullptr;
    std::vector<const Condition*> tests;  // on it
    Limits limits;                        // what they compare it with
    std::size_t group;                    // questions that are compared with each other, directly or not, have the same
    bool linked = false;                  // it is compared with another question
    std::size_t length = 0;               // of a list: how many items some test tells apart
    bool mixed = false;                   // of a list: its items are judged by something outside of them
};

bool same(const QuestionRef& a, const QuestionRef& b) {
    return a.scope == b.scope && a.index == b.index &&
           (a.scope != QuestionRef::Scope::elsewhere || a.checklist == b.checklist);
}

class QuestionCollector {
public:
    QuestionCollector(const Library& library, std::size_t checklist, Date today)
        : library_(library), checklist_(checklist), today_(today) {}

    std::vector<Read> collect(const std::vector<const Condition*>& conditions) {
        for (const Condition* condition : conditions) walk(*condition, no_list);
        return std::move(reads_);
    }

private:
    std::size_t index_of(QuestionRef ref, std::size_t list) {
        if (ref.scope == QuestionRef::Scope::elsewhere && ref.checklist == checklist_)
            ref.scope = QuestionRef::Scope::checklist;
        const std::size_t owner = ref.scope == QuestionRef::Scope::item ? list : no_list;
        if (list != no_list && owner == no_list) reads_[list].mixed = true;
        for (std::size_t i = 0; i < reads_.size(); ++i)
            if (reads_[i].list == owner && same(reads_[i].ref, ref)) return i;
        const Question* of = owner == no_list ? nullptr : reads_[owner].question;
        Read read;
        read.ref = ref;
        read.list = owner;
        read.question = &question_of(ref, of, library_, library_.checklists[checklist_]);
        read.group = reads_.size();
        reads_.push_back(std::move(read));
        return reads_.size() - 1;
    }

    void walk(const Condition& condition, std::size_t list) {
        if (condition.kind != Condition::Kind::test) {
            for (const Condition& part : condition.parts) walk(part, list);
            return;
        }
        const std::size_t at = index_of(condition.question, list);
        reads_[at].tests.push_back(&condition);
        for (const Condition& part : condition.parts) walk(part, at);
        note_operand(condition, at, list);
    }

    void note_operand(const Condition& test, std::size_t at, std::size_t list) {
        reads_[at].limits.add(test, today_);
        if (const auto* bounds = std::get_if<Bounds>(&test.operand)) return note_bounds(*bounds, at);
        if (const QuestionRef* ref = other_question(test.operand)) {
            const std::size_t other = index_of(*ref, list);
            reads_[other].limits.add_other(test);
            link(at, other);
        }
    }

    /// Lists are as long as one more than the largest number that their items are compared with, within reason.
    void note_bounds(const Bounds& bounds, std::size_t list) {
        std::size_t wanted = 0;
        for (const Bound* bound : {&bounds.at_least, &bounds.at_most}) {
            if (const auto* number = std::get_if<double>(bound))
                wanted = std::max(wanted, static_cast<std::size_t>(std::min<double>(*number, most_counted + 1)) + 1);
            const auto* ref = std::get_if<QuestionRef>(bound);
            if (!ref) continue;
            const std::size_t other = index_of(*ref, no_list);
            reads_[other].limits.add_counts(most_items);
            link(list, other);
            wanted = std::max(wanted, most_items);
        }
        reads_[list].length = std::max(reads_[list].length, wanted);
    }

    void link(std::size_t a, std::size_t b) {
        reads_[a].linked = reads_[b].linked = true;
        const std::size_t from = reads_[b].group;
        for (Read& read : reads_)
            if (read.group == from) read.group = reads_[a].group;
    }

    const Library& library_;
    std::size_t checklist_;
    Date today_;
    std::vector<Read> reads_;
};

class CandidateMaker {
public:
    CandidateMaker(std::vector<Read> reads, const Scope& scope, const std::function<Answer&(QuestionRef)>& slot)
        : reads_(std::move(reads)), scope_(scope), slot_(slot) {
        std::map<std::size_t, SharedLimits> groups;
        for (const Read& read : reads_)
            groups[read.group].add(read.limits, read.question->kind, read.list == no_list ? 1 : most_items);
        for (auto& [id, group] : groups) group.relate_days_to_dates(scope.today);
        for (Read& read : reads_) groups[read.group].give_to(read.limits);
        find_judged_from_outside();
    }

    std::vector<Candidates> make() {
        std::vector<Candidates> all;
        for (std::size_t i = 0; i < reads_.size(); ++i) {
            const Read& read = reads_[i];
            if (read.list != no_list) continue;
            Candidates found{read.ref, read.question, {}, false};
            if (read.question->kind == AnswerKind::list) make_lists(i, found);
            else if (read.limits.too_many) found.too_many = true;
            else found.answers = answers(read);
            if (!read.linked && !judged_from_outside_[i] && !found.too_many) reduce(read, found.answers);
            all.push_back(std::move(found));
        }
        return all;
    }

private:
    static Answer given(Value value) { return {AnswerState::given, std::move(value), {}}; }

    std::vector<Answer> answers(const Read& read) const {
        std::vector<Answer> found = possible_answers(*read.question, read.limits, scope_.today);
        found.push_back({});
        return found;
    }

    Scope item_scope(const Read& list, const Record& record) const {
        Scope inner = scope_;
        inner.list = list.question;
        inner.record = &record;
        return inner;
    }

    static Record blank_record(const Question& list) { return {{}, std::vector<Answer>(list.fields.size())}; }

    /// Records that differ in what the conditions on the items read.
    std::vector<Record> records(std::size_t list, bool& too_many) {
        std::vector<Record> all{blank_record(*reads_[list].question)};
        for (const Read& field : reads_) {
            if (field.list != list) continue;
            too_many = field.limits.too_many;
            if (too_many) return all;
            std::vector<Answer> values = answers(field);
            if (!field.linked) reduce_field(reads_[list], field, values);
            too_many = all.size() * values.size() > most_candidates;
            if (too_many) return all;
            std::vector<Record> longer;
            for (const Answer& value : values)
                for (Record record : all) {
                    record.answers[field.ref.index] = value;
                    longer.push_back(std::move(record));
                }
            all = std::move(longer);
        }
        if (!judged_from_outside_[list]) reduce_records(reads_[list], all);
        return all;
    }

    /// Notes the lists with an item that is compared with a question outside of its list.
    void find_judged_from_outside() {
        judged_from_outside_.resize(reads_.size());
        std::map<std::size_t, std::set<std::size_t>> lists_of_groups;
        for (const Read& read : reads_) lists_of_groups[read.group].insert(read.list);
        for (const Read& field : reads_)
            if (field.list != no_list && field.linked && lists_of_groups[field.group].size() > 1)
                judged_from_outside_[field.list] = true;
        for (std::size_t i = 0; i < reads_.size(); ++i)
            if (reads_[i].mixed) judged_from_outside_[i] = true;
    }

    void make_lists(std::size_t list, Candidates& found) {
        const Read& read = reads_[list];
        const std::vector<Record> items = records(list, found.too_many);
        found.too_many = found.too_many || read.length > most_counted + 1;
        if (found.too_many) return;
        std::vector<std::vector<Record>> lists{{}};
        std::vector<std::size_t> last{0};
        for (std::size_t at = 0; at < lists.size() && !found.too_many; ++at) {
            const std::size_t tested = std::max<std::size_t>(2, std::min(most_items, read.tests.size()));
            const std::size_t length = std::max(tested, read.length);
            for (std::size_t i = last[at]; i < items.size() && lists[at].size() < length; ++i) {
                std::vector<Record> longer = lists[at];
                longer.push_back(items[i]);
                lists.push_back(std::move(longer));
                last.push_back(i);
            }
            found.too_many = lists.size() > most_candidates;
        }
        for (std::vector<Record>& one : lists) found.answers.push_back(given(std::move(one)));
        for (Answer& answer : answers(read)) found.answers.push_back(std::move(answer));
    }

    using Signature = std::vector<Truth>;

    /// Keeps the first of those elements that no test of the list or question can tell apart; all where finding out would
    /// take long.
    template <typename Element, typename Sign>
    static void keep_first_of_each(std::vector<Element>& elements, const Read& read, Sign&& sign) {
        std::size_t size = 0;
        for (const Condition* test : read.tests) size += size_of(*test);
        if (elements.size() * size > most_compared) return;
        std::set<Signature> seen;
        std::vector<Element> kept;
        for (Element& element : elements)
            if (seen.insert(sign(element)).second) kept.push_back(std::move(element));
        elements = std::move(kept);
    }

    void reduce(const Read& read, std::vector<Answer>& found) {
        Answer& slot = slot_(read.ref);
        keep_first_of_each(found, read, [&](const Answer& answer) {
            slot = answer;
            Signature signature;
            for (const Condition* test : read.tests) signature.push_back(evaluate(*test, scope_));
            return signature;
        });
        slot = {};
    }

    void reduce_field(const Read& list, const Read& field, std::vector<Answer>& found) {
        Record record = blank_record(*list.question);
        keep_first_of_each(found, field, [&](const Answer& answer) {
            record.answers[field.ref.index] = answer;
            Signature signature;
            for (const Condition* test : field.tests) signature.push_back(evaluate(*test, item_scope(list, record)));
            return signature;
        });
    }

    void reduce_records(const Read& list, std::vector<Record>& found) {
        keep_first_of_each(found, list, [&](const Record& record) {
            Signature signature;
            for (const Condition* test : list.tests)
                for (const Condition& part : test->parts) signature.push_back(evaluate(part, item_scope(list, record)));
            return signature;
        });
    }

    std::vector<Read> reads_;
    std::vector<bool> judged_from_outside_;  // by the indexes of `reads_`
    const Scope scope_;
    const std::function<Answer&(QuestionRef)>& slot_;
};

}  // namespace

std::vector<Candidates> candidates(const std::vector<const Condition*>& conditions, const Library& library,
                                   std::size_t checklist, const Scope& scope,
                                   const std::function<Answer&(QuestionRef)>& slot) {
    std::vector<Read> reads = QuestionCollector(library, checklist, scope.today).collect(conditions);
    return CandidateMaker(std::move(reads), scope, slot).make();
}

}  // namespace hipaa
