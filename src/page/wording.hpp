// Results, answers and reasons in words, the same in every format.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assessment.hpp"

namespace hipaa {

/// What an owner reads for a result: "In place, as reported", "Needs action", ... A failing recommendation is a
/// "Recommended change".
std::string_view label(Result result, Basis basis);

/// "legal duty", "HHS guidance", "vendor's condition", "recommendation".
std::string_view label(Basis basis);

/// "a page of 2026-01-31; agrees with the review".
std::string standing_of(const VendorStatement& statement);

/// What the counts of caveats and notes say, and what they don't say: many notes are no bad sign.
inline constexpr std::string_view what_counts_mean =
    "Caveats are criticisms of the product. Notes are your part: the points where the product cannot ensure lawful and "
    "ethical work for you. Many notes usually mean many features.";

/// An answer as a person would write it: `yes`, `2026-01-31`, `care_team, clients`, `not answered`.
std::string show(const Question& question, const Answer& answer);

/// "`plan.tier` is free", "`baa.copy_on_file` is not answered".
std::string show(const Evidence& evidence);

/// "line 12, column 5".
std::string show(Place place);

/// The product or subject that a sheet is about, as people write it: what the practice file or the checklist calls it,
/// else made of its key: "Google Workspace".
std::string subject_name(const Sheet& sheet);

/// With a capital letter at the beginning.
std::string capitalized(std::string_view text);
/// The same with a full stop, if it does not end with a question.
std::string as_sentence(std::string_view text);

/// "1 note", "6 notes".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// `text` in a command to paste, as a POSIX shell takes it for one word.
std::string shell_word(std::string_view text);

/// Why a check has its result, as one clause without a full stop.
std::string reason(const CheckResult& check, const Assessment& assessment, long max_age);
/// The same for a deal-breaker.
std::string reason(const CaveatResult& caveat, const Assessment& assessment, long max_age);
std::string reason(const ContradictionResult& contradiction);
}  // namespace hipaa
