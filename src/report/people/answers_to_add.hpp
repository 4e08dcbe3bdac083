// The lines to add to a practice file, so that what is not answered can be judged.
#pragma once

#include <vector>

#include "page/page.hpp"
#include "report/run.hpp"

namespace hipaa {

/// YAML with every missing key once, nested as in the file, each below its question as a comment. Answers of the items
/// of a list are not in it: they have to be written where the item stands.
std::vector<page::YamlLine> answers_to_add(const PracticeReport& report);

/// The missing answers of items of lists.
std::vector<Evidence> item_answers_to_add(const Assessment& assessment);

}  // namespace hipaa
