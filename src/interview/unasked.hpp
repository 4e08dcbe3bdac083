// Open questions that an interview does not ask, because they are about something that the practice does not use.
#pragma once

#include "interview/asking.hpp"

namespace hipaa::interview {

/// For each part that is not in the file and leaves a check undecided: a sentence that names its questions.
Lines unasked_lines(const Sitting& sitting);

}  // namespace hipaa::interview
