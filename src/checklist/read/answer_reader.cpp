// Reading the answer that a file gives to a question.
#include "checklist/read/answer_reader.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "checklist/date_readings.hpp"
#include "checklist/number.hpp"
#include "checklist/read/spoken/readings.hpp"
#include "checklist/read/spoken/spoken.hpp"
#include "text/ascii.hpp"
#include "text/visible.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using yaml::quote;

/// The word of `question` that `text` is, letter case aside, from index `first` on.
std::optional<Word> find_word(const Question& question, std::string_view text, std::size_t first) {
    for (std::size_t i = first; i < question.words.size(); ++i)
        if (yaml::is_same_word(question.words[i], text)) return Word{static_cast<std::uint32_t>(i)};
    const FormerWord* former = find_former_word(question, text);
    if (former && former->now.index >= first) return former->now;
    return std::nullopt;
}

bool is_fraction(const Question& question, std::string_view text) {
    const auto number = question.kind == AnswerKind::number ? parse_number(text) : std::nullopt;
    return number && !is_whole(*number);
}

std::string describe(const Question& question, Answerer answerer) {
    return answerer == Answerer::practice ? describe_answers(question) : describe_values(question);
}

/// "did you mean `2026-03-02` (March 2) or `2026-02-03` (February 3)?"
std::string offer(const std::vector<AnswerReading>& meant) {
    std::vector<std::string> offers;
    for (const AnswerReading& reading : meant)
        offers.push_back(reading.meaning.empty() ? fmt::format("`{}`", reading.text)
                                                 : fmt::format("`{}` ({})", reading.text, reading.meaning));
    return fmt::format("did you mean {}?", fmt::join(offers, " or "));
}

std::string wrong_value(const Question& question, std::string_view key, std::string_view text, Answerer answerer) {
    if (const auto meant = nearest_word(question, text))
        return fmt::format("`{}` cannot be {}; did you mean `{}`?", key, quote(text), meant->word);
    // What stands in a list of choices is one of them, and a reading would be a whole list.
    if (answerer == Answerer::practice && question.kind != AnswerKind::choices)
        if (const auto meant = readings(question, text); !meant.empty())
            return fmt::format("`{}` cannot be {}{}; {}", key, quote(text),
                               is_fraction(question, text) ? ", because it has to be a whole number" : "",
                               offer(meant));
    if (question.kind == AnswerKind::date && names_no_day(text))
        return fmt::format("`{}` cannot be {}: there is no such day; write {}", key, quote(text),
                           describe(question, answerer));
    return fmt::format("`{}` cannot be {}; write {}", key, quote(text), describe(question, answerer));
}

void add_wrong_kind(yaml::Problems& problems, const Question& question, std::string_view key, yaml::Node node,
                    Answerer answerer = Answerer::practice) {
    problems.add(node.place(), "wrong_type", [&] {
        const std::string_view found = node.is_map()        ? "keys of its own"
                                       : node.is_sequence() ? "a list"
                                                            : "a single value";
        return fmt::format("`{}` cannot have {}; write {}", key, found, describe(question, answerer));
    });
}

/// The single `also` word that stands for a whole list, or a problem.
std::optional<Value> read_word_for_list(const Question& question, std::string_view key, yaml::Node node,
                                        yaml::Problems& problems) {
    if (!node.is_scalar()) {
        add_wrong_kind(problems, question, key, node);
        return std::nullopt;
    }
    if (const auto word = find_word(question, node.text(), question.choices)) return Value(Scalar(*word));
    problems.add(node.place(), "wrong_type", [&] {
        if (question.kind == AnswerKind::choices && find_word(question, node.text(), 0))
            return fmt::format("`{}` takes a list; write [{}]", key, node.text());
        if (const auto meant = readings(question, node.text()); !meant.empty())
            return fmt::format("`{}` cannot be {}; {}", key, quote(node.text()), offer(meant));
        return fmt::format("`{}` cannot be {}; write {}", key, quote(node.text()), describe_answers(question));
    });
    return std::nullopt;
}

