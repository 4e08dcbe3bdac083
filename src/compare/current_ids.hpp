// What the ids of an earlier report are called now.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "checklist/checklist.hpp"

namespace hipaa {

class CurrentIds {
public:
    explicit CurrentIds(const Library& library);

    /// The id that a checklist, note, check or the like has now, if it had `id` once; else `id` itself.
    std::string operator()(std::string_view id) const;

private:
    std::unordered_map<std::string, std::string> points_;      // by their full ids of earlier versions
    std::unordered_map<std::string, std::string> checklists_;  // by their ids of earlier versions
};

}  // namespace hipaa
