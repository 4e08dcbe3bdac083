// From byte offsets to lines and columns.
#include "yaml/locator.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "yaml/scan.hpp"

namespace hipaa::yaml {

Place Locator::place(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset < offset_) {
        const std::string_view skipped = text_.substr(offset, offset_ - offset);
        const auto lines = static_cast<std::uint32_t>(std::count(skipped.begin(), skipped.end(), '\n'));
        place_ = {place_.line - lines, 1};
        offset_ = line_start(text_, offset);
    }
    const std::string_view passed = text_.substr(offset_, offset - offset_);
    const std::size_t last_break = passed.rfind('\n');
    if (last_break != std::string_view::npos) {
        place_.line += static_cast<std::uint32_t>(std::count(passed.begin(), passed.end(), '\n'));
        place_.column = 1 + static_cast<std::uint32_t>(utf8::count(passed.substr(last_break + 1)));
    } else {
        place_.column += static_cast<std::uint32_t>(utf8::count(passed));
    }
    offset_ = offset;
    return place_;
}

}  // namespace hipaa::yaml
