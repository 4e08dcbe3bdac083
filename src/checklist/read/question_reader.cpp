// Reading the `questions` of a checklist.
#include "checklist/read/question_reader.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "checklist/ids.hpp"
#include "checklist/keys.hpp"
#include "checklist/read/answer_reader.hpp"
#include "checklist/read/taken_names.hpp"
#include "text/ascii.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

/// What an interview takes for an empty list.
constexpr std::string_view none_of_them = "none";

using yaml::quote;

/// What a checklist may write under `answer`: the names of AnswerKind, and `addressable`, which is read as two questions.
constexpr auto type_names = [] {
    std::array<std::string_view, values_of<AnswerKind>.size() + 1> names{};
    std::ranges::copy(names_of<AnswerKind>, names.begin());
    names.back() = addressable_type;
    return names;
}();

constexpr std::string_view addressable_endings =
    "implemented = you do this. alternative = you do something else that protects as well. not_reasonable = neither is "
    "sensible in your practice. not_addressed = you have not decided yet.";

/// Small letters, digits, `_` and `-`, in parts joined by dots; a list's field is one part.
bool is_key(std::string_view key, bool field) {
    while (true) {
        const auto dot = key.find('.');
        if (!is_key_segment(key.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        if (field) return false;
        key.remove_prefix(dot + 1);
    }
}

class QuestionReader {
public:
    QuestionReader(Texts& texts, yaml::Problems& problems) : texts_(texts), problems_(problems) {}

    std::vector<Question> read_all(yaml::Node node, Place place, bool fields) {
        std::vector<Question> questions;
        if (!node.is_map() || node.size() == 0) {
            problems_.add(node.is_null() ? place : node.place(), "wrong_type",
                          fields ? "a list needs the keys of its items: {list: {name: {ask: ..., answer: text}}}"
                                 : "`questions` needs at least one question: {key: {ask: ..., answer: yes_no}}");
            return questions;
        }
        for (const yaml::Entry& entry : node.entries()) {
            auto question = read(entry, fields);
            if (question && question->addressable) add_addressable(std::move(*question), questions);
            else if (question) questions.push_back(std::move(*question));
        }
        refuse_colliding_names(questions, 0, problems_);
        return questions;
    }

private:
    std::optional<Question> read(const yaml::Entry& entry, bool field) {
        Question question;
        question.key = keep(std::string(entry.key));
        question.place = entry.key_place;
        const bool named = check_name(entry, field);
        bool sound = named;
        const std::string what = fmt::format("the question {}", quote(entry.key));
        yaml::Fields fields(what, entry.value, entry.key_place, problems_, keys_of("question"));
        question.ask = keep(fields.text("ask"));
        question.where = keep(fields.text("where"));
        question.name = keep(fields.text("name"));
        if (const auto answer = fields.find("answer")) sound = read_type(answer->value, question, field) && sound;
        else sound = false;
        if (question.addressable) refuse_beside_addressable(fields);
        sound = read_also(fields, question) && sound;
        read_formerly(fields, question, field);
        question.record = fields.yes_no("record").value_or(false);
        if (const auto default_value = fields.find("default"); default_value && sound)
            read_preset(*default_value, question);
        fields.finish();
        if (!named) return std::nullopt;
        question.broken = !sound || !fields.valid();
        return question;
    }

    /// The two questions that an addressable one stands for. Every author would have to explain the four endings, so
    /// they are explained here.
    void add_addressable(Question question, std::vector<Question>& questions) {
        Question rationale = question;
        rationale.key = keep(fmt::format("{}.{}", question.key, addressable_rationale));
        for (Text& old : rationale.formerly) old = keep(fmt::format("{}.{}", old, addressable_rationale));
        for (Text& old : question.formerly) old = keep(fmt::format("{}.{}", old, addressable_status));
        rationale.ask = "Is it written down why it is not done as the rule words it, and what is done instead?";
        rationale.where =
            "Your risk analysis or your security policies. It needs an answer only if the status is "
            "alternative or not_reasonable.";
        rationale.kind = AnswerKind::yes_no;
        question.key = keep(fmt::format("{}.{}", question.key, addressable_status));
        question.where =
            keep(fmt::format("{}{}{}", question.where, question.where.empty() ? "" : " ", addressable_endings));
        question.kind = AnswerKind::choice;
        question.words = {"implemented", "alternative", "not_reasonable", "not_addressed"};
        question.choices = static_cast<std::uint32_t>(question.words.size());
        questions.push_back(std::move(question));
        questions.push_back(std::move(rationale));
    }

    bool check_name(const yaml::Entry& entry, bool field) {
        if (std::ranges::find(reserved_question_names, entry.key) != reserved_question_names.end()) {
            problems_.add(entry.key_place, "wrong_name", [&] {
                return fmt::format("no question can be called `{}`, because conditions use the word", entry.key);
            });
            return false;
        }
        if (is_key(entry.key, field)) return true;
        problems_.add(entry.key_place, "wrong_name", [&] {
            return fmt::format(
                "{} cannot be the name of a question: use small letters, digits, `_` and `-`{}, not "
                "beginning with x-",
                quote(entry.key), field ? "" : " in parts joined by dots");
        });
        return false;
    }

    bool read_type(yaml::Node node, Question& question, bool field) {
        if (node.is_scalar()) {
            if (node.text() == addressable_type && !field) return question.addressable = true;
            if (const auto kind = from_name<AnswerKind>(node.text()); kind && is_simple(*kind)) {
                question.kind = *kind;
                return true;
            }
        } else if (node.is_map() && node.size() == 1) {
            const yaml::Entry type = *node.entries().begin();
            const auto kind = from_name<AnswerKind>(type.key);
            if (kind && !is_simple(*kind)) return read_offer(type, *kind, question, field);
        }
        add_unknown_type(node);
        return false;
    }

    /// What a type offers that is not simple.
    bool read_offer(const yaml::Entry& type, AnswerKind kind, Question& question, bool field) {
        if (kind == AnswerKind::list && field) {
            problems_.add(type.key_place, "wrong_type",
                          "a list inside a list is not possible; use a question of its own");
            return false;
        }
        question.kind = kind;
        if (kind != AnswerKind::list) return (question.choices = read_words(type, question)) > 0;
        question.fields = read_all(type.value, type.key_place, true);
        return !question.fields.empty();
    }

    void add_unknown_type(yaml::Node node) {
        const bool one_key = node.is_map() && node.size() == 1;
        if (!node.is_scalar() && !one_key) {
            problems_.add(node.place(), "wrong_type",
                          [&] { return fmt::format("`answer` is one of {}", yaml::one_of(type_names)); });
            return;
        }
        problems_.add(node.place(), "wrong_value", [&] {
            const std::string_view text = one_key ? (*node.entries().begin()).key : node.text();
            if (const auto kind = from_name<AnswerKind>(text); kind && !is_simple(*kind))
                return fmt::format("the answer type `{0}` says what it offers: {{{0}: {1}}}", text,
                                   kind == AnswerKind::list ? "{name: {ask: ..., answer: text}}" : "[one, two]");
            else if (kind && one_key) return fmt::format("the answer type `{0}` stands alone: `answer: {0}`", text);
            if (const auto meant = closest(text, type_names))
                return fmt::format("{} is not an answer type; did you mean `{}`?", quote(text), *meant);
            return fmt::format(
                "{} is not an answer type of this version; there are {}; if the checklist is written "
                "for a later version, {}",
                quote(text), yaml::one_of(type_names), get_later_version());
        });
    }

    /// Appends the words of a list to those of `question`; how many there are, 0 after a mistake.
    std::uint32_t read_words(const yaml::Entry& entry, Question& question) {
        if (!holds_several(question.kind)) return read_words(entry, question.words);
        for (const yaml::Node item : entry.value.items()) {
            if (!yaml::is_same_word(item.text(), none_of_them)) continue;
            problems_.add(item.place(), "wrong_value",
                          "`none` is how people say that none of the answers fits, which a file has as []; use another "
                          "word");
            return 0;
        }
        return read_words(entry, question.words);
    }

    std::uint32_t read_words(const yaml::Entry& entry, std::vector<Text>& words) {
        if (!entry.value.is_sequence() || entry.value.size() == 0) {
            problems_.add(entry.value.is_null() ? entry.key_place : entry.value.place(), "wrong_type",
                          [&] { return fmt::format("`{}` takes a list of at least one word", entry.key); });
            return 0;
        }
        std::uint32_t count = 0;
        for (const yaml::Node item : entry.value.items()) {
            if (words.size() == most_offered) {
                problems_.add(item.place(), "too_large",
                              [] { return fmt::format("a question offers at most {} answers", most_offered); });
                return 0;
            }
            if (!item.is_scalar() && !is_unanswered(item)) {
                problems_.add(item.place(), "wrong_type", "an offered answer is a single word");
                return 0;
            }
            // Nothing can rightly name such a word, so what conditions say of the others is judged all the same.
            if (!check_word(item, words)) continue;
            words.push_back(keep(std::string(item.text())));
            ++count;
        }
        return count;
    }

    bool check_word(yaml::Node item, const std::vector<Text>& words) {
        if (is_unanswered(item)) {
            problems_.add(item.place(), "wrong_value",
                          "`unknown`, null and empty text always mean *not answered*; they cannot be offered as an "
                          "answer");
            return false;
        }
        for (const Text word : words) {
            if (!yaml::is_same_word(word, item.text())) continue;
            problems_.add(item.place(), "duplicate_word", [&] {
                return fmt::format("{} is offered twice (letter case does not count)", quote(item.text()));
            });
            return false;
        }
        return true;
    }

    void refuse_beside_addressable(yaml::Fields& fields) {
        for (const std::string_view key : {"also", "default"})
            if (const auto entry = fields.find(key))
                problems_.add(entry->key_place, "wrong_type", [&] {
                    return fmt::format("`{}` does not fit an addressable question, whose answers are fixed", key);
                });
    }

    bool read_also(yaml::Fields& fields, Question& question) {
        const auto also = fields.find("also");
        if (!also) return true;
        const bool sound = read_words(*also, question) > 0;
        if (!sound) return false;
        for (const std::string_view value : refuse_values(*also, question)) std::erase(question.words, value);
        return true;
    }

    /// Words that a file could as well mean as an answer of the question's type.
    std::vector<std::string_view> refuse_values(const yaml::Entry& entry, const Question& question) {
        std::vector<std::string_view> values;
        if (!is_simple(question.kind) || question.kind == AnswerKind::text || question.addressable) return values;
        Question plain;
        plain.kind = question.kind;
        const auto is_value = [&](yaml::Node item) {
            if (question.kind == AnswerKind::date && item.text() == "today") return true;
            yaml::Problems silent;
            Answer answer;
            read_answer(answer, plain, entry.key, item.place(), item, silent);
            return silent.empty() && answer.known();
        };
        for (const yaml::Node item : entry.value.items()) {
            if (!item.is_scalar() || is_unanswered(item) || !is_value(item)) continue;
            values.push_back(item.text());
            problems_.add(item.place(), "wrong_value", [&] {
                return item.text() == "today"
                           ? std::string("`today` is the day of the check in conditions; use another word")
                           : fmt::format("{} is an answer of type {} already; take it out, or use another word",
                                         quote(item.text()), hipaa::name_of(question.kind));
            });
        }
        return values;
    }

    /// A list of former keys, in which a map names former words; or that map alone.
    void read_formerly(yaml::Fields& fields, Question& question, bool field) {
        const auto formerly = fields.find("formerly");
        if (!formerly) return;
        if (formerly->value.is_map()) return read_former_words(formerly->value, question);
        for (const yaml::Node item : fields.items("formerly")) {
            if (item.is_map()) read_former_words(item, question);
            else if (item.is_scalar() && is_key(item.text(), field))
                question.formerly.push_back(keep(std::string(item.text())));
            else
                problems_.add(item.place(), "wrong_name",
                              "`formerly` of a question takes keys that it had, or {new word: [old word]}");
        }
    }

    void read_former_words(yaml::Node map, Question& question) {
        for (const yaml::Entry& entry : map.entries()) {
            const auto now = std::ranges::find(question.words, entry.key);
            if (now == question.words.end()) {
                add_unknown_word(entry, question);
                continue;
            }
            const Word word{static_cast<std::uint32_t>(now - question.words.begin())};
            std::vector<Text> taken = question.words;
            for (const FormerWord& former : question.former_words) taken.push_back(former.old);
            const std::size_t known = taken.size();
            read_words(entry, taken);
            if (entry.value.is_sequence()) static_cast<void>(refuse_values(entry, question));
            for (std::size_t i = known; i < taken.size(); ++i) question.former_words.push_back({taken[i], word});
        }
    }

    void add_unknown_word(const yaml::Entry& entry, const Question& question) {
        problems_.add(entry.key_place, "unknown_word", [&] {
            const std::vector<std::string_view> words(question.words.begin(), question.words.end());
            if (const auto meant = closest(entry.key, words))
                return fmt::format("{} is not a word of the question; did you mean `{}`?", quote(entry.key), *meant);
            return fmt::format("{} is not a word of the question{}", quote(entry.key),
                               words.empty() ? ", which has none" : fmt::format("; it has {}", yaml::one_of(words)));
        });
    }

    void read_preset(const yaml::Entry& default_value, Question& question) {
        if (is_unanswered(default_value.value)) {
            problems_.add(default_value.value.place(), "wrong_value",
                          "a default is an answer; leave the key out instead");
            return;
        }
        Answer answer;
        read_answer(answer, question, "default", default_value.key_place, default_value.value, problems_);
        if (answer.known()) question.default_value = std::move(answer.value);
    }

    Text keep(std::string text) { return texts_.keep(std::move(text)); }

    Texts& texts_;
    yaml::Problems& problems_;
};

}  // namespace

bool is_key_segment(std::string_view text) {
    return !text.empty() && !text.starts_with("x-") &&
           std::ranges::all_of(text, [](char c) { return is_small_letter(c) || is_digit(c) || c == '_' || c == '-'; });
}

std::vector<Question> read_questions(yaml::Node node, Place place, Texts& texts, yaml::Problems& problems) {
    return QuestionReader(texts, problems).read_all(node, place, false);
}

}  // namespace hipaa
