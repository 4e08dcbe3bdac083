// Explaining one question.
#include "authoring/explain/explain_question.hpp"

#include <fmt/format.h>

#include "authoring/explain/answers.hpp"
#include "authoring/explain/question_json.hpp"
#include "authoring/explain/readers_of.hpp"

namespace hipaa {
namespace {

using page::Line;

std::string describe(const Subject& reader) {
    if (reader.check) return fmt::format(" (note {})", reader.note->number);
    if (reader.note) return fmt::format(" (note {}: {})", reader.note->number, reader.note->title);
    if (reader.caveat) return fmt::format(" (caveat: {})", reader.caveat->title);
    return fmt::format(" ({})", reader.kind());
}

Line answers(const Question& question) {
    Line line = answers_line(question);
    line.push_back({"."});
    return line;
}

Line field_line(const Question& field) {
    Line line{{field.key, true}, {fmt::format(": {} Answer: ", field.ask)}};
    for (page::Span& span : answers(field)) line.push_back(std::move(span));
    return line;
}

}  // namespace

void explain_question(const Subject& subject, const Library& library, page::Page& page) {
    const Question& question = *subject.question;
    page::Rows rows;
    const auto add = [&](std::string label, std::vector<Line> lines) {
        if (!lines.empty()) rows.rows.push_back({std::move(label), std::move(lines), page::Tone::plain});
    };
    add("Question", {{{question.ask}}});
    if (!question.where.empty()) add("Where", {{{question.where}}});
    add("Answers", {answers(question)});
    std::vector<Line> fields;
    for (const Question& field : question.fields) fields.push_back(field_line(field));
    add("Items", std::move(fields));
    std::vector<Line> readers;
    for (const Subject& reader : readers_of(question, library))
        readers.push_back({{reader.id(), true}, {describe(reader)}});
    add("Read by", std::move(readers));
    page.push_back(page::Heading{1, subject.id(), page::Tone::plain});
    page.push_back(std::move(rows));
}

void explain_question(const Subject& subject, const Library& library, JsonBuilder& json) {
    json.array("questions", [&] { question_json(json, subject.id(), *subject.question); });
    std::vector<std::string> ids;
    for (const Subject& reader : readers_of(*subject.question, library)) ids.push_back(reader.id());
    json.texts("read_by", ids);
}

}  // namespace hipaa
