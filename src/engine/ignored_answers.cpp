// Answers that count for nothing because of another one.
#include "engine/ignored_answers.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace hipaa {
namespace {

using Answers = std::set<const Answer*>;

/// How many checks each answer takes out, by itself or with others.
using Tally = std::map<const Answer*, std::size_t>;

/// Adds the answers that conditions read to `found`.
class Reads {
public:
    Reads(const Scope& scope, Answers& found) : scope_(scope), found_(found) {}

    void add(const Condition& condition) {
        if (condition.kind == Condition::Kind::test) {
            add(condition.question);
            for_each_question(condition.operand, [&](const QuestionRef& other) { add(other); });
        }
        for (const Condition& part : condition.parts) add(part);
    }
    void add(const std::optional<Condition>& condition) {
        if (condition) add(*condition);
    }

    /// A field of an item is read with its list.
    void add(const QuestionRef& ref) {
        if (ref.scope == QuestionRef::Scope::item) return;
        if (const Sheet* sheet = sheet_of(ref, scope_)) found_.insert(&sheet->answers[ref.index]);
    }

private:
    Scope scope_;
    Answers& found_;
};

/// `condition` has the value whatever other answers say.
bool is_decided_by(const Answer& answer, const Condition& condition, Truth value, const Scope& scope) {
    const auto part_is = [&](const Condition& part) { return is_decided_by(answer, part, value, scope); };
    switch (condition.kind) {
        case Condition::Kind::all:
            return value == Truth::yes ? std::ranges::all_of(condition.parts, part_is)
                                       : std::ranges::any_of(condition.parts, part_is);
        case Condition::Kind::any:
            return value == Truth::yes ? std::ranges::any_of(condition.parts, part_is)
                                       : std::ranges::all_of(condition.parts, part_is);
        case Condition::Kind::negation:
            return is_decided_by(answer, condition.parts.front(), opposite(value), scope);
        case Condition::Kind::test:
            break;
    }
    std::vector<Evidence> evidence;
    collect_evidence(condition, value, scope, evidence);
    return evaluate(condition, scope) == value &&
           std::ranges::all_of(evidence, [&](const Evidence& item) { return item.answer == &answer; });
}

class Search {
public:
    Search(const Library& library, const Practice& practice, Date today, Assessment& assessment)
        : library_(library), practice_(practice), today_(today), assessment_(assessment) {}

    void run() {
        const bool all_apply = std::ranges::all_of(assessment_.checklists, [](const ChecklistResult& checklist) {
            return std::ranges::all_of(
                checklist.notes, [](const NoteResult& note) { return std::ranges::none_of(note.checks, is_out); });
        });
        if (all_apply) return;
        for (const ChecklistResult& checklist : assessment_.checklists)
            for (const NoteResult& note : checklist.notes)
                for (const CheckResult& check : note.checks)
                    if (is_out(check))
                        for (const Evidence& item : check.evidence) ++tally_[item.answer];
        for (const ChecklistResult& checklist : assessment_.checklists) look_at(checklist);
        for (const ChecklistResult& checklist : assessment_.checklists) remark_on(checklist);
    }

private:
    Scope scope_of(const ChecklistResult& checklist) const { return {library_, practice_, *checklist.sheet, today_}; }

    static bool is_out(const CheckResult& check) { return check.result == Result::not_applicable; }

    /// Adds what `check` reads to `found`.
    void read(const ChecklistResult& checklist, const NoteResult& note, const CheckResult& check,
              Answers& found) const {
        Reads reads(scope_of(checklist), found);
        reads.add(checklist.checklist->when);
        reads.add(note.note->when);
        reads.add(check.check->when);
        for (const CheckCase& one : check.check->cases) reads.add(one.when);
        reads.add(check.check->require);
    }

    /// What decided something counts, and all that is read by what applies.
    void look_at(const ChecklistResult& checklist) {
        for (const NoteResult& note : checklist.notes)
            for (const CheckResult& check : note.checks) {
                if (is_out(check)) count(needed(checklist, note, check), checklist);
                else read(checklist, note, check, counting_);
            }
        for (const CaveatResult& caveat : checklist.caveats) count(caveat.evidence, checklist);
        for (const ContradictionResult& found : checklist.contradictions) count(found.evidence, checklist);
        const Scope scope = scope_of(checklist);
        Reads reads(scope, counting_);
        for (const Deadline& deadline : checklist.checklist->deadlines) {
            if (deadline.when && AppliedWhen(*deadline.when, scope).holds == Truth::no) continue;
            reads.add(deadline.when);
            reads.add(deadline.from);
        }
    }

    /// What takes a check out: one answer, if that alone does.
    std::vector<Evidence> needed(const ChecklistResult& checklist, const NoteResult& note,
                                 const CheckResult& check) const {
        if (check.evidence.size() < 2) return check.evidence;
        const Evidence& first = main_reason(check);
        const Scope scope = scope_of(checklist);
        for (const auto& when :
             {std::cref(checklist.checklist->when), std::cref(note.note->when), std::cref(check.check->when)})
            if (when.get() && is_decided_by(*first.answer, *when.get(), Truth::no, scope)) return {first};
        return check.evidence;
    }

