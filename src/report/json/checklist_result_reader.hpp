// Reading back what a JSON report says on one checklist.
#pragma once

#include <deque>
#include <vector>

#include "report/json/evidence_reader.hpp"

namespace hipaa {

/// Takes results, answers and decisions from the report, and everything that the checklist says from the library, in
/// which the checklist must be the same.
class ChecklistResultReader {
public:
    /// `decisions` gets the decisions that count; its elements stay where they are.
    ChecklistResultReader(const Library& library, EvidenceReader& evidence, std::deque<Decision>& decisions)
        : library_(library), evidence_(evidence), decisions_(decisions) {}

    /// Adds the sheet of the next checklist. False if it is not the same here: a mistake.
    bool begin(const JsonFields& fields, std::vector<Sheet>& sheets) const;
    /// Its results, whose totals are still to be summed up.
    ChecklistResult read(const JsonFields& fields, const Sheet& sheet);

private:
    void read_notes(const JsonFields& fields, ChecklistResult& result);
    CheckResult read_check(const JsonFields& fields, const Check& check, const Sheet& sheet);
    void read_caveats(const JsonFields& fields, ChecklistResult& result);
    void read_contradictions(const JsonFields& fields, ChecklistResult& result);

    const Library& library_;
    EvidenceReader& evidence_;
    std::deque<Decision>& decisions_;
};

/// A decision as a report states it; what it accepts is not looked up.
Decision read_decision(const JsonFields& fields);

}  // namespace hipaa
