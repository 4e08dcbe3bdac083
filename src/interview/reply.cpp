// Understanding what somebody types as an answer.
#include "interview/reply.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "checklist/date_readings.hpp"
#include "checklist/read/answer_reader.hpp"
#include "checklist/read/spoken/no_answer.hpp"
#include "checklist/read/spoken/spoken.hpp"
#include "checklist/read/spoken/words.hpp"
#include "interview/typed.hpp"
#include "page/wording.hpp"
#include "practice/written_answer.hpp"
#include "text/visible.hpp"
#include "yaml/fields.hpp"

namespace hipaa::interview {
namespace {

constexpr std::string_view empty_list = "[]";

std::string full_date(std::string_view text) {
    const auto day = parse_date(text);
    return day ? fmt::format("{} ({})", text, long_date(*day)) : std::string(text);
}

/// `text` as a file has it, if it is an answer in the strict form.
std::optional<std::string> strict_form(const Question& question, std::string_view text) {
    const auto scalar = parse_answer(question, text);
    if (!scalar) return std::nullopt;
    return show(question, Answer{AnswerState::given, *scalar, {}, true});
}

/// `text` is in the strict form; only `[]` is no single answer.
Given given(const Question& question, std::string_view typed, std::string_view text) {
    const auto scalar = parse_answer(question, text);
    Given reply{scalar ? written_answer(question, *scalar) : yaml::new_list(), {}};
    if (!yaml::is_same_word(typed, text)) reply.noted = question.kind == AnswerKind::date ? full_date(text) : text;
    return reply;
}

std::string offer(const std::vector<AnswerMeaning>& answers, bool several) {
    if (answers.empty()) return "";
    if (answers.size() == 1) return "write 1, or the word";
    return fmt::format("write a number from 1 to {}{}, or the word", answers.size(), several ? ", or several" : "");
}

NotUnderstood no_such_number(const std::vector<AnswerMeaning>& answers, std::string_view typed) {
    return {fmt::format("There is no answer {}; {}.", typed, offer(answers, false))};
}

/// "No idea." is `no_idea`, too.
bool is_word_of(const Question& question, std::string_view typed) {
    const std::string said = plain_words(typed);
    return !said.empty() && std::ranges::any_of(question.words, [&](Text word) { return plain_words(word) == said; });
}

/// The word of `question` that all of `typed` is nearly, or whose meaning it is.
std::optional<std::string> word_like(const Question& question, std::string_view typed) {
    if (casts_doubt(typed)) return std::nullopt;
    if (const auto near = nearest_word(question, typed); near && is_slip(*near)) return std::string(near->word);
    const std::string said = plain_words(typed);
    std::vector<AnswerMeaning> answers = answers_in_words(question);
    std::erase_if(answers, [&](const AnswerMeaning& answer) {
        return answer.meaning.empty() || plain_words(answer.meaning) != said;
    });
    return answers.size() == 1 ? std::optional(answers.front().word) : std::nullopt;
}

/// The word of `question` that a part names: by its number, as it is, or nearly so.
std::optional<std::string> word_named(const Question& question, const std::vector<AnswerMeaning>& answers,
                                      std::string_view part) {
    if (const auto number = number_up_to(answers.size(), part)) return answers[*number - 1].word;
    if (number_in(part)) return std::nullopt;
    if (auto word = strict_form(question, part)) return word;
    std::string joined(part);
    std::ranges::replace(joined, ' ', '_');
    if (auto word = strict_form(question, joined)) return word;
    return word_like(question, part);
}

bool is_also_word(const Question& question, std::string_view word) {
    return std::ranges::find(question.words.begin() + static_cast<std::ptrdiff_t>(question.choices),
                             question.words.end(), word) != question.words.end();
}

/// What may be an answer each: one that all of `typed` names, or what stands between commas, or else between blanks.
std::vector<std::string> answers_in(const Question& question, const std::vector<AnswerMeaning>& answers,
                                    std::string_view typed) {
    if (word_named(question, answers, typed)) return {std::string(typed)};
    const std::string text = with_commas(typed);
    const bool has_commas = text.find_first_of(",;") != text.npos;
    const auto parts = split(text, has_commas ? ",;[]" : " \t[]");
    return {parts.begin(), parts.end()};
}

Reply read_several(const Question& question, std::string_view typed) {
    if (means_none(typed)) {
        const bool says_none = is_one_of(typed, {"none", "none of them", empty_list});
        return Given{yaml::new_list(), says_none ? "" : "none of them"};
    }
    const std::vector<AnswerMeaning> answers = numbered_answers(question);
    const auto refused = [&](std::string_view part) {
        return NotUnderstood{fmt::format("{} is none of the answers; {}, or `none`, or `unknown`.", yaml::quote(part),
                                         offer(answers, true))};
    };
    const std::vector<std::string> parts = answers_in(question, answers, typed);
    if (parts.empty()) return refused(typed);
    std::vector<std::string> words;
    bool as_typed = true;
    for (const std::string_view part : parts) {
        auto word = word_named(question, answers, part);
        if (!word) return refused(part);
        as_typed = as_typed && yaml::is_same_word(part, *word);
        if (std::ranges::find(words, *word) == words.end()) words.push_back(std::move(*word));
    }
    const auto also =
        std::ranges::find_if(words, [&](const std::string& word) { return is_also_word(question, word); });
    if (also != words.end()) {
        if (words.size() > 1) return NotUnderstood{fmt::format("`{}` is an answer of its own; write it alone.", *also)};
        return given(question, typed, *also);
    }
    Given reply{yaml::new_list(), {}};
    std::string noted;
    for (const std::string& word : words) {
        reply.value.children.push_back(yaml::new_word(word));
        noted += (noted.empty() ? "" : ", ") + word;
    }
    if (!as_typed) reply.noted = std::move(noted);
    return reply;
}

Reply read_single(const Question& question, std::string_view key, std::string_view typed) {
    const std::vector<AnswerMeaning> answers = numbered_answers(question);
    if (!answers.empty() && question.kind != AnswerKind::text) {
        if (const auto number = number_up_to(answers.size(), typed))
            return given(question, typed, answers[*number - 1].word);
        if (number_in(typed) && question.kind != AnswerKind::date) return no_such_number(answers, typed);
    }
    return read_field(question, key, typed);
}

}  // namespace

Reply read_field(const Question& question, std::string_view key, std::string_view typed) {
    typed = visible_part(typed);
    if (wish_in(typed) == Wish::unknown && !is_word_of(question, typed)) return Wish::unknown;
    if (const auto text = strict_form(question, typed)) return given(question, typed, *text);
    if (const auto word = word_like(question, typed)) return given(question, typed, *word);
    std::vector<AnswerReading> meant = readings(question, typed);
    // What was said beside an answer may make another one of it.
    std::erase_if(meant, [](const AnswerReading& reading) { return !reading.left_over.empty(); });
    if (meant.size() == 1 && meant.front().text == "unknown") return Wish::unknown;
    if (meant.size() == 1) return given(question, typed, meant.front().text);
    if (meant.size() > 1) return Unclear{std::move(meant)};
    return NotUnderstood{as_sentence(refusal_of_answer(question, key, typed))};
}

std::optional<Wish> wish_in(std::string_view typed) {
    if (typed.empty() || typed == "-") return Wish::skip;
    if (typed == "?") return Wish::why;
    if (is_one_of(typed, {"b", "back"})) return Wish::back;
    if (is_one_of(typed, {"q", "quit", "exit"})) return Wish::stop;
    if (means_unknown(typed)) return Wish::unknown;
    return std::nullopt;
}

std::vector<AnswerMeaning> numbered_answers(const Question& question) {
    return is_numeric(question.kind) ? std::vector<AnswerMeaning>() : answers_in_words(question);
}

std::vector<AnswerMeaning> answers_in_words(const Question& question) {
    std::vector<AnswerMeaning> answers = guide_to(question).answers;
    std::erase_if(answers, [](const AnswerMeaning& answer) { return answer.word == empty_list; });
    return answers;
}

const AnswerReading* reading_meant(const Unclear& unclear, std::string_view typed) {
    if (const auto number = number_up_to(unclear.readings.size(), typed)) return &unclear.readings[*number - 1];
    const std::string said = plain_words(typed);
    const auto is_it = [&](const AnswerReading& reading) {
        return !said.empty() &&
               (said == plain_words(reading.meaning) || said == plain_words(reading.text + " " + reading.meaning));
    };
    const auto found = std::ranges::find_if(unclear.readings, is_it);
    return found == unclear.readings.end() ? nullptr : &*found;
}

bool takes_several(const Question& question) { return question.kind == AnswerKind::choices; }

Reply read_reply(const Question& question, std::string_view key, std::string_view typed) {
    typed = visible_part(typed);
    // A word of the question comes before a wish that is spelled like it.
    if (const auto wish = is_word_of(question, typed) ? std::nullopt : wish_in(typed)) return *wish;
    return takes_several(question) ? read_several(question, typed) : read_single(question, key, typed);
}

}  // namespace hipaa::interview
