// Where the keys and values of a document begin and end in its text. Offsets and columns are in bytes and from 0.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "yaml/document.hpp"
#include "yaml/rewrite/lines.hpp"

namespace hipaa::yaml {

/// What holds a value: a collection in brackets, or one of indented lines at `column`; -1 outside of all.
struct Surround {
    std::ptrdiff_t column = -1;
    bool in_brackets = false;
};

struct Extent {
    std::size_t begin;
    std::size_t end;
};

struct KeyExtent {
    std::size_t begin;
    std::size_t end;
    std::size_t after;  // behind the colon; the end where there is none, as between brackets
    bool has_colon;
};

class Extents {
public:
    /// `document` must live on.
    explicit Extents(const Document& document) : text_(document.source().text), lines_(text_) {}

    std::string_view text() const { return text_; }
    const Lines& lines() const { return lines_; }

    /// Of an anchor or a tag, if the value has one.
    std::size_t begin(Node node) const { return lines_.offset(node.place()); }
    /// The `&`, `!` or `*` that a value begins with (an anchor, a tag, an alias), or NUL.
    char sigil(Node node) const;
    bool is_in_brackets(Node collection) const;
    /// Of the keys or dashes of a collection of lines.
    std::size_t column(Node collection) const;
    Surround inside(Node collection) const;

    /// Nothing if the key is written in a way that is not understood here.
    std::optional<KeyExtent> key(const Entry& entry) const;
    /// Behind the last character of a value; `missing` is where one that is not written would be.
    std::size_t end(Node value, Surround surround, std::size_t missing) const;
    std::size_t end(const Entry& entry, Surround surround) const;
    std::size_t end_of_item(Node item, Surround surround) const;
    /// The last entry or item of a collection that is not empty.
    std::size_t begin_of_last(Node collection) const;
    std::size_t end_of_last(Node collection) const;

    /// Each entry, from its key on, or each item.
    std::vector<Extent> members(Node collection) const;

    /// The last line of what is indented to `column`, `line` being the last one that is no comment: comments that are
    /// indented as far belong to it, all others to what follows.
    std::size_t last_line(std::size_t line, std::size_t column) const;

private:
    std::size_t content(Node node) const;
    std::size_t end_of_unquoted(Node scalar, std::size_t begin, Surround surround) const;
    std::size_t end_in_brackets(std::size_t begin) const;
    std::size_t end_of_lines(std::size_t begin, Surround surround) const;
    std::size_t end_of_block(std::size_t begin, Surround surround) const;

    std::string_view text_;
    Lines lines_;
};

}  // namespace hipaa::yaml
