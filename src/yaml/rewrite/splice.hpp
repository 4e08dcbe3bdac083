// Changes to the text of a document that leave every other byte as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "yaml/document.hpp"
#include "yaml/rewrite/extents.hpp"
#include "yaml/rewrite/new_value.hpp"

namespace hipaa::yaml {

/// The bytes from `begin` to before `end` become `text`. Of the text of a document, in which line breaks are line feeds.
struct Splice {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

/// `file`, the bytes that the document with `source` was read from, with `splice` made. New lines end as those around
/// them do. Nothing if the document was read from other bytes.
std::optional<std::string> spliced(std::string_view file, const Source& source, const Splice& splice);

/// Why a change is not made.
struct Hindrance {
    enum class Kind : std::uint8_t {
        alias,
        anchor,
        tag,
        block,         // the value is a literal or folded block
        comment,       // one would be lost
        inner_value,   // a value, where the change needs a group or a list
        unknown_form,  // what is there is not understood
    };
    Kind kind;
    Place place;
};

using SpliceOrHindrance = std::variant<Splice, Hindrance>;

/// Plans changes to one document. What is planned may be wrong for text that is rarely written: read the new text, and
/// compare.
class Splicer {
public:
    /// `document` must live on.
    explicit Splicer(const Document& document) : document_(document), extents_(document), text_(extents_.text()) {}

    /// A value in a map.
    struct Slot {
        Node map;
        Entry entry;
    };

    /// The anchor, tag or alias of a value, if it has one.
    std::optional<Hindrance> sigil(Node node) const;

    /// How much further than their key the lines of a value are indented, as in the innermost of `maps` that shows it.
    std::size_t step(std::span<const Node> maps) const;

    /// Gives a document that holds nothing its first entries.
    SpliceOrHindrance first_entries(const NewValue& map, std::size_t step) const;
    /// Adds an entry at the end of a map that is not empty.
    Splice added_entry(Node map, std::string_view key, const NewValue& value, std::size_t step) const;
    /// Adds items at the end of the list in `list`, which is not empty.
    Splice added_items(const Slot& list, std::span<const NewValue> more, std::size_t step) const;
    /// Puts `value` where a value is, or is missing.
    SpliceOrHindrance replaced(const Slot& slot, const NewValue& value, std::size_t step) const;
    /// Makes `{}` hold the entries of `map`, on the same line.
    Splice filled(Node empty_map, const NewValue& map) const;
    /// Makes the single value of a slot the value of `key` in a map, with one more entry behind it.
    SpliceOrHindrance wrapped(const Slot& slot, std::string_view key, std::string_view more_key,
                              const NewValue& more) const;
    /// Takes the entry or item `index` (from 0) out of a collection. A comment goes with the entry that it is part of; in an
    /// item, or between brackets, it is a hindrance.
    SpliceOrHindrance without(Node collection, std::size_t index) const;

private:
    SpliceOrHindrance without_lines(Node collection, std::size_t index, const Extent& member) const;
    Splice filled_in(const KeyExtent& key, bool in_brackets, const NewValue& value, std::size_t step) const;
    SpliceOrHindrance on_lines_below(Node old, const KeyExtent& key, std::size_t end, const NewValue& value,
                                     std::size_t step) const;
    SpliceOrHindrance on_line_of(Node list, const KeyExtent& key, std::size_t end, const NewValue& value) const;
    Splice added_in_brackets(Node collection, const std::string& text) const;
    Splice after_line(std::size_t line, std::string lines) const;
    bool begins_line(std::size_t offset) const;
    std::optional<Hindrance> hindrance_of(Node value, std::size_t begin, std::size_t end) const;

    const Document& document_;
    Extents extents_;
    std::string_view text_;
};

}  // namespace hipaa::yaml
