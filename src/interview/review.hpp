// All answers of a practice, numbered, so that they can be looked through before they are confirmed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "interview/asking.hpp"
#include "interview/sitting.hpp"

namespace hipaa::interview {

/// Something in the file that can be changed from the review.
struct ReviewItem {
    Topic topic;
    std::optional<ItemField> field;  // of a list's item; else the answer itself
    bool in_use = false;             // what the practice uses
};

struct Review {
    Lines lines;
    std::vector<ReviewItem> items;  // by their numbers in `lines`, counted from 1
};

Review review_of(const Sitting& sitting, const std::vector<Choice>& choices);

/// The question that `confirmed_on` stands for.
Lines confirm_lines(const Sitting& sitting, std::size_t items);

}  // namespace hipaa::interview
