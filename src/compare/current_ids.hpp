// What the ids of an earlier report are called now.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "checklist/checklist.hpp"
#include "report/json/recorded_practice.hpp"

namespace hipaa {

class CurrentIds {
public:
    explicit CurrentIds(const Library& library);

    /// The id that a checklist, note, check or the like has now, if it had `id` once; else `id` itself.
    std::string operator()(std::string_view id) const;

    /// Gives what an earlier report has of an extension that is not known any more the ids of the checklist that it
    /// extended.
    void name_as_extended(RecordedPractice& practice) const;

private:
    std::unordered_map<std::string, std::string> points_;      // by their full ids of earlier versions
    std::unordered_map<std::string, std::string> checklists_;  // by their ids, those of earlier versions too
};

}  // namespace hipaa
