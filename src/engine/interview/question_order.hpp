// The order in which open questions are asked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/interview/open_questions.hpp"

namespace hipaa {

/// Where the sheet stands in `practice`: 0 for the facts, then the sheets from 1 on.
std::size_t place_of(const Sheet& sheet, const Practice& practice);

/// The first part of a question's key, with where it is answered: `products.spruce.baa`. Questions that have it in common
/// are a group.
std::string group_path(const Sheet& sheet, const Question& question);

/// True if `key`, in full, is that of a question of the group, or of a field of its lists.
bool is_in_group(std::string_view key, std::string_view group_path);

/// Sorts questions of `practice`, and sets their groups. See `open_questions`.
std::vector<OpenQuestion> in_order_to_ask(std::vector<OpenQuestion> questions, const Practice& practice,
                                          std::string_view last_answered);

}  // namespace hipaa
