// Practices whose answers are known, and interviews that find them out.
#pragma once

#include <cstddef>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "engine/interview/open_questions.hpp"

namespace hipaa::testing {

/// The checklist in `yaml`, alone.
Library library_of(const std::string& yaml);

/// What a practice file says.
Practice practice_of(const Library& library, const std::string& yaml);

/// The same parts of a file, without any answer.
Practice without_answers(Practice practice);

/// Where a practice answers the question of another one that has the same sheets.
Answer& same_answer(Practice& practice, const Practice& like, const Sheet& sheet, std::size_t index);

/// Chosen by a number that the seed decides, the same on every machine.
class Chance {
public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}
    std::size_t below(std::size_t count) { return engine_() % count; }
    bool once_in(std::size_t count) { return below(count) == 0; }

    /// Dates and numbers are near each other and near the limits of the checklists, so that tests come out both ways. With
    /// `beyond` some are before or above all that there are without it.
    Answer answer_to(const Question& question, Date today, bool beyond = false);

private:
    std::mt19937 engine_;
};

/// Chooses what to ask of what is open, which is not empty.
using Choose = std::function<const OpenQuestion&(const std::vector<OpenQuestion>&)>;

/// The order of `open_questions`.
const OpenQuestion& first_open(const std::vector<OpenQuestion>& open);

/// What is first in the checklists, of the same questions.
const OpenQuestion& first_in_checklist(const std::vector<OpenQuestion>& open);

struct Interview {
    std::vector<std::string> asked;  // keys
    Practice practice;               // with what was answered
    std::size_t left_out = 0;        // at the end
};

/// Asks until nothing is left that could matter. `truth` has all answers.
Interview hold_interview(const Library& library, const Practice& truth, const AssessmentSettings& settings,
                         const Choose& choose = first_open);

}  // namespace hipaa::testing
