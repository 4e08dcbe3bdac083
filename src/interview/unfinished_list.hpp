// Lists that may have more items than the file has. Such a list has an item `unknown`, so all of it counts as unanswered.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/interview/item_field.hpp"
#include "interview/sitting.hpp"
#include "yaml/rewrite/new_value.hpp"

namespace hipaa::interview {

bool is_unfinished(const Sitting& sitting, const Topic& list);

/// `sitting` as if the list had no more items than the file has.
Sitting with_finished(const Sitting& sitting, const Topic& list);

/// How many items the file has of the list, whether it is finished or not.
std::size_t items_in(const Sitting& sitting, const Topic& list);

// The changes below say in a sentence why one is not possible, if so. Then nothing changes.

/// The list has no more items than the file has.
std::optional<std::string> finish_list(Sitting& sitting, const Topic& list);

/// The list may have more items than the file has.
std::optional<std::string> leave_unfinished(Sitting& sitting, const Topic& list);

/// A new item leaves the list unfinished.
std::optional<std::string> set_field(Sitting& sitting, const Topic& list, ItemField at, const yaml::NewValue& value);

/// Without its only item the list is unanswered.
std::optional<std::string> remove_item(Sitting& sitting, const Topic& list, std::size_t item);

}  // namespace hipaa::interview
