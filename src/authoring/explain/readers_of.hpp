// What reads a question.
#pragma once

#include <vector>

#include "authoring/explain/subject.hpp"

namespace hipaa {

/// The notes (whose `when` reads it), checks, caveats and contradictions of all checklists that read `question`, in the
/// order of the files.
std::vector<Subject> readers_of(const Question& question, const Library& library);

}  // namespace hipaa
