// Builds the tree from what a reader meets, in the order of the text, and refuses what no reader of ours accepts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "text/place.hpp"
#include "yaml/problem.hpp"
#include "yaml/tree.hpp"

namespace hipaa::yaml {

/// Keys and values come through the same calls: in a map, the first is a key, the second its value, and so on. Once it has
/// stopped, it takes nothing more, and what is in the tree is of no use.
class Builder {
public:
    Builder(Tree& tree, Problems& problems) : tree_(tree), problems_(problems) {
        // Enough for most files. Growing would hold the records twice; a page that is not used costs nothing.
        tree_.records.reserve(tree_.source.text.size() / 6 + 16);
        pending_.reserve(128);
        open_.reserve(16);
    }

    /// `text` must live as long as the tree.
    void scalar(Place place, std::string_view text, bool quoted);
    /// A null that is written as `text`.
    void null(Place place, std::string_view text);
    /// A null that is not written; `place` counts only where there is no key.
    void missing(Place place);
    void begin(Kind kind, Place place);
    void end();

    /// Gives the next node the anchor `number`; numbers count up from 1.
    void anchor(std::size_t number) { pending_anchor_ = number; }
    void alias(Place place, std::size_t number);

    /// True if the next node is a key.
    bool at_key() const;

    /// True once reading on makes no sense; the problem is noted.
    bool stopped() const { return stopped_; }

    /// Checks the maps that are still open, when the text turned out to be broken.
    void abandon();

private:
    /// A collection whose end is not read yet; its children are the last ones in pending_.
    struct Open {
        Place place;
        Kind kind;
        std::uint32_t first_pending;
        std::uint32_t nodes_before;
        std::uint32_t height;  // levels below it so far
        std::size_t anchor;
    };
    struct Anchored {
        Record record;
        std::size_t nodes = 0;  // what an alias to it adds to the tree; 0 while it is not complete
        std::size_t height = 0;
    };

    void add(Record record);
    void add_special(Place place, std::string_view text, bool quoted);
    void add_special_null(Place place, std::string_view text);
    void put(Place place, Kind kind, bool quoted, std::string_view text);
    void refuse_key(Record& key);
    /// These are false, and the builder stops, where a limit is passed.
    bool count(std::size_t nodes, Place place);
    bool limit_depth(std::size_t levels, Place place, std::string_view kind);
    /// Always false.
    bool refuse_size(Place place);
    bool stop();
    void remember(std::size_t anchor, Anchored anchored);
    void find_duplicates(const Record* entries, std::size_t size);
    void note_duplicate(const Record& key, const Record& first);

    Tree& tree_;
    Problems& problems_;
    std::vector<Open> open_;
    std::vector<Record> pending_;
    std::vector<Anchored> anchors_;
    std::size_t pending_anchor_ = 0;
    std::size_t nodes_ = 0;
    bool stopped_ = false;
};

// What happens for every key and value is here, so that it can become part of the readers.

inline void Builder::scalar(Place place, std::string_view text, bool quoted) {
    if (!count(1, place)) return;
    if (text.data() == nullptr) text = "";
    if (open_.empty() || pending_anchor_ != 0 || (!quoted && text == "<<")) return add_special(place, text, quoted);
    put(place, Kind::scalar, quoted, text);
}

inline void Builder::null(Place place, std::string_view text) {
    if (!count(1, place)) return;
    if (open_.empty() || pending_anchor_ != 0 || at_key()) return add_special_null(place, text);
    put(place, Kind::null, false, text);
}

/// Written field by field where it is to be: a record that is copied as soon as it is made has the processor wait.
inline void Builder::put(Place place, Kind kind, bool quoted, std::string_view text) {
    Record& record = pending_.emplace_back();
    record.place = place;
    record.kind = kind;
    record.quoted = quoted;
    record.size = static_cast<std::uint32_t>(text.size());
    record.text = text.data();
}

inline bool Builder::at_key() const {
    return !open_.empty() && open_.back().kind == Kind::map && (pending_.size() - open_.back().first_pending) % 2 == 0;
}

inline bool Builder::count(std::size_t nodes, Place place) {
    nodes_ += nodes;
    if (nodes_ <= max_nodes) [[likely]]
        return true;
    return refuse_size(place);
}

}  // namespace hipaa::yaml
