// What holds for every report format, whatever it looks like.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "report/format.hpp"
#include "report/reported.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"

using namespace hipaa;

namespace {

std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// What the first group of `pattern` is, wherever it matches.
std::set<std::string> ids(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match)
        found.insert((*match)[1]);
    return found;
}

/// The identifier of an open check, as each format has it.
const std::string id = "(mail/[a-z-]+/[a-z-]+)";

struct Row {
    std::string format;
    std::string pattern;
};

const std::vector<Row> rows{
    {"text", "(?:Check|Not answered): `" + id},
    {"markdown", "(?:Check|Not answered):(?:\\*\\*)? `" + id},
    {"html", "(?:Check|Not answered): <code>" + id},
    {"json", "\"id\": \"" + id + "\",[^{}]*\"result\": \"(?:fail|unknown|attention)\""},
    {"jsonl", "\"id\":\"" + id + "\",[^{}]*\"result\":\"(?:fail|unknown|attention)\""},
    {"sarif", "\"ruleId\": \"" + id + "\""},
    {"junit", "name=\"" + id + "\">\\s*<(?:failure|system-out>\\S+: Look at this)"},
    {"github", "title=[^:]*" + id + "::"},
    {"gitlab", "\"check_name\": \"" + id + "\""},
    {"csv", "[, \"]" + id},
    {"oscal", "\"value\": \"" + id + "\"\\s+\\},\\s+\\{[^}]*\"value\": \"(?:fail|unknown|attention)\""},
};

bool is_covered(std::string_view format) {
    return std::ranges::any_of(rows, [&](const Row& row) { return row.format == format; });
}

}  // namespace

TEST_CASE("every format names the same open checks") {
    Reported reported{small_checklist,
                            {{"open.yaml", failing_practice},
                             {"settled.yaml", settled_practice},
                             {"contradicting.yaml", contradicting_practice}}};
    reported.verbose = true;
    const std::set<std::string> open{"mail/agreement/signed", "mail/agreement/copy", "mail/mailbox/alone",
                                     "mail/mailbox/plan"};
    for (const Row& row : rows) {
        CAPTURE(row.format);
        CHECK(ids(reported.as(row.format), row.pattern) == open);
    }
    Reported settled{small_checklist, {{"settled.yaml", settled_practice}}};
    settled.verbose = true;
    for (const Row& row : rows) {
        CAPTURE(row.format);
        CHECK(ids(settled.as(row.format), row.pattern) == std::set<std::string>{"mail/mailbox/alone"});
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
    // What a line of a file could do here it would do by beginning a line: only commands, then two lines of ours, do.
    std::size_t others = 0;
    for (std::size_t at = 0; at < github.size(); at = github.find('\n', at) + 1)
        if (github.compare(at, 2, "::") != 0) ++others;
    CHECK(others == 2);
}

TEST_CASE("the first test above tries every format") {
    for (const Format& format : formats()) {
        const std::string name(format.name);
        CAPTURE(name);
        CHECK(is_covered(name));
    }
}
