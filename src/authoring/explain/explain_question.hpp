// Explaining one question: where to look its answer up, and what the answer decides.
#pragma once

#include "authoring/explain/subject.hpp"
#include "json/builder.hpp"
#include "page/page.hpp"

namespace hipaa {

/// `subject` is a question.
void explain_question(const Subject& subject, const Library& library, page::Page& page);

/// The same as members of a JSON object.
void explain_question(const Subject& subject, const Library& library, JsonBuilder& json);

}  // namespace hipaa
