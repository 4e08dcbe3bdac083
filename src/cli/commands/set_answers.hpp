// --set: answers to check as if they were in every file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "checklist/checklist.hpp"
#include "cli/practice_checker.hpp"
#include "practice/key_path.hpp"
#include "practice/key_tree.hpp"
#include "yaml/rewrite/new_value.hpp"

namespace hipaa {

/// A question, and where its answer stands.
struct SetTarget {
    std::string about;
    std::string product;
    const Question* question;
    const Question* field = nullptr;  // of an item of the list that `question` asks for
    std::size_t item = 0;

    const Question& asked() const { return field ? *field : *question; }
    bool is_item_of(const SetTarget& list) const;
    KeyPath path() const;
    KeyPath path_in(const yaml::Document& document) const;
};

class SetAnswers {
public:
    /// `words`: KEY=VALUE each. Throws WrongUsage if a key is none of a practice file, or a value is none that its question
    /// takes.
    SetAnswers(const std::vector<std::string>& words, const Library& library);

    /// `file` with these answers in its text. One that has mistakes, or is no practice file, stays as it is; where an answer
    /// cannot be written, that is a mistake of the file.
    InputFile in(InputFile file) const;

    /// KEY=VALUE each, as reports say it. `redact`: without free text.
    std::vector<std::string> told(bool redact) const;

private:
    struct Assignment {
        std::string word;
        SetTarget target;
        yaml::NewValue value;
    };

    Assignment assignment(const std::string& word, const Library& library) const;

    std::optional<KeyTree> keys_;  // made where there is something to set
    std::vector<Assignment> assignments_;
};

}  // namespace hipaa
