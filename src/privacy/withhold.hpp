// What no report shows: client data, and of a practice that wants to stay unnamed its name and what it wrote in its own
// words.
#pragma once

#include <string>
#include <string_view>

#include "checklist/checklist.hpp"
#include "practice/practice.hpp"
#include "privacy/client_data.hpp"
#include "privacy/known_words.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// Stands where something is not shown.
inline constexpr std::string_view withheld = "(withheld)";

/// What is not shown of one practice file.
class Discretion {
public:
    /// Looks for client data in `source`. `redact`: names and free text are not shown either.
    Discretion(const yaml::Source& source, bool redact);

    const ClientData& client_data() const { return client_data_; }

    /// Takes out what is shown in the same words whatever the results are: names, keys and decisions. An assessment that
    /// is made then does not have them.
    void withhold_names(Practice& practice) const;
    /// Takes out answers in words of a person's own, and labels; after the assessment, which may go by them.
    void withhold_answers(Practice& practice) const;
    /// Takes out what messages and their excerpts repeat. `library`: all checklists that are known.
    void withhold_mistakes(yaml::Problems& problems, yaml::Source& source, const Library& library) const;

private:
    bool hides(std::string_view text) const;
    bool hides(std::string_view text, Place place) const;
    bool stands_in_hidden_line(std::string_view text) const;
    bool quotes_hidden_line(std::string_view message, const KnownWords& words) const;
    void withhold(std::string& text) const;
    void withhold_answer(Answer& answer, const Question& question, bool is_fact) const;

    bool redact_;
    ClientData client_data_;
    std::string hidden_lines_;  // their text
};

}  // namespace hipaa
