// Applying documented decisions.
#include "engine/decisions.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace hipaa {
namespace {

bool is_open(Result result) { return result == Result::fail || result == Result::attention; }

struct Objection {
    RemarkKind kind;
    std::string clause;
};

/// Why a decision does not count on `today`, if it does not.
std::optional<Objection> objection(const Decision& decision, Date today) {
    using enum RemarkKind;
    if (decision.review_by < decision.decided_on)
        return Objection{decision_refused,
                         fmt::format("is refused: it is to be reviewed by {}, before it was made ({})",
                                     iso(decision.review_by), iso(decision.decided_on))};
    if (days_between(decision.decided_on, decision.review_by) > longest_decision)
        return Objection{decision_refused,
                         fmt::format("is refused: {} is more than {} days after {}; set an earlier `review_by`",
                                     iso(decision.review_by), longest_decision, iso(decision.decided_on))};
    if (decision.decided_on > today)
        return Objection{decision_premature,
                         fmt::format("does not count yet: it is dated {}", iso(decision.decided_on))};
    if (decision.review_by < today)
        return Objection{decision_expired,
                         fmt::format("has expired: it was to be reviewed by {}", iso(decision.review_by))};
    return std::nullopt;
}

constexpr EnumMap<Basis, std::string_view> who_asks({"the law asks for it", "the law asks for it, as HHS reads it",
                                                     "the vendor's conditions ask for it",
                                                     "its checklist does not let it be accepted"});

/// Why no decision can accept it.
std::string_view why_refused(const Check& check) {
    if (check.addressable && !is_duty(check.basis))
        return "it is settled by its own answer, which may be that it does not fit, documented";
    return who_asks[check.basis];
}

class DecisionApplier {
    using enum RemarkKind;

public:
    DecisionApplier(Date today, Assessment& assessment) : today_(today), assessment_(assessment) {}

    void apply(const Decision& decision, const Practice& practice) {
        if (!decision.off_by.empty())
            return remark(decision_unused, decision,
                          fmt::format("is not used: the checklist `{}` switches off what it accepts", decision.off_by));
        if (!decision.now_called.empty())
            remark(decision_renamed, decision,
                   fmt::format("names what is now called `{}`; write that under `accepts`", decision.now_called));
        NoteResult* note = find(decision, practice);
        if (auto found = objection(decision, today_)) {
            if (found->kind == decision_expired && is_renewed(decision, practice)) return;
            if (found->kind == decision_expired && note) found->clause += what_now(decision, *note);
            return remark(found->kind, decision, found->clause);
        }
        if (!note) return remark(decision_unused, decision, "is not used: no checklist that was assessed asks for it");
        accepted_.clear();
        refused_.clear();
        for (CheckResult& check : note->checks)
            if (!decision.check || decision.check == check.check) apply_to(decision, check);
        if (!decision.check && accepted_.size() + refused_.size() > 0) find_uncovered(*note);
        if (accepted_.size() > 1) remark_broad(decision, practice.sheets[decision.sheet]);
        if (!refused_.empty()) return remark_refused(decision, practice.sheets[decision.sheet]);
        if (accepted_.empty()) remark(decision_unused, decision, unused(decision, *note));
    }

private:
    /// True if another decision on the same counts.
    bool is_renewed(const Decision& decision, const Practice& practice) const {
        return std::ranges::any_of(practice.decisions, [&](const Decision& other) {
            return other.sheet == decision.sheet && other.note == decision.note && other.check == decision.check &&
                   !objection(other, today_);
        });
    }

    /// What is to be done in place of a decision that has expired.
    static std::string_view what_now(const Decision& decision, const NoteResult& note) {
        const auto any = [&](auto&& holds) {
            return std::ranges::any_of(note.checks, [&](const CheckResult& check) {
                return (!decision.check || decision.check == check.check) && holds(check);
            });
        };
        if (any([](const CheckResult& check) { return is_open(check.result) && check.check->waivable; }))
            return "; decide again, or fix what is open";
        if (any([](const CheckResult& check) { return is_open(check.result); }))
            return "; fix what is open, as no decision can accept it";
        if (any([](const CheckResult& check) { return check.result == Result::unknown; }))
            return "; what it accepts is not answered";
        return "; nothing that it could accept is open";
    }

