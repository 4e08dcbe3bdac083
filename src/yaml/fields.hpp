// Reading the keys of one map by name, so that no key of a file goes unread unnoticed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/enums.hpp"
#include "yaml/document.hpp"

namespace hipaa::yaml {

/// Notes that `key` is none of `known`: names the nearest one, or lists them. `of` says where the key stands
/// ("`plan`", "a note"). Messages quote at most 80 bytes of what a file says.
void add_unknown_key(Problems& problems, Place place, std::string_view key, std::string_view of,
                     std::span<const std::string_view> known);

/// `text` in backquotes, made printable and cut to a length that a sentence can hold.
std::string quote(std::string_view text);

/// "a, b or c", cut after twelve ("a, b, … or 4 more").
std::string one_of(std::span<const std::string_view> words);

enum class Need : std::uint8_t { optional, required };

/// A key that a map may have, with what schemas and guides say of it. What it holds is the name of a definition in the
/// schema; `[name]` for a list of it, `[name]+` for one that may not be empty.
struct KeyRow {
    std::string_view name;
    Need need;
    std::string_view holds = {};
    std::string_view title = {};
};

/// A map whose keys are asked for one by one. A key that is absent or null reads as absent; a value of the wrong kind
/// is a problem and reads as absent. That a required key is absent is a problem when it is asked for.
class Fields {
public:
    /// `what` names the map in messages: "a note". `place` is where it is missed, if `map` is not one. `keys` outlive
    /// this.
    Fields(std::string_view what, Node map, Place place, Problems& problems, std::span<const KeyRow> keys);

    /// False if the value is not a map: all keys read as absent then, and none is reported as missing.
    bool valid() const { return valid_; }

    std::optional<Entry> find(std::string_view key);

    /// Notes as a mistake that `key` is there with nothing after it, where absence and emptiness must not be confused.
    void refuse_null(std::string_view key);

    /// Blanks or invisible characters alone are a problem, and read as empty. So is an empty text, where one is required.
    std::string text(std::string_view key);
    /// A list of texts; a single text is not one.
    std::vector<std::string> texts(std::string_view key);
    std::optional<bool> yes_no(std::string_view key);
    /// A value of an enum, by its name.
    template <typename Enum>
    std::optional<Enum> word(std::string_view key) {
        const auto index = word(key, names_of<Enum>);
        return index ? std::optional(values_of<Enum>[*index]) : std::nullopt;
    }
    std::optional<int> whole_number(std::string_view key);
    /// The items of a list; none if absent.
    std::vector<Node> items(std::string_view key);

    /// Reports what is none of `keys`.
    void finish();
    /// The same, but for keys that begin with `x-`: in a practice file they are the owner's own.
    void finish_but_own_keys();

    Place place() const { return place_; }

private:
    /// Null for what is none of the keys.
    const KeyRow* row_of(std::string_view key) const;
    /// False if it was known already.
    bool add_known(std::string_view key);
    std::optional<Entry> scalar(std::string_view key);
    /// One of `words`, as its index.
    std::optional<std::size_t> word(std::string_view key, std::span<const std::string_view> words);

    std::string_view what_;
    Node map_;
    Place place_;
    Problems& problems_;
    bool valid_;
    std::span<const KeyRow> keys_;
    std::vector<std::string_view> known_;  // as messages list them: what was asked for first comes first
};

/// `yes/no/true/false/on/off/y/n`, in any case: the only spellings of a yes or no.
std::optional<bool> parse_yes_no(std::string_view text);

/// Letter case of ASCII aside.
bool is_same_word(std::string_view one, std::string_view other);

}  // namespace hipaa::yaml
