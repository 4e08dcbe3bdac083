// One side of a comparison.
#pragma once

#include <map>
#include <string>

#include "compare/rerun.hpp"
#include "report/json/recorded_practice.hpp"

namespace hipaa {

/// What holds for all practices of a side. What it refers to must live as long as the comparison.
struct Side {
    Run run;
    std::map<std::string, std::string> digests;  // of its checklists, by the names of their files
    const Rerun* rerun = nullptr;

    /// The digest of a checklist that its report names; of one that extends another those of both. Empty if the report
    /// lacks one of them.
    std::string digest_of(const RecordedChecklist& checklist) const;
};

/// The same for a checklist that is at hand.
std::string digest_of(const Checklist& checklist);

/// One practice on one side.
struct Moment {
    const Side& side;
    const RecordedPractice& practice;
};

}  // namespace hipaa
