// A line of jsonl is written with what the lines before it left; nobody can tell.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "digest/content_ids.hpp"

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Practices whose answers come at other places, are others, or are missing.
std::vector<std::string> variants(const std::string& text) {
    return {
        text,
        "# moved down\n\n\n\n\n\n\n\n\n" + text,
        replaced(text, ": yes", ": no"),
        replaced(text, ": no\n", ": yes\n"),
        replaced(text, ": yes", ": unknown"),
        replaced(text, ": yes", ":      yes"),
        replaced(text, "2026-", "2024-"),
        replaced(text, "2026-0", "2025-1"),
        replaced(replaced(text, ": 3\n", ": 2\n"), ": 2\n", ": 999999\n"),
        replaced(replaced(text, ": 3\n", ": 2\n"), ": 2\n", ": 1000000\n"),
        replaced(replaced(text, ": 3\n", ": 2\n"), ": 2\n", ": 1.50\n"),
        replaced(replaced(text, ": 3\n", ": 2\n"), ": 2\n", ": 007\n"),
        replaced(text, "confirmed_on", "x-confirmed_on"),
        replaced(text, "spruce:", "nuvo:"),
        "practice: {covered_entity: no}\n" +
            replaced(replaced(text, "\npractice:", "\nx-practice:"), "\n  - accepts", "\n  - x"),
        text,
    };
}

/// A checklist whose checks look at items of a list, and at another checklist's answers.
constexpr const char* team_checklist = R"yaml(checklist: 1
id: team
title: Your team
about: team
version: 2026-11-22
questions:
  people: {ask: "Who works here?", answer: {list: {trained: {ask: "Trained?", answer: yes_no}}}}
notes:
  - id: training
    number: 1
    title: Train people
    why: They handle client information.
    basis: recommendation
    checks:
      - {id: all-trained, require: {people: {each: {trained: yes}}}, message: Somebody is not trained., fix: Train them.}
      - {id: spruce-used, require: {/products.spruce.in_use: yes}, message: Spruce is not used., fix: Use it.}
)yaml";

/// The last line of a run over so many practices.
std::string end_of(std::size_t practices) {
    return fmt::format(R"({{"format":"hipaa-check/report/1","end":{{"practices":{}}}}})", practices);
}

/// The last line without what it says of the checklists' files.
std::string without_digests(const std::string& line) {
    const std::size_t digests = line.find(R"(,"digests":{)");
    return digests == std::string::npos ? line : line.substr(0, digests) + "}\n";
}

}  // namespace

TEST_CASE("reports have the SHA-256 of practice files and checklists") {
    const Scratch scratch;
    scratch.write("team.yaml", team_checklist);
    const std::string practice = "confirmed_on: 2026-11-20\nteam: {people: []}\n";
    scratch.write("a.yaml", practice);
    scratch.write("b.yaml", "\xEF\xBB\xBF" + practice);  // a byte order mark belongs to the file
    const std::vector<std::string> files{"--rules", "team.yaml", "a.yaml", "b.yaml", "gone.yaml"};
    const auto run = [&](const std::string& format) {
        std::vector<std::string> arguments{"-f", format};
        arguments.insert(arguments.end(), files.begin(), files.end());
        return run_program(arguments).out;
    };
    const std::string a = hipaa::sha256(practice);
    const std::string b = hipaa::sha256("\xEF\xBB\xBF" + practice);
    const std::string team = hipaa::sha256(team_checklist);
    CHECK(hipaa::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const Report whole(run("json"));
    CHECK(whole.at("digests") == fmt::format(R"({{"a.yaml":"{}","b.yaml":"{}","team.yaml":"{}"}})", a, b, team));
    CHECK(whole.at("practices/0/digest") == a);
    CHECK(whole.at("practices/2/digest") == "null");
    const std::string lines = run("jsonl");
    CHECK(lines.find(fmt::format(R"("file":"b.yaml","digest":"{}")", b)) != std::string::npos);
    CHECK(lines.ends_with(fmt::format(R"("end":{{"practices":3}},"digests":{{"team.yaml":"{}"}}}})"
                                      "\n",
                                      team)));
}

TEST_CASE("the last line of jsonl says how many practices there are, and which part of all they are") {
    const Scratch scratch;
    scratch.write("good.yaml", "confirmed_on: 2026-11-20\nproducts: {spruce: {in_use: no}}\n");
    scratch.write("bad.yaml", "prodcuts: {}\n");
    scratch.write("none/readme.txt", "");
    const auto last_line = [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"-f", "jsonl"});
        const std::string out = run_program(arguments).out;
        REQUIRE(out.ends_with('\n'));
        const std::size_t before = out.find_last_of('\n', out.size() - 2);
        return without_digests(out.substr(before == std::string::npos ? 0 : before + 1));
    };
    CHECK(last_line({"good.yaml"}) == end_of(1) + "\n");
    CHECK(last_line({"good.yaml", "bad.yaml"}) == end_of(2) + "\n");
    CHECK(last_line({"bad.yaml"}) == end_of(1) + "\n");
    CHECK(last_line({"gone.yaml"}) == end_of(1) + "\n");
    // Of a run without practices, no other line says the day and the settings.
    const std::string run =
        R"(,"as_of":"2026-11-22","settings":{"fail_on":"unknown","max_age":365,"as_of_given":false,)"
        R"("rules":[],"checklists":[])";
    CHECK(without_digests(run_program({"-f", "jsonl", "none"}).out) ==
          R"({"format":"hipaa-check/report/1","end":{"practices":0)" + run + "}}}\n");
    std::string shards;
    for (const std::string shard : {"1/2", "2/2"}) shards += last_line({"good.yaml", "--shard", shard});
    const auto shard_end = [&](int practices, int number) {
        return fmt::format(
            "{{\"format\":\"hipaa-check/report/1\",\"end\":{{\"practices\":{},\"shard\":\"{}/2\"{}}}}}\n", practices,
            number, practices > 0 ? "" : fmt::format(R"({},"shard":{{"number":{},"of":2}}}})", run, number));
    };
    const bool is_first = shards == shard_end(1, 1) + shard_end(0, 2);
    CHECK((is_first || shards == shard_end(0, 1) + shard_end(1, 2)));
    // A run that could not begin writes nothing, so that what it was to write is known to be missing.
    scratch.write("rules.yaml", "checklist: 1\n");
    CHECK(run_program({"-f", "jsonl", "--rules", "rules.yaml", "good.yaml"}).out == "");
}

