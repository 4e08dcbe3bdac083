// What the checklists say, where a wrong word would mislead an owner about the law, the review or the vendor. Each row
// was wrong once.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "checklist/builtin/builtin.hpp"
#include "checklist/read/library_reader.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {
namespace {

/// The text of a built-in checklist, every run of blanks and line ends as one blank.
std::string rules_text(std::string_view name) {
    for (const auto& file : builtin_files()) {
        if (file.name != name) continue;
        std::istringstream stream{std::string(file.text)};
        std::string text;
        for (std::string word; stream >> word;) text += (text.empty() ? "" : " ") + word;
        return text;
    }
    return "";
}

const std::vector<std::string> all_files{"rules/any-product.yaml",
                                         "rules/client-communication.yaml",
                                         "rules/consumer-apps.yaml",
                                         "rules/doxy-me.yaml",
                                         "rules/google-workspace.yaml",
                                         "rules/microsoft-365.yaml",
                                         "rules/security-rule.yaml",
                                         "rules/spruce.yaml",
                                         "rules/zoom.yaml"};

Report assess(const std::string& practice) {
    return Report(run_program({"-f", "json", "-"}, {.in = "confirmed_on: 2026-11-01\n" + practice}).out);
}

/// The smallest letters, digits and apostrophes of a text, as words.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text + " ") {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
        if (letter) word += c;
        else if (c >= 'A' && c <= 'Z') word += static_cast<char>(c - 'A' + 'a');
        else if (!word.empty()) words.push_back(std::move(word)), word.clear();
    }
    return words;
}

}  // namespace

