// The lines of a text whose line breaks are line feeds. Lines count from 0 here, offsets and columns are in bytes.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/place.hpp"

namespace hipaa::yaml {

class Lines {
public:
    /// `text` must live on.
    explicit Lines(std::string_view text);

    /// A line feed at the end of the text begins no further line.
    std::size_t count() const { return starts_.size(); }
    std::size_t start(std::size_t line) const { return starts_[line]; }
    /// Of its line feed, or of the end of the text.
    std::size_t end(std::size_t line) const;
    std::string_view operator[](std::size_t line) const;
    /// True for the last line of a text that does not end with a line feed.
    bool is_unfinished(std::size_t line) const { return end(line) == text_.size(); }

    /// The line of `offset`, a line feed being part of the line that it ends.
    std::size_t line_of(std::size_t offset) const;
    std::size_t column_of(std::size_t offset) const { return offset - start(line_of(offset)); }

    /// Places past the end of their line count as its end.
    std::size_t offset(Place place) const;

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

}  // namespace hipaa::yaml
