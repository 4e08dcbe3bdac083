// The assessment of one practice: pure, without clock or input and output; it cannot fail.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "engine/assessment.hpp"

namespace hipaa {

struct AssessmentSettings {
    Date today;
    long max_age = 365;                 // days for which answers hold after they were confirmed; 0: for ever
    std::vector<std::string> selected;  // ids of the checklists to assess; empty: all

    bool selects(const Checklist& checklist) const {
        return selected.empty() || std::ranges::find(selected, checklist.id) != selected.end();
    }
};

/// Assesses `practice` against those checklists of `library` that apply to it and are selected.
Assessment assess(const Library& library, const Practice& practice, const AssessmentSettings& settings);

}  // namespace hipaa