TEST_CASE("what the checklists say, and what they no longer say") {
    struct Row {
        std::string about;
        std::string file;  // empty: no checklist may say `not_this`
        std::string this_one;
        std::string not_this;
    };
    const std::string any = "rules/any-product.yaml";
    const std::string talk = "rules/client-communication.yaml";
    const std::string rule = "rules/security-rule.yaml";
    const std::string spruce = "rules/spruce.yaml";
    const std::string google = "rules/google-workspace.yaml";
    const std::string microsoft = "rules/microsoft-365.yaml";
    const std::string zoom = "rules/zoom.yaml";
    const std::string doxy = "rules/doxy-me.yaml";
    const std::string personal = "rules/consumer-apps.yaml";
    const std::vector<Row> rows{
        {"limiting access is law, the second step is advice", any, "access only for those who need it for their work",
         "a look at the list, and a second sign-in step, are good practice"},
        {"a copy for a third person", talk,
         "anything else for a third person usually needs the client's signed "
         "authorization (164.508)",
         "To somebody else it goes on a signed, written request"},
        {"the test of a breach: compromised (Spruce)", spruce, "a low probability that the information was compromised",
         "exposed"},
        {"the test of a breach: compromised (any product)", any,
         "a low probability that the information was compromised", "exposed"},
        {"the test of a breach: compromised (Security Rule)", rule,
         "a low probability that the information was compromised", "exposure"},
        {"a breach is presumed", "", "", "treats such use as a breach"},
        {"HHS is told too (Spruce)", spruce, "clients and the federal health department (HHS) have been told",
         "all notices are out. notification_due"},
        {"HHS is told too (any product)", any, "clients and the federal health department (HHS) have been told",
         "all notices are out. notification_due"},
        {"HHS is told too (Security Rule)", rule,
         "HHS for fewer than 500 people within 60 days after the end of the year", "how clients are told in time"},
        {"voicemail that a phone company keeps", talk, "Your phone company keeps voicemail or transcripts",
         "voicemail and recordings included"},
        {"carriers with routine access", any, "does it need to look into what it carries on a routine basis", ""},
        {"none means that no vendor has an agreement", rule, "none = no vendor has one", "none = no vendor. "},
        {"what clients cannot get", talk, "The right does not reach psychotherapy notes that are kept apart", ""},
        {"what a denial says", talk, "do not say in writing why, how to have the denial reviewed, or how to complain",
         ""},
        {"what a fee may hold", talk, "more for a copy of their own records than the rule allows (164.524(c)(4))", ""},
        {"when a late copy comes", talk, "at most 60 days after we received your request", "at most 30 days later"},
        {"the warning is guidance", spruce, "(78 FR 5634); it speaks of email", ""},
        {"a client who wrote first", talk, "If a client texted first, you may assume that texts suit the client", ""},
        {"own uses of the vendor", any, "such as building its own products or training AI", ""},
        {"only restrictions have to be documented", spruce, "\"45 CFR 164.312(e)(2)(ii)\"", "\"45 CFR 164.530(j)\""},
        {"only restrictions have to be documented (talk)", talk, "\"45 CFR 164.312(e)(2)(ii)\"",
         "\"45 CFR 164.530(j)\""},
        {"the last change of the rule", rule, "(78 FR 34264-34266)", "last amended"},
        {"the letters of six standards", rule, "have theirs from Appendix A", "letters come from the sections, not"},
        {"new documents need no review yet", rule, "have not been gone over since they were made, and they are not new",
         ""},
        {"calls begin a conversation too", spruce, "Calls start such a conversation too", "How many clients text you"},
        {"the mailbox is unconfirmed", spruce, "email that clients send to the Spruce address of the practice", ""},
        {"asking why is allowed", talk, "You may ask why, but you may not make an answer the condition",
         "do not ask why"},
        {"small self-administered plans", rule,
         "a plan with fewer than 50 participants that the employer administers "
         "itself is no group health plan",
         ""},
        {"a factory reset", rule, "A factory reset is enough for a device that was encrypted",
         "Make a factory reset or full wipe the rule"},
        {"settlements", rule, "where no loss of information was alleged", "without any harm to a client"},
        {"Spruce's plans", spruce, "enterprise = a plan that your invoice calls Enterprise", ""},
        {"the TCPA", talk, "also to those that only inform or remind", "rules on marketing texts"},
        {"cases on access", talk, "led to 54 cases that HHS counted", ""},
        {"the proposed rule", rule, "PROPOSED, and without effect on any result here", ""},
        // The review
        {"settled SMS clients are left out", spruce,
         "Leave out the clients with whom you have settled on SMS after looking at the risks, as in note 2", ""},
        {"why SMS through Spruce is lawful", spruce, "its BAA with you is what makes that lawful", ""},
        {"who may fall back on SMS", spruce, "One thing is ours and not the reviewer's", "some simply like SMS better"},
        {"a reasonable request is met", spruce, "the law has you meet a reasonable request (45 CFR 164.522(b))",
         "treat the request like the others"},
        {"all texting, with all clients", spruce, "tell all clients that you will always text there, for everything",
         ""},
        {"what the product is", spruce, "Spruce is an app for secure texting and telehealth", ""},
        {"who is on the care team", spruce, "also its members who work elsewhere",
         "outside_providers = clinicians elsewhere"},
        // Products without a review: the vendor's word has its source, and what others say is asked
        {"no checklist calls anything compliant", "", "", " compliant"},
        {"nobody reviewed Google Workspace", google, "nobody reviewed the product", "vital_stats"},
        {"nobody reviewed Microsoft 365", microsoft, "nobody reviewed the product", "vital_stats"},
        {"nobody reviewed Zoom", zoom, "nobody reviewed the product", "vital_stats"},
        {"nobody reviewed Doxy.me", doxy, "nobody reviewed the product", "vital_stats"},
        {"nobody reviewed personal apps", personal, "nobody reviewed these apps here", "vital_stats"},
        {"which Google editions have a BAA", google, "Sources disagree on the smallest editions, so look", ""},
        {"which Google AI is covered", google, "others say that Gemini in Workspace is, and that NotebookLM is not",
         ""},
        {"which Microsoft plans count", microsoft, "so no plan is named here", ""},
        {"AI Companion", zoom, "Whether the BAA covers AI Companion was not found on a page of Zoom", ""},
        {"what cloud recording is covered by", zoom, "If you find nothing about them, write unknown",
         "unknown = you found"},
        {"Doxy.me's free plan", doxy, "That is not confirmed by a page of Doxy.me", ""},
        {"Apple's terms are known from others", personal, "Apple's own page was not at hand", ""},
        {"Signal from both sides", personal, "This checklist does not decide it", ""},
        {"where products with a checklist belong", any,
         "put its answers under spruce, google_workspace, microsoft_365, zoom, doxy_me or consumer_apps", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        for (const std::string& file : all_files) {
            if (!row.file.empty() && row.file != file) continue;
            CAPTURE(file);
            const std::string text = rules_text(file);
            REQUIRE(text.size() > 1000);
            if (!row.this_one.empty()) CHECK(text.find(row.this_one) != std::string::npos);
            if (!row.not_this.empty()) CHECK(text.find(row.not_this) == std::string::npos);
        }
    }
}

TEST_CASE("what rests on law, on guidance and on advice") {
    const Report report = assess("products: {spruce: {}, radio: {}}\ncommunication: {}\nsecurity_rule: {}\n");
    struct Row {
        std::string id;
        std::string basis;
        std::string waivable;
    };
    for (const Row& row : std::vector<Row>{
             {"any-product@radio/access/own-logins", "law", "false"},
             {"any-product@radio/access/needed-only", "law", "false"},
             {"any-product@radio/access/list-checked", "law", "false"},
             {"any-product@radio/access/second-factor", "recommendation", "true"},
             {"any-product@radio/agreement/copy-on-file", "law", "false"},
             {"any-product@radio/agreement/before-first-use", "law", "true"},
             {"any-product@radio/trouble/violation-ended", "law", "false"},
             {"spruce/secure-first-texting/sms-clients-informed", "guidance", "false"},
             {"client-communication/plain-messages/email-clients-informed", "guidance", "false"},
             {"client-communication/plain-messages/sms-clients-informed", "guidance", "false"},
             {"client-communication/plain-messages/choices-noted", "recommendation", "true"},
             {"client-communication/carriers/calls", "law", "false"},
             {"client-communication/carriers/carrier-voicemail", "guidance", "false"},
             {"security-rule/security-management-process/risk-analysis-method", "guidance", "false"},
         }) {
        CAPTURE(row.id);
        CHECK(report.of(row.id, "basis") == row.basis);
        CHECK(report.of(row.id, "waivable") == row.waivable);
    }
}

TEST_CASE("what has not been decided is not stated as a fact") {
    const Report report = assess("security_rule: {others_work_here: yes, workforce: {termination: not_addressed}}\n");
    const std::string check = "security-rule/workforce-security/termination-procedures";
    CHECK(report.of(check, "message") ==
          "You have not decided yet how access ends when somebody leaves. (164.308(a)(3)(ii)(C), addressable)");
    CHECK(
        report.of(check, "fix") ==
        "Make a list of accounts, keys and devices, and go through it on a person's last day. Then put \"termination: "
        "implemented\" under \"workforce\". If it does not fit your practice: write down why, see whether another "
        "measure "
        "would do, and put \"termination: {status: alternative, rationale_documented: yes}\", or the same with "
        "\"status: not_reasonable\".");
    const Report other = assess(
        "security_rule: {others_work_here: yes, workforce: {termination: {status: alternative, rationale_documented: "
        "no}}}\n");
    CHECK(other.of(check, "message") ==
          "How access ends when somebody leaves: you do something else, or nothing, and have not written down why. "
          "(164.308(a)(3)(ii)(C), addressable)");
    CHECK(other.of(check, "fix") ==
          "Write down why you decided as you did about how access ends when somebody leaves, and why another measure "
          "does or does not fit. Then put \"rationale_documented: yes\" under "
          "\"termination\".");
}

TEST_CASE("a message says no more than the answers do") {
    struct Row {
        std::string answers, check, message;
    };
    const std::string rule = "security-rule/";
    const std::string lacks = "products: {radio: {client_information: yes, agreement: {status: executed, lacks: [";
    const std::string contents = "any-product@radio/agreement-contents/";
    for (const Row& row : std::vector<Row>{
             {"security_rule: {policies: {topics: []}}\n", rule + "access-control/standard",
              "Your security rules do not cover who gets into your systems, or nobody follows them. (164.312(a)(1), "
              "standard)"},
             {"security_rule: {policies: {topics: []}}\n", rule + "security-awareness-and-training/standard",
              "Your security rules do not cover training for everybody, or nobody follows them. (164.308(a)(5)(i), "
              "standard)"},
             {"security_rule: {policies: {topics: []}}\n", rule + "transmission-security/standard",
              "Your security rules do not cover what you send, or nobody follows them. (164.312(e)(1), standard)"},
             {"security_rule: {policies: {topics: []}}\n", rule + "integrity/standard",
              "Your security rules do not cover wrongful change and loss of records, or nobody follows them. "
              "(164.312(c)(1), standard)"},
             {"security_rule: {authentication: {verified: no}}\n",
              rule + "person-or-entity-authentication/person-or-entity-authentication",
              "You do not make sure that people who ask for client information are who they say they are. (164.312(d), "
              "required)"},
             {"security_rule: {transmission: {wifi: no}}\n", rule + "transmission-security/wifi",
              "Somewhere you work on a Wi-Fi without a password of your own, or you do not know whether it has one."},
             {"security_rule: {contingency: {backup: no}}\n", rule + "contingency-plan/data-backup-plan",
              "For some system there is no exact copy that you could restore, or you do not know of one. "
              "(164.308(a)(7)(ii)(A), required)"},
             {"communication: {choices_noted: not_noted}\n", "client-communication/plain-messages/choices-noted",
              "Not every chart shows the warning and the client's choice. No form is laid down, but otherwise you "
              "cannot show it."},
             {"communication: {policy: {secure_way: no}}\n",
              "client-communication/communications-policy/secure-way-offered",
              "You offer clients no secure way to write to you."},
             {lacks + "security_rule]}}}\n", contents + "safeguards",
              "The BAA lacks something about security: that the vendor guards the information, or that it follows the "
              "HIPAA Security Rule (164.504(e)(2)(ii)(B), 164.314(a)(2)(i)(A))."},
             {lacks + "access]}}}\n", contents + "client-rights",
              "The BAA lacks something about clients' rights: that the vendor helps you with copies, with corrections, "
              "or with the list of disclosures (164.504(e)(2)(ii)(E), (F), (G))."},
             {lacks + "end_on_violation]}}}\n", contents + "ending",
              "The BAA lacks something about its end: that the information is given back or destroyed, or that you may "
              "end the BAA over a violation (164.504(e)(2)(ii)(J), (iii))."},
         }) {
        CAPTURE(row.check);
        CHECK(assess(row.answers).of(row.check, "message") == row.message);
    }
}

TEST_CASE("a question with the four answers of what is addressable does not ask for a yes") {
    std::vector<FileProblems> broken;
    const auto library = read_library(builtin_sources(), broken);
    REQUIRE(library.has_value());
    std::size_t asked = 0;
    for (const Checklist& checklist : library->checklists)
        for (const Question& question : checklist.group.questions) {
            if (!question.addressable || question.kind != AnswerKind::choice) continue;
            CAPTURE(std::string(question.key));
            CHECK(question.ask.starts_with("How do you handle this: "));
            ++asked;
        }
    CHECK(asked == 22);
}

TEST_CASE("a product that was left in time is not said to have held information without an agreement") {
    struct Row {
        std::string key, check, begin, agreement, was;
    };
    for (const Row& row : std::vector<Row>{
             {"spruce", "spruce/baa-requested", "The BAA with Spruce", "baa", "in Spruce"},
             {"theranest", "any-product@theranest/agreement", "The BAA", "agreement", "there"},
             {"google_workspace", "google-workspace/agreement", "The BAA with Google Workspace", "agreement",
              "in Google Workspace"},
             {"microsoft_365", "microsoft-365/agreement", "The BAA with Microsoft 365", "agreement",
              "in Microsoft 365"},
             {"zoom", "zoom/agreement", "The BAA with Zoom", "agreement", "in Zoom"},
             {"doxy_me", "doxy-me/agreement", "The BAA with Doxy.me", "agreement", "in Doxy.me"},
         }) {
        CAPTURE(row.key);
        const auto left = [&](const std::string& gap, const std::string& day) {
            const std::string use = row.key == "spruce" ? "in_use: no" : "in_use: no, client_information: yes";
            return assess("products: {" + row.key + ": {" + use + ", first_client_use: 2025-03-17, " + row.agreement +
                          ": {status: terminated, executed_on: " + day + ", gap: " + gap + "}}}\n");
        };
        const std::string check = row.check + "/gap-assessed";
        CHECK(left("no_gap", "2025-03-05").result(check) == "pass");
        CHECK(left("unknown", "2025-03-05").result(check) == "unknown");
        const Report nobody_looked = left("not_assessed", "2025-03-05");
        CHECK(nobody_looked.of(check, "message") ==
              row.begin + " has ended, and you have not said whether client information was still " + row.was +
                  " after that. If it was, the law presumes a breach: clients have to be told without unreasonable "
                  "delay, and within 60 days at most from the day you knew or should have known, unless a written risk "
                  "assessment shows a low probability that the information was compromised.");
        CHECK(nobody_looked.of(check, "fix") ==
              "Find out whether client information was still " + row.was +
                  " after the last day of the BAA. If none was, put \"gap: no_gap\" under \"" + row.agreement +
                  "\". If some was, call a lawyer or a privacy adviser who knows HIPAA, and assess that time in "
                  "writing; this note has a form for it. Do not back-date anything; put the result as \"gap: "
                  "low_probability\", or \"gap: notification_due\", and \"gap: notified\" once all notices are out, "
                  "and the day you knew as \"gap_known_on:\".");
        const Report late = left("no_gap", "2025-04-01");
        CHECK(late.result(check) == "fail");
        CHECK(late.of(check, "message") ==
              "You say that client information was never " + row.was +
                  " without a BAA. According to your other answers, it was " + row.was +
                  " when no BAA was in force; the law presumes a breach, so the clock may be running.");
    }
}

TEST_CASE("no sentence of the review or of the regulation is copied") {
    namespace fs = std::filesystem;
    constexpr std::ptrdiff_t run = 8;
    for (const std::string name : {"spruce-review.txt", "45-cfr-extracts.txt"}) {
        const fs::path file = fs::path(HIPAA_CHECK_ROOT) / "../shared/reference" / name;
        std::ifstream stream(file);
        if (!stream) {
            MESSAGE("skipped: there is no text at " << file.lexically_normal().string());
            continue;
        }
        const std::vector<std::string> source =
            words_of({std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()});
        std::set<std::vector<std::string>> runs;
        for (auto at = source.begin(); source.end() - at >= run; ++at) runs.insert({at, at + run});
        for (const std::string& checklist : all_files) {
            const std::vector<std::string> words = words_of(rules_text(checklist));
            for (auto at = words.begin(); words.end() - at >= run; ++at) {
                std::string copied;
                for (auto word = at; word != at + run; ++word) copied += *word + " ";
                CHECK_MESSAGE(!runs.contains({at, at + run}), checklist << " copies from " << name << ": " << copied);
            }
        }
    }
}

}  // namespace hipaa::testing
