// The controls as a table for people, and as JSON.
#pragma once

#include <string>

#include "checklist/checklist.hpp"
#include "page/page.hpp"

namespace hipaa {

page::Page controls_page(const Library& library);
std::string controls_json(const Library& library);

}  // namespace hipaa
