// What there is: checklists, notes and questions as tables.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "checklist/checklist.hpp"
#include "page/page.hpp"

namespace hipaa {

enum class Listing : std::uint8_t { overview, checklists, notes, questions };
/// In the order of `Listing`.
inline constexpr std::array<std::string_view, 4> listing_names{"overview", "checklists", "notes", "questions"};

page::Page catalogue_page(const Library& library, Listing listing);
std::string catalogue_json(const Library& library, Listing listing);

}  // namespace hipaa
