// Reports that have to be gathered before they can be written: whole, whatever there is of them, or not at all.
#include "report/spill.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa;
using namespace hipaa::testing;

namespace {

/// Sets TMPDIR while it lives.
class TemporaryFolder {
public:
    explicit TemporaryFolder(const std::string& folder) {
        if (const char* now = std::getenv("TMPDIR")) before_ = now;
        ::setenv("TMPDIR", folder.c_str(), 1);
    }
    ~TemporaryFolder() {
        if (before_.empty()) ::unsetenv("TMPDIR");
        else ::setenv("TMPDIR", before_.c_str(), 1);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

private:
    std::string before_;
};

/// Enough for a report in any format to be more than is kept in memory.
std::vector<std::string> write_many_practices(const Scratch& scratch) {
    const std::string text = repository_file("examples/group-practice.yaml");
    std::vector<std::string> names;
    for (int i = 100; i < 130; ++i) {
        names.push_back(fmt::format("d/{}.yaml", i));
        scratch.write(names.back(), text);
    }
    scratch.write("d/200.yaml", "confirmed_on: 2026-13-01\n");
    names.push_back("d/200.yaml");
    return names;
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++found;
    return found;
}

}  // namespace

TEST_CASE("what is gathered comes out as it was, from memory and from a file") {
    const Scratch scratch;
    Spill spill;
    CHECK(spill.empty());
    std::string expected;
    for (int i = 0; i < 5000; ++i) {
        const std::string text = fmt::format("{} {}\n", i, std::string(static_cast<std::size_t>(i % 900), 'x'));
        expected += text;
        spill.append(text);
        if (i % 1700 != 0) continue;
        std::ostringstream out;
        spill.write_to(out);
        CHECK((out.str() == expected));
    }
    REQUIRE(expected.size() > 2 * Spill::most_in_memory);
    std::ostringstream out;
    spill.write_to(out);
    CHECK((out.str() == expected));
    CHECK(!spill.empty());
}

TEST_CASE("a report of many practices holds what the reports of each hold") {
    const Scratch scratch;
    const std::vector<std::string> names = write_many_practices(scratch);
    scratch.write("tmp/x", "");
    const TemporaryFolder folder("tmp");
    const auto whole = [](const std::string& format) { return run_program({"-f", format, "d"}).out; };

    const std::string json = whole("json");
    REQUIRE(json.size() > Spill::most_in_memory);
    const Report report(json);
    for (std::size_t i = 0; i < names.size(); i += 10)
        CHECK((report.at(fmt::format("practices/{}", i)) ==
               Report(run_program({"-f", "json", names[i]}).out).at("practices/0")));
    CHECK(report.at(fmt::format("practices/{}", names.size())) == "(absent)");

    const Report sarif(whole("sarif"));
    const Report last(run_program({"-f", "sarif", names.back()}).out);
    CHECK(sarif.at("runs/0/artifacts/30/location/uri") == names.back());
    CHECK(sarif.at("runs/0/artifacts/31") == "(absent)");
    CHECK(sarif.at("runs/0/artifacts/30/properties") == last.at("runs/0/artifacts/0/properties"));
    CHECK(sarif.at("runs/0/results/0/message") ==
          Report(run_program({"-f", "sarif", names[0]}).out).at("runs/0/results/0/message"));

    const Report oscal(whole("oscal"));
    CHECK((oscal.at("assessment-results/results/7/observations/0/title") ==
           Report(run_program({"-f", "oscal", names[7]}).out).at("assessment-results/results/0/observations/0/title")));
    CHECK(oscal.at("assessment-results/results/30/title") != "(absent)");
    CHECK(oscal.at("assessment-results/results/31") == "(absent)");

    const std::string junit = whole("junit");
    std::size_t suites = 0;
    for (const std::string& name : names) suites += count(run_program({"-f", "junit", name}).out, "<testsuite ");
    CHECK(count(junit, "\n  <testsuite ") == suites);
    CHECK(count(junit, "\n  </testsuite>\n") == suites);
    CHECK(junit.ends_with("  </testsuite>\n</testsuites>\n"));

    std::size_t issues = 0;
    for (const std::string& name : names) issues += count(run_program({"-f", "gitlab", name}).out, "\"check_name\"");
    CHECK(count(whole("gitlab"), "\"check_name\"") == issues);
    CHECK(Report(whole("gitlab")).at(fmt::format("{}/check_name", issues - 1)) == "hipaa-check/practice-file");

    // The files that held them had no name, or have none any more.
    CHECK(std::distance(std::filesystem::directory_iterator("tmp"), std::filesystem::directory_iterator()) == 1);
}

TEST_CASE("there is no report where there is no room to gather it") {
    const Scratch scratch;
    write_many_practices(scratch);
    const TemporaryFolder folder("no/folder");
    for (const std::string format : {"json", "sarif", "oscal", "junit"}) {
        CAPTURE(format);
        const Outcome outcome = run_program({"-f", format, "-o", format + "=report", "d"});
        CHECK(outcome.status == 3);
        CHECK(outcome.out == "");
        CHECK(
            outcome.err.ends_with("hipaa-check: the report needs a temporary file in no/folder, and that failed: No "
                                  "such file or directory; set TMPDIR to a folder with room\n"));
        CHECK(!std::filesystem::exists("report"));
    }
    CHECK(run_program({"-f", "jsonl", "d"}).status == 3);  // for the broken practice
    CHECK(run_program({"-f", "jsonl", "d"}).out.find("\"practices\":31") != std::string::npos);
}
