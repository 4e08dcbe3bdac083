// What holds for every report format, whatever it looks like.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "report/format.hpp"
#include "report/open_points.hpp"
#include "report/reported.hpp"
#include "support/program.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"

using namespace hipaa;

namespace {

std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

struct Point {
    std::string id;
    std::string result;
    std::string fix;
};

std::string lines(std::vector<Point> points) {
    std::ranges::sort(points, {}, &Point::id);
    std::string text;
    for (const Point& point : points) text += point.id + ' ' + point.result + ": " + point.fix + '\n';
    return text;
}

const std::string settle = "Find out which of these answers is right, and correct the others.";
const std::string confirm = "Check that all answers are still true; then set `confirmed_on` to that day.";
const std::string stop = "Stop using the product this way.";
const std::string which_plan = "Answer `products.mail.plan`: Which plan?";
const std::string is_it_shared = "Answer `products.mail.shared`: Is the mailbox shared?";
const std::string is_there_one = "Answer `products.mail.agreement`: Is there an agreement?";
const std::vector<std::string> fixes{settle,      confirm,         stop,
                                     which_plan,  is_it_shared,    is_there_one,
                                     "Sign one.", "Stop sharing.", "Think about paying.",
                                     "Save one."};

const std::string fresh = "confirmed_on: 2026-11-01\n";
const std::string old = "confirmed_on: 2024-11-01\n";

std::string decided(const std::string& accepts, const std::string& review_by) {
    return "decisions:\n- {accepts: " + accepts +
           ", because: b, by: owner, decided_on: 2026-10-01, review_by: " + review_by + "}\n";
}

}  // namespace

TEST_CASE("every format has the same open points, with the same result and what to do") {
    struct Row {
        std::string name;
        std::string practice;
        std::vector<Point> open;
    };
    const std::string bad = "products:\n  mail: {plan: free, agreement: no, shared: yes}\n";
    const std::string good = "products:\n  mail: {plan: paid, agreement: yes, copy: yes, shared: no}\n";
    const std::string no_copy = "products:\n  mail: {plan: paid, agreement: yes, copy: no, shared: no}\n";
    const std::string contradicting = "products:\n  mail: {plan: free, agreement: yes, copy: yes, shared: no}\n";
    const Point breaker{"mail/no-agreement-at-all", "fail", stop};
    const Point contradiction{"mail/free-agreement", "unknown", settle};
    const Point plan{"mail/mailbox/plan", "attention", "Think about paying."};
    const Point copy{"mail/agreement/copy", "fail", "Save one."};
    const std::vector<Row> rows{
        {"nothing", fresh + good, {}},
        {"what fails",
         fresh + bad,
         {breaker,
          {"mail/agreement/signed", "fail", "Sign one."},
          {"mail/mailbox/alone", "fail", "Stop sharing."},
          plan}},
        {"a contradiction",
         fresh + contradicting,
         {breaker,
          contradiction,
          {"mail/agreement/signed", "unknown", settle},
          {"mail/agreement/copy", "unknown", settle},
          plan}},
        {"what is not answered",
         fresh + "products: {mail: {}}\n",
         {{"mail/no-agreement-at-all", "unknown", which_plan},
          {"mail/agreement/signed", "unknown", is_there_one},
          {"mail/agreement/copy", "unknown", is_there_one},
          {"mail/mailbox/alone", "unknown", is_it_shared},
          {"mail/mailbox/plan", "unknown", which_plan}}},
        {"a decision", fresh + no_copy + decided("mail/agreement/copy", "2027-01-31"), {}},
        {"a decision that has expired", fresh + no_copy + decided("mail/agreement/copy", "2026-11-01"), {copy}},
        {"a decision that nothing needs", fresh + good + decided("mail/agreement/copy", "2027-01-31"), {}},
        {"old answers",
         old + good,
         {{"mail/no-agreement-at-all", "unknown", confirm},
          {"mail/agreement/signed", "unknown", confirm},
          {"mail/agreement/copy", "unknown", confirm},
          {"mail/mailbox/alone", "unknown", confirm},
          {"mail/mailbox/plan", "unknown", confirm}}},
        {"old answers, some of them bad",
         old + bad,
         {breaker,
          {"mail/agreement/signed", "fail", "Sign one."},
          {"mail/agreement/copy", "unknown", confirm},
          {"mail/mailbox/alone", "fail", "Stop sharing."},
          plan}},
        {"old answers that contradict each other",
         old + contradicting,
         {breaker,
          contradiction,
          {"mail/agreement/signed", "unknown", settle},
          {"mail/agreement/copy", "unknown", settle},
          {"mail/mailbox/alone", "unknown", confirm},
          plan}},
        {"old answers and a decision",
         old + no_copy + decided("mail/agreement/copy", "2027-01-31"),
         {{"mail/no-agreement-at-all", "unknown", confirm},
          {"mail/agreement/signed", "unknown", confirm},
          {"mail/mailbox/alone", "unknown", confirm},
          {"mail/mailbox/plan", "unknown", confirm}}},
    };
    const testing::Scratch files;
    files.write("rules.yaml", small_checklist);
    files.write("clinic/notes.yaml", "groceries: [milk]\n");  // is skipped
    for (const Row& row : rows) {
        files.write("clinic/practice.yaml", row.practice);
        for (const Format& format : formats()) {
            const std::string name(format.name);
            CAPTURE(row.name);
            CAPTURE(name);
            const testing::Outcome outcome =
                testing::run_program({"--rules", "rules.yaml", "-v", "-f", name, "clinic"});
            CHECK(open_points(name, outcome.out, fixes) == lines(row.open));
            CHECK((outcome.out + outcome.err).find("notes.yaml") != std::string::npos);
        }
    }
}

