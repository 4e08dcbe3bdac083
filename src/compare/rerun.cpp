// Running the engine again over what a report says of a practice.
#include "compare/rerun.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "compare/decision_names.hpp"
#include "compare/rewritten.hpp"
#include "practice/practice_reader.hpp"
#include "report/json/evidence_json.hpp"
#include "yaml/document.hpp"

namespace hipaa {
namespace {

/// A file has few kinds of mistakes that another checklist makes; those that are behind the first hundred need one more
/// round.
constexpr int most_rounds = 5;

/// Takes out what was refused. False if there is nothing to take out.
bool leave_out(const yaml::Problems& problems, const RewrittenPractice& practice, RecordedAnswers& answers,
               std::vector<std::string>& decisions) {
    bool any = false;
    std::set<std::size_t, std::greater<>> refused;
    for (const yaml::Problem& problem : problems.shown()) {
        if (const auto key = practice.keys.find(problem.place.line); key != practice.keys.end())
            any = answers.erase(key->second) > 0 || any;
        if (const auto decision = practice.decisions.find(problem.place.line); decision != practice.decisions.end())
            refused.insert(decision->second);
    }
    for (const std::size_t decision : refused)
        decisions.erase(decisions.begin() + static_cast<std::ptrdiff_t>(decision));
    return any || !refused.empty();
}

void gather(const ChecklistResult& checklist, const CurrentIds& ids, PointResults& results) {
    const auto id = [&](std::string_view full_id) { return ids(checklist.sheet->id_of(full_id)); };
    for (const NoteResult& note : checklist.notes)
        for (const CheckResult& check : note.checks) results.emplace(id(check.check->full_id), check.result);
    for (const CaveatResult& caveat : checklist.caveats)
        if (caveat.caveat->deal_breaker) results.emplace(id(caveat.caveat->full_id), caveat.result);
    for (const ContradictionResult& found : checklist.contradictions)
        results.emplace(id(found.contradiction->full_id), Result::unknown);
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The value of an answer to `question`, JSON, with the words and the keys of items that it had as `before`.
std::string value_before(const Question& question, const Question& before, std::string value) {
    const auto has = [](const auto& all, std::string_view one) { return std::ranges::find(all, one) != all.end(); };
    for (const FormerWord& word : question.former_words)
        if (const Text now = question.text_of(word.now); has(before.words, word.old) && !has(before.words, now))
            replace_all(value, fmt::format("\"{}\"", now), fmt::format("\"{}\"", word.old));
    std::vector<std::string_view> fields;
    for (const Question& field : before.fields) fields.push_back(field.key);
    for (const Question& field : question.fields)
        for (const Text old : field.formerly)
            if (has(fields, old) && !has(fields, field.key))
                replace_all(value, fmt::format("\"{}\":", field.key), fmt::format("\"{}\":", old));
    return value;
}

/// Gives the answer in `line` of a rewritten practice the names of all who read it.
void rename_answer(const Practice& practice, std::uint32_t line, const std::string& old, RecordedAnswers& answers) {
    bool is_read_as_old = false;
    for (const Sheet& sheet : practice.sheets)
        for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
            const Answer& answer = sheet.answers[i];
            if (answer.place.line != line || !answer.written) continue;
            const Question& question = sheet.group->questions[i];
            std::string key = sheet.path_of(question.key);
            is_read_as_old = is_read_as_old || key == old;
            answers.insert_or_assign(std::move(key), json_of_value(question, answer));
        }
    if (!is_read_as_old) answers.erase(old);
}

}  // namespace

Rerun::Rerun(const Library& library, const CurrentIds& ids) : library_(library), keys_(library), ids_(ids) {
    const auto add = [&](std::string_view id) { ids_here_.emplace(ids(id), id); };
    for (const Checklist& checklist : library.checklists)
        for (const Note& note : checklist.notes) {
            add(note.full_id);
            for (const Check& check : note.checks) add(check.full_id);
        }
}

/// Of a generic checklist with the product, as ids are everywhere outside of checklists.
std::string Rerun::id_here(std::string_view id) const {
    std::string now = ids_(id);
    std::string product;
    if (const std::size_t at = now.find('@'); at < now.find('/')) {
        product = now.substr(at, now.find('/') - at);
        now.erase(at, product.size());
    }
    const auto here = ids_here_.find(now);
    if (here == ids_here_.end()) return std::string(id);
    std::string own = here->second;
    return own.insert(own.find('/'), product);
}

std::optional<PointResults> Rerun::results(RecordedAnswers answers, std::vector<std::string> decisions,
                                           const AssessmentSettings& settings) const {
    for (std::string& decision : decisions)
        decision = rename_accepted(decision, [&](std::string_view id) { return id_here(id); });
    for (int round = 0; round < most_rounds; ++round) {
        RewrittenPractice written = rewrite_practice(answers, decisions);
        yaml::Problems problems;
        const auto document = yaml::read({"", std::move(written.text)}, problems);
        if (!document) return std::nullopt;
        const Practice practice = read_practice(*document, library_, keys_, problems);
        if (problems.empty()) {
            PointResults results;
            for (const ChecklistResult& checklist : assess(library_, practice, settings).checklists)
                gather(checklist, ids_, results);
            return results;
        }
        if (!leave_out(problems, written, answers, decisions)) return std::nullopt;
    }
    return std::nullopt;
}

const Question* Rerun::find_question(std::string_view about, std::string_view key) const {
    for (const Checklist& checklist : library_.checklists) {
        if (checklist.group.about != about) continue;
        const auto found = std::ranges::find(checklist.group.questions, key, &Question::key);
        if (found != checklist.group.questions.end()) return &*found;
    }
    return nullptr;
}

RecordedAnswers Rerun::with_names_before(const Library& later, RecordedAnswers answers) const {
    if (&later == &library_) return answers;
    for (const Checklist& checklist : later.checklists)
        for (const Question& question : checklist.group.questions) {
            const std::string prefix = fmt::format("{}.", checklist.group.about);
            auto answer = answers.extract(prefix + question.key);
            if (answer.empty()) continue;
            const Question* before = find_question(checklist.group.about, question.key);
            for (const Text old : question.formerly) {
                if (before) break;
                before = find_question(checklist.group.about, old);
                if (before) answer.key() = prefix + old;
            }
            if (before) answer.mapped() = value_before(question, *before, std::move(answer.mapped()));
            answers.insert(std::move(answer));
        }
    return answers;
}

RecordedAnswers Rerun::with_current_names(RecordedAnswers answers) const {
    RewrittenPractice written = rewrite_practice(answers, {});
    yaml::Problems problems;
    const auto document = yaml::read({"", std::move(written.text)}, problems);
    if (!document) return answers;
    const Practice practice = read_practice(*document, library_, keys_, problems);
    std::set<std::uint32_t> lines;
    for (const Renamed& renamed : practice.renamed) lines.insert(renamed.place.line);
    for (const std::uint32_t line : lines) {
        const auto key = written.keys.find(line);
        if (key != written.keys.end()) rename_answer(practice, line, key->second, answers);
    }
    return answers;
}

}  // namespace hipaa
