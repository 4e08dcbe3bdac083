// A YAML file as a tree in which every key and value knows its place. Nothing outside this folder knows yaml-cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "text/place.hpp"
#include "yaml/problem.hpp"
#include "yaml/record.hpp"

namespace hipaa::yaml {

/// The bytes of a file and the name to call it by in messages.
struct Source {
    std::string name;
    std::string text;
    std::map<Place, std::string> excerpts = {};  // what `excerpt` shows of places, where the text is not at hand
    bool unmarked = false;                       // a byte order mark was taken off the text
    std::string digest = {};                     // the SHA-256 of the file, in hexadecimal; empty if nobody asks for it

    /// Line `number` (from 1) without its line break and without a byte order mark; empty past the end.
    std::string_view line(std::uint32_t number) const;
};

/// Goes through the lines of a source, which must outlive it.
class LineCursor {
public:
    explicit LineCursor(const Source& source);
    /// The next line, as `Source::line` gives it; nothing at the end.
    std::optional<std::string_view> next();

private:
    std::string_view text_;
    std::size_t start_;  // of the next line; `npos` at the end
    std::size_t line_feed_;
};

/// What a file may ask of the reader. A practice file takes about 2 KB, and is nested five deep; the largest checklist
/// takes 100 KB.
inline constexpr std::size_t max_bytes = std::size_t{4} << 20;
inline constexpr std::size_t max_depth = 64;
/// Nodes in the tree, each alias counted with all that it stands for.
inline constexpr std::size_t max_nodes = 250'000;

struct Tree;
struct Entry;

/// A value in a document: a handle, cheap to copy, valid as long as its document, wherever that is moved.
class Node {
public:
    Kind kind() const { return record().kind; }
    bool is_null() const { return kind() == Kind::null; }
    bool is_scalar() const { return kind() == Kind::scalar; }
    bool is_sequence() const { return kind() == Kind::sequence; }
    bool is_map() const { return kind() == Kind::map; }

    /// Its first character; of an alias the alias itself; of a null that is not written, its key, the dash before it,
    /// or the beginning of the document.
    Place place() const { return record().place; }

    /// The text of a scalar, escapes resolved; of a null, what is written for it (`~`, `null` or nothing).
    std::string_view text() const { return record().view(); }
    /// A scalar in quotes, or a literal or folded block.
    bool quoted() const { return record().quoted; }

    /// Number of entries of a map or items of a sequence; 0 for the others.
    std::size_t size() const { return record().is_collection() ? record().size : 0; }

    class Items;
    class Entries;
    /// The items of a sequence, in order; none for the others.
    Items items() const;
    /// The entries of a map, in order; none for the others.
    Entries entries() const;
    /// The entry of a map under `key`. Takes time in proportion to the size of the map.
    std::optional<Entry> find(std::string_view key) const;

private:
    friend class Document;
    template <typename Value>
    friend class Children;
    /// `records`: all of the tree.
    Node(const Record* records, std::uint32_t index) : records_(records), index_(index) {}

    const Record& record() const { return records_[index_]; }

    const Record* records_;
    std::uint32_t index_;
};

/// A key and its value.
struct Entry {
    std::string_view key;
    Place key_place;
    Node value;

    /// True for a key that was no text; that has been noted.
    bool refused() const { return key.data() == nullptr; }
};

/// What a sequence (`Value` is Node) or a map (Entry) holds: a range whose elements are made as they are looked at.
template <typename Value>
class Children {
public:
    class Iterator {
    public:
        using iterator_concept = std::forward_iterator_tag;
        using iterator_category = std::input_iterator_tag;
        using value_type = Value;
        using difference_type = std::ptrdiff_t;
        using reference = Value;
        using pointer = void;

        Iterator() = default;
        Iterator(const Record* records, std::uint32_t index) : records_(records), index_(index) {}

        Value operator*() const { return at(records_, index_); }
        Iterator& operator++() {
            index_ += step;
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(Iterator, Iterator) = default;

    private:
        const Record* records_ = nullptr;
        std::uint32_t index_ = 0;
    };

    Children(const Record* records, std::uint32_t first, std::uint32_t count)
        : begin_(records, first), end_(records, first + count * step), size_(count) {}

    Iterator begin() const { return begin_; }
    Iterator end() const { return end_; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

private:
    /// In a tree, a key stands right before its value.
    static constexpr std::uint32_t step = std::is_same_v<Value, Entry> ? 2 : 1;
    static Value at(const Record* records, std::uint32_t index) {
        if constexpr (std::is_same_v<Value, Node>) return Node(records, index);
        else return {records[index].view(), records[index].place, Node(records, index + 1)};
    }

    Iterator begin_;
    Iterator end_;
    std::size_t size_;
};

class Node::Items : public Children<Node> {
    using Children::Children;
    friend class Node;
};

class Node::Entries : public Children<Entry> {
    using Children::Children;
    friend class Node;
};

inline Node::Items Node::items() const {
    return is_sequence() ? Items(records_, record().first, record().size) : Items(records_, 0, 0);
}

inline Node::Entries Node::entries() const {
    return is_map() ? Entries(records_, record().first, record().size) : Entries(records_, 0, 0);
}

/// The tree of one file, and the text that it was read from. Owns all that its nodes show.
class Document {
public:
    explicit Document(std::unique_ptr<Tree> tree);
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    Node root() const;
    /// The source as it was read: line breaks are line feeds, a byte order mark is gone.
    const Source& source() const;
    /// The same, out of a document that is no longer needed.
    Source take_source() &&;

private:
    std::unique_ptr<Tree> tree_;
};

/// Reads one YAML document. Keys are text, whatever they look like. What it finds wrong goes to `problems`: text that is
/// not YAML or not UTF-8, NUL, a file over the limits above, a second document, tabs in indentation, duplicate keys,
/// keys that are not text, merge keys (`<<`), tags other than the standard ones. Returns the tree if the text could be
/// read to its end, so that the caller can find more mistakes in it; it is fit for use only if there are no problems.
/// Text that holds nothing but comments is a document whose root is null.
std::optional<Document> read(Source source, Problems& problems);

/// As `read`, but what was read leaves `source` and becomes the document's, so that a large file is not held twice. If
/// nothing is returned, it is still in `source`, for messages.
std::optional<Document> read_out_of(Source& source, Problems& problems);

}  // namespace hipaa::yaml
