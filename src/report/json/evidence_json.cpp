// Writing answers and decisions.
#include "report/json/evidence_json.hpp"

#include "page/wording.hpp"

namespace hipaa {
namespace {

void write_value(JsonBuilder& json, const Question& question, const Answer& answer);

void write_scalar(JsonBuilder& json, const Question& question, const Scalar& scalar, const Answer& answer) {
    if (const auto* yes = std::get_if<bool>(&scalar)) json.boolean(*yes);
    else if (const auto* number = std::get_if<double>(&scalar)) json.number(*number);
    else if (const auto* word = std::get_if<Word>(&scalar)) json.text(question.text_of(*word));
    else json.text(show(question, answer));
}

void write_record(JsonBuilder& json, const Question& list, const Record& record) {
    for (std::size_t i = 0; i < list.fields.size(); ++i) {
        json.key(list.fields[i].key);
        write_value(json, list.fields[i], record.answers[i]);
    }
}

void write_value(JsonBuilder& json, const Question& question, const Answer& answer) {
    if (!answer.known()) return json.null();
    if (const auto* scalar = std::get_if<Scalar>(&answer.value)) return write_scalar(json, question, *scalar, answer);
    json.array([&] {
        if (const auto* words = std::get_if<std::vector<Word>>(&answer.value))
            for (const Word word : *words) json.text(question.text_of(word));
        else
            for (const Record& record : std::get<std::vector<Record>>(answer.value))
                json.object([&] { write_record(json, question, record); });
    });
}

/// True if the item is one of the sheet's own questions, or a fact, rather than part of a list or of another checklist.
bool is_own_question(const Evidence& item, const Sheet& sheet) {
    return !item.list && (item.about.empty() || item.about.data() == sheet.about.data());
}

}  // namespace

void write_evidence(JsonBuilder& json, const Evidence& item, const Sheet* sheet) {
    const auto write_key = [&] {
        json.field("key", item.key());
        json.key("value");
    };
    if (sheet && is_own_question(item, *sheet)) write_fixed(json, *sheet, item.question, 0, write_key);
    else write_key();
    write_value(json, *item.question, *item.answer);
    if (item.answer->state == AnswerState::assumed) json.boolean("assumed", true);
    if (!item.answer->known() && item.answer->written) json.boolean("written", true);
    json.place(item.answer->place);
}

std::string json_of_value(const Question& question, const Answer& answer) {
    JsonBuilder json(JsonBuilder::Layout::one_line);
    write_value(json, question, answer);
    return json.take_part();
}

void write_decision(JsonBuilder& json, const Decision& decision) {
    json.field("accepts", decision.accepts);
    json.field("because", decision.because);
    if (!decision.instead.empty()) json.field("instead", decision.instead);
    json.field("by", decision.by);
    json.field("decided_on", iso(decision.decided_on));
    json.field("review_by", iso(decision.review_by));
    json.place(decision.place);
}

}  // namespace hipaa
