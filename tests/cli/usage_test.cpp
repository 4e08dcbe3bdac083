// Command lines: wrong ones (status 2, one sentence on the error output, nothing else), --help, --version, streams.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

const std::string sound = "confirmed_on: 2026-11-01\nproducts: {radio: {client_information: no}}\n";

}  // namespace

TEST_CASE("wrong command lines") {
    struct Row {
        std::vector<std::string> arguments;
        std::string sentence;
    };
    const std::vector<Row> rows{
        {{},
         "no practice file was named; to begin, run `hipaa-check ask`, or make a file practice.yaml with the line "
         "`products: {spruce: {}}`, and "
         "run `hipaa-check practice.yaml`: the report lists the questions to answer"},
        {{"-q"},
         "no practice file was named; to begin, run `hipaa-check ask`, or make a file practice.yaml with the line "
         "`products: {spruce: {}}`, and "
         "run `hipaa-check practice.yaml`: the report lists the questions to answer"},
        {{"--formt", "json", "p.yaml"}, "The following argument was not expected: --formt; did you mean `--format`?"},
        {{"p.yaml", "--fail-no=law"},
         "The following argument was not expected: --fail-no=law; did you mean `--fail-on`?"},
        {{"-f", "jsn", "p.yaml"}, "--format cannot be `jsn`; did you mean `json`?"},
        {{"--fail-on", "never!", "p.yaml"}, "--fail-on cannot be `never!`; did you mean `never`?"},
        {{"--fail-on", "5", "p.yaml"}, "--fail-on cannot be `5`; it is law, fail, unknown, attention or never"},
        {{"--color", "x", "p.yaml"}, "--color cannot be `x`; it is auto, always or never"},
        {{"--as-of", "today", "p.yaml"}, "--as-of takes a day such as 2026-01-31, not `today`"},
        {{"--as-of", "2026-02-30", "p.yaml"}, "--as-of takes a day such as 2026-01-31, not `2026-02-30`"},
        {{"--as-of", "", "p.yaml"}, "--as-of takes a day such as 2026-01-31, not ``"},
        {{"--as-of=", "p.yaml"}, ""},
        {{"--max-age", "1y", "p.yaml"}, "--max-age takes a number of days such as 365, not `1y`"},
        {{"--max-age=-1", "p.yaml"}, "--max-age takes a number of days such as 365, not `-1`"},
        {{"--max-age", "1.5", "p.yaml"}, "--max-age takes a number of days such as 365, not `1.5`"},
        {{"--max-age", "", "p.yaml"}, "--max-age takes a number of days such as 365, not ``"},
        {{"--checklist", "sprcue", "p.yaml"}, "there is no checklist `sprcue`; did you mean `spruce`?"},
        {{"--shard", "2", "p.yaml"}, "--shard takes a part and how many there are, such as 2/8, not `2`"},
        {{"--shard", "", "p.yaml"}, "--shard takes a part and how many there are, such as 2/8, not ``"},
        {{"--shard", "1/2/3", "p.yaml"}, "--shard takes a part and how many there are, such as 2/8, not `2/3`"},
        {{"--shard", "0/4", "p.yaml"}, "--shard `0/4` is not a part: of 4 parts the first is 1/4"},
        {{"--shard", "5/4", "p.yaml"}, "--shard `5/4` is not a part: of 4 parts the first is 1/4"},
        {{"--shard", "0/0", "p.yaml"}, "--shard takes at least one part, not `0/0`"},
        {{"--files-from", "-", "-"}, "standard input cannot be both a practice file and the list of --files-from"},
        {{"p.yaml", "-f"}, "--format needs a value: --format F"},
        {{"p.yaml", "--rules"}, "--rules needs a value: --rules PATH"},
        {{"p.yaml", "--max-age"}, "--max-age needs a value: --max-age DAYS"},
        {{"p.yaml", "-q", "-v"}, ""},
        {{"p.yaml", "--fail-on", "law", "--fail-on", "fail"}, "--fail-on is given 2 times; give it once"},
        {{"-f", "json", "p.yaml", "--format=text", "-f", "csv"}, "--format is given 3 times; give it once"},
        {{"p.yaml", "--as-of", "2026-11-22", "--as-of", "2026-11-22"}, "--as-of is given 2 times; give it once"},
        {{"lnt", "rules"}, "there is no file and no command `lnt`; did you mean `hipaa-check lint`?"},
        {{"-q", "Explain"}, "there is no file and no command `Explain`; did you mean `hipaa-check explain`?"},
        {{"-q", "lint", "rules"}, "there is no file `lint`, and a command comes first: `hipaa-check lint`"},
        {{"lnit"}, "there is no file and no command `lnit`; did you mean `hipaa-check lint`?"},
        {{"help"}, "there is no file and no command `help`; `hipaa-check --help` shows all commands and options"},
        {{"version"}, "there is no file and no command `version`; `hipaa-check --version` shows the version"},
        {{"init"},
         "there is no file and no command `init`; `hipaa-check ask` begins a practice file; `hipaa-check new ID` "
         "begins "
         "a checklist"},
        {{"check", "p.yaml"},
         "there is no file and no command `check`; checking needs no command: `hipaa-check practice.yaml`"},
        {{"p.yaml", "-z"}, ""},
    };
    const Scratch scratch;
    scratch.write("p.yaml", sound);
    for (const Row& row : rows) {
        std::string line;
        for (const std::string& argument : row.arguments) line += " '" + argument + "'";
        CAPTURE(line);
        const Outcome outcome = run_program(row.arguments);
        CHECK(outcome.status == 2);
        CHECK(outcome.out == "");
        CHECK(outcome.err.starts_with("hipaa-check: "));
        CHECK(outcome.err.ends_with("\nTry `hipaa-check --help`.\n"));
        if (!row.sentence.empty())
            CHECK(outcome.err == "hipaa-check: " + row.sentence + "\nTry `hipaa-check --help`.\n");
    }
    // A wrong command line comes before a file that cannot be read.
    CHECK(run_program({"--fail-on", "x", "--rules", "missing.yaml", "missing.yaml"}).status == 2);
}

