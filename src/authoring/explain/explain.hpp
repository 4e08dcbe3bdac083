// Explaining a checklist or a part of it in plain language.
#pragma once

#include <string>
#include <vector>

#include "authoring/explain/subject.hpp"
#include "page/page.hpp"

namespace hipaa {

/// A page on each subject, one after the other.
page::Page explanation_page(const Library& library, const std::vector<Subject>& subjects);

/// The same as one JSON object.
std::string explanation_json(const Library& library, const std::vector<Subject>& subjects);

/// The file that a checklist was read from, and what it replaced.
std::string origin(const Checklist& checklist);

/// `2026-01-31`, or words for a day that nobody knows.
std::string day_or_words(const std::string& day);

}  // namespace hipaa
