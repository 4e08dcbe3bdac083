// Dates and numbers that stand in every order to some given ones, and to each other.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "checklist/date.hpp"

namespace hipaa {

/// The `anchors`, and around and between them `count` days each (fewer where there are fewer), so that `count` questions
/// can stand in any order. Without anchors, days before `today`.
std::vector<Date> date_points(const std::set<Date>& anchors, std::size_t count, Date today);

/// The same for numbers from 0 on; whole numbers first.
std::vector<double> number_points(std::set<double> anchors, std::size_t count);

}  // namespace hipaa