TEST_CASE("--help and --version") {
    for (const std::string option : {"-h", "--help"}) {
        const Outcome help = run_program({option});
        CHECK(help.status == 0);
        CHECK(help.err == "");
        for (const std::string part :
             {"PRACTICE", "--format", "--rules", "--checklist", "--fail-on", "--as-of", "--max-age", "--stdin-name",
              "--color", "--quiet", "--verbose", "--version", "Exit status:", "Examples:"}) {
            CAPTURE(part);
            CHECK(help.out.find(part) != std::string::npos);
        }
    }
    const Outcome version = run_program({"--version"});
    CHECK(version.status == 0);
    CHECK(version.out.starts_with("hipaa-check 0."));
    CHECK(version.out.ends_with("\n"));
    CHECK(version.err == "");
}

TEST_CASE("output that cannot be written is 3, whatever was found") {
    const Scratch scratch;
    scratch.write("p.yaml", sound);
    const Setting full{.out_is_full = true};
    for (const std::string format : {"text", "markdown", "json", "jsonl"}) {
        CAPTURE(format);
        const Outcome outcome = run_program({"-f", format, "--fail-on", "never", "p.yaml"}, full);
        CHECK(outcome.status == 3);
        CHECK(outcome.err == "hipaa-check: the report could not be written to standard output\n");
    }
    for (const std::string option : {"--help", "--version"}) {
        CAPTURE(option);
        const Outcome outcome = run_program({option}, full);
        CHECK(outcome.status == 3);
        CHECK(outcome.err == "hipaa-check: standard output could not be written\n");
    }
    CHECK(run_program({"-q", "p.yaml"}, full).status == 0);  // Nothing is to be written.
}

TEST_CASE("names of files are taken as they stand") {
    const Scratch scratch;
    for (const std::string name : {"[2026]", "[a,b]/c.yaml", "lint.yaml", "a b", "x=y"}) {
        scratch.write(name, "practice: {name: Alder}\n");
        CAPTURE(name);
        CHECK(run_program({name}).status == 5);
        CHECK(run_program({name}).out.starts_with("Alder\n"));
    }
    CHECK(run_program({"[2026]", "[a,b]"}).status == 5);
    scratch.write("{}", "practice: {name: Alder}\n");
    scratch.write("[a,b]/d.yaml", "practice: {name: Birch}\n");
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"-f", "text", "[2026]", "[a,b]", "{}"},
                                               {"[2026]", "-f", "text", "[a,b]", "{}"},
                                               {"[2026]", "[a,b]", "{}", "--format=text"},
                                               {"--", "[2026]", "[a,b]", "{}"}})
        CHECK(run_program(arguments).out == run_program({"[2026]", "[a,b]", "{}"}).out);
    CHECK(run_program({"-q", "-o", "json=[r]", "--stdin-name", "[s]", "[2026]"}).status == 5);
    CHECK(std::filesystem::exists("[r]"));
    CHECK(run_program({"--rules", "[none]", "[2026]"}).err.starts_with("[none]:1:1: cannot be read: "));
    scratch.write("help", "practice: {name: Alder}\n");
    CHECK(run_program({"help"}).status == 5);
}

