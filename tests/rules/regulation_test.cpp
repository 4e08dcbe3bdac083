// The checklist of the Security Rule against the rule: every standard and every implementation specification of 45 CFR
// Part 164 Subpart C, with its paragraph and whether it is required (R) or addressable (A). The table is transcribed
// from the sections of the regulation and not from the checklist. Only the R of the six standards without specifications
// (308(a)(2), 308(a)(8), 310(b), 310(c), 312(b), 312(d)) comes from Appendix A, which prints no letter for the workforce
// clearance procedure, and points at 164.308(b)(1) for the contract that stands in (b)(3).
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "checklist/read/library_reader.hpp"

namespace {

using namespace hipaa;
namespace fs = std::filesystem;

struct Standard {
    std::string section;
    std::string note;
};

const std::vector<Standard> standards{
    {"164.308(a)(1)(i)", "security-management-process"},
    {"164.308(a)(2)", "assigned-security-responsibility"},
    {"164.308(a)(3)(i)", "workforce-security"},
    {"164.308(a)(4)(i)", "information-access-management"},
    {"164.308(a)(5)(i)", "security-awareness-and-training"},
    {"164.308(a)(6)(i)", "security-incident-procedures"},
    {"164.308(a)(7)(i)", "contingency-plan"},
    {"164.308(a)(8)", "evaluation"},
    {"164.308(b)(1)", "business-associate-contracts"},
    {"164.310(a)(1)", "facility-access-controls"},
    {"164.310(b)", "workstation-use"},
    {"164.310(c)", "workstation-security"},
    {"164.310(d)(1)", "device-and-media-controls"},
    {"164.312(a)(1)", "access-control"},
    {"164.312(b)", "audit-controls"},
    {"164.312(c)(1)", "integrity"},
    {"164.312(d)", "person-or-entity-authentication"},
    {"164.312(e)(1)", "transmission-security"},
    // These four are in Subpart C, but not in its Appendix A.
    {"164.314(a)(1)", "business-associate-contract-contents"},
    {"164.314(b)(1)", "group-health-plans"},
    {"164.316(a)", "policies-and-procedures"},
    {"164.316(b)(1)", "documentation"},
};

struct Specification {
    std::string section;
    char letter;
    std::string check;  // note/check
};

/// Six standards of the matrix have no specification, and carry an R themselves.
const std::vector<Specification> matrix{
    {"164.308(a)(1)(ii)(A)", 'R', "security-management-process/risk-analysis"},
    {"164.308(a)(1)(ii)(B)", 'R', "security-management-process/risk-management"},
    {"164.308(a)(1)(ii)(C)", 'R', "security-management-process/sanction-policy"},
    {"164.308(a)(1)(ii)(D)", 'R', "security-management-process/information-system-activity-review"},
    {"164.308(a)(2)", 'R', "assigned-security-responsibility/security-official"},
    {"164.308(a)(3)(ii)(A)", 'A', "workforce-security/authorization-and-or-supervision"},
    {"164.308(a)(3)(ii)(B)", 'A', "workforce-security/workforce-clearance-procedure"},
    {"164.308(a)(3)(ii)(C)", 'A', "workforce-security/termination-procedures"},
    {"164.308(a)(4)(ii)(A)", 'R', "information-access-management/isolating-health-care-clearinghouse-functions"},
    {"164.308(a)(4)(ii)(B)", 'A', "information-access-management/access-authorization"},
    {"164.308(a)(4)(ii)(C)", 'A', "information-access-management/access-establishment-and-modification"},
    {"164.308(a)(5)(ii)(A)", 'A', "security-awareness-and-training/security-reminders"},
    {"164.308(a)(5)(ii)(B)", 'A', "security-awareness-and-training/protection-from-malicious-software"},
    {"164.308(a)(5)(ii)(C)", 'A', "security-awareness-and-training/log-in-monitoring"},
    {"164.308(a)(5)(ii)(D)", 'A', "security-awareness-and-training/password-management"},
    {"164.308(a)(6)(ii)", 'R', "security-incident-procedures/response-and-reporting"},
    {"164.308(a)(7)(ii)(A)", 'R', "contingency-plan/data-backup-plan"},
    {"164.308(a)(7)(ii)(B)", 'R', "contingency-plan/disaster-recovery-plan"},
    {"164.308(a)(7)(ii)(C)", 'R', "contingency-plan/emergency-mode-operation-plan"},
    {"164.308(a)(7)(ii)(D)", 'A', "contingency-plan/testing-and-revision-procedures"},
    {"164.308(a)(7)(ii)(E)", 'A', "contingency-plan/applications-and-data-criticality-analysis"},
    {"164.308(a)(8)", 'R', "evaluation/evaluation"},
    {"164.308(b)(3)", 'R', "business-associate-contracts/written-contract"},
    {"164.310(a)(2)(i)", 'A', "facility-access-controls/contingency-operations"},
    {"164.310(a)(2)(ii)", 'A', "facility-access-controls/facility-security-plan"},
    {"164.310(a)(2)(iii)", 'A', "facility-access-controls/access-control-and-validation-procedures"},
    {"164.310(a)(2)(iv)", 'A', "facility-access-controls/maintenance-records"},
    {"164.310(b)", 'R', "workstation-use/workstation-use"},
    {"164.310(c)", 'R', "workstation-security/workstation-security"},
    {"164.310(d)(2)(i)", 'R', "device-and-media-controls/disposal"},
    {"164.310(d)(2)(ii)", 'R', "device-and-media-controls/media-re-use"},
    {"164.310(d)(2)(iii)", 'A', "device-and-media-controls/accountability"},
    {"164.310(d)(2)(iv)", 'A', "device-and-media-controls/data-backup-and-storage"},
    {"164.312(a)(2)(i)", 'R', "access-control/unique-user-identification"},
    {"164.312(a)(2)(ii)", 'R', "access-control/emergency-access-procedure"},
    {"164.312(a)(2)(iii)", 'A', "access-control/automatic-logoff"},
    {"164.312(a)(2)(iv)", 'A', "access-control/encryption-and-decryption"},
    {"164.312(b)", 'R', "audit-controls/audit-controls"},
    {"164.312(c)(2)", 'A', "integrity/mechanism-to-authenticate-ephi"},
    {"164.312(d)", 'R', "person-or-entity-authentication/person-or-entity-authentication"},
    {"164.312(e)(2)(i)", 'A', "transmission-security/integrity-controls"},
    {"164.312(e)(2)(ii)", 'A', "transmission-security/encryption"},
};

/// 164.314 says "(Required)" once, over all of its specifications.
const std::vector<Specification> outside_the_matrix{
    {"164.314(a)(2)(i)(A)", 'R', "business-associate-contract-contents/comply-with-subpart-c"},
    {"164.314(a)(2)(i)(B)", 'R', "business-associate-contract-contents/bind-subcontractors"},
    {"164.314(a)(2)(i)(C)", 'R', "business-associate-contract-contents/report-incidents"},
    {"164.314(a)(2)(ii)", 'R', "business-associate-contract-contents/other-arrangements"},
    {"164.314(a)(2)(iii)", 'R', "business-associate-contract-contents/contracts-with-subcontractors"},
    {"164.314(b)(2)(i)", 'R', "group-health-plans/safeguards"},
    {"164.314(b)(2)(ii)", 'R', "group-health-plans/separation"},
    {"164.314(b)(2)(iii)", 'R', "group-health-plans/agents"},
    {"164.314(b)(2)(iv)", 'R', "group-health-plans/report-incidents"},
    {"164.316(b)(2)(i)", 'R', "documentation/time-limit"},
    {"164.316(b)(2)(ii)", 'R', "documentation/availability"},
    {"164.316(b)(2)(iii)", 'R', "documentation/updates"},
};

const Checklist& security_rule() {
    static const Library library = [] {
        std::vector<FileProblems> broken;
        auto read = read_library(builtin_sources(), broken);
        REQUIRE(read.has_value());
        return std::move(*read);
    }();
    const auto found = std::ranges::find(library.checklists, "security-rule", &Checklist::id);
    REQUIRE(found != library.checklists.end());
    return *found;
}

bool reads_addressable(const Condition& condition) {
    if (condition.kind == Condition::Kind::test)
        return security_rule().group.questions[condition.question.index].addressable;
    return std::ranges::any_of(condition.parts, reads_addressable);
}

/// `addressable` also where the answer has four endings but the message does not say so; empty if neither says it.
std::string letter_of(const Check& check) {
    for (const std::string_view word : {"required", "addressable"})
        if (check.message.ends_with(std::string(", ").append(word) + ")")) return std::string(word);
    return reads_addressable(check.require) ? "addressable" : "";
}

std::vector<Specification> specifications() {
    std::vector<Specification> all = matrix;
    all.insert(all.end(), outside_the_matrix.begin(), outside_the_matrix.end());
    return all;
}

}  // namespace

