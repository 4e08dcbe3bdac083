// Lists of files, parts of them for several machines, and the line that shows how far a long run is.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "support/program.hpp"

using namespace hipaa::testing;

namespace {

const std::string sound = "confirmed_on: 2026-11-01\nproducts: {radio: {client_information: no}}\n";

/// The files that a jsonl report names, in order.
std::vector<std::string> files(const std::string& lines) {
    const std::string before = R"("file":")";
    std::vector<std::string> names;
    const std::size_t end = lines.rfind('{', lines.rfind(R"("end":)"));
    for (std::size_t line = 0; line < end; line = lines.find('\n', line) + 1) {
        const std::size_t begin = lines.find(before, line) + before.size();
        names.push_back(lines.substr(begin, lines.find('"', begin) - begin));
    }
    return names;
}

std::vector<std::string> listed(std::vector<std::string> arguments, const Setting& setting = {}) {
    arguments.insert(arguments.begin(), {"-f", "jsonl", "--jobs", "1"});
    return files(run_program(arguments, setting).out);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("--files-from reads lines, or names separated by NUL") {
    const Scratch scratch;
    scratch.write("a.yaml", sound);
    scratch.write("b c.yaml", sound);
    scratch.write("d/x.yaml", sound);
    scratch.write("d/y.yaml", sound);
    scratch.write("lines.txt", "b c.yaml\r\n\nd\na.yaml");
    const Names all{"b c.yaml", "d/x.yaml", "d/y.yaml", "a.yaml"};
    CHECK(listed({"--files-from", "lines.txt"}) == all);
    CHECK(listed({"--files-from", "-"}, Setting{"b c.yaml\nd\na.yaml\n"}) == all);
    CHECK(listed({"--files-from", "-"}, Setting{std::string("a.yaml\0d/y.yaml\0", 16)}) == Names{"a.yaml", "d/y.yaml"});
    // After those of the command line, each file once.
    CHECK(listed({"a.yaml", "--files-from", "lines.txt"}) == Names{"a.yaml", "b c.yaml", "d/x.yaml", "d/y.yaml"});
}

TEST_CASE("--files-from that cannot be read, or that lists nothing") {
    const Scratch scratch;
    scratch.write("empty.txt", "\n\n");
    scratch.write("d/a.yaml", sound);
    const Outcome missing = run_program({"--files-from", "list.txt"});
    CHECK(missing.status == 3);
    CHECK(missing.out == "");
    CHECK(missing.err == "hipaa-check: the list `list.txt` cannot be read: No such file or directory\n");
    const Outcome directory = run_program({"--files-from", "d"});
    CHECK(directory.status == 3);
    CHECK(directory.err == "hipaa-check: the list `d` cannot be read: Is a directory\n");
    CHECK(run_program({"--files-from", "empty.txt"}).status == 5);
    // A name in the list is one on the command line: a missing file is a mistake.
    const Outcome gone = run_program({"-q", "--files-from", "-"}, Setting{"gone.yaml\nd/a.yaml\n"});
    CHECK(gone.status == 3);
    CHECK(gone.err ==
          "gone.yaml:1:1: cannot be read: No such file or directory; to begin, make this file with the line "
          "`products: {spruce: {}}`: the report lists the questions to answer\n");
}

TEST_CASE("--files-from takes what editors and other systems make of a list, or refuses it") {
    const Scratch scratch;
    scratch.write("a.yaml", sound);
    CHECK(listed({"--files-from", "-"}, Setting{"\xEF\xBB\xBF"
                                                "a.yaml\r\n"}) == Names{"a.yaml"});
    const std::string plain("a.yaml\n");
    std::string little;
    std::string big;
    for (const char c : plain) {
        little += {c, '\0'};
        big += {'\0', c};
    }
    for (const std::string& list : {little, big, "\xFF\xFE" + little, "\xFE\xFF" + big}) {
        const Outcome outcome = run_program({"--files-from", "-"}, Setting{list});
        CHECK(outcome.status == 3);
        CHECK(outcome.out == "");
        CHECK(outcome.err == "hipaa-check: the list `standard input` is in UTF-16; save it as plain text in UTF-8\n");
    }
    const Outcome itself = run_program({"--files-from", "-"}, Setting{"a.yaml\n-\n"});
    CHECK(itself.status == 2);
    CHECK(itself.err ==
          "hipaa-check: the list on standard input names `-`, which would be standard input itself\n"
          "Try `hipaa-check --help`.\n");
    scratch.write("list.txt", "-\n");
    CHECK(listed({"--files-from", "list.txt"}, Setting{sound}) == Names{"<stdin>"});
}

TEST_CASE("mistakes that many files have because --rules was forgotten are not told of each") {
    const Scratch scratch;
    for (int i = 100; i < 150; ++i)
        scratch.write("d/p" + std::to_string(i) + ".yaml", "products: {acme: {portal_id: yes}}\n");
    const Outcome outcome = run_program({"-q", "d"});
    CHECK(outcome.status == 3);
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 20 * 3 + 1);
    CHECK(outcome.err.ends_with(
        "hipaa-check: 30 more files have none but the mistakes that others above have, too; if a checklist of your own "
        "knows these names, give it with --rules\n"));
    // What is new is told.
    scratch.write("d/z.yaml", "products: {acme: {portal_id: yes, other: no}}\n");
    CHECK(run_program({"-q", "d"}).err.find("d/z.yaml:1:35: `other`") != std::string::npos);
}

