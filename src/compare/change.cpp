// Whether something became better or worse.
#include "compare/change.hpp"

namespace hipaa {

Direction direction_of(std::optional<Result> from, std::optional<Result> to) {
    const bool was_open = from && is_open(*from);
    const bool now_open = to && is_open(*to);
    if (!was_open) return now_open ? Direction::opened : Direction::same;
    if (!now_open) return Direction::closed;
    return *to > *from ? Direction::worse : *to < *from ? Direction::better : Direction::same;
}

}  // namespace hipaa
