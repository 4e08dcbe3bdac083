// What is legal in a checklist, but suspicious.
#pragma once

#include <string>
#include <vector>

#include "checklist/checklist.hpp"
#include "checklist/date.hpp"

namespace hipaa {

struct Suspicion {
    Place place;
    std::string kind;                // a stable word, such as `never_met`
    std::string message;             // one sentence, safe to print
    std::vector<std::string> proof;  // lines with the answers that were tried, where the answers decide it
    bool remark = false;             // something that could not be found out; not suspicious in itself
};

/// The findings in `library.checklists[checklist]`, in the order of its file. Answers are tried as of `today`.
std::vector<Suspicion> lint_checklist(const Library& library, std::size_t checklist, Date today);

}  // namespace hipaa
