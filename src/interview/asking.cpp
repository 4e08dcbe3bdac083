// How questions are put.
#include "interview/asking.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "page/wording.hpp"
#include "text/display_name.hpp"
#include "text/printable.hpp"

namespace hipaa::interview {
namespace {

std::string question_line(std::string_view ask, std::string_view key) {
    return fmt::format("{} [{}]", printable(ask), printable(key));
}

std::string meaning_of(const Question& question, const AnswerMeaning& answer) {
    if (!answer.meaning.empty()) return printable(answer.meaning);
    if (question.kind == AnswerKind::yes_no && (answer.word == "yes" || answer.word == "no")) return "";
    std::string words = answer.word;
    std::ranges::replace(words, '_', ' ');
    return words == answer.word ? "" : words;
}

void number_answers(const Question& question, Lines& lines) {
    const std::vector<AnswerMeaning> answers = numbered_answers(question);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const std::string meaning = meaning_of(question, answers[i]);
        lines.push_back(fmt::format("  {}. {}{}{}", i + 1, answers[i].word, meaning.empty() ? "" : ": ", meaning));
    }
}

/// `"Get the agreement" (legal duty, recommendation), and whether it applies`
std::string what_it_decides(const std::vector<Stake>& stakes, const Note& note) {
    std::set<Basis> bases;
    bool is_about_when = false;
    for (const Stake& stake : stakes) {
        if (stake.note != &note) continue;
        if (stake.kind == Stake::Kind::note) is_about_when = true;
        else bases.insert(stake.check->basis);
    }
    if (bases.empty()) return fmt::format("whether \"{}\" applies", note.title);
    std::string labels;
    for (const Basis basis : bases) labels += fmt::format("{}{}", labels.empty() ? "" : ", ", label(basis));
    return fmt::format("\"{}\" ({}){}", note.title, labels, is_about_when ? ", and whether it applies" : "");
}

/// Of a checklist or a caveat.
std::string what_it_decides(const Stake& stake) {
    if (stake.caveat) return fmt::format("\"{}\"", stake.caveat->title);
    const Checklist& checklist = *stake.checklist;
    return fmt::format("whether the checklist \"{}\" applies",
                       checklist.name.empty() ? checklist.title : checklist.name);
}

}  // namespace

std::string field_key(std::string_view list, std::size_t item, const Question& field) {
    return fmt::format("{}[{}].{}", list, item + 1, field.key);
}

std::string subject_of(const Sheet& sheet, const Question& question) {
    const std::string_view key = question.key;
    const std::string part = words_of_code(key.substr(0, key.find('.')));
    if (sheet.about.empty()) return part == "practice" ? "the practice" : fmt::format("the practice, {}", part);
    return fmt::format("{}, {}", printable(subject_name(sheet)), part);
}

std::string free_answer(const Question& question) {
    switch (question.kind) {
        case AnswerKind::yes_no:
        case AnswerKind::choice:
        case AnswerKind::list:
            return "";
        case AnswerKind::choices:
            return "Several are possible, such as 1, 2; none is none of them.";
        case AnswerKind::date:
            return question.words.empty() ? "Write a date, such as 2026-01-31."
                                          : "Write a date, such as 2026-01-31, or:";
        case AnswerKind::number:
        case AnswerKind::decimal:
        case AnswerKind::text:
        case AnswerKind::code:
            return fmt::format("Write {}.", describe_values(question));
    }
    return "";
}

std::string default_line(const Question& question, const Answer& answer) {
    if (answer.state != AnswerState::assumed) return "";
    return fmt::format("Until you answer, it counts as: {}.", printable(words_of_code(show(question, answer))));
}

Lines ask_lines(const Question& question, std::string_view key, const Answer& answer) {
    Lines lines{question_line(question.ask, key)};
    if (const std::string where = guide_to(question).where; !where.empty())
        lines.push_back("Where to look: " + printable(where));
    if (std::string assumed = default_line(question, answer); !assumed.empty()) lines.push_back(std::move(assumed));
    if (const std::string free = free_answer(question); !free.empty()) lines.push_back(free);
    number_answers(question, lines);
    return lines;
}

