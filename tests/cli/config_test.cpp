// Options from a file: --config, and hipaa-check.toml in the current directory.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "support/lab.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {
namespace {

const std::string practice = "confirmed_on: 2026-11-01\nproducts:\n  spruce:\n    plan: {tier: free}\n";

/// The first line of standard error, and the status.
std::string refused_config(const std::string& toml, const std::string& file = "my.toml") {
    const Scratch files;
    files.write("p.yaml", practice);
    files.write(file, toml);
    std::vector<std::string> arguments{"p.yaml"};
    if (file == "my.toml") arguments = {"--config", file, "p.yaml"};
    const Outcome outcome = run_program(arguments);
    CHECK(outcome.out == "");
    return fmt::format("{} {}", outcome.status, outcome.err.substr(0, outcome.err.find('\n')));
}

}  // namespace

TEST_CASE("options come from the file that --config names, and the command line counts for more") {
    const Scratch files;
    files.write("p.yaml", practice);
    files.write("set/mine/lab.yaml", lab_checklist("{list: {each: {ok: yes}}}"));
    files.write("set/my.toml",
                "# ours\nformat = \"json\"\nfail-on = \"never\"  # for now\nrules = [\"mine/\"]\n"
                "checklist = [\"spruce\", 'lab']\nredact = true\nstrict = false\n");
    const Outcome outcome = run_program({"--config", "set/my.toml", "p.yaml"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err == "");
    const Report report(outcome.out);
    CHECK(report.at("settings/fail_on") == "never");
    CHECK(report.at("settings/rules") == R"(["set/mine"])");
    CHECK(report.at("settings/checklists") == R"(["spruce","lab"])");
    CHECK(report.at("settings/redacted") == "true");
    CHECK(report.at("settings/config") == "set/my.toml");
    CHECK(run_program({"--config", "set/my.toml", "--fail-on", "fail", "p.yaml"}).status == 1);
    CHECK(Report(run_program({"--config", "set/my.toml", "--checklist", "spruce", "p.yaml"}).out)
              .at("settings/checklists") == R"(["spruce"])");
    CHECK(run_program({"--config", "set/my.toml", "-f", "text", "p.yaml"}).out.starts_with("p.yaml\n"));
}

TEST_CASE("all that TOML can say is read") {
    const Scratch files;
    files.write("p.yaml", practice);
    files.write("mine #1/lab.yaml", lab_checklist("{list: {each: {ok: yes}}}"));
    files.write("my.toml",
                "\xEF\xBB\xBF# ours\nformat = 'json'\nrules = [\n  \"mine #1\",  # with a number\n]\n"
                "as-of = 2026-11-01\nmax-age = 1_000\nchecklist = \"\\u0073pruce\"\n");
    const Report report(run_program({"--config", "my.toml", "p.yaml"}).out);
    CHECK(report.at("settings/rules") == R"(["mine #1"])");
    CHECK(report.at("settings/max_age") == "1000");
    CHECK(report.at("settings/checklists") == R"(["spruce"])");
    CHECK(report.at("as_of") == "2026-11-01");
}

TEST_CASE("paths in the file are relative to it") {
    const Scratch files;
    files.write("p.yaml", practice);
    files.write("set/old.json", run_program({"-f", "json", "p.yaml"}).out);
    files.write("set/my.toml", "baseline = 'old.json'\noutput = ['new.md', 'json=new.txt']\nquiet = true\n");
    const Outcome outcome = run_program({"--config", "set/my.toml", "p.yaml"});
    CHECK(outcome.err == "");
    CHECK(outcome.status == 0);
    CHECK(text_of("set/new.md").starts_with("# p.yaml\n"));
    CHECK(text_of("set/new.txt").starts_with("{\n"));
}

TEST_CASE("what the command line excludes is not taken from the file") {
    const Scratch files;
    files.write("p.yaml", practice);
    files.write("my.toml", "brief = true\n");
    CHECK(run_program({"--config", "my.toml", "-v", "p.yaml"}).out == run_program({"-v", "p.yaml"}).out);
    CHECK(run_program({"--config", "my.toml", "p.yaml"}).out == run_program({"--brief", "p.yaml"}).out);
}

TEST_CASE("hipaa-check.toml in the current directory is read, and named") {
    const Scratch files;
    files.write("p.yaml", practice);
    files.write("hipaa-check.toml", "fail-on = \"never\"\n");
    const std::string told = "hipaa-check: took options from hipaa-check.toml; --no-config ignores it\n";
    CHECK(run_program({"p.yaml"}).status == 0);
    CHECK(run_program({"p.yaml"}).err == told);
    CHECK(run_program({"-q", "p.yaml"}).err == told);
    CHECK(Report(run_program({"-f", "json", "p.yaml"}).out).at("settings/config") == "hipaa-check.toml");
    const Outcome without = run_program({"--no-config", "p.yaml"});
    CHECK(without.status == 1);
    CHECK(without.err == "");
    files.write("my.toml", "max-age = 30\n");
    const Outcome other = run_program({"--config", "my.toml", "-f", "json", "p.yaml"});
    CHECK(other.status == 1);
    CHECK(other.err == "");
    CHECK(Report(other.out).at("settings/max_age") == "30");
}

TEST_CASE("a file that nobody named may set little") {
    CHECK(refused_config("# x\noutput = [\"/tmp/report.html\"]\n", "hipaa-check.toml") ==
          "2 hipaa-check: hipaa-check.toml:2: `output` counts only in a file that is named with --config; "
          "hipaa-check.toml may set rules, checklist, fail-on, max-age or format");
    CHECK(refused_config("set = [\"products.spruce.plan.tier=basic\"]\n", "hipaa-check.toml")
              .starts_with("2 hipaa-check: "));
}

TEST_CASE("mistakes in the file are told with its name and line") {
    CHECK(refused_config("\nfail-onn = \"law\"\n") ==
          "2 hipaa-check: my.toml:2: `fail-onn` is not an option; did you mean `fail-on`?");
    CHECK(refused_config("colour = \"law\"\n") ==
          "2 hipaa-check: my.toml:1: `colour` is not an option; did you mean `color`?");
    CHECK(
        refused_config("config = \"other.toml\"\n").starts_with("2 hipaa-check: my.toml:1: `config` is not an option"));
    // The rest of these sentences is toml++'s.
    CHECK(refused_config("format = \"text\"\nquiet = true\nformat = \"json\"\n")
              .starts_with("2 hipaa-check: my.toml:3: Error while parsing key-value pair: cannot redefine existing"));
    CHECK(refused_config("fail-on = law\n").starts_with("2 hipaa-check: my.toml:1: Error while parsing "));
    CHECK(
        refused_config("max-age = 1.5\n") ==
        "2 hipaa-check: my.toml:1: `max-age` takes text in quotes, a whole number, a date, true or false, or a list of "
        "those");
    CHECK(refused_config("quiet = true\nverbose = true\n") == "2 hipaa-check: my.toml:2: `verbose` excludes `quiet`");
    CHECK(refused_config("format = [\"text\", \"json\"]\n") == "2 hipaa-check: my.toml:1: `format` takes one value");
    CHECK(refused_config("quiet = \"maybe\"\n") == "2 hipaa-check: my.toml:1: `quiet` is true or false");
    const std::string in_section = "options stand by themselves, not in a section or group such as ";
    CHECK(refused_config("[check]\nquiet = true\n") == "2 hipaa-check: my.toml:1: " + in_section + "`check`");
    CHECK(refused_config("\na.b = 1\n") == "2 hipaa-check: my.toml:2: " + in_section + "`a`");
    CHECK(refused_config("fail-on = \"lax\"\n")
              .starts_with("2 hipaa-check: my.toml:1: `fail-on` cannot be `lax`; did you mean `law`?"));
    CHECK(refused_config("\nmax-age = \"x\"\n").starts_with("2 hipaa-check: my.toml:2: `max-age` takes "));
    CHECK(refused_config(std::string(70000, '#')) == "2 hipaa-check: my.toml: a file of options has at most 64 KiB");
    const Scratch files;
    files.write("p.yaml", practice);
    const Outcome missing = run_program({"--config", "no.toml", "p.yaml"});
    CHECK(missing.status == 3);
    CHECK(missing.err == "hipaa-check: no.toml: No such file or directory\n");
    std::filesystem::create_directory("hipaa-check.toml");
    const Outcome directory = run_program({"p.yaml"});
    CHECK(directory.status == 3);
    CHECK(directory.out == "");
    CHECK(directory.err.find("--no-config runs without this file of options") != std::string::npos);
    CHECK(run_program({"--no-config", "p.yaml"}).status == 1);
}

TEST_CASE("other commands take from the file what concerns them") {
    const Scratch files;
    CHECK(run_program({"new", "acme-portal", "--directory", "mine"}).status == 0);
    files.write("p.yaml", "confirmed_on: 2026-11-01\nproducts: {acme-portal: {}}\n");
    files.write("hipaa-check.toml", "rules = [\"mine/\"]\nfail-on = \"never\"\nformat = \"html\"\n");
    const std::string told = "hipaa-check: took options from hipaa-check.toml; --no-config ignores it\n";
    const auto knows = [&](const std::vector<std::string>& arguments) {
        const Outcome outcome = run_program(arguments);
        return outcome.status == 0 && outcome.err == told && outcome.out.find("cme") != std::string::npos;
    };
    CHECK(knows({"explain", "acme-portal"}));
    CHECK(knows({"list"}));
    CHECK(knows({"schema", "practice"}));
    CHECK(knows({"ask", "p.yaml", "--print"}));
    files.write("later.yaml", "confirmed_on: 2026-11-01\nproducts: {acme-portal: {in_use: no}}\n");
    CHECK(knows({"diff", "p.yaml", "later.yaml", "-f", "json"}));
    CHECK(run_program({"explain", "acme-portal", "--no-config"}).status == 2);
    // The check at the end of an interview reads the file no second time.
    const Outcome asked = run_program({"ask", "p.yaml"}, {.in = "unknown\nq\n"});
    CHECK(asked.status == 0);
    CHECK(asked.err == told);
    CHECK(asked.out.find("Acme") != std::string::npos);

    files.write("hipaa-check.toml", "output = \"x.html\"\n");
    const std::string refused =
        "hipaa-check: hipaa-check.toml:1: `output` counts only in a file that is named with --config; hipaa-check.toml "
        "may set rules, checklist, fail-on, max-age or format\n";
    CHECK(run_program({"due", "p.yaml"}).err == refused + "Try `hipaa-check due --help`.\n");
    files.write("hipaa-check.toml", "max-age = 10\n");
    CHECK(run_program({"due", "p.yaml"}).status == 1);
    CHECK(run_program({"due", "p.yaml", "--no-config"}).status == 0);
    CHECK(run_program({"due", "p.yaml", "--max-age", "300"}).status == 0);
    files.write("my.toml", "within = 3\n");
    CHECK(run_program({"due", "p.yaml", "--config", "my.toml"}).err ==
          "hipaa-check: my.toml:1: `within` is not an option\nTry `hipaa-check due --help`.\n");
    files.write("my.toml", "output = \"x.html\"\nrules = \"mine\"\n");
    CHECK(run_program({"due", "p.yaml", "--config", "my.toml"}).status == 0);
    CHECK(!std::filesystem::exists("x.html"));
}

TEST_CASE("hostile files of options end in a sentence") {
    for (const std::string& text : std::vector<std::string>{"[",
                                                            "]",
                                                            "[[[[",
                                                            "a=[",
                                                            "rules = [",
                                                            "rules = [\"a\"",
                                                            "=",
                                                            "==",
                                                            "\"",
                                                            "'''\n",
                                                            "[a.b.c.d.e.f]\nx=1\n",
                                                            std::string("a\0b=1\n", 6),
                                                            "\xFF\xFE=1\n",
                                                            "format",
                                                            "format =",
                                                            "format = #",
                                                            "rules = []",
                                                            "rules = [,]",
                                                            "a.b = 1",
                                                            "--x = 1",
                                                            "++ = 1",
                                                            "[,]",
                                                            "rules =\xC3\xB9",
                                                            "\xC3\xA9 = 1",
                                                            "[default]\nformat = \"json\"\n",
                                                            std::string(60000, '['),
                                                            std::string(60000, '=')}) {
        CAPTURE(text);
        const Scratch files;
        files.write("p.yaml", practice);
        files.write("my.toml", text);
        const Outcome outcome = run_program({"--config", "my.toml", "p.yaml"});
        CHECK(outcome.status >= 1);
        CHECK(outcome.status <= 3);
    }
}

TEST_CASE("a file of options may ask for all results in sarif in whichever run has such a report") {
    const Scratch scratch;
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nproducts: {spruce: {in_use: no}}\n");
    scratch.write("my.toml", "sarif-all = true\n");
    CHECK(run_program({"--config", "my.toml", "-q", "p.yaml"}).err == "");
    const std::string all = run_program({"--config", "my.toml", "-f", "sarif", "p.yaml"}).out;
    CHECK(all == run_program({"--sarif-all", "-f", "sarif", "p.yaml"}).out);
    CHECK(all != run_program({"-f", "sarif", "p.yaml"}).out);
    CHECK(run_program({"--config", "my.toml", "--sarif-all", "p.yaml"}).status == 2);
}

}  // namespace hipaa::testing
