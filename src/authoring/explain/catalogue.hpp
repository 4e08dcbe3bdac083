// What there is: checklists, notes and questions as tables.
#pragma once

#include <cstdint>
#include <string>

#include "checklist/checklist.hpp"
#include "page/page.hpp"

namespace hipaa {

enum class Listing : std::uint8_t { overview, checklists, notes, questions };

page::Page catalogue_page(const Library& library, Listing listing);
std::string catalogue_json(const Library& library, Listing listing);

}  // namespace hipaa