std::optional<Value> read_choices(const Question& question, std::string_view key, yaml::Node node,
                                  yaml::Problems& problems) {
    if (!node.is_sequence()) return read_word_for_list(question, key, node, problems);
    std::vector<Word> picked;
    bool answered = true;
    for (const yaml::Node item : node.items()) {
        if (is_unanswered(item)) {
            answered = false;
            continue;
        }
        const auto scalar = read_scalar(question, key, item, problems);
        if (!scalar) continue;
        const Word word = std::get<Word>(*scalar);
        if (question.is_also(word))
            problems.add(item.place(), "wrong_value", [&] {
                return fmt::format("`{}` stands alone: write `{}: {}` without a list", question.text_of(word), key,
                                   question.text_of(word));
            });
        else if (std::ranges::find(picked, word) == picked.end()) picked.push_back(word);
    }
    if (!answered) return std::nullopt;
    return Value(std::move(picked));
}

/// How messages call the `number`-th item of a list: by its code, if it has one.
std::string item_label(const Question& list, yaml::Node item, std::size_t number) {
    for (const Question& field : list.fields) {
        const auto code = field.kind == AnswerKind::code && item.is_map() ? item.find(field.key) : std::nullopt;
        if (code && code->value.is_scalar() && is_code(code->value.text())) return std::string(code->value.text());
    }
    return fmt::format("{}", number);
}

/// What an item says to a field, under its name or one of earlier versions.
std::optional<yaml::Entry> find_field(const Question& field, yaml::Node item, yaml::Problems& problems) {
    auto found = item.find(field.key);
    for (const Text old : field.formerly) {
        const auto entry = item.find(old);
        if (entry && found) refuse_two_names(problems, field.key, *found, *entry);
        else if (entry) found = entry;
    }
    return found;
}

Record read_record(const Question& question, std::string_view key, yaml::Node item, yaml::Problems& problems) {
    Record record{item.place(), {}};
    std::vector<std::string_view> known;
    for (const Question& field : question.fields) {
        known.push_back(field.key);
        Answer& answer = record.answers.emplace_back();
        set_absent(answer, field, item.place());
        const auto entry = find_field(field, item, problems);
        if (entry)
            read_answer(answer, field, fmt::format("{}.{}", key, entry->key), entry->key_place, entry->value, problems);
    }
    const auto is_former = [&](std::string_view name) {
        return std::ranges::any_of(question.fields, [&](const Question& field) {
            return std::ranges::find(field.formerly, name) != field.formerly.end();
        });
    };
    for (const yaml::Entry& entry : item.entries())
        if (!entry.key.starts_with("x-") && std::ranges::find(known, entry.key) == known.end() && !is_former(entry.key))
            yaml::add_unknown_key(problems, entry.key_place, entry.key, fmt::format("`{}`", key), known);
    return record;
}

void require_unique_codes(const Question& question, std::string_view key, const std::vector<Record>& records,
                          yaml::Problems& problems) {
    for (std::size_t i = 0; i < question.fields.size(); ++i) {
        if (question.fields[i].kind != AnswerKind::code) continue;
        std::set<std::string> seen;
        for (const Record& record : records) {
            const Answer& answer = record.answers[i];
            const auto* scalar = answer.known() ? std::get_if<Scalar>(&answer.value) : nullptr;
            const auto* code = scalar ? std::get_if<std::string>(scalar) : nullptr;
            if (code && !seen.insert(*code).second)
                problems.add(answer.place, "wrong_value", [&] {
                    return fmt::format("the code {} is repeated in `{}`; give each item a code of its own",
                                       quote(*code), key);
                });
        }
    }
}

/// The items of a list that are not blank.
std::vector<Record> read_records(const Question& question, std::string_view key, yaml::Node node,
                                 yaml::Problems& problems) {
    std::vector<Record> records;
    std::size_t number = 0;
    for (const yaml::Node item : node.items()) {
        ++number;
        const std::string item_key = fmt::format("{}[{}]", key, item_label(question, item, number));
        if (is_unanswered(item)) continue;
        if (item.is_map()) records.push_back(read_record(question, item_key, item, problems));
        else
            problems.add(item.place(), "wrong_type", [&] {
                return fmt::format("each item of `{}` has keys of its own: {}", key, describe_answers(question));
            });
    }
    require_unique_codes(question, key, records, problems);
    return records;
}

/// Sets the value; false if the question stays unanswered all the same.
bool read_several(Answer& answer, const Question& question, std::string_view key, yaml::Node node,
                  yaml::Problems& problems) {
    if (question.kind == AnswerKind::list && node.is_sequence()) {
        answer.value = read_records(question, key, node, problems);
        return std::ranges::none_of(node.items(), is_unanswered);
    }
    auto value = question.kind == AnswerKind::list ? read_word_for_list(question, key, node, problems)
                                                   : read_choices(question, key, node, problems);
    if (value) answer.value = std::move(*value);
    return value.has_value();
}

}  // namespace

