// Writing one answer into the text of a practice file, or taking it out: from text to text, every byte outside of it
// staying as it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "practice/key_path.hpp"
#include "yaml/document.hpp"
#include "yaml/problem.hpp"
#include "yaml/rewrite/new_value.hpp"

namespace hipaa {

struct EditedFile {
    std::string text;
    yaml::Document document;  // read from it
};

/// What an answer is written for, so that a refusal can say what to do: to keep it, or to see what would be if it were so.
enum class EditPurpose : std::uint8_t { save, suppose };

/// What a file that is not there yet begins with.
extern const std::string_view starting_text;

/// `file` with `value` as the answer at `path`; `document` is what `file` was read as, without mistakes. The groups that
/// the path needs are made. A field of the item behind the last one makes a new item. An empty map as the value makes an
/// empty group, unless there is one already, empty or not.
/// What comes back has been read again, and differs from `document` in that answer only. Where that cannot be had, as
/// with anchors, aliases, tags and literal blocks, it is a problem whose sentence names the key and the line.
std::variant<EditedFile, yaml::Problem> set_answer(std::string_view file, const yaml::Document& document,
                                                   const KeyPath& path, const yaml::NewValue& value,
                                                   EditPurpose purpose = EditPurpose::save);

/// `file` without what is at `path`, and without the groups around it that would be left with nothing. The same problems.
std::variant<EditedFile, yaml::Problem> remove_answer(std::string_view file, const yaml::Document& document,
                                                      KeyPath path);

}  // namespace hipaa