Lines list_lines(const Question& list, std::string_view key, const Answer& answer) {
    Lines lines = ask_lines(list, key, answer);
    const std::size_t also = numbered_answers(list).size();
    lines.push_back(fmt::format("  {}. yes: there is something to list; each is asked for in turn", also + 1));
    lines.push_back(fmt::format("  {}. none: there is nothing to list", also + 2));
    return lines;
}

Lines another_lines(const Question& list, std::string_view key, std::size_t count) {
    const std::string_view name = list.name.empty() ? std::string_view("this list") : std::string_view(list.name);
    return {question_line(fmt::format("{} so far in {}. Is there another?", count, name), key), "  1. yes", "  2. no",
            "  3. remove: take an entry out; write remove and its number, such as remove 1"};
}

std::string number_from_1_to(std::size_t count) {
    if (count == 1) return "1";
    return count == 2 ? "1 or 2" : fmt::format("1 to {}", count);
}

Lines in_use_lines(const std::vector<Choice>& choices, const Sitting& sitting) {
    Lines lines{question_line("What does the practice use, and what else do you want to go through?", in_use_key)};
    lines.emplace_back(
        "Write one or more numbers, such as 1, 2. Any other product that holds something about clients: write its "
        "name.");
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Choice& choice = choices[i];
        const ToGo questions = questions_about(choice, sitting);
        lines.push_back(fmt::format("  {}. {}: {}{}, {}{}", i + 1, choice.code, printable(choice.name),
                                    choice.is_product ? "" : " (a subject, not a product)",
                                    questions.questions == 0 ? "no questions" : at_most(questions),
                                    choice.chosen ? "; already in your file" : ""));
    }
    return lines;
}

Lines still_there_lines(const std::vector<Chosen>& chosen, const Sitting& sitting) {
    const std::vector<std::string> names = names_not_chosen(chosen, sitting);
    if (names.empty()) return {};
    return {
        fmt::format("Still in your file: {}. To take one out, answer no to whether it is in use, or delete its lines.",
                    fmt::join(names, ", "))};
}

Lines unclear_lines(const Unclear& unclear, std::string_view key) {
    Lines lines{question_line("Which of these do you mean?", key)};
    for (std::size_t i = 0; i < unclear.readings.size(); ++i) {
        const AnswerReading& reading = unclear.readings[i];
        lines.push_back(
            fmt::format("  {}. {}{}{}", i + 1, reading.text, reading.meaning.empty() ? "" : ": ", reading.meaning));
    }
    return lines;
}

Lines why_lines(const OpenQuestion& question) {
    Lines lines;
    std::vector<const Note*> told;
    for (const Stake& stake : question.stakes) {
        if (stake.note && std::ranges::find(told, stake.note) != told.end()) continue;
        std::string line = fmt::format(
            "It decides {}.", stake.note ? what_it_decides(question.stakes, *stake.note) : what_it_decides(stake));
        if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
        if (!stake.note) continue;
        told.push_back(stake.note);
        lines.push_back("  Why: " + printable(stake.note->why));
    }
    if (lines.empty()) lines.emplace_back(for_the_record);
    return lines;
}

std::string at_most(const ToGo& to_go) {
    return fmt::format("at most {}{}", counted(to_go.questions, "question", "questions"),
                       to_go.with_items ? " and those about each entry of a list" : "");
}

std::string progress_line(std::size_t answered, const ToGo& to_go) {
    if (to_go.questions == 0 && to_go.passed > 0)
        return fmt::format("{} answered, {} left open; nothing else to ask now.", answered, to_go.passed);
    if (to_go.questions == 0) return fmt::format("{} answered, nothing left to ask.", answered);
    return fmt::format("{} answered, at most {} to go{}.", answered, to_go.questions,
                       to_go.with_items ? ", and those about each entry of a list" : "");
}

}  // namespace hipaa::interview
