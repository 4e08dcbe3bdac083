// Writing a note down.
#include "report/people/compose_note.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/people/note_rows.hpp"

namespace hipaa {
namespace {

using page::Line;
using page::Tone;

/// What an undecided note waits for.
Line waiting_for(const NoteEntry& note) {
    const std::string& about = note.checklist->sheet->about;
    Line keys;
    bool contradicts = false;
    for (const CheckResult& check : note.result->checks) {
        if (check.result != Result::unknown || check.cause == Cause::stale) continue;
        contradicts = contradicts || check.cause == Cause::contradiction;
        for (const Evidence& evidence : missing_in(check.evidence)) {
            const std::string key = evidence.about == about ? evidence.short_key() : evidence.key();
            if (std::ranges::find(keys, key, &page::Span::text) != keys.end()) continue;
            keys.push_back({keys.empty() ? "needs your answer to " : ", "});
            keys.push_back({key, true});
        }
    }
    if (contradicts) keys.push_back({keys.empty() ? "its answers contradict each other" : "; contradicting answers"});
    return keys;
}

std::string words_of(const BaselineMark* mark, const NoteContext& context) {
    return mark ? in_words(*mark, *context.run.baseline) : std::string();
}

}  // namespace

std::string baseline_words(std::string_view id, const NoteContext& context) {
    return words_of(context.baseline ? context.baseline->find(id) : nullptr, context);
}

std::string baseline_words(const NoteEntry& note, const NoteContext& context) {
    if (!context.baseline) return {};
    const BaselineMark* shown = nullptr;
    for (const CheckResult& check : note.result->checks) {
        const BaselineMark* mark = context.baseline->find(note.checklist->sheet->id_of(check.check->full_id));
        if (mark && (!shown || (mark->counts() && !shown->counts()))) shown = mark;
    }
    return words_of(shown, context);
}

std::string basis_of(const NoteEntry& note, const CheckResult& check, const NoteContext& context) {
    const std::string basis = basis_label(check.check->basis, context.assessment);
    const std::string words = baseline_words(note.checklist->sheet->id_of(check.check->full_id), context);
    return words.empty() ? basis : fmt::format("{}, {}", basis, words);
}

std::string explain_command(std::string_view id, const Checklist& checklist, const Run& run) {
    std::string command = fmt::format("hipaa-check explain {}", id);
    if (is_builtin(checklist.file)) return command;
    for (const std::string& path : run.rules) command += fmt::format(" --rules {}", shell_word(path));
    return command;
}

std::string note_title(const NoteEntry& note, const Assessment& assessment) {
    return fmt::format("{}. {}", capitalized(note_name(note, assessment)), note.result->note->title);
}

Line evidence_line(const Evidence& evidence, std::string_view about) {
    const std::string key = evidence.about == about ? evidence.short_key() : evidence.key();
    const std::string value = show(*evidence.question, *evidence.answer);
    if (evidence.answer->state == AnswerState::assumed)
        return {{key, true}, {fmt::format(" is assumed to be {}, as the file does not say", value)}};
    return {{key, true}, {fmt::format(" is {} ({})", value, show(evidence.answer->place))}};
}

Line inapplicable_by(const NoteEntry& note) {
    Line why;
    for (const Evidence& evidence : ruled_out_by(*note.result)) {
        if (!why.empty()) why.push_back({"; "});
        for (page::Span& span : evidence_line(evidence, note.checklist->sheet->about)) why.push_back(std::move(span));
    }
    return why;
}

std::string note_numbers(const ChecklistResult& checklist, const std::vector<const NoteResult*>& notes,
                         const Assessment& assessment) {
    std::vector<int> numbers;
    for (const NoteResult* note : notes) numbers.push_back(note->note->number);
    std::ranges::sort(numbers);
    std::vector<std::string> stretches;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
        if (end - i > 2) stretches.push_back(fmt::format("{} to {}", numbers[i], numbers[end - 1]));
        else
            for (std::size_t n = i; n < end; ++n) stretches.push_back(fmt::format("{}", numbers[n]));
        i = end;
    }
    std::string text = assessment.checklists.size() < 2 ? "" : product_name(checklist) + ", ";
    text += numbers.size() == 1 ? "note " : "notes ";
    for (std::size_t i = 0; i < stretches.size(); ++i)
        text += fmt::format("{}{}", i == 0 ? "" : i + 1 == stretches.size() ? " and " : ", ", stretches[i]);
    return text;
}

std::vector<Line> decision_lines(const Decision& decision) {
    std::vector<Line> lines{{{fmt::format("Accepted by {} on {}, to be reviewed by {} ({}).", decision.by,
                                          iso(decision.decided_on), iso(decision.review_by), show(decision.place))}},
                            {{fmt::format("Because: {}", decision.because)}}};
    if (!decision.instead.empty()) lines.push_back({{fmt::format("Instead: {}", decision.instead)}});
    return lines;
}

bool has_details(const NoteResult& note) { return std::ranges::any_of(note.checks, is_spelled_out); }

page::Item note_item(const NoteEntry& note, const NoteContext& context) {
    page::Item item{{{note_title(note, context.assessment)}}, {}};
    Line more;
    if (note.result->result == Result::unknown) more = waiting_for(note);
    if (note.result->result == Result::not_applicable) more = inapplicable_by(note);
    if (!more.empty()) item.line.push_back({": "});
    for (page::Span& span : more) item.line.push_back(std::move(span));
    if (const std::string words = baseline_words(note, context); !words.empty())
        item.line.push_back({fmt::format(" ({})", words)});
    return item;
}

page::Item problems_item(const NoteEntry& note, const NoteContext& context) {
    page::Item item{{{note_title(note, context.assessment), false, false, note_id(note)}}, {}};
    for (const CheckResult& check : note.result->checks) {
        if (!is_spelled_out(check)) continue;
        Line line{
            {fmt::format("{}: {}", capitalized(basis_of(note, check, context)), first_sentences(check.message()))}};
        for (std::size_t i = 0; i < check.evidence.size(); ++i) {
            const Evidence& evidence = check.evidence[i];
            line.push_back({i == 0 ? " Now: " : "; "});
            for (page::Span& span : evidence_line(evidence, note.checklist->sheet->about))
                line.push_back(std::move(span));
        }
        if (!check.evidence.empty()) line.push_back({"."});
        item.more.push_back(std::move(line));
    }
    return item;
}

void append_note(const NoteEntry& note, const NoteContext& context, page::Page& page) {
    page.push_back(page::Heading{3, note_title(note, context.assessment), Tone::plain, note_id(note)});
    page.push_back(note_rows(note, context));
    if (context.composition.everything() || context.composition.in_full())
        for (const Wording& wording : note.result->note->wording)
            page.push_back(page::Wording{wording.purpose, wording.text});
}

}  // namespace hipaa