    NoteResult* find(const Decision& decision, const Practice& practice) {
        if (decision.sheet == Decision::no_sheet) return nullptr;
        const Sheet* sheet = &practice.sheets[decision.sheet];
        for (ChecklistResult& checklist : assessment_.checklists) {
            if (checklist.sheet != sheet) continue;
            const auto note = std::ranges::find(checklist.notes, decision.note, &NoteResult::note);
            if (note != checklist.notes.end()) return &*note;
        }
        return nullptr;
    }

    void apply_to(const Decision& decision, CheckResult& check) {
        if (!check.check->waivable) {
            if (decision.check || is_open(check.result)) refused_.push_back(check.check);
            return;
        }
        if (!is_open(check.result)) return;
        check.result = Result::accepted;
        check.decision = &decision;
        accepted_.push_back(check.check);
    }

    /// An unanswered check is open, too, where a decision on the whole note seems to settle it.
    void find_uncovered(const NoteResult& note) {
        refused_.clear();
        for (const CheckResult& check : note.checks)
            if (!check.check->waivable && (is_open(check.result) || check.result == Result::unknown))
                refused_.push_back(check.check);
    }

    /// A check that opens later would be accepted without anybody having thought of it.
    void remark_broad(const Decision& decision, const Sheet& sheet) {
        std::string names;
        for (const Check* check : accepted_)
            names += fmt::format("{}`{}`", names.empty() ? "" : ", ", sheet.id_of(check->full_id));
        remark(decision_broad, decision,
               fmt::format("covers {} open checks: {}; if it was not made for all of them, let it accept single checks",
                           accepted_.size(), names));
    }

    void remark_refused(const Decision& decision, const Sheet& sheet) {
        if (decision.check)
            return remark(
                decision_refused, decision,
                fmt::format("is refused: no decision can accept this check, because {}", why_refused(*decision.check)));
        std::string names;
        for (const Check* check : refused_)
            names +=
                fmt::format("{}`{}` ({})", names.empty() ? "" : ", ", sheet.id_of(check->full_id), why_refused(*check));
        remark(decision_incomplete, decision,
               fmt::format("does not cover {}; {} open", names, refused_.size() == 1 ? "it stays" : "they stay"));
    }

    std::string unused(const Decision& decision, const NoteResult& note) const {
        Result result = note.result;
        for (const CheckResult& check : note.checks)
            if (decision.check ? decision.check == check.check : true) result = std::max(result, check.result);
        if (result == Result::unknown)
            return "is not used: what it accepts is not answered, and a decision does not replace an answer";
        if (result == Result::accepted) return "is not used: another decision has accepted it already";
        if (is_open(result)) return "is not used: nothing that it could accept is open";
        return "is not used: there is nothing to accept (anymore)";
    }

    void remark(RemarkKind kind, const Decision& decision, std::string_view what) {
        assessment_.remarks.push_back(
            {kind, fmt::format("the decision on `{}` {}", decision.accepts, what), decision.place});
    }

    Date today_;
    Assessment& assessment_;
    std::vector<const Check*> accepted_;
    std::vector<const Check*> refused_;
};

}  // namespace

bool lasts_rightly(const Decision& decision) {
    return decision.review_by >= decision.decided_on &&
           days_between(decision.decided_on, decision.review_by) <= longest_decision;
}

void apply_decisions(const Practice& practice, Date today, Assessment& assessment) {
    DecisionApplier applier(today, assessment);
    for (const Decision& decision : practice.decisions) applier.apply(decision, practice);
}

}  // namespace hipaa
