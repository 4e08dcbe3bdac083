// `hipaa-check new`: what it writes is a sound checklist, and it overwrites nothing.
#include <doctest/doctest.h>

#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <iterator>
#include <string>

#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {
namespace {

TEST_CASE("new writes a checklist that works, and its tests") {
    const Scratch scratch;
    const Outcome made = run_program({"new", "acme-portal", "--directory", "own/checklists"});
    CHECK(made.err == "");
    CHECK(made.status == 0);
    CHECK(made.out ==
          "Wrote own/checklists/acme-portal.yaml and own/checklists/acme-portal.test.yaml. Now:\n"
          "  hipaa-check lint own/checklists/acme-portal.yaml\n"
          "  hipaa-check test own/checklists/acme-portal.test.yaml\n"
          "  hipaa-check explain acme-portal --rules own/checklists/acme-portal.yaml\n");
    const std::string checklist = text_of("own/checklists/acme-portal.yaml");
    CHECK(
        checklist.find("ask: \"What is the status of your business associate agreement (BAA) with Acme Portal?\"\n") !=
        std::string::npos);
    CHECK(checklist.find(
              "fix: >-\n          Ask the maker of Acme Portal for the agreement, and sign it. Until then, put "
              "no client information into Acme Portal.") != std::string::npos);
    CHECK(text_of("own/checklists/acme-portal.test.yaml").find("today: 2026-11-22\n") != std::string::npos);

    scratch.write("practice.yaml",
                  "confirmed_on: 2026-11-20\nproducts:\n  acme-portal:\n    first_client_use: 2020-02-01\n"
                  "    agreement: {status: signed, signed_on: 2020-02-02}\n");
    const Outcome checked = run_program({"-f", "json", "--rules", "own/checklists", "practice.yaml"});
    CHECK(checked.err == "");
    CHECK(Report(checked.out).checks() ==
          "acme-portal/agreement-first/signed pass\n"
          "acme-portal/agreement-first/in-time attention");
    const Outcome explained =
        run_program({"explain", "acme-portal/agreement-first/in-time", "-f", "json", "--rules", "own/checklists"});
    CHECK(
        Report(explained.out).at("explained/0/met_when") ==
        "the first day with client information is `not_yet`, or the day of the agreement is on or before the first day "
        "with client information");
}

TEST_CASE("new leaves nothing behind if its files cannot be written") {
    const Scratch scratch;
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{100, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const Outcome outcome = run_program({"new", "acme"});
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(outcome.status == 3);
    CHECK(outcome.out == "");
    CHECK(outcome.err == "hipaa-check: acme.yaml: File too large\n");
    CHECK(std::filesystem::is_empty("."));
}

TEST_CASE("new overwrites neither of its files") {
    for (const std::string taken : {"acme.yaml", "acme.test.yaml"}) {
        CAPTURE(taken);
        const Scratch scratch;
        scratch.write(taken, "mine\n");
        const Outcome outcome = run_program({"new", "acme"});
        CHECK(outcome.status == 3);
        CHECK(outcome.out == "");
        CHECK(outcome.err == "hipaa-check: " + taken + ": is there already, and is left as it is\n");
        CHECK(text_of(taken) == "mine\n");
        std::size_t files = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(".")) ++files;
        CHECK(files == 1);
    }
}

TEST_CASE("new refuses an id that its files could not use") {
    const Scratch scratch;
    const std::string end = "\nTry `hipaa-check new --help`.\n";
    const Outcome own_key = run_program({"new", "x-ray"});
    CHECK(own_key.status == 2);
    CHECK(own_key.err ==
          "hipaa-check: `x-ray` cannot be a product in a practice file, where keys that begin with `x-` are your own "
          "notes; choose another id" +
              end);
    const Outcome nothing = run_program({"new", "null"});
    CHECK(nothing.status == 2);
    CHECK(nothing.err == "hipaa-check: YAML reads `null` as nothing, so it cannot be an id; choose another" + end);
    CHECK(std::filesystem::is_empty("."));
}

TEST_CASE("new says why it cannot write") {
    const Scratch scratch;
    scratch.write("file", "");
    const Outcome outcome = run_program({"new", "acme", "--directory", "file"});
    CHECK(outcome.status == 3);
    CHECK(outcome.err.starts_with("hipaa-check: file: "));
}

}  // namespace
}  // namespace hipaa::testing
