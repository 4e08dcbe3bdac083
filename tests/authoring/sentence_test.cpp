// How conditions are said: every operator, negations, and nesting.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/operators.hpp"
#include "support/lab.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {
namespace {

struct Said {
    std::string id;  // a check of tests/schema/every-type.yaml
    std::string sentence;
};

const std::vector<Said> sentences{
    {"values/is-yes", "you answer `yes` to \"Is the flag up?\""},
    {"values/is-not-yes", "you answer `no` to \"Is the flag up?\""},
    {"values/not-is-yes", "you answer `no` to \"Is the flag up?\""},
    {"values/is-no-of-three", "you do not answer `yes` to \"Is it so?\""},
    {"values/in-of-three", "you answer `no` or `not_sure` to \"Is it so?\""},
    {"values/is-date", "the day is `2026-01-31`"},
    {"values/is-also", "the other day is `not_yet`"},
    {"values/is-number", "the limit is `2`"},
    {"values/is-decimal", "the amount is `2.5`"},
    {"values/is-text", "`remark` is `hello`"},
    {"values/in-code", "`label` is `aa-01`, `aa-02` or `aa-03`"},
    {"values/in-choice", "the color is `red` or `no`"},
    {"values/not-in-choice", "the color is not `red` or `7`"},
    {"values/answered", "the day has an answer"},
    {"values/not-answered", "\"Is the flag up?\" has no answer"},
    {"order/before", "the day is before 2026-01-31"},
    {"order/on-or-before", "the day is on or before today"},
    {"order/after", "the day is after the other day"},
    {"order/on-or-after", "the other day is on or after the day"},
    {"order/not-before", "the day is on or after today"},
    {"order/not-after-also", "the day is not after the other day"},
    {"order/within-days", "the day is within the last 365 days"},
    {"order/not-within-one-day", "the day is not today or yesterday"},
    {"order/within-question", "the day is within the last days, as many as the limit says"},
    {"order/in-next-days", "the day is within the next 30 days"},
    {"order/not-in-next-day", "the day is not today or tomorrow"},
    {"order/in-next-question", "the day is within the next days, as many as the limit says"},
    {"order/at-least", "`limit.count` is at least the limit"},
    {"order/at-most", "the limit is at most 3"},
    {"order/not-at-most", "the limit is more than 3"},
    {"order/not-at-least-also", "`limit.count` is not at least 3"},
    {"order/between", "the limit is at least 1, and the limit is at most 3"},
    {"several/empty", "nothing is listed for the extras"},
    {"several/not-empty", "something is listed for the extras"},
    {"several/includes", "`bell` is listed for the extras"},
    {"several/not-includes", "`bell` is not listed for the extras"},
    {"several/only", "nothing but `bell` or `horn` is listed for the extras"},
    {"several/not-only", "something other than `bell` is listed for the extras"},
    {"several/includes-any", "at least one of `bell` or `horn` is listed for the extras"},
    {"several/not-includes-any", "none of `bell` or `horn` is listed for the extras"},
    {"several/includes-any-other", "something that is listed for the offers is listed for the extras, too"},
    {"several/not-includes-any-other", "nothing that is listed for the offers is listed for the extras"},
    {"several/only-other", "nothing but what is listed for the offers is listed for the extras"},
    {"several/not-only-other", "something other than what is listed for the offers is listed for the extras"},
    {"several/no-parts", "there is no item in the parts"},
    {"several/has-parts", "there is at least one item in the parts"},
    {"several/each", "for each item of the parts, you answer `yes` to \"Is it safe?\""},
    {"several/some",
     "for at least one item of the parts, (the day it was made is after the day, and `work` is listed for "
     "`uses`)"},
    {"several/not-each",
     "for at least one item of the parts, (you answer `no` to \"Is it safe?\", and `code` is not "
     "`aa-01`)"},
    {"several/count-at-least", "for at least 1 of the items of the parts, you answer `yes` to \"Is it safe?\""},
    {"several/count-between",
     "for at least 1 and at most as many as the limit says of the items of the spare parts, you answer `yes` to \"Is "
     "it safe?\""},
    {"several/count-exactly",
     "for exactly 2 of the items of the spare parts, (you answer `yes` to \"Is it safe?\", and the day it was made is "
     "before today)"},
    {"several/not-count-exactly",
     "for more or fewer than 2 of the items of the spare parts, you answer `yes` to \"Is it safe?\""},
    {"several/not-count-between",
     "for fewer than 1 or more than 3 of the items of the spare parts, you answer `yes` to \"Is it safe?\""},
    {"several/not-count-also",
     "it is not so that for at most 3 of the items of the parts, you answer `yes` to \"Is it safe?\""},
    {"several/addressed",
     "`encryption.status` is `implemented`, or (`encryption.status` is `alternative` or `not_reasonable`, and you "
     "answer "
     "`yes` to \"Is it written down why it is not done as the rule words it, and what is done instead?\")"},
    {"nested/deep",
     "the color is `red`, and ((the day is before today, and the limit is `1`), or you answer `no` to \"Is "
     "the flag up?\", or something is listed for the extras), and `remark` is not `hello`, and `label` is "
     "not `aa-01`"},
    {"nested/elsewhere",
     "your Spruce plan (`products.spruce.plan.tier`) is not `free`, and you answer `yes` to \"Do you "
     "have a copy of the BAA in your own files?\", and `confirmed_on` is before today"},
    {"nested/single-any", "you answer `no` to \"Is the flag up?\""},
};

TEST_CASE("a condition is said as a sentence") {
    for (const Said& row : sentences) {
        CAPTURE(row.id);
        const Outcome outcome =
            run_program({"explain", "every-type/" + row.id, "-f", "json", "--rules", "tests/schema"});
        REQUIRE(outcome.status == 0);
        CHECK(Report(outcome.out).at("explained/0/met_when") == row.sentence);
    }
}

TEST_CASE("a name that asks is said as its question, where it is not what something is listed for") {
    for (const Said& row : std::vector<Said>{
             {"spruce/voice-only-number/clients-told",
              "the answer to \"Which clients have been told that the Spruce number is for calls and voicemail, not for "
              "texts?\" is not `nobody`"},
             {"spruce/secure-conversation/messages",
              "the answer to \"How do your messages reach clients who use the app?\" is `secure_conversation`"},
             {"security-rule/assigned-security-responsibility/security-official",
              "the answer to \"Who answers for security in the practice?\" is not `nobody`"},
             {"google-workspace/sharing/recordings",
              "the answer to \"If you record meetings with clients in Meet: who can open the recording?\" is not "
              "`not_checked`"},
             {"security-rule/transmission-security/standard", "`sending` is listed for what your security rules cover"},
         }) {
        CAPTURE(row.id);
        CHECK(Report(run_program({"explain", row.id, "-f", "json"}).out).at("explained/0/met_when") == row.sentence);
    }
    const Scratch scratch;
    std::string lab = lab_checklist("{words: {answered: no}}");
    const std::string plain = "words: {ask: a, ";
    lab.replace(lab.find(plain), plain.size(), "words: {ask: \"Whom have you told?\", name: whom you told, ");
    scratch.write("lab.yaml", lab);
    CHECK(Report(run_program({"explain", "lab/n/c", "-f", "json", "--rules", "lab.yaml"}).out)
              .at("explained/0/met_when") == "\"Whom have you told?\" has no answer");
}

TEST_CASE("the sentences above use every operator") {
    const std::string checklist = repository_file("tests/schema/every-type.yaml");
    for (const OperatorInfo& op : operators()) {
        CAPTURE(std::string(op.name()));
        CHECK(checklist.find("{" + std::string(op.name()) + ": ") != std::string::npos);
    }
}

TEST_CASE("a condition that is hard to read on one line stands on lettered lines") {
    const Outcome outcome = run_program({"explain", "every-type/nested/deep", "--rules", "tests/schema"});
    CHECK(outcome.out.find("  Met when all of these are true:\n"
                           "           (a) the color is `red`;\n"
                           "           (b) (the day is before today, and the limit is `1`), or you answer\n"
                           "           `no` to \"Is the flag up?\", or something is listed for the extras;\n"
                           "           (c) `remark` is not `hello`; and\n"
                           "           (d) `label` is not `aa-01`.\n") != std::string::npos);
}

TEST_CASE("a when of the practice itself is said") {
    const Outcome outcome = run_program({"explain", "every-type/several", "-f", "json", "--rules", "tests/schema"});
    CHECK(
        Report(outcome.out).at("explained/0/applies_when") ==
        "you answer `yes` to \"Does the practice send claims, eligibility checks or the like electronically, itself or "
        "through a billing service?\"");
}

}  // namespace
}  // namespace hipaa::testing