TEST_CASE("every format shows deal-breakers, contradictions, mistakes, what was not checked, and who was not") {
    const Reported reported = every_kind_of_practice();
    for (const Format& format : formats()) {
        const std::string name(format.name);
        CAPTURE(name);
        std::string report = reported.as(format.name);
        // However a format breaks its lines.
        report = std::regex_replace(report, std::regex("\\s+"), " ");
        for (const std::string said :
             {"No agreement for free accounts", "The free plan has no agreement", "there is no such day",
              "no checklist for this product is known", "broken.yaml", "unknown.yaml"}) {
            CAPTURE(said);
            CHECK(report.find(said) != std::string::npos);
        }
    }
}

TEST_CASE("no format lets anything through that steers a terminal or turns the reading order") {
    const std::string path = "tests/report/practices/nasty.yaml";
    const std::string text = file_text(path);
    REQUIRE(!text.empty());
    for (const bool every_result : {false, true})
        for (const Format& format : formats()) {
            const std::string name(format.name);
            CAPTURE(name);
            Reported reported{"", {{path, text}}};
            reported.every_result = every_result;
            const std::string report = reported.as(format.name);
            REQUIRE(!utf8::first_invalid(report));
            std::string_view rest = report;
            std::size_t bad = 0;
            while (!rest.empty()) {
                const char32_t code_point = utf8::take(rest);
                const bool line_end = code_point == U'\n' || code_point == U'\r';
                if (!line_end && is_unprintable(code_point)) ++bad;
            }
            CHECK(bad == 0);
        }
}

TEST_CASE("formats keep their own marks to themselves") {
    const std::string path = "tests/report/practices/nasty.yaml";
    const Reported reported{"", {{path, file_text(path)}}};
    CHECK(reported.as("junit").find("<img") == std::string::npos);
    CHECK(reported.as("junit").find("<script") == std::string::npos);
    CHECK(reported.as("markdown").find("<img") == std::string::npos);
    CHECK(reported.as("markdown").find("<script") == std::string::npos);
    const std::string github = reported.as("github");
    CHECK(github.find("%0A") == std::string::npos);
    // What a line of a file could do here it would do by beginning a line: only commands, then lines of ours, do.
    std::size_t others = 0;
    for (std::size_t at = 0; at < github.size(); at = github.find('\n', at) + 1)
        if (github.compare(at, 2, "::") != 0) ++others;
    CHECK(others == 4);  // the result, two reviews, the disclaimer
}
