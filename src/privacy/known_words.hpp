// Telling what checklists have words for from what a person wrote in words of their own.
#pragma once

#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"

namespace hipaa {

/// What a message has between backticks.
std::vector<std::string_view> quotes_in(std::string_view message);

/// The keys, answers and ids that a practice file may have.
class KnownWords {
public:
    explicit KnownWords(const Library& library);

    /// True if nothing but such words, slips of the keyboard in one, numbers and dates are in `text`.
    bool know_all_of(std::string_view text) const;
    /// The same, for a line of a practice file: false, too, if it has a comment, or a key behind which free text stands.
    bool know_line(std::string_view line) const;
    /// The same for what a message quotes between backticks.
    bool know_quotes_in(std::string_view message) const;

private:
    void add(std::string_view text);
    void add(const Question& question);
    bool knows(std::string_view word) const;

    std::vector<std::string_view> words_;      // sorted, of the library and of the program
    std::vector<std::string_view> text_keys_;  // sorted: of questions whose answer is free text
};

}  // namespace hipaa
