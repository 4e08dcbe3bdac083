// The open questions that can still change a result.
#include "engine/interview/open_questions.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/interview/influence.hpp"
#include "engine/interview/question_order.hpp"
#include "engine/interview/test_tables.hpp"

namespace hipaa {
namespace {

class OpenQuestionFinder {
public:
    OpenQuestionFinder(const Library& library, const Practice& practice, const AssessmentSettings& settings,
                       std::string_view last_answered)
        : library_(library), practice_(practice), settings_(settings), last_answered_(last_answered) {
        entries_.emplace_back(practice.facts.answers.size(), none);
        for (const Sheet& sheet : practice.sheets) entries_.emplace_back(sheet.answers.size(), none);
    }

    OpenQuestions find() {
        for (const Sheet& sheet : practice_.sheets)
            if (settings_.selects(*sheet.checklist)) look_at(sheet);
        mark_what_may_fall_away();
        const std::size_t left_out = count_left_out();
        return {in_order_to_ask(std::move(found_), practice_, last_answered_), left_out};
    }

private:
    using Place = std::pair<const Sheet*, std::size_t>;  // of a question

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void look_at(const Sheet& sheet) {
        const Checklist& checklist = *sheet.checklist;
        const Scope scope{library_, practice_, sheet, settings_.today};
        for (const Note& note : checklist.notes)
            for (const Check& check : note.checks)
                add(formula_of(checklist, note, check, scope), check.basis,
                    {Stake::Kind::check, &sheet, &note, &check, nullptr});
        for (const Caveat& caveat : checklist.caveats)
            // Reports count a deal-breaker as more than a recommendation.
            if (caveat.deal_breaker)
                add(formula_of(checklist, caveat, scope), Basis::vendor_condition,
                    {Stake::Kind::caveat, &sheet, nullptr, nullptr, &caveat});
    }

    void add(OpenFormula formula, Basis basis, const Stake& stake) {
        if (formula.is_settled()) return;
        make_tables(formula, settings_.today);
        if (add_deciding(formula, basis, stake, Influence::Others::answered)) return;
        // Answers that agree, whatever they are, decide nothing once the others are given. Without any of them nothing is
        // decided either.
        add_deciding(formula, basis, stake, Influence::Others::answered_or_open);
    }

    /// False if there is no question that decides.
    bool add_deciding(const OpenFormula& formula, Basis basis, const Stake& stake, Influence::Others others) {
        Influence influence(formula, others);
        std::optional<bool> waits;
        for (std::uint32_t i = 0; i < formula.variables.size(); ++i) {
            const Variable& variable = formula.variables[i];
            if (!variable.is_read || !is_asked(variable) || !influence.changes_result(i)) continue;
            if (!waits) waits = influence.is_open();
            OpenQuestion& question = entry(variable);
            add_fields(question, formula);
            if (variable.kind == Variable::Kind::fields) add_missing(question, influence.missing_fields(i));
            if (formula.of_checklist > 0 && influence.changes_whens(i, formula.of_checklist))
                add_applicability(
                    question, {Stake::Kind::checklist, stake.sheet, nullptr, nullptr, nullptr, stake.sheet->checklist});
            else if (formula.of_note > 0 && influence.changes_whens(i, formula.of_note))
                add_applicability(question, {Stake::Kind::note, stake.sheet, stake.note, nullptr, nullptr});
            if (is_in_group(last_answered_, group_path(*question.sheet, question.question())))
                note_rivals(question, formula, influence, i);
            question.stakes.push_back(stake);
            question.basis = std::min(question.basis, basis);
            if (*waits) ++question.waiting;
        }
        return waits.has_value();
    }

    /// Keeps those questions to which some answer makes `question` needless, for all its stakes.
    void note_rivals(const OpenQuestion& question, const OpenFormula& formula, Influence& influence,
                     std::uint32_t variable) {
        std::vector<Place> found;
        for (std::uint32_t other = 0; other < formula.variables.size(); ++other) {
            const Variable& rival = formula.variables[other];
            if (other == variable || !rival.is_read || !is_asked(rival)) continue;
            if (influence.may_lose_influence(variable, other)) found.emplace_back(rival.sheet, rival.index);
        }
        std::vector<Place>& rivals = rivals_[{question.sheet, question.index}];
        if (question.stakes.empty()) rivals = std::move(found);
        else std::erase_if(rivals, [&](const Place& one) { return std::ranges::find(found, one) == found.end(); });
    }

