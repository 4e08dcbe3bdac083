// A question as the page draws it.
#include "web/question_json.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "checklist/answer_guide.hpp"
#include "page/wording.hpp"
#include "text/display_name.hpp"
#include "yaml/fields.hpp"

namespace hipaa::web {
namespace {

constexpr std::string_view empty_list = "[]";

std::string_view form_name(AnswerKind kind) {
    switch (kind) {
        case AnswerKind::yes_no:
        case AnswerKind::choice:
            return "one";
        case AnswerKind::choices:
            return "several";
        case AnswerKind::date:
        case AnswerKind::number:
        case AnswerKind::decimal:
        case AnswerKind::text:
        case AnswerKind::code:
            return "typed";
        case AnswerKind::list:
            return "list";
    }
    return "";
}

std::string label_of(std::string_view code) { return capitalized(words_of_code(code)); }

/// What an answer means, if its label does not say so.
std::string meaning_of(const AnswerMeaning& answer) {
    return yaml::is_same_word(answer.meaning, label_of(answer.word)) ? std::string() : answer.meaning;
}

void write_options(JsonBuilder& json, const Question& question, const AnswerGuide& guide) {
    json.array("options", [&] {
        for (const AnswerMeaning& answer : guide.answers) {
            if (answer.word == empty_list) continue;
            json.object([&] {
                json.field("value", answer.word);
                json.field("label", label_of(answer.word));
                json.field("meaning", meaning_of(answer));
                json.boolean("alone", std::ranges::any_of(question.also_words(),
                                                          [&](Text word) { return word == answer.word; }));
            });
        }
    });
}

/// The codes that are picked: `none` for an empty list, `unknown` where the file leaves it open, `yes` for a list with
/// items; and, of what is typed, the text.
struct Given {
    std::vector<std::string> codes;
    std::string text;
};

Given given_in(const Question& question, const Answer& answer) {
    if (answer.state == AnswerState::assumed) return {};
    if (!answer.known())
        return {answer.written ? std::vector<std::string>{std::string(not_sure_code)} : std::vector<std::string>(), ""};
    if (const auto* words = std::get_if<std::vector<Word>>(&answer.value)) {
        Given given;
        for (const Word word : *words) given.codes.emplace_back(std::string_view(question.text_of(word)));
        if (given.codes.empty()) given.codes.emplace_back(none_code);
        return given;
    }
    if (const auto* records = answer.records()) return {{std::string(records->empty() ? none_code : some_code)}, ""};
    const Scalar& scalar = *std::get_if<Scalar>(&answer.value);
    const bool is_picked = std::get_if<Word>(&scalar) || std::get_if<bool>(&scalar);
    std::string shown = show(question, answer);
    return is_picked ? Given{{std::move(shown)}, ""} : Given{{}, std::move(shown)};
}

/// The fields of item `index`, with the answers of `record`; null: an item that is not there yet.
void write_item(JsonBuilder& json, const Question& list, std::string_view key, std::size_t index,
                const Record* record) {
    const Answer open;
    json.array([&] {
        for (std::size_t i = 0; i < list.fields.size(); ++i)
            write_question(json, list.fields[i], interview::field_key(key, index, list.fields[i]),
                           record ? record->answers[i] : open, {});
    });
}

void write_items(JsonBuilder& json, const Question& list, std::string_view key, const std::vector<Record>* records) {
    const std::size_t count = records ? records->size() : 0;
    json.array("items", [&] {
        for (std::size_t i = 0; i < count; ++i) write_item(json, list, key, i, &(*records)[i]);
    });
    json.key("next_item");
    write_item(json, list, key, count, nullptr);
}

}  // namespace

void write_question(JsonBuilder& json, const Question& question, std::string_view key, const Answer& answer,
                    const interview::Lines& why) {
    const AnswerGuide guide = guide_to(question);
    const Given given = given_in(question, answer);
    json.object([&] {
        json.field("key", key);
        json.field("ask", question.ask);
        json.field("where", guide.where);
        json.field("form", form_name(question.kind));
        json.field("hint", is_simple(question.kind) ? interview::free_answer(question) : "");
        json.boolean("numeric", is_numeric(question.kind));
        write_options(json, question, guide);
        json.texts("given", given.codes);
        json.field("text", given.text);
        json.field("assumed", interview::default_line(question, answer));
        json.texts("why", why);
        if (question.kind == AnswerKind::list) write_items(json, question, key, answer.records_so_far());
    });
}

std::string answer_in_words(const Question& question, const Answer& answer) {
    if (!answer.known()) return answer.written ? "Not sure" : "Not answered";
    if (const std::vector<Record>* records = answer.records())
        return records->empty() ? "None" : counted(records->size(), "entry", "entries");
    const std::vector<AnswerMeaning> answers = guide_to(question).answers;
    const auto in_words = [&](const std::string& code) {
        const auto found = std::ranges::find(answers, code, &AnswerMeaning::word);
        const std::string label = label_of(code);
        const std::string meaning = found == answers.end() ? std::string() : meaning_of(*found);
        return meaning.empty() ? label : label + ": " + meaning;
    };
    if (answer.state == AnswerState::assumed) {
        const Answer as_given{AnswerState::given, answer.value, answer.place, true};
        return answer_in_words(question, as_given);
    }
    const Given given = given_in(question, answer);
    if (given.codes.empty()) return given.text;
    if (interview::takes_several(question) && given.codes.front() == none_code) return "None of these";
    std::string text;
    for (const std::string& code : given.codes) text += (text.empty() ? "" : "; ") + in_words(code);
    return text;
}

}  // namespace hipaa::web