    /// Of what takes a check out the answer that keeps the most others from counting, so that `in_use: no` is the one reason
    /// for all that stands beside it.
    const Evidence& main_reason(const CheckResult& check) const {
        return *std::ranges::max_element(check.evidence, {},
                                         [&](const Evidence& item) { return tally_.at(item.answer); });
    }

    void count(const std::vector<Evidence>& evidence, const ChecklistResult& checklist) {
        const std::vector<Question>& questions = checklist.sheet->group->questions;
        for (const Evidence& item : evidence) {
            counting_.insert(item.answer);
            const auto list = std::ranges::find(questions, item.list, [](const Question& one) { return &one; });
            if (list != questions.end())
                counting_.insert(&checklist.sheet->answers[static_cast<std::size_t>(list - questions.begin())]);
        }
    }

    void remark_on(const ChecklistResult& checklist) {
        std::vector<std::pair<std::size_t, std::vector<const CheckResult*>>> not_counting;
        for (std::size_t i = 0; i < checklist.sheet->answers.size(); ++i) {
            const Answer& answer = checklist.sheet->answers[i];
            if (answer.state != AnswerState::given || counting_.contains(&answer)) continue;
            not_counting.emplace_back(i, taken_out(checklist, answer));
        }
        std::vector<IgnoredAnswers> all;
        for (const auto& [i, checks] : not_counting) {
            std::vector<Evidence> because = reasons(checks);
            if (because.empty()) continue;
            const auto same = std::ranges::find_if(all, [&](const IgnoredAnswers& other) {
                return std::ranges::equal(other.because, because, {}, &Evidence::answer, &Evidence::answer);
            });
            if (same == all.end()) all.push_back({checklist.sheet, {i}, std::move(because)});
            else same->questions.push_back(i);
        }
        for (const IgnoredAnswers& ignored : all) remark(ignored);
        std::ranges::move(all, std::back_inserter(assessment_.ignored));
    }

    /// The checks that read `answer` and do not apply.
    std::vector<const CheckResult*> taken_out(const ChecklistResult& checklist, const Answer& answer) const {
        std::vector<const CheckResult*> checks;
        for (const NoteResult& note : checklist.notes)
            for (const CheckResult& check : note.checks)
                if (is_out(check)) {
                    Answers found;
                    read(checklist, note, check, found);
                    if (found.contains(&answer)) checks.push_back(&check);
                }
        return checks;
    }

    std::vector<Evidence> reasons(const std::vector<const CheckResult*>& checks) const {
        std::vector<Evidence> because;
        for (const CheckResult* check : checks)
            if (!check->evidence.empty()) because.push_back(main_reason(*check));
        sort_unique(because);
        return because;
    }

    void remark(const IgnoredAnswers& ignored) {
        const Sheet& sheet = *ignored.sheet;
        std::vector<std::pair<Place, std::string>> keys;  // in the order of the file
        for (const std::size_t i : ignored.questions)
            keys.emplace_back(sheet.answers[i].place, fmt::format("`{}` (line {})", sheet.group->questions[i].key,
                                                                  sheet.answers[i].place.line));
        std::ranges::stable_sort(keys, {}, [](const auto& key) { return key.first; });
        std::vector<std::string> names;
        for (auto& [place, name] : keys) names.push_back(std::move(name));
        std::vector<std::string> because;
        for (const Evidence& item : ignored.because) because.push_back(named(item, sheet));
        assessment_.remarks.push_back({RemarkKind::answers_ignored,
                                       fmt::format("`{}`: the {} to {} {} not count, because of {}", sheet.about,
                                                   names.size() == 1 ? "answer" : "answers", listed(names),
                                                   names.size() == 1 ? "does" : "do", listed(because)),
                                       keys.front().first});
    }

    static std::string named(const Evidence& item, const Sheet& sheet) {
        const std::string key = item.about == sheet.about ? item.short_key() : item.key();
        switch (item.answer->state) {
            case AnswerState::given:
                return fmt::format("`{}` (line {})", key, item.answer->place.line);
            case AnswerState::assumed:
                return fmt::format("`{}` (assumed)", key);
            case AnswerState::unanswered:
                break;
        }
        return fmt::format("`{}` (not answered)", key);
    }

    /// "a, b and c"
    static std::string listed(const std::vector<std::string>& words) {
        std::string text;
        for (std::size_t i = 0; i < words.size(); ++i)
            text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
        return text;
    }

    const Library& library_;
    const Practice& practice_;
    Date today_;
    Assessment& assessment_;
    Tally tally_;  // of the checks that do not apply
    Answers counting_;
};

}  // namespace

void remark_on_ignored_answers(const Library& library, const Practice& practice, Date today, Assessment& assessment) {
    Search(library, practice, today, assessment).run();
}

}  // namespace hipaa
