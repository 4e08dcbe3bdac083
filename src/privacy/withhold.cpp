// What no report shows.
#include "privacy/withhold.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "practice/file_kind.hpp"
#include "privacy/known_words.hpp"
#include "yaml/foreign.hpp"

namespace hipaa {
namespace {

/// What is wrong without a word of the file: the key, if a checklist has it, and the kind.
std::string bare_message(const yaml::Problem& problem, const KnownWords& words, std::string_view because) {
    std::string_view subject;
    if (problem.message.starts_with('`')) {
        const std::size_t close = problem.message.find('`', 1);
        if (close != std::string::npos) subject = std::string_view(problem.message).substr(0, close + 1);
    }
    const bool is_known = !subject.empty() && words.know_all_of(subject);
    return fmt::format("{} has a mistake ({}), which is not shown, because {}", is_known ? subject : "this line",
                       problem.kind, because);
}

}  // namespace

Discretion::Discretion(const yaml::Source& source, bool redact) : redact_(redact) {
    if (!source.unmarked && !yaml::refusal_of_foreign(source.text).empty()) return;
    client_data_ = find_client_data(source.text);
    std::uint32_t number = 1;
    std::size_t begin = 0;
    const std::string_view text = source.text;
    for (const std::uint32_t line : client_data_.lines) {
        for (; number < line; ++number) {
            begin = text.find_first_of("\r\n", begin);
            begin += text.substr(begin, 2) == "\r\n" ? 2 : 1;
        }
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        hidden_lines_ += text.substr(begin, end - begin);
        hidden_lines_ += '\n';
    }
}

/// Of a text of several lines the beginning tells.
bool Discretion::stands_in_hidden_line(std::string_view text) const {
    constexpr std::size_t telling = 24;
    const std::string_view beginning = text.substr(0, std::min(telling, text.find('\n')));
    return !beginning.empty() && hidden_lines_.find(beginning) != std::string::npos;
}

bool Discretion::hides(std::string_view text) const {
    if (text.empty()) return false;
    if (redact_) return true;
    return !client_data_.empty() && (stands_in_hidden_line(text) || has_client_data(text));
}

bool Discretion::hides(std::string_view text, Place place) const {
    return hides(text) || client_data_.has_line(place.line);
}

void Discretion::withhold(std::string& text) const {
    if (hides(text)) text = withheld;
}

void Discretion::withhold_names(Practice& practice) const {
    if (!redact_ && client_data_.empty()) return;
    for (Sheet& sheet : practice.sheets) withhold(sheet.name);
    for (Decision& decision : practice.decisions)
        for (std::string* text : {&decision.because, &decision.instead, &decision.by}) withhold(*text);
    if (client_data_.empty()) return;

    // Keys say what a report is about, so that only those that are client data themselves are replaced.
    std::map<std::string, std::string> keys;
    const auto replacement = [&](const std::string& key) {
        const auto [known, is_new] = keys.try_emplace(key);
        if (is_new) known->second = keys.size() == 1 ? withheld : fmt::format("(withheld {})", keys.size());
        return known->second;
    };
    const std::string below = "products.";
    for (Sheet& sheet : practice.sheets) {
        if (!has_client_data(sheet.product)) continue;
        sheet.product = replacement(sheet.product);
        sheet.about = below + sheet.product;
    }
    for (NotChecked& gap : practice.not_checked)
        if (has_client_data(gap.key) && gap.key.starts_with(below))
            gap.key = below + replacement(gap.key.substr(below.size()));
    for (Decision& decision : practice.decisions)
        if (has_client_data(decision.accepts)) decision.accepts = withheld;
}

void Discretion::withhold_answer(Answer& answer, const Question& question, bool is_fact) const {
    if (answer.state != AnswerState::given) return;
    if (auto* records = std::get_if<std::vector<Record>>(&answer.value)) {
        for (Record& record : *records)
            for (std::size_t i = 0; i < record.answers.size(); ++i)
                withhold_answer(record.answers[i], question.fields[i], is_fact);
        return;
    }
    auto* scalar = std::get_if<Scalar>(&answer.value);
    auto* text = scalar && question.kind == AnswerKind::text ? std::get_if<std::string>(scalar) : nullptr;
    if (text && (is_fact ? redact_ : hides(*text, answer.place))) *text = withheld;
}

void Discretion::withhold_answers(Practice& practice) const {
    if (!redact_ && client_data_.empty()) return;
    const auto withhold_all = [&](Sheet& sheet, bool are_facts) {
        for (std::size_t i = 0; i < sheet.answers.size(); ++i)
            withhold_answer(sheet.answers[i], sheet.group->questions[i], are_facts);
    };
    withhold_all(practice.facts, true);
    if (redact_)
        for (PracticeLabel& label : practice.labels) label.value = withheld;
    for (Sheet& sheet : practice.sheets) withhold_all(sheet, false);
}

/// True if a value that begins in another line is repeated.
bool Discretion::quotes_hidden_line(std::string_view message, const KnownWords& words) const {
    if (client_data_.empty()) return false;
    for (const std::string_view quoted : quotes_in(message))
        if (!words.know_all_of(quoted) && stands_in_hidden_line(quoted)) return true;
    return false;
}

void Discretion::withhold_mistakes(yaml::Problems& problems, yaml::Source& source, const Library& library) const {
    if (problems.empty() || (!redact_ && client_data_.empty())) return;
    const KnownWords words(library);
    yaml::Problems shown;
    for (yaml::Problem problem : problems.shown()) {
        const bool has_data = client_data_.has_line(problem.place.line) || has_client_data(problem.message) ||
                              quotes_hidden_line(problem.message, words);
        const bool has_text =
            redact_ && !(words.know_line(source.line(problem.place.line)) && words.know_quotes_in(problem.message));
        if (has_data || has_text) {
            source.excerpts[problem.place] = fmt::format("  {}\n", withheld);
            if (problem.kind != no_practice)
                problem.message =
                    bare_message(problem, words,
                                 has_data ? "it looks as if there were client data here; delete that first"
                                          : "free text is withheld");
        }
        shown.add(problem.place, problem.kind, [&] { return problem.message; });
    }
    shown.add_hidden(problems.count() - shown.count());
    problems = std::move(shown);
}

}  // namespace hipaa
