// A small checklist with a question of every type.
#include "support/lab.hpp"

#include <sstream>

namespace hipaa::testing {

std::string lab_checklist(const std::string& condition) {
    return "checklist: 1\n"
           "id: lab\n"
           "title: Lab\n"
           "about: products.lab\n"
           "questions:\n"
           "  flag: {ask: a, answer: yes_no, also: [maybe]}\n"
           "  default_value: {ask: a, answer: yes_no, default: yes}\n"
           "  day: {ask: a, answer: date, also: [not_yet]}\n"
           "  other_day: {ask: a, answer: date, also: [never]}\n"
           "  count: {ask: a, answer: number, also: [many]}\n"
           "  limit: {ask: a, answer: number, also: [none]}\n"
           "  words: {ask: a, answer: text, also: [nothing]}\n"
           "  tag: {ask: a, answer: code, also: [untagged]}\n"
           "  pick: {ask: a, answer: {choice: [red, green, blue]}, also: [other]}\n"
           "  picks: {ask: a, answer: {choices: [red, green, blue]}, also: [no_idea]}\n"
           "  other_picks: {ask: a, answer: {choices: [blue, violet, red]}, also: [no_idea]}\n"
           "  list: {ask: a, answer: {list: {ok: {ask: a, answer: yes_no}, day: {ask: a, answer: date, also: [never]}, "
           "n: {ask: a, answer: number, default: 7}, flag: {ask: a, answer: yes_no}}}, also: [none_kept]}\n"
           "notes: [{id: n, number: 1, title: t, why: w, basis: recommendation, checks: [{id: c, message: m, fix: f,\n"
           "        require: " +
           condition + "}]}]\n";
}

std::string lab_practice(const std::string& answers) {
    return "confirmed_on: 2026-11-01\nproducts:\n  lab: {" + answers + "}\n";
}

std::string headlines(const std::string& err) {
    std::istringstream lines(err);
    std::string result;
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("  ")) result += (result.empty() ? "" : "\n") + line;
    return result;
}

std::string refusal_of(const std::string& checklist) {
    const Scratch scratch;
    scratch.write("lab.yaml", checklist);
    scratch.write("practice.yaml", lab_practice(""));
    const Outcome outcome = run_program({"-f", "json", "--rules", "lab.yaml", "practice.yaml"});
    std::string text = headlines(outcome.err);
    const std::string end = "\nhipaa-check: nothing was checked, because a checklist is broken";
    if (outcome.status != 3 || !outcome.out.empty() || !text.ends_with(end))
        return "status " + std::to_string(outcome.status) + ": " + outcome.out + outcome.err;
    text.resize(text.size() - end.size());
    const std::string file = "lab.yaml:";
    for (auto at = text.find(file); at != std::string::npos; at = text.find(file, at)) text.erase(at, file.size());
    return text;
}

std::string refusal(const std::string& condition) { return refusal_of(lab_checklist(condition)); }

}  // namespace hipaa::testing
