// Interviews with the answers one a line on standard input.
#include "cli/asking.hpp"

#include <filesystem>
#include <sstream>

namespace hipaa::testing {

Outcome ask(const std::string& input, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "ask");
    return run_program(arguments, {.in = input});
}

std::string asked(const std::string& transcript) {
    std::istringstream lines(transcript);
    std::string keys;
    for (std::string line; std::getline(lines, line);)
        if (line.ends_with(']')) keys += line.substr(line.rfind(" [") + 1) + '\n';
    return keys;
}

const std::string_view people_checklist = R"(checklist: 1
id: lab
name: Lab
title: Lab
about: lab
when: {in_use: yes}
questions:
  in_use: {ask: Do you have a lab, answer: yes_no}
  opened_on: {ask: When did it open, where: On the door., answer: date}
  people:
    ask: Who has access
    answer:
      list:
        code: {ask: Code, answer: code}
        left: {ask: Left when, answer: date, also: [still_here]}
caveats:
  - {id: new, title: The lab is new, text: It is., when: {opened_on: {after: 2026-01-01}}, deal_breaker: yes, fix: Wait.}
notes:
  - {id: n, number: 1, title: Keep people out, why: They wander in., basis: recommendation,
     checks: [{id: c, message: m, fix: f, require: {people: {each: {left: {answered: yes}}}}}]}
)";

Lab::Lab() { scratch_.write("lab.yaml", std::string(people_checklist)); }

std::string Lab::talk(const std::string& input, const std::string& answers) const {
    std::filesystem::remove("practice.yaml");
    if (!answers.empty()) scratch_.write("practice.yaml", "lab:\n" + answers);
    return ask(input, {"--rules", "lab.yaml", "--checklist", "lab"}).out;
}

}  // namespace hipaa::testing
