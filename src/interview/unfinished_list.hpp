// Lists that may have more items than the file has. The last item of such a list is the word `unknown`, so all of it counts as
// unanswered. Other blank items do so, too, but those are the owner's, and stay.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/interview/item_field.hpp"
#include "interview/sitting.hpp"
#include "yaml/rewrite/new_value.hpp"

namespace hipaa::interview {

/// True if the list has blank items, of either kind.
bool is_unfinished(const Sitting& sitting, const Topic& list);

/// How many items the file has of the list, blank ones not counted, whether it is finished or not.
std::size_t items_in(const Sitting& sitting, const Topic& list);

/// `list` as if it had no more items than the file has.
Answer as_finished(const Answer& list);

/// Of a list that was finished: where the owner left items blank, so that it stays open all the same, as a sentence for her.
std::optional<std::string> why_still_open(const Sitting& sitting, const Topic& list);

// Items count from 0, blank ones left out. The changes below say in a sentence why one is not possible, if so. Then nothing
// changes.

/// The list has no more items than the file has. It stays unfinished if the owner left a blank one.
std::optional<std::string> finish_list(Sitting& sitting, const Topic& list);

/// The list may have more items than the file has.
std::optional<std::string> leave_unfinished(Sitting& sitting, const Topic& list);

/// A new item, behind the last, leaves the list unfinished.
std::optional<std::string> set_field(Sitting& sitting, const Topic& list, ItemField at, const yaml::NewValue& value);

/// Sets a field where all items are seen at once, so that the list has no more of them then.
std::optional<std::string> set_field_and_finish(Sitting& sitting, const Topic& list, ItemField at,
                                                const yaml::NewValue& value);

/// Without its only item the list is unanswered.
std::optional<std::string> remove_item(Sitting& sitting, const Topic& list, std::size_t item);

}  // namespace hipaa::interview
