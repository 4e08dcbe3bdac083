// A value that is to be written into a file, and how it is written: lists of words on one line, groups and lists of
// groups in lines of their own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml/document.hpp"

namespace hipaa::yaml {

struct NewValue {
    Kind kind = Kind::scalar;       // never null
    std::string text;               // of a scalar
    bool prose = false;             // of a scalar: in quotes where it looks like a number, a date, a yes or a no
    std::vector<std::string> keys;  // of a map, by index of `children`
    std::vector<NewValue> children;
};

/// A yes or no, a date, a number, or a word of a checklist.
NewValue new_word(std::string_view word);
NewValue new_prose(std::string_view text);
NewValue new_list(std::vector<NewValue> items = {});
NewValue new_map();
NewValue new_map(std::string_view key, NewValue value);

/// `key`, in quotes if it needs them.
std::string key_text(std::string_view key);
/// The value on one line: `basic`, `[a, b]`, `{tier: basic}`. A scalar that is to be in quotes of a kind gets them
/// (`quote` is `"` or `'`).
std::string line_text(const NewValue& value, char quote = '\0');

/// True for a value that is written in lines of its own where it may be: a group or a list of groups, if not empty.
bool takes_lines(const NewValue& value);
/// The lines of a collection that is not empty, without the indentation of the first and the line break of the last one.
/// `step` is how much further than its key a value is indented.
std::string lines_text(const NewValue& collection, std::size_t column, std::size_t step);

/// True if `node` says what was to be written.
bool says(Node node, const NewValue& value);

}  // namespace hipaa::yaml
