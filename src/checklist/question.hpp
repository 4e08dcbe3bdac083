// The vocabulary of a checklist: the questions that a practice file may answer, and the types of their answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "checklist/date.hpp"
#include "checklist/texts.hpp"
#include "text/enums.hpp"
#include "text/place.hpp"

namespace hipaa {

/// A `number` is whole, a `decimal` may have a fraction.
enum class AnswerKind : std::uint8_t { yes_no, date, number, decimal, text, code, choice, choices, list };

constexpr bool is_numeric(AnswerKind kind) { return kind == AnswerKind::number || kind == AnswerKind::decimal; }
constexpr bool holds_several(AnswerKind kind) { return kind == AnswerKind::choices || kind == AnswerKind::list; }
/// True for a type that its name says all of; the others name what they offer: `{choice: [one, two]}`.
constexpr bool is_simple(AnswerKind kind) { return kind < AnswerKind::choice; }

/// What an answer of a simple type looks like.
struct AnswerForm {
    std::string_view noun;          // "a whole number"
    std::string_view example = {};  // `2`
    std::string_view rule = {};     // "digits only, not negative"
};
const AnswerForm& form_of(AnswerKind kind);

/// A word that a question offers, as an index into `Question::words`.
struct Word {
    std::uint32_t index = 0;
    friend auto operator<=>(Word, Word) = default;
};

/// One answer that is not a list. A choice, and an `also` word of any question, is a `Word`; text and codes are strings.
using Scalar = std::variant<bool, Date, double, std::string, Word>;

struct Answer;

/// One item of a list of records: an answer for each field of the question, in their order.
struct Record {
    Place place;
    std::vector<Answer> answers;
};

/// A scalar, the words picked of `choices`, or the records of a `list`.
using Value = std::variant<Scalar, std::vector<Word>, std::vector<Record>>;

enum class AnswerState : std::uint8_t {
    unanswered,  // absent, null, `unknown` or empty
    assumed,     // absent, and the question has a default
    given,
};

struct Answer {
    AnswerState state = AnswerState::unanswered;
    Value value;           // of a list that is unanswered because an item is blank, the records that it has
    Place place;           // of the value; of an unanswered question its key, or the key of its nearest existing parent
    bool written = false;  // its key stands in the file, with an answer or without
    bool known() const { return state != AnswerState::unanswered; }

    /// The items of a list whose answer is one, or null.
    const std::vector<Record>* records() const { return known() ? records_so_far() : nullptr; }
    /// The same, and the records of a list that is unanswered because an item is blank.
    const std::vector<Record>* records_so_far() const { return std::get_if<std::vector<Record>>(&value); }
    /// The day that is the answer, or null.
    const Date* date() const {
        const Scalar* scalar = known() ? std::get_if<Scalar>(&value) : nullptr;
        return scalar ? std::get_if<Date>(scalar) : nullptr;
    }
};

/// A question of the type `addressable` is read as two: KEY.status, a choice, and KEY.rationale_documented, a yes or no
/// (45 CFR 164.306(d)(3): implement the specification; or document why not, with an alternative where reasonable).
inline constexpr std::string_view addressable_type = "addressable";
inline constexpr std::string_view addressable_status = "status";
inline constexpr std::string_view addressable_rationale = "rationale_documented";

/// A word that a question offered under another name before.
struct FormerWord {
    Text old;
    Word now;
};

struct Question {
    Text key;    // dotted, relative to where the checklist's answers live; of a list's field its name
    Text ask;    // the question as a person is asked it
    Text where;  // where to look the answer up
    Text name;   // how sentences call what it asks for ("the first day of the agreement"); may be empty
    AnswerKind kind = AnswerKind::text;
    std::vector<Text> words;             // of a choice what may be chosen, then the `also` words of any kind
    std::uint32_t choices = 0;           // how many of `words` may be chosen; the others are `also` words
    std::optional<Value> default_value;  // `default`: what an absent key stands for
    std::vector<Question> fields;        // of a list's records
    std::vector<Text> formerly;          // keys that it had in earlier versions, relative like `key`
    std::vector<FormerWord> former_words;
    bool addressable = false;  // one of the two parts that an `addressable` question is read as
    bool record = false;       // asked for the record only: no check has to read it
    bool broken = false;       // its type has a mistake: nothing can be said about tests on it
    Place place;               // of its key in the checklist's file

    std::span<const Text> choice_words() const { return std::span(words).first(choices); }
    std::span<const Text> also_words() const { return std::span(words).subspan(choices); }
    bool is_also(Word word) const { return word.index >= choices; }
    Text text_of(Word word) const { return words[word.index]; }
};

/// A name of an earlier version that a checklist uses for what has another one now.
struct FormerNameUse {
    std::string old;
    std::string now;
    Place place;
};

/// Questions whose answers live together in a practice file, under `about`.
struct QuestionGroup {
    Text about;  // dotted path such as `products.spruce`; empty for the top of the file
    std::vector<Question> questions;
};

/// What every practice file may say of itself: `confirmed_on`, `practice.name`, `practice.covered_entity`.
const QuestionGroup& practice_facts();

enum class Fact : std::size_t { confirmed_on, name, covered_entity };

/// True if the key of a question lies in the group `above`: `plan.tier` in `plan`.
bool is_below(std::string_view key, std::string_view above);

/// What may be written as an answer, as a sentence says it: "a date such as 2026-01-31, or not_yet".
std::string describe_values(const Question& question);
/// The same for a practice file, where the answer may also be unknown.
std::string describe_answers(const Question& question);

}  // namespace hipaa
