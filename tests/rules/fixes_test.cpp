// What the checklists tell an owner to write: each line belongs under the heading that is named with it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checklist/read/library_reader.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {
namespace {

/// A text in quotes, and what is between it and the one before.
struct Quoted {
    std::string_view before;
    std::string_view text;
};

std::vector<Quoted> quoted_in(std::string_view text) {
    std::vector<Quoted> found;
    for (std::size_t from = 0; true;) {
        const std::size_t open = text.find('"', from);
        const std::size_t close = open == text.npos ? open : text.find('"', open + 1);
        if (close == text.npos) return found;
        found.push_back({text.substr(from, open - from), text.substr(open + 1, close - open - 1)});
        from = close + 1;
    }
}

/// A line to write, such as `status: executed` and `executed_on:`.
struct Line {
    std::string text;
    std::string heading;          // `baa`, or `spruce.baa`; empty for none
    bool heading_is_its = false;  // not that of a line before

    std::string key() const { return text.substr(0, text.find(':')); }
    std::string value() const {
        const std::size_t colon = text.find(": ");
        return colon == text.npos ? "" : text.substr(colon + 2);
    }
};

/// The lines that a text says to write.
std::vector<Line> lines_in(std::string_view text) {
    const std::vector<Quoted> all = quoted_in(text);
    std::vector<Line> lines;
    std::size_t placed = 0;
    std::string heading;
    for (auto quoted = all.begin(); quoted != all.end(); ++quoted) {
        if (!quoted->before.ends_with("under ")) {
            if (quoted->text.find(':') != quoted->text.npos)
                lines.push_back({std::string(quoted->text), heading, false});
            continue;
        }
        heading = quoted->text;
        if (const auto above = quoted + 1; above != all.end() && above->before == " of ")
            heading = std::string((quoted = above)->text) + "." + heading;
        for (; placed < lines.size(); ++placed) lines[placed].heading = heading, lines[placed].heading_is_its = true;
        placed = lines.size();
    }
    return lines;
}

bool is_at_end(std::string_view whole, std::string_view end) {
    return whole == end || whole.ends_with("." + std::string(end));
}

/// The whole key of each question of a checklist.
std::vector<std::pair<std::string, const Question*>> keys_of(const Checklist& checklist) {
    std::vector<std::pair<std::string, const Question*>> keys;
    const auto add = [&](const std::string& key, const Question& question) {
        keys.emplace_back(std::string(checklist.group.about) + "." + key, &question);
    };
    for (const Question& question : checklist.group.questions) {
        const std::string key(question.key);
        add(key, question);
        if (question.addressable && key.ends_with(".status")) add(key.substr(0, key.rfind('.')), question);
        for (const Question& field : question.fields) add(key + "." + std::string(field.key), field);
    }
    return keys;
}

bool takes(const Question& question, const std::string& value) {
    if (value.empty() || value.starts_with('[') || value.starts_with('{')) return true;
    if (question.kind == AnswerKind::yes_no) return value == "yes" || value == "no";
    return question.kind != AnswerKind::choice || std::ranges::find(question.words, value) != question.words.end();
}

/// What is wrong with a line; empty if it belongs there, and nowhere else.
std::string fault_of(const Line& line, const Checklist& checklist) {
    if (line.heading == "products" || line.heading == "decisions") return "";
    std::vector<const Question*> places;
    for (const auto& [key, question] : keys_of(checklist)) {
        const bool at_top = key == std::string(checklist.group.about) + "." + line.key();
        const bool below = !line.heading.empty() && is_at_end(key, line.heading + "." + line.key());
        if (below || (at_top && !line.heading_is_its)) places.push_back(question);
    }
    const std::string what = "\"" + line.text + "\" under \"" + line.heading + "\": ";
    if (places.empty()) return what + "no such key";
    if (places.size() > 1) return what + "more than one such key";
    return takes(*places.front(), line.value()) ? "" : what + "no such answer";
}

std::string faults_of(std::string_view text, const Checklist& checklist) {
    std::string faults;
    for (const Line& line : lines_in(text))
        if (const std::string fault = fault_of(line, checklist); !fault.empty()) faults += fault + "\n";
    return faults;
}

}  // namespace

TEST_CASE("each line that a fix says to write belongs under the heading that it names, and only there") {
    std::vector<FileProblems> broken;
    const auto library = read_library(builtin_sources(), broken);
    REQUIRE(library.has_value());
    std::size_t fixes = 0;
    for (const Checklist& checklist : library->checklists) {
        const auto holds = [&](Text id, Text fix) {
            CAPTURE(std::string(id));
            ++fixes;
            CHECK(faults_of(fix, checklist) == "");
        };
        for (const Note& note : checklist.notes)
            for (const Check& check : note.checks) {
                holds(check.full_id, check.own_fix);
                for (const CheckCase& one : check.cases)
                    if (!one.fix.empty()) holds(check.full_id, one.fix);
            }
        for (const Caveat& caveat : checklist.caveats) holds(caveat.full_id, caveat.fix);
    }
    CHECK(fixes > 250);
}

TEST_CASE("what a fix says to write is taken, and closes the point") {
    struct Row {
        std::string check;
        std::string before;
        std::string after;
        std::string fix;
    };
    for (const Row& row : std::vector<Row>{
             {"security-rule/documentation/standard",
              "security_rule: {policies: {state: followed_only}, records_in_writing: no}\n",
              "security_rule: {policies: {state: written_and_followed}, records_in_writing: yes}\n",
              "Write down the rules you go by, and keep dated notes of assessments, reasons and incidents in one "
              "folder. Then put \"state: written_and_followed\" under \"policies\", and \"records_in_writing: yes\" "
              "directly under \"security_rule\"."},
             {"security-rule/transmission-security/encryption",
              "security_rule: {transmission: {encryption: {status: alternative, rationale_documented: no}}}\n",
              "security_rule: {transmission: {encryption: {status: alternative, rationale_documented: yes}}}\n",
              "Write down why you decided as you did about how client information is encrypted on its way, and why "
              "another measure does or does not fit. Then put \"rationale_documented: yes\" under \"encryption\" of "
              "\"transmission\"."},
             {"security-rule/transmission-security/encryption",
              "security_rule: {transmission: {encryption: not_addressed}}\n",
              "security_rule: {transmission: {encryption: {status: not_reasonable, rationale_documented: yes}}}\n",
              "Move what travels to encrypted email, a portal or a secure app; clients who choose otherwise after a "
              "warning may. Then put \"encryption: implemented\" under \"transmission\". If it does not fit your "
              "practice: write down why, see whether another measure would do, and put \"encryption: {status: "
              "alternative, rationale_documented: yes}\", or the same with \"status: not_reasonable\"."},
             {"client-communication/carriers/calls",
              "communication: {calls: {carried_by: service_without_agreement}}\n",
              "communication: {calls: {carried_by: phone_carrier}}\n",
              "Ask the phone service for a BAA, or move to one that gives it; or call from an ordinary line. List the "
              "service under \"products\" too, where the report asks about the time until now. Then put \"carried_by: "
              "service_with_agreement\", \"phone_carrier\" or \"not_used\" under \"calls\"."},
         }) {
        CAPTURE(row.check);
        const auto report = [](const std::string& answers) {
            return Report(run_program({"-f", "json", "-"}, {.in = "confirmed_on: 2026-11-20\n" + answers}).out);
        };
        const Report before = report(row.before);
        CHECK(before.result(row.check) == "fail");
        CHECK(before.of(row.check, "fix") == row.fix);
        CHECK(report(row.after).result(row.check) == "pass");
    }
}

}  // namespace hipaa::testing
