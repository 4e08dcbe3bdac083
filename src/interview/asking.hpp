// How questions are put: in plain lines, good for a screen reader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/interview/open_questions.hpp"
#include "interview/in_use.hpp"
#include "interview/reply.hpp"

namespace hipaa::interview {

using Lines = std::vector<std::string>;

/// "Spruce, first client use": questions whose keys have the first part in common are about the same.
std::string subject_of(const Sheet& sheet, const Question& question);

/// What can be written besides the answers that are offered, as a sentence; may be empty.
std::string free_answer(const Question& question);

/// Of a field of an item in the list at `list`: `vendors[1].name`.
std::string field_key(std::string_view list, std::size_t item, const Question& field);

/// What a question with a default counts as while `answer`, its answer so far, is not in the file: "Until you answer, it
/// counts as: 365."; else empty.
std::string default_line(const Question& question, const Answer& answer);

/// The question with its key in brackets, which is the only line that ends so; where to look; what counts so far, if
/// `answer` is a default; the answers, numbered.
Lines ask_lines(const Question& question, std::string_view key, const Answer& answer);

/// The question of whether there is another item of the list `key`, which has `count` items.
Lines another_lines(const Question& list, std::string_view key, std::size_t count);

/// The question about a list that is not answered yet.
Lines list_lines(const Question& list, std::string_view key, const Answer& answer);

/// "1", "1 or 2", "1 to 3".
std::string number_from_1_to(std::size_t count);

Lines in_use_lines(const std::vector<Choice>& choices, const Sitting& sitting);

/// What a new reply to that question does not take out of the file; none if that is nothing.
Lines still_there_lines(const std::vector<Chosen>& chosen, const Sitting& sitting);

/// Which of several readings is meant. `key` is that of the question.
Lines unclear_lines(const Unclear& unclear, std::string_view key);

/// Why a question is asked that decides nothing that is open.
inline constexpr std::string_view asked_before = "It was asked before; this changes the answer.";

inline constexpr std::string_view for_the_record = "It is asked for the record.";

/// Why it is asked, and what it decides.
Lines why_lines(const OpenQuestion& question);

/// "at most 9 questions", "at most 9 questions and those about each entry of a list".
std::string at_most(const ToGo& to_go);

/// "12 answered, at most 9 to go."
std::string progress_line(std::size_t answered, const ToGo& to_go);

}  // namespace hipaa::interview
