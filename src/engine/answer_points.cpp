// Dates and numbers that stand in every order to some given ones.
#include "engine/answer_points.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace hipaa {

std::vector<Date> date_points(const std::set<Date>& anchors, std::size_t count, Date today) {
    using std::chrono::days;
    const auto steps = days(static_cast<long>(count));
    std::set<Date> points(anchors);
    const Date lowest = anchors.empty() ? today : *anchors.begin();
    for (Date day = lowest - steps; day < lowest; day += days(1)) points.insert(day);
    for (const Date anchor : anchors) {
        const auto next = anchors.upper_bound(anchor);
        for (Date day = anchor + days(1); day <= anchor + steps && (next == anchors.end() || day < *next);
             day += days(1))
            points.insert(day);
    }
    return {points.begin(), points.end()};
}

std::vector<double> number_points(std::set<double> anchors, std::size_t count) {
    anchors.insert(0);
    std::vector<double> whole;
    std::vector<double> fractions;
    for (auto anchor = anchors.begin(); anchor != anchors.end(); ++anchor) {
        (std::floor(*anchor) == *anchor ? whole : fractions).push_back(*anchor);
        const auto next = std::next(anchor);
        std::size_t found = 0;
        for (double n = std::floor(*anchor) + 1; found < count && (next == anchors.end() || n < *next); ++n, ++found)
            whole.push_back(n);
        // The number below a limit reads better than one far from it.
        if (next != anchors.end() && found > 0 && *next - 1 > whole.back()) whole.push_back(*next - 1);
        if (next == anchors.end()) break;
        const double gap = *next - *anchor;
        for (std::size_t i = 0; found < count; ++i, ++found)
            fractions.push_back(*anchor + gap * (static_cast<double>(i) + 0.5) / static_cast<double>(count + 1));
    }
    std::ranges::sort(whole);
    std::ranges::copy(fractions, std::back_inserter(whole));
    return whole;
}

}  // namespace hipaa