bool is_code(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return false;
    const auto letters = text.substr(0, dash);
    const auto digits = text.substr(dash + 1);
    return letters.size() >= 2 && letters.size() <= 5 && digits.size() >= 2 && digits.size() <= 4 &&
           std::ranges::all_of(letters, is_small_letter) && std::ranges::all_of(digits, is_digit);
}

std::optional<Scalar> parse_answer(const Question& question, std::string_view text) {
    switch (question.kind) {
        case AnswerKind::yes_no:
            if (const auto value = yaml::parse_yes_no(text)) return Scalar(*value);
            break;
        case AnswerKind::date:
            if (const auto value = parse_date(text)) return Scalar(*value);
            break;
        case AnswerKind::number:
            if (const auto value = parse_number(text); value && is_whole(*value)) return Scalar(*value);
            break;
        case AnswerKind::decimal:
            if (const auto value = parse_number(text)) return Scalar(*value);
            break;
        case AnswerKind::code:
            if (is_code(text)) return Scalar(std::string(text));
            break;
        case AnswerKind::choice:
        case AnswerKind::choices:
            if (const auto word = find_word(question, text, 0); word && !question.is_also(*word)) return Scalar(*word);
            break;
        case AnswerKind::text:
            if (const auto word = find_word(question, text, question.choices)) return Scalar(*word);
            return Scalar(std::string(text));
        case AnswerKind::list:
            break;
    }
    if (const auto word = find_word(question, text, question.choices)) return Scalar(*word);
    return std::nullopt;
}

std::string refusal_of_answer(const Question& question, std::string_view key, std::string_view text) {
    return wrong_value(question, key, text, Answerer::practice);
}

const FormerWord* find_former_word(const Question& question, std::string_view text) {
    const auto found = std::ranges::find_if(question.former_words,
                                            [&](const FormerWord& word) { return yaml::is_same_word(word.old, text); });
    return found == question.former_words.end() ? nullptr : &*found;
}

void refuse_two_names(yaml::Problems& problems, std::string_view now, const yaml::Entry& one,
                      const yaml::Entry& other) {
    const bool in_order =
        std::pair(one.key_place.line, one.key_place.column) < std::pair(other.key_place.line, other.key_place.column);
    const yaml::Entry& earlier = in_order ? one : other;
    const yaml::Entry& later = in_order ? other : one;
    problems.add(later.key_place, "two_names", [&] {
        return fmt::format(
            "{} and {} (line {}, column {}) are two names of one question, of different versions; keep "
            "`{}` alone",
            quote(later.key), quote(earlier.key), earlier.key_place.line, earlier.key_place.column, now);
    });
}

bool is_unanswered(yaml::Node node) {
    if (node.is_null()) return true;
    if (!node.is_scalar()) return false;
    const std::string_view text = node.text();
    constexpr std::string_view word = "unknown";
    if (!text.empty() && text.size() < word.size() && text.front() > ' ') return false;  // as most answers
    const std::string_view visible = visible_part(text);
    return visible.empty() || yaml::is_same_word(visible, word);
}

std::optional<Scalar> read_scalar(const Question& question, std::string_view key, yaml::Node node,
                                  yaml::Problems& problems, Answerer answerer) {
    if (!node.is_scalar()) {
        add_wrong_kind(problems, question, key, node, answerer);
        return std::nullopt;
    }
    auto scalar = parse_answer(question, node.text());
    if (!scalar)
        problems.add(node.place(), "wrong_value", [&] { return wrong_value(question, key, node.text(), answerer); });
    return scalar;
}

void set_absent(Answer& answer, const Question& question, Place nearest) {
    answer.place = nearest;
    if (!question.default_value) return;
    answer.state = AnswerState::assumed;
    answer.value = *question.default_value;
}

void read_answer(Answer& answer, const Question& question, std::string_view key, Place key_place, yaml::Node node,
                 yaml::Problems& problems) {
    if (answer.known()) answer.value = Value();
    answer.state = AnswerState::unanswered;
    answer.place = key_place;
    answer.written = true;
    if (is_unanswered(node)) return;
    if (holds_several(question.kind)) {
        if (!read_several(answer, question, key, node, problems)) return;
    } else {
        auto scalar = read_scalar(question, key, node, problems);
        if (!scalar) return;
        answer.value.emplace<Scalar>(std::move(*scalar));
    }
    answer.state = AnswerState::given;
    answer.place = node.place();
}

}  // namespace hipaa
