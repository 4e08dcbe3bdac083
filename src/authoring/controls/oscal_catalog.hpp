// The controls as an OSCAL catalog, in which the ids of assessment results resolve.
#pragma once

#include <string>

#include "checklist/checklist.hpp"

namespace hipaa {

/// The paragraphs of the regulation by section; then each checklist with its notes as controls and its checks as
/// objectives, under the ids that `-f oscal` uses in results, with links to the paragraphs.
std::string oscal_catalog(const Library& library);

}  // namespace hipaa