TEST_CASE("the table has the counts of the regulation") {
    const auto addressable = std::ranges::count(matrix, 'A', &Specification::letter);
    CHECK(standards.size() == 22);
    CHECK(matrix.size() == 42);
    CHECK(addressable == 22);
    CHECK(std::ranges::count(outside_the_matrix, 'A', &Specification::letter) == 0);
}

TEST_CASE("the letters of the table are those of the printed sections, in their order") {
    const fs::path file = fs::path(HIPAA_CHECK_ROOT) / "../shared/reference/45-cfr-extracts.txt";
    std::ifstream text(file);
    if (!text) {
        MESSAGE("skipped: there is no text of the regulation at " << file.lexically_normal().string());
        return;
    }
    static const std::regex letter(R"(\((Required|Addressable)\)\.)");
    std::string printed;
    bool inside = false;
    for (std::string line; std::getline(text, line);) {
        if (line.starts_with("§ 164.308 ")) inside = true;
        if (line.starts_with("§ 164.314 ")) break;
        std::smatch match;
        if (inside && std::regex_search(line, match, letter)) printed += match[1].str()[0];
    }
    std::string table;
    for (const Specification& row : matrix)
        if (std::ranges::find(standards, row.section, &Standard::section) == standards.end()) table += row.letter;
    CHECK(printed == table);
}

