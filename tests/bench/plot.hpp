// Charts of how time grows, as one SVG picture.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace bench {

struct Series {
    std::string name;
    /// How many, and seconds; in rising order.
    std::vector<std::pair<double, double>> points;
};

/// Both axes are logarithmic, so that time in proportion to the amount is a line at one and the same slope.
struct Chart {
    std::string title;
    std::string amount;
    std::vector<Series> series;
};

/// The charts beside each other.
std::string svg(const std::vector<Chart>& charts);

}  // namespace bench