TEST_CASE("standard input and its name") {
    const Outcome outcome = run_program({"-f", "json", "-"}, {.in = sound});
    CHECK(outcome.status == 0);
    CHECK(Report(outcome.out).at("practices/0/file") == "<stdin>");
    CHECK(Report(run_program({"-f", "json", "--stdin-name", "office.yaml", "-"}, {.in = sound}).out)
              .at("practices/0/file") == "office.yaml");
    CHECK(run_program({"-f", "csv", "--stdin-name", "./a//b.yaml", "-"}, {.in = sound}).out.find("./a") ==
          std::string::npos);
    CHECK(run_program({"--stdin-name", " ", "-"}, {.in = sound}).err ==
          "hipaa-check: --stdin-name takes a name, and there is none\nTry `hipaa-check --help`.\n");
    CHECK(run_program({"-q", "--stdin-name", "office.yaml", "-"}, {.in = "a: 1\n"}).err ==
          "office.yaml:1:1: `a` is not a key of the practice file; its keys are confirmed_on, practice, products, "
          "communication, security_rule or decisions\n  a: 1\n  ^\n");
    const Scratch scratch;
    scratch.write("d/office.yaml", sound);
    const Outcome taken = run_program({"--stdin-name", "d//office.yaml", "-", "d"}, {.in = sound});
    CHECK(taken.status == 2);
    CHECK(taken.err ==
          "hipaa-check: --stdin-name is d/office.yaml, which is a file of this run, too; give it a name of its own\n"
          "Try `hipaa-check --help`.\n");
    CHECK(run_program({"-q", "--stdin-name", "d/office.yaml", "-"}, {.in = sound}).status == 0);
    CHECK(run_program({"-q", "--stdin-name", "d/office.yaml", "d"}).status == 0);
    // Standard input can be read once.
    CHECK(Report(run_program({"-f", "json", "-", "-"}, {.in = sound}).out).at("practices/1") == "(absent)");
}

TEST_CASE("-q shows mistakes and nothing else; -v and --color change no result") {
    const Scratch scratch;
    scratch.write("p.yaml", sound);
    const Outcome quiet = run_program({"-q", "p.yaml"});
    CHECK(quiet.status == 0);
    CHECK(quiet.out == "");
    CHECK(quiet.err == "");
    const Outcome plain = run_program({"p.yaml"});
    const Outcome verbose = run_program({"-v", "p.yaml"});
    CHECK(verbose.status == plain.status);
    CHECK(verbose.out.size() > plain.out.size());
    const auto has_color = [](const Outcome& outcome) { return outcome.out.find('\x1b') != std::string::npos; };
    CHECK(!has_color(plain));
    CHECK(!has_color(run_program({"p.yaml"}, {.no_color = true})));
    CHECK(has_color(run_program({"p.yaml"}, {.out_is_terminal = true})));
    CHECK(!has_color(run_program({"p.yaml"}, {.out_is_terminal = true, .no_color = true})));
    CHECK(!has_color(run_program({"p.yaml"}, {.out_is_terminal = true, .terminal_is_dumb = true})));
    CHECK(has_color(run_program({"explain", "spruce"}, {.out_is_terminal = true})));
    CHECK(!has_color(run_program({"explain", "spruce"}, {.out_is_terminal = true, .terminal_is_dumb = true})));
    CHECK(has_color(run_program({"--color", "always", "p.yaml"}, {.no_color = true})));
    CHECK(!has_color(run_program({"--color", "never", "p.yaml"}, {.out_is_terminal = true})));
}

TEST_CASE("settings and the day stand in the report") {
    const Report report(
        run_program({"-f", "json", "--as-of", "2026-12-01", "--max-age", "30", "--fail-on", "law", "-"}, {.in = sound})
            .out);
    CHECK(report.at("as_of") == "2026-12-01");
    CHECK(report.at("settings/as_of_given") == "true");
    CHECK(report.at("settings/max_age") == "30");
    CHECK(report.at("settings/fail_on") == "law");
    const Report usual(run_program({"-f", "json", "-"}, {.in = sound}).out);
    CHECK(usual.at("as_of") == "2026-11-22");
    CHECK(usual.at("settings/as_of_given") == "false");
    CHECK(usual.at("settings/max_age") == "365");
    CHECK(usual.at("settings/fail_on") == "unknown");
}
