// Reading back the answers that a JSON report names as evidence.
#pragma once

#include <deque>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checklist/key_index.hpp"
#include "engine/assessment.hpp"
#include "json/fields.hpp"

namespace hipaa {

/// The questions of a library by their keys.
class QuestionIndex {
public:
    explicit QuestionIndex(const Library& library);

    /// The question that `key`, dotted from the top of a practice file, names in a report on the checklist of `sheet`;
    /// without an answer.
    std::optional<Evidence> find(std::string_view key, const Sheet& sheet) const;
    /// The same, but of `group` alone, which stands at `about` in the file.
    std::optional<Evidence> find_in(const QuestionGroup& group, std::string_view about, std::string_view key) const;

private:
    const Library& library_;
    std::unordered_map<const QuestionGroup*, KeyIndex> groups_;
};

/// Reads the evidence of one practice, whose facts must be there already. Other answers go to `answers`, whose elements
/// stay where they are.
class EvidenceReader {
public:
    EvidenceReader(const QuestionIndex& index, const Sheet& facts, std::deque<Answer>& answers)
        : index_(index), facts_(facts), answers_(answers) {}

    /// The evidence in the array `name` of a checklist's part.
    std::vector<Evidence> read(const JsonFields& fields, std::string_view name, const Sheet& sheet);
    std::optional<Evidence> read_one(const JsonFields& fields, const Sheet& sheet);

private:
    const QuestionIndex& index_;
    const Sheet& facts_;
    std::deque<Answer>& answers_;
};

/// An answer to `question` as evidence states it; nothing if the question does not take it.
std::optional<Answer> stated_answer(const JsonFields& fields, const Question& question);
/// The same; what the question does not take is a mistake.
Answer read_stated_answer(const JsonFields& fields, const Question& question);

}  // namespace hipaa
