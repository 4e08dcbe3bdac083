// Running the engine again over what a report says of a practice.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/current_ids.hpp"
#include "engine/assess.hpp"
#include "practice/key_tree.hpp"
#include "report/json/recorded_practice.hpp"

namespace hipaa {

/// The results of all points of a practice, by their ids as they are called now. A contradiction that does not hold has none.
using PointResults = std::map<std::string, Result, std::less<>>;

/// The checklists of one side of a comparison, ready to be run.
class Rerun {
public:
    /// `library` and `ids` must live as long as this.
    Rerun(const Library& library, const CurrentIds& ids);

    const Library& library() const { return library_; }

    /// What comes of these answers and decisions, which may name what they accept as later checklists do. What the
    /// checklists have no question for, and what they do not take, is left out; nothing if even then the answers cannot be
    /// read.
    std::optional<PointResults> results(RecordedAnswers answers, std::vector<std::string> decisions,
                                        const AssessmentSettings& settings) const;

    /// The same answers by the names that these checklists give them now, as far as they have a name of an earlier version.
    RecordedAnswers with_current_names(RecordedAnswers answers) const;

    /// The same answers by the names that these checklists have, where `later` says that it renamed something of them.
    RecordedAnswers with_names_before(const Library& later, RecordedAnswers answers) const;

private:
    std::string id_here(std::string_view id) const;
    const Question* find_question(std::string_view about, std::string_view key) const;

    const Library& library_;
    KeyTree keys_;
    const CurrentIds& ids_;
    std::unordered_map<std::string, std::string> ids_here_;  // of notes and checks, by what they are called now
};

}  // namespace hipaa
