// A run without any practice file: every format for programs says what the exit status 5 says.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

constexpr std::string_view nothing = "Nothing was checked: there was no practice file.";

Outcome run_as(const std::string& format, std::vector<std::string> more = {"d"}) {
    more.insert(more.begin(), {"-f", format});
    return run_program(more);
}

}  // namespace

TEST_CASE("a run without a practice file fails in every format for programs") {
    const Scratch scratch;
    scratch.write("d/readme.md", "");
    const Outcome junit = run_as("junit");
    CHECK(junit.status == 5);
    CHECK(has(junit.out, "<testsuites name=\"hipaa-check\" tests=\"1\" failures=\"1\" errors=\"0\" time=\"0\">"));
    CHECK(has(junit.out, "name=\"there is a practice file\""));
    CHECK(has(junit.out, "<failure type=\"not_checked\" message=\"" + std::string(nothing) + "\" />"));
    const Report sarif(run_as("sarif").out);
    CHECK(sarif.at("runs/0/invocations/0/executionSuccessful") == "false");
    CHECK(sarif.at("runs/0/invocations/0/toolExecutionNotifications/0") ==
          R"({"descriptor":{"id":"no-practice"},"level":"warning","message":{"text":")" + std::string(nothing) +
              R"("}})");
    CHECK(has(run_as("github").out, "::warning title=no practice::" + std::string(nothing) + "\n"));
    const Report gitlab(run_as("gitlab").out);
    CHECK(gitlab.at("0/description") == nothing);
    CHECK(gitlab.at("0/check_name") == "hipaa-check/no-practice");
    CHECK(gitlab.at("0/severity") == "major");
    CHECK(gitlab.at("0/location/path") == ".");
    CHECK(has(run_as("csv").out, "\r\n.,,2026-11-22,no_practice,,,,,not_checked,Not checked,," + std::string(nothing)));
    CHECK(has(run_as("oscal").out, "There was no practice file."));
    CHECK(Report(run_as("json").out).at("result") == "not_checked");
    // What is merged is one run.
    scratch.write("d.jsonl", run_as("jsonl").out);
    for (const std::string format : {"junit", "sarif", "github", "gitlab", "csv", "oscal"}) {
        CHECK(run_as(format, {"--as-of", "2026-11-22"}).status == 2);
        CHECK(run_program({"merge", "-f", format, "d.jsonl"}).out == run_as(format).out);
        CHECK(run_program({"merge", "-f", format, "d.jsonl"}).status == 5);
    }
}

TEST_CASE("a part without a practice file has not failed, and its formats say so") {
    const Scratch scratch;
    scratch.write("d/a.yaml", "confirmed_on: 2026-11-20\nproducts: {spruce: {in_use: no}}\n");
    int empty = 0;
    for (const std::string part : {"1/3", "2/3", "3/3"}) {
        const Outcome junit = run_as("junit", {"--fail-on", "never", "--shard", part, "d"});
        CHECK(junit.status == 0);
        CHECK(!has(junit.out, "<failure"));
        if (!has(junit.err, "has none of the 1 files")) continue;
        ++empty;
        const Report sarif(run_as("sarif", {"--shard", part, "d"}).out);
        CHECK(sarif.at("runs/0/invocations/0/executionSuccessful") == "true");
        for (const std::string format : {"github", "gitlab", "csv"})
            CHECK(!has(run_as(format, {"--shard", part, "d"}).out, nothing));
    }
    CHECK(empty == 2);
}

TEST_CASE("a part that has only files that are no practice files has not failed either") {
    const Scratch scratch;
    for (const char* const name : {"d/a.yaml", "d/b.yaml", "d/c.yaml"})
        scratch.write(name, "confirmed_on: 2026-11-20\nproducts: {spruce: {in_use: no}}\n");
    scratch.write("d/other.yaml", "services: {web: {image: nginx}}\n");
    int skipped = 0;
    for (int part = 1; part <= 7; ++part) {
        const std::string shard = fmt::format("{}/7", part);
        const Outcome junit = run_as("junit", {"--fail-on", "never", "--shard", shard, "d"});
        CHECK(junit.status == 0);
        CHECK(!has(junit.out, "<failure"));
        if (!has(junit.err, "d/other.yaml")) continue;
        ++skipped;
        CHECK(has(run_as("text", {"--shard", shard, "d"}).out,
                  fmt::format("Nothing was checked: part {} of 7 has none of the practice files.", part)));
    }
    CHECK(skipped == 1);
}

TEST_CASE("a part without a practice file tells by its status what the earlier report had") {
    const Scratch scratch;
    const std::string practice = "confirmed_on: 2026-11-20\nproducts: {spruce: {in_use: no}}\n";
    scratch.write("d/a.yaml", practice);
    scratch.write("d/gone.yaml", practice);
    scratch.write("old.json", run_as("json").out);
    scratch.write("d/gone.yaml", "");
    // Only the first part tells what is missing; it is empty if the file is in another one.
    for (const std::string parts : {"2", "3", "4", "5", "6", "7"}) {
        const Outcome first = run_as("csv", {"--baseline", "old.json", "--shard", "1/" + parts, "d/a.yaml"});
        CHECK(first.status == 5);
        CHECK(has(first.out, ",gone,"));
    }
}
