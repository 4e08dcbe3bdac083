// The JSON Schema of the answer to one question.
#pragma once

#include <string>
#include <string_view>

#include "checklist/question.hpp"
#include "json/builder.hpp"

namespace hipaa {

/// The members of a schema for `question`: what is asked as its title, where to look as its description, and what the
/// reader takes for an answer. Refers to `#/$defs/unanswered` and the other definitions.
void answer_schema(JsonBuilder& json, const Question& question);

/// Members of `$defs` that `answer_schema` refers to.
void answer_definitions(JsonBuilder& json);

/// The member `additionalProperties: false`, and that keys which begin with x- are the owner's own.
void closed_but_own_keys(JsonBuilder& json);

/// A pattern for `text` with ASCII letters in any case.
std::string any_case(std::string_view text);

/// A pattern for text that shows nothing: blanks and invisible characters.
const std::string& nothing_pattern();
/// A pattern for `unknown` in any case, around which such text does no harm, or nothing but that.
const std::string& unanswered_pattern();

inline constexpr std::string_view date_pattern = "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

}  // namespace hipaa