TEST_CASE("a line of jsonl shows items of lists and answers of other checklists as the other formats do") {
    const Scratch scratch;
    scratch.write("team.yaml", team_checklist);
    const std::vector<std::string> texts{
        "team: {people: [{trained: no}, {trained: yes}]}\nproducts: {spruce: {in_use: no}}\n",
        "team: {people: [{trained: yes}, {trained: no}]}\nproducts: {spruce: {in_use: yes}}\n",
        "team: {people: [{trained: yes}, {trained: yes}, {trained: no}]}\n",
        "team: {people: []}\nproducts:\n  spruce: {in_use: no}\n",
        "team: {}\nproducts:\n  nuvo: {in_use: no}\n  spruce: {in_use: no}\n",
    };
    for (std::size_t i = 0; i < texts.size(); ++i)
        scratch.write(fmt::format("d/{}.yaml", i), "confirmed_on: 2026-11-20\n" + texts[i]);
    std::istringstream lines(run_program({"-f", "jsonl", "--jobs", "1", "--rules", "team.yaml", "d"}).out);
    const Report whole(run_program({"-f", "json", "--rules", "team.yaml", "d"}).out);
    std::size_t at = 0;
    for (std::string line; std::getline(lines, line) && without_digests(line + "\n") != end_of(5) + "\n"; ++at) {
        const Report practice(line);
        for (const std::string member : {"name", "result", "counts", "facts", "remarks", "assumed", "checklists"})
            CHECK(practice.at(member) == whole.at(fmt::format("practices/{}/{}", at, member)));
    }
    CHECK(at == texts.size());
    CHECK(whole.at("practices/1/checklists").find("people[2].trained") != std::string::npos);
}

TEST_CASE("a line of jsonl does not depend on the lines before it") {
    const Scratch scratch;
    std::size_t count = 0;
    for (const std::string folder : {"examples", "tests/report/practices"})
        for (const auto& entry : std::filesystem::directory_iterator(std::string(HIPAA_CHECK_ROOT "/") + folder)) {
            if (entry.path().extension() != ".yaml") continue;
            const std::string text = repository_file(folder + "/" + entry.path().filename().string());
            for (const std::string& variant : variants(text))
                scratch.write(fmt::format("d/{:03}.yaml", count++), variant);
        }
    REQUIRE(count > 50);
    const Outcome all = run_program({"-f", "jsonl", "--jobs", "1", "d"});
    CHECK(all.out.size() > 1'000'000);
    std::istringstream lines(all.out);
    std::string line;
    std::size_t at = 0;
    for (; std::getline(lines, line) && at < count; ++at) {
        const Outcome alone = run_program({"-f", "jsonl", "--jobs", "1", fmt::format("d/{:03}.yaml", at)});
        CHECK(without_digests(alone.out) == line + "\n" + end_of(1) + "\n");
    }
    CHECK(without_digests(line + "\n") == end_of(count) + "\n");
    CHECK(run_program({"-f", "jsonl", "--jobs", "3", "d"}).out == all.out);
}
