// Reading back evidence.
#include "report/json/evidence_reader.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "checklist/number.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using Json = JsonValue;

std::optional<Word> find_word(const Question& question, std::string_view text, std::size_t first) {
    for (std::size_t i = first; i < question.words.size(); ++i)
        if (question.words[i] == text) return Word{static_cast<std::uint32_t>(i)};
    return std::nullopt;
}

std::optional<Scalar> to_scalar(const Question& question, std::string_view text) {
    const bool chosen = question.kind == AnswerKind::choice || question.kind == AnswerKind::choices;
    if (const auto word = find_word(question, text, chosen ? 0 : question.choices)) return Scalar(*word);
    if (question.kind == AnswerKind::text || question.kind == AnswerKind::code) return Scalar(std::string(text));
    if (question.kind != AnswerKind::date) return std::nullopt;
    const auto date = parse_date(text);
    return date ? std::optional(Scalar(*date)) : std::nullopt;
}

std::optional<Value> to_value(const Question& question, const Json& json);

/// The items of a list. Where they stand in the file, a report does not say.
std::optional<Value> to_records(const Question& question, const Json& array) {
    std::vector<Record> records;
    for (const Json& item : array.GetArray()) {
        if (!item.IsObject()) return std::nullopt;
        Record& record = records.emplace_back();
        for (const Question& field : question.fields) {
            const auto member = item.FindMember(std::string(field.key).c_str());
            if (member == item.MemberEnd()) return std::nullopt;
            Answer& answer = record.answers.emplace_back();
            if (member->value.IsNull()) continue;
            auto value = to_value(field, member->value);
            if (!value) return std::nullopt;
            answer = {AnswerState::given, std::move(*value), {}, true};
        }
    }
    return Value(std::move(records));
}

std::optional<Value> to_words(const Question& question, const Json& array) {
    std::vector<Word> words;
    for (const Json& item : array.GetArray()) {
        const auto word = item.IsString() ? find_word(question, item.GetString(), 0) : std::nullopt;
        if (!word) return std::nullopt;
        words.push_back(*word);
    }
    return Value(std::move(words));
}

std::optional<Value> to_value(const Question& question, const Json& json) {
    if (json.IsBool() && question.kind == AnswerKind::yes_no) return Value(Scalar(json.GetBool()));
    if (json.IsNumber() && is_numeric(question.kind)) {
        const double number = json.GetDouble();
        return question.kind == AnswerKind::decimal || is_whole(number) ? std::optional(Value(Scalar(number)))
                                                                        : std::nullopt;
    }
    if (json.IsArray() && question.kind == AnswerKind::choices) return to_words(question, json);
    if (json.IsArray() && question.kind == AnswerKind::list) return to_records(question, json);
    if (!json.IsString()) return std::nullopt;
    const std::string_view text(json.GetString(), json.GetStringLength());
    if (utf8::first_invalid(text)) return std::nullopt;
    auto scalar = to_scalar(question, text);
    return scalar ? std::optional(Value(std::move(*scalar))) : std::nullopt;
}

}  // namespace

namespace {

/// Which item of a list `label` calls: by its code, or else counted from 1.
bool read_item_label(std::string_view label, Evidence& found) {
    if (label.empty()) return false;
    if (label.front() < '0' || label.front() > '9') {
        found.code = label;
        return true;
    }
    const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), found.item);
    return error == std::errc() && end == label.data() + label.size() && found.item-- > 0;
}

}  // namespace

QuestionIndex::QuestionIndex(const Library& library) : library_(library) {
    groups_.try_emplace(&practice_facts(), practice_facts());
    for (const Checklist& checklist : library.checklists) groups_.try_emplace(&checklist.group, checklist.group);
}

std::optional<Evidence> QuestionIndex::find_in(const QuestionGroup& group, std::string_view about,
                                               std::string_view key) const {
    if (!about.empty()) {
        if (!key.starts_with(about) || key.size() <= about.size() || key[about.size()] != '.') return std::nullopt;
        key.remove_prefix(about.size() + 1);
    }
    const KeyIndex& questions = groups_.at(&group);
    Evidence found;
    found.about = about;
    found.question = questions.find(key);
    if (found.question) return found;
    // A field of an item: `list[1].field`, `list[abc-01].field`.
    const auto bracket = key.find('[');
    const auto end = key.find("].");
    const Question* list = questions.find(key.substr(0, bracket));
    if (bracket == key.npos || end == key.npos || end < bracket || !list) return std::nullopt;
    if (!read_item_label(key.substr(bracket + 1, end - bracket - 1), found)) return std::nullopt;
    const auto& fields = list->fields;
    const auto field = std::ranges::find(fields, key.substr(end + 2), &Question::key);
    if (field == fields.end()) return std::nullopt;
    found.list = list;
    found.question = &*field;
    return found;
}

std::optional<Evidence> QuestionIndex::find(std::string_view key, const Sheet& sheet) const {
    if (auto found = find_in(*sheet.group, sheet.about, key)) return found;
    if (auto found = find_in(practice_facts(), "", key)) return found;
    for (const Checklist& checklist : library_.checklists)
        if (!checklist.generic())
            if (auto found = find_in(checklist.group, checklist.group.about, key)) return found;
    return std::nullopt;
}

std::optional<Answer> stated_answer(const JsonFields& fields, const Question& question) {
    Answer answer;
    answer.place = fields.place();
    answer.written = fields.mark("written");
    const Json& json = fields.value("value");
    if (json.IsNull()) return answer;
    auto value = to_value(question, json);
    if (!value) return std::nullopt;
    answer.value = std::move(*value);
    answer.state = fields.mark("assumed") ? AnswerState::assumed : AnswerState::given;
    return answer;
}

Answer read_stated_answer(const JsonFields& fields, const Question& question) {
    if (auto answer = stated_answer(fields, question)) return std::move(*answer);
    fields.refuse_checklists(
        fmt::format("its answer to {} is none that the question takes here; give `merge` the same "
                    "--rules as the runs had",
                    yaml::quote(fields.text("key"))));
    return {};
}

std::optional<Evidence> EvidenceReader::read_one(const JsonFields& fields, const Sheet& sheet) {
    const std::string_view key = fields.text("key");
    auto found = index_.find(key, sheet);
    if (!found) {
        fields.refuse_checklists(fmt::format(
            "no checklist here asks for {}; give `merge` the same --rules as the runs had", yaml::quote(key)));
        return std::nullopt;
    }
    if (!found->code.empty()) {
        Answer& kept = answers_.emplace_back();
        kept.value = Value(Scalar(std::string(found->code)));
        found->code = std::get<std::string>(std::get<Scalar>(kept.value));
    }
    const std::vector<Question>& facts = practice_facts().questions;
    const auto fact = std::ranges::find(facts, found->question, [](const Question& question) { return &question; });
    if (fact != facts.end()) found->answer = &facts_.answers[static_cast<std::size_t>(fact - facts.begin())];
    else found->answer = &answers_.emplace_back(read_stated_answer(fields, *found->question));
    return found;
}

std::vector<Evidence> EvidenceReader::read(const JsonFields& fields, std::string_view name, const Sheet& sheet) {
    std::vector<Evidence> evidence;
    evidence.reserve(fields.count(name));
    fields.each(name, [&](const JsonFields& item) {
        if (auto found = read_one(item, sheet)) evidence.push_back(*found);
    });
    return evidence;
}

}  // namespace hipaa
