// What is too large, too much or too deep is refused with a sentence that names the limit.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/commands/ask_session.hpp"
#include "cli/io/find_files.hpp"
#include "practice/practice_reader.hpp"
#include "report/json/report_scan.hpp"
#include "support/program.hpp"

namespace hipaa::testing {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

std::string practice_with(std::size_t products) {
    std::string text = "confirmed_on: 2026-11-01\nproducts:\n  spruce: {}\n";
    for (std::size_t i = 0; i < products; ++i) text += fmt::format("  p{}: {{}}\n", i);
    return text;
}

/// With `extra` behind the bracket that opens the object of the first practice, or of the report.
std::string report_with(const std::string& extra, std::string_view before) {
    std::string json = run_program({"-f", "json", "p.yaml"}).out;
    json.insert(json.find(before) + before.size(), extra);
    return json;
}

constexpr std::string_view first_practice = "\"practices\": [\n    {\n";

}  // namespace

TEST_CASE("a practice has so many products") {
    const Scratch files;
    files.write("p.yaml", practice_with(most_products));
    CHECK(run_program({"-q", "p.yaml"}).status == 4);
    files.write("p.yaml", practice_with(most_products + 2));
    const Outcome outcome = run_program({"-q", "p.yaml"});
    CHECK(outcome.status == 3);
    const std::string sentence =
        "there are more than 200 products without a checklist of their own, which is more than is read; leave out "
        "those "
        "that hold nothing about clients\n";
    CHECK(outcome.err ==
          "p.yaml:204:3: " + sentence + "    p200: {}\n    ^\np.yaml:205:3: " + sentence + "    p201: {}\n    ^\n");
}

TEST_CASE("an interview takes so many replies, and so much of each") {
    const Scratch files;
    const Outcome outcome = run_program({"ask"}, {.in = "spruce\n" + repeated("?\n", 1'000'000)});
    CHECK(has(outcome.out, "These were 2000 replies, which is as many as are taken at once.\n"));
    CHECK(has(outcome.out, "Your answers are saved in practice.yaml."));
    CHECK(outcome.out.size() < 10'000'000);

    const std::string reply(AskSession::longest_reply, 'x');
    const std::string whole = run_program({"ask", "a.yaml"}, {.in = reply + "\nq\n"}).out;
    CHECK(run_program({"ask", "b.yaml"}, {.in = reply + std::string(10'000'000, 'y') + "\nq\n"}).out == whole);
    CHECK(run_program({"ask", "c.yaml"}, {.in = reply + "y\nq\n"}).out == whole);
    CHECK(run_program({"ask", "d.yaml"}, {.in = reply + "\nq"}).out == whole);
}

TEST_CASE("a list has so many files, and so many bytes") {
    const Outcome many = run_program({"--files-from", "-"}, {.in = repeated("a\n", most_listed + 1)});
    CHECK(many.status == 3);
    CHECK(many.err == "hipaa-check: the list `standard input` names more than 1000000 files; give it in parts\n");
    const Outcome large = run_program({"--files-from", "-"}, {.in = std::string(longest_list + 1, '\n')});
    CHECK(large.status == 3);
    CHECK(large.err == "hipaa-check: the list `standard input` is over 64 MiB; give it in parts\n");
}

TEST_CASE("an earlier report has practices of a certain size, nested so deep") {
    const Scratch files;
    files.write("p.yaml", practice_with(0));
    const std::string text = std::string(longest_practice, 'x');
    struct Row {
        std::string report;
        std::string refusal;
    };
    const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
    const Row rows[] = {
        {report_with("\"x\": \"" + text + "\",", first_practice),
         "a practice is over 16 MiB, which is more than is read"},
        {report_with("\"x\": \"" + text + "\",", "{"),
         "what is about no practice is over 16 MiB, which is more than is read"},
        {report_with("\"x\": " + deep + ",", first_practice),
         "the report was cut off, or its run was stopped; write it again"},
    };
    for (const Row& row : rows) {
        files.write("old.json", row.report);
        for (const std::vector<std::string>& arguments :
             {std::vector<std::string>{"diff", "old.json", "p.yaml"}, {"--baseline", "old.json", "p.yaml"}}) {
            const Outcome outcome = run_program(arguments);
            CHECK(outcome.status == 3);
            CHECK(outcome.out == "");
            CHECK(outcome.err.starts_with("old.json:1:1: " + row.refusal + "\n"));
        }
    }
    files.write("numbers.jsonl", repeated("0\n", 100'000));
    CHECK(
        run_program({"merge", "numbers.jsonl"}).err ==
        "numbers.jsonl:1:1: it has no `format` as this version of hipaa-check writes it; run that part again with this "
        "version\nhipaa-check: nothing was merged, because of these mistakes\n");
    std::string line = run_program({"-f", "jsonl", "p.yaml"}).out;
    line.insert(1, "\"x\":" + deep + ",");
    files.write("old.jsonl", line);
    CHECK(has(run_program({"merge", "old.jsonl"}).err,
              ": this is not JSON (it is nested more than 32 deep); give `merge` what `-f jsonl` wrote\n"));
}

TEST_CASE("a file has so many remarks about client data") {
    const Scratch files;
    files.write("p.yaml", practice_with(0) + repeated("# born 1980-01-02\n", 130));
    const std::string out = run_program({"-f", "json", "p.yaml"}).out;
    CHECK(has(out, "line 103 looks as if it has a date of birth"));
    CHECK(!has(out, "line 104 looks as if"));
    CHECK(has(out, "there are 30 more places that look as if they had client data"));
}

TEST_CASE("a directory is as deep as the paths of the system are long") {
    const Scratch files;
    const std::filesystem::path top = std::filesystem::current_path();
    const std::string name(200, 'd');
    for (int depth = 0; depth < 30; ++depth) {
        REQUIRE(::mkdir(name.c_str(), 0700) == 0);
        REQUIRE(::chdir(name.c_str()) == 0);
        std::ofstream("p.yaml") << practice_with(0);
    }
    std::filesystem::current_path(top);
    const Outcome outcome = run_program({"-q", "."});
    CHECK(outcome.status == 3);
    CHECK(outcome.err.ends_with(":1:1: cannot be read: File name too long\n"));
}

}  // namespace hipaa::testing
