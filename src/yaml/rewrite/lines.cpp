// The lines of a text.
#include "yaml/rewrite/lines.hpp"

#include <algorithm>

namespace hipaa::yaml {

Lines::Lines(std::string_view text) : text_(text) {
    for (std::size_t start = 0; start < text.size();) {
        starts_.push_back(start);
        start = std::min(text.find('\n', start), text.size() - 1) + 1;
    }
    if (starts_.empty()) starts_.push_back(0);
}

std::size_t Lines::end(std::size_t line) const { return std::min(text_.find('\n', starts_[line]), text_.size()); }

std::string_view Lines::operator[](std::size_t line) const {
    return text_.substr(starts_[line], end(line) - starts_[line]);
}

std::size_t Lines::line_of(std::size_t offset) const {
    const auto next = std::ranges::upper_bound(starts_, offset);
    return static_cast<std::size_t>(next - starts_.begin()) - 1;
}

std::size_t Lines::offset(Place place) const {
    const std::size_t line = std::min<std::size_t>(place.line, count()) - 1;
    const std::size_t stop = end(line);
    std::size_t at = starts_[line];
    for (std::uint32_t column = 1; column < place.column && at < stop; ++column) {
        do ++at;
        while (at < stop && (text_[at] & 0xC0) == 0x80);
    }
    return at;
}

}  // namespace hipaa::yaml
