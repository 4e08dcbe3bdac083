// One answer written into a practice file, for tests that show the file before and after.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "practice/answer_edit.hpp"
#include "yaml/shown.hpp"

namespace hipaa::testing {

using yaml::new_list;
using yaml::new_map;
using yaml::new_prose;
using yaml::new_word;
using yaml::NewValue;

inline NewValue words(const std::vector<std::string>& all) {
    NewValue list = new_list();
    for (const std::string& word : all) list.children.push_back(new_word(word));
    return list;
}

inline NewValue group(std::vector<std::pair<std::string, NewValue>> entries) {
    NewValue map = new_map();
    for (auto& [key, value] : entries) {
        map.keys.push_back(key);
        map.children.push_back(std::move(value));
    }
    return map;
}

/// The text of the file afterwards, or `line:column: sentence`.
inline std::string edited(const std::string& before, const KeyPath& path, const NewValue& value) {
    yaml::Problems problems;
    const auto document = yaml::read({"practice.yaml", before}, problems);
    if (!document || !problems.empty()) return "not YAML before: " + yaml::shown(problems);
    const auto result = set_answer(before, *document, path, value);
    if (const auto* problem = std::get_if<yaml::Problem>(&result))
        return fmt::format("{}:{}: {}", problem->place.line, problem->place.column, problem->message);
    return std::get<EditedFile>(result).text;
}

inline std::string edited(const std::string& before, std::string_view key, const NewValue& value) {
    return edited(before, key_path(key), value);
}

struct EditRow {
    std::string before;
    std::string_view key;
    NewValue value;
    std::string after;
};

inline void check_edits(const std::vector<EditRow>& rows) {
    for (const EditRow& row : rows) {
        CAPTURE(row.before);
        CAPTURE(row.key);
        CHECK(edited(row.before, row.key, row.value) == row.after);
    }
}

}  // namespace hipaa::testing