TEST_CASE("each standard of Subpart C has one note, and there is no other note") {
    std::map<std::string, const Note*> notes;
    for (const Note& note : security_rule().notes) notes[note.id] = &note;
    for (const Standard& standard : standards) {
        CAPTURE(standard.section);
        REQUIRE_MESSAGE(notes.contains(standard.note), "no note `" << standard.note << "`");
        const Note& note = *notes[standard.note];
        const auto cited = std::ranges::any_of(
            note.cites, [&](const std::string& cite) { return cite.starts_with("45 CFR " + standard.section); });
        CHECK_MESSAGE(cited, "`" << note.id << "` does not cite " << standard.section);
        CHECK(note.basis == Basis::law);
    }
    CHECK(notes.size() == standards.size());
}

TEST_CASE("each implementation specification has one check with its paragraph and its letter") {
    std::map<std::string, const Check*> checks;
    std::map<std::string, const Note*> notes;
    for (const Note& note : security_rule().notes)
        for (const Check& check : note.checks) {
            checks[note.id + "/" + check.id] = &check;
            notes[note.id + "/" + check.id] = &note;
        }
    std::set<std::string> covered;
    for (const Specification& row : specifications()) {
        CAPTURE(row.section);
        REQUIRE_MESSAGE(checks.contains(row.check), "no check `" << row.check << "`");
        const Check& check = *checks[row.check];
        const std::string letter = row.letter == 'A' ? "addressable" : "required";
        CHECK_MESSAGE(check.message.ends_with(" (" + row.section + ", " + letter + ")"),
                      "`" << row.check << "` says: " << check.message);
        CHECK(reads_addressable(check.require) == (row.letter == 'A'));
        CHECK(check.basis == Basis::law);
        CHECK(check.otherwise == Otherwise::fail);
        CHECK_FALSE(check.waivable);
        const auto& cites = notes[row.check]->cites;
        CHECK_MESSAGE(std::ranges::find(cites, "45 CFR " + row.section) != cites.end(),
                      "the note of `" << row.check << "` does not cite " << row.section);
        covered.insert(row.check);
    }
    for (const auto& [id, check] : checks)
        CHECK_MESSAGE((covered.contains(id) || letter_of(*check).empty()),
                      "`" << id << "` calls itself " << letter_of(*check) << ", but the regulation has no such row");
}

TEST_CASE("each standard that has specifications is asked about itself too") {
    // Those whose own paragraph asks for rules or measures beyond the sum of their specifications.
    const std::vector<std::string> own{
        "164.308(a)(1)(i)", "164.308(a)(3)(i)", "164.308(a)(4)(i)", "164.308(a)(5)(i)", "164.308(a)(6)(i)",
        "164.308(a)(7)(i)", "164.308(b)(1)",    "164.310(a)(1)",    "164.310(d)(1)",    "164.312(a)(1)",
        "164.312(c)(1)",    "164.312(e)(1)",    "164.316(a)",       "164.316(b)(1)",
    };
    std::vector<std::string> found;
    for (const Note& note : security_rule().notes)
        for (const Check& check : note.checks)
            if (check.id == "standard")
                found.emplace_back(
                    check.message.substr(check.message.rfind("(164.") + 1,
                                         check.message.rfind(", standard)") - check.message.rfind("(164.") - 1));
    std::ranges::sort(found);
    CHECK(found == own);
}

TEST_CASE("what the rule does not say is never called law") {
    // A second sign-in step, a written appointment, numbers of days: good practice, or this tool's own limits.
    for (const Note& note : security_rule().notes)
        for (const Check& check : note.checks)
            for (const std::string_view beyond : {"-recent", "second-factor", "written-down", "restore-tested"}) {
                if (!check.id.ends_with(beyond)) continue;
                CAPTURE(check.full_id);
                CHECK(check.basis == Basis::recommendation);
                CHECK(check.otherwise == Otherwise::attention);
            }
}
