// Conditions, read and assessed without files and reports.
#include "support/condition_rows.hpp"

#include <type_traits>
#include <utility>
#include <variant>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checklist/read/library_reader.hpp"
#include "engine/assess.hpp"
#include "practice/practice_reader.hpp"
#include "support/lab.hpp"
#include "yaml/document.hpp"

namespace hipaa::testing {
namespace {

std::string shown(const Question& question, const Answer& answer);

std::string shown(const Question& question, const Scalar& scalar) {
    if (const auto* flag = std::get_if<bool>(&scalar)) return *flag ? "true" : "false";
    if (const auto* day = std::get_if<Date>(&scalar)) return iso(*day);
    if (const auto* number = std::get_if<double>(&scalar)) return fmt::format("{}", *number);
    if (const auto* word = std::get_if<Word>(&scalar)) return question.text_of(*word);
    return std::get<std::string>(scalar);
}

std::string shown(const Question& question, const std::vector<Word>& words) {
    std::string text;
    for (const Word word : words) text += fmt::format("{}\"{}\"", text.empty() ? "" : ",", question.text_of(word));
    return "[" + text + "]";
}

std::string shown(const Question& question, const std::vector<Record>& records) {
    std::string text;
    for (const Record& record : records) {
        std::string fields;
        for (std::size_t i = 0; i < question.fields.size(); ++i) {
            const bool is_text = question.fields[i].kind == AnswerKind::date && record.answers[i].known();
            fields += fmt::format("{0}\"{1}\":{3}{2}{3}", i == 0 ? "" : ",", question.fields[i].key,
                                  shown(question.fields[i], record.answers[i]), is_text ? "\"" : "");
        }
        text += fmt::format("{}{{{}}}", text.empty() ? "" : ",", fields);
    }
    return "[" + text + "]";
}

std::string shown(const Question& question, const Answer& answer) {
    if (!answer.known()) return "null";
    return std::visit([&](const auto& value) { return shown(question, value); }, answer.value);
}

std::string outcome(const Library& library, const std::string& answers) {
    yaml::Problems problems;
    const auto document = yaml::read({"practice.yaml", lab_practice(answers)}, problems);
    if (!document) return "the answers are no YAML";
    const Practice practice = read_practice(*document, library, KeyTree(library), problems);
    if (!problems.empty()) return problems.shown().begin()->message;
    const Assessment assessment = assess(library, practice, {parse_date("2026-11-22").value(), 365, {}});
    const CheckResult& check = assessment.checklists.at(0).notes.at(0).checks.at(0);
    std::string text;
    for (const Evidence& evidence : check.evidence) {
        const bool assumed = evidence.answer->state == AnswerState::assumed;
        text += fmt::format("{}{}={}{}", text.empty() ? "" : ", ", evidence.short_key(),
                            shown(*evidence.question, *evidence.answer), assumed ? " assumed" : "");
    }
    return fmt::format("{}: {}", name_of(check.result), text);
}

}  // namespace

void check_conditions(const std::vector<ConditionRow>& rows) {
    for (const ConditionRow& row : rows) {
        CAPTURE(row.condition);
        CAPTURE(row.answers);
        std::vector<FileProblems> broken;
        const auto library = read_library({{"lab.yaml", lab_checklist(row.condition)}}, broken);
        REQUIRE(library);
        CHECK(outcome(*library, row.answers) == row.expected);
    }
}

}  // namespace hipaa::testing
