// Why a result differs: proven by running the engine with what was old and new switched one by one.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compare/change.hpp"
#include "compare/side.hpp"

namespace hipaa {

/// Finds the causes of the changes in one practice.
class Causes {
public:
    /// `ids` must live as long as this.
    Causes(const Moment& old, const Moment& now, const CurrentIds& ids);

    /// Fills in `causes`, `proven` and `answers` of a change. `id`: what the point is called now.
    void explain(Change& change, const std::string& id);

private:
    /// A set of causes, a bit each: what is there is taken from the newer side, the rest from the older one.
    using Set = std::uint8_t;
    static constexpr Set bit(ChangeCause cause) { return static_cast<Set>(1u << static_cast<unsigned>(cause)); }
    static constexpr bool has_checklist(Set set) { return (set & bit(ChangeCause::checklist)) != 0; }
    static constexpr std::size_t sets = 1u << values_of<ChangeCause>.size();

    /// Whether both sides had the same checklist for a point.
    enum class Checklists : std::uint8_t { same, other, unknown };

    /// What a run is made of other than what its set says; null: as the set says.
    struct Instead {
        const RecordedAnswers* answers = nullptr;
        const Moment* day = nullptr;
        const Moment* age_limit = nullptr;
    };

    /// What the engine says where `set` is switched; nothing if it cannot be run so.
    std::optional<PointResults> run(Set set, const Instead& instead) const;
    const std::optional<PointResults>& results(Set set);
    std::optional<Result> result(const Change& change, const std::string& id,
                                 const std::optional<PointResults>& results) const;
    bool leads_to(Set set, const Change& change, const std::string& id, std::optional<Result> wanted);
    std::vector<std::string> decisions_of(const Moment& moment) const;
    RecordedAnswers with_current_names(const RecordedAnswers& answers) const;
    /// The checklist as a side has it; null if it has none.
    const RecordedChecklist* find(const Moment& moment, const RecordedChecklist& checklist) const;
    /// Of the checklist as a side has it; empty if it has none, or its report does not say.
    std::string digest(const Moment& moment, const RecordedChecklist& checklist) const;
    Checklists compare_checklists(const Change& change) const;
    /// In some version.
    bool is_known(const Moment& moment, const RecordedChecklist& checklist) const;
    /// In the version that the moment had.
    bool is_at_hand(const Moment& moment, const RecordedChecklist& checklist) const;
    std::optional<Set> smallest_set(Checklists checklists, const Change& change, const std::string& id);
    /// `found`: the smallest set.
    bool is_proven(std::optional<Set> found, Checklists checklists, const Change& change, const std::string& id);
    bool is_in_one_version(const Change& change) const;
    Set what_may_matter(const Change& change) const;
    Set what_is_left(Checklists checklists, const Change& change) const;
    void name_what_is_lacked(Change& change) const;
    /// Tells the day from the setting that counts with it.
    void tell_time(Set set, Change& change, const std::string& id) const;
    std::vector<std::vector<std::string>> suspects(const Change& change) const;
    std::vector<std::string> first_suspects(const Change& change) const;
    std::vector<std::string> answers_that_matter(Set set, const Change& change, const std::string& id);
    std::vector<AnswerChange> changes_of(const std::vector<std::string>& keys) const;

    const Moment& old_;
    const Moment& now_;
    const CurrentIds& ids_;
    // By the names that both sides have for them:
    RecordedAnswers old_answers_;
    RecordedAnswers now_answers_;
    // What was assumed where the file does not say:
    RecordedAnswers old_assumed_;
    RecordedAnswers now_assumed_;
    std::vector<std::string> changed_;  // keys of answers
    std::size_t runs_ = 0;              // of the engine, for finding the answers that matter
    Set may_differ_ = 0;                // all causes that there may be, `checklist` among them
    std::array<std::optional<std::optional<PointResults>>, sets> results_;
};

}  // namespace hipaa