TEST_CASE("every file belongs to one part, whatever else there is and wherever it stands") {
    const Scratch scratch;
    for (int i = 100; i < 200; ++i) scratch.write("d/p" + std::to_string(i) + ".yaml", sound);
    std::set<std::string> seen;
    for (const std::string part : {"1/3", "2/3", "3/3"}) {
        const Names names = listed({"d", "--shard", part});
        CHECK(names.size() > 20);
        for (const std::string& name : names) CHECK(seen.insert(name).second);
        CHECK(std::is_sorted(names.begin(), names.end()));
    }
    CHECK(seen.size() == 100);
    const Names before = listed({"d", "--shard", "2/3"});
    for (int i = 300; i < 350; ++i) scratch.write("d/a" + std::to_string(i) + ".yaml", sound);
    const Names after = listed({"d", "--shard", "2/3"});
    for (const std::string& name : before) CHECK(std::find(after.begin(), after.end(), name) != after.end());
    // What counts is the path below the directory that was named, so another machine may keep it elsewhere.
    for (int i = 100; i < 200; ++i) scratch.write("else/where/p" + std::to_string(i) + ".yaml", sound);
    const Names elsewhere = listed({"else/where/", "--shard", "2/3"});
    REQUIRE(elsewhere.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(elsewhere[i] == "else/where" + before[i].substr(1));
    // The parts are part of what is promised: a new version must not move files.
    CHECK(listed({"d/p100.yaml", "d/p101.yaml", "d/p102.yaml", "--shard", "1/3"}) == Names{"d/p101.yaml"});
}

TEST_CASE("a part may have no file") {
    const Scratch scratch;
    scratch.write("d/a.yaml", sound);
    int empty = 0;
    for (const std::string part : {"1/3", "2/3", "3/3"}) {
        const Outcome outcome = run_program({"-f", "jsonl", "d", "--shard", part});
        CHECK(outcome.status == 0);
        if (outcome.out.find("\"practices\":0") == std::string::npos) continue;
        ++empty;
        CHECK(outcome.err == "hipaa-check: part " + part.substr(0, 1) + " of 3 has none of the 1 files\n");
        CHECK(run_program({"d", "--shard", part})
                  .out.starts_with("Nothing was checked: part " + part.substr(0, 1) +
                                   " of 3 has none of the practice files.\nhipaa-check "));
    }
    CHECK(empty == 2);
    scratch.write("none/readme.txt", "");
    CHECK(run_program({"none", "--shard", "1/3"}).status == 5);
    CHECK(
        run_program({"d", "--shard", "1/3"}).out.find("(more with -v). This is part 1 of 3 (--shard). As reported;") !=
        std::string::npos);
}

namespace {

/// Half a second later each time.
std::chrono::steady_clock::time_point slow_clock() {
    static std::chrono::steady_clock::time_point time;
    return time += std::chrono::milliseconds(500);
}

}  // namespace

TEST_CASE("a long run shows on a terminal how far it is") {
    const Scratch scratch;
    for (const std::string name : {"a", "b", "c", "e"}) scratch.write("d/" + name + ".yaml", sound);
    scratch.write("d/d.yaml", "services: {}\n");
    Setting setting;
    setting.err_is_terminal = true;
    setting.now = slow_clock;
    const std::vector<std::string> arguments{"-f", "jsonl", "--jobs", "1", "d"};
    const std::string skipped = "d/d.yaml: skipped, because it has none of the keys of a practice file\n";
    CHECK(run_program(arguments, setting).err ==
          "\r[############                  ] 2 of 5 files\r[##################            ] 3 of 5 files"
          "\r[########################      ] 4 of 5 files\r\x1b[K" +
              skipped + "\r[##############################] 5 of 5 files\r\x1b[K");
    setting.out_is_terminal = true;  // the line would stand in the report
    CHECK(run_program(arguments, setting).err == skipped);
    setting.out_is_terminal = false;
    setting.terminal_is_dumb = true;  // nothing can be taken back
    CHECK(run_program(arguments, setting).err == skipped);
    setting.terminal_is_dumb = false;
    CHECK(run_program({"-q", "d"}, setting).err == skipped);
    setting.now = [] { return std::chrono::steady_clock::time_point(); };  // not long at all
    CHECK(run_program(arguments, setting).err == skipped);
}