    /// A question that is not asked itself makes no other one needless.
    void mark_what_may_fall_away() {
        for (OpenQuestion& question : found_) {
            const auto rivals = rivals_.find({question.sheet, question.index});
            if (rivals == rivals_.end()) continue;
            const std::string group = group_path(*question.sheet, question.question());
            for (const auto& [sheet, index] : rivals->second) {
                if (entries_[place_of(*sheet, practice_)][index] == none) continue;
                if (group_path(*sheet, sheet->group->questions[index]) == group) question.rivals.push_back(index);
                else question.may_fall_away = true;
            }
        }
    }

    /// The date of the confirmation ends an interview, and what a practice calls itself is its own business.
    bool is_asked(const Variable& variable) const {
        if (variable.kind == Variable::Kind::field) return false;
        return variable.sheet != &practice_.facts || variable.index == static_cast<std::size_t>(Fact::covered_entity);
    }

    OpenQuestion& entry(const Variable& variable) {
        std::size_t& at = entries_[place_of(*variable.sheet, practice_)][variable.index];
        if (at == none) {
            at = found_.size();
            OpenQuestion& added = found_.emplace_back();
            added.sheet = variable.sheet;
            added.index = variable.index;
        }
        return found_[at];
    }

    /// Those of its items that `formula` reads.
    static void add_fields(OpenQuestion& question, const OpenFormula& formula) {
        const std::vector<Question>& fields = question.question().fields;
        for (const Variable& field : formula.variables) {
            const bool is_of_it = field.kind == Variable::Kind::field && field.index < fields.size() &&
                                  field.question == &fields[field.index];
            if (is_of_it && field.is_read && std::ranges::find(question.fields, field.index) == question.fields.end())
                question.fields.push_back(field.index);
        }
    }

    static void add_missing(OpenQuestion& question, std::vector<ItemField> fields) {
        std::ranges::sort(fields);
        std::vector<ItemField> all;
        std::ranges::set_union(question.missing, fields, std::back_inserter(all));
        all.erase(std::unique(all.begin(), all.end()), all.end());
        question.missing = std::move(all);
    }

    static void add_applicability(OpenQuestion& question, const Stake& stake) {
        if (std::ranges::find(question.stakes, stake) == question.stakes.end()) question.stakes.push_back(stake);
    }

    std::size_t count_left_out() const {
        std::size_t count = 0;
        for (const Sheet& sheet : practice_.sheets) {
            if (!settings_.selects(*sheet.checklist)) continue;
            const std::vector<std::size_t>& entries = entries_[place_of(sheet, practice_)];
            for (std::size_t i = 0; i < sheet.answers.size(); ++i)
                if (sheet.answers[i].state != AnswerState::given && entries[i] == none) ++count;
        }
        return count;
    }

    const Library& library_;
    const Practice& practice_;
    const AssessmentSettings& settings_;
    std::string_view last_answered_;
    std::vector<OpenQuestion> found_;
    std::map<Place, std::vector<Place>> rivals_;
    std::vector<std::vector<std::size_t>> entries_;  // by place of the sheet and index of the question: in `found_`
};

}  // namespace

std::string Stake::id() const {
    switch (kind) {
        case Kind::checklist:
            return sheet->id_of(sheet->checklist->id);
        case Kind::note:
            return sheet->id_of(note->full_id);
        case Kind::check:
            return sheet->id_of(check->full_id);
        case Kind::caveat:
            break;
    }
    return sheet->id_of(caveat->full_id);
}

bool OpenQuestion::decides_applicability() const {
    return std::ranges::any_of(stakes, [](const Stake& stake) {
        return stake.kind == Stake::Kind::checklist || stake.kind == Stake::Kind::note;
    });
}

OpenQuestions open_questions(const Library& library, const Practice& practice, const AssessmentSettings& settings,
                             std::string_view last_answered) {
    return OpenQuestionFinder(library, practice, settings, last_answered).find();
}

}  // namespace hipaa
