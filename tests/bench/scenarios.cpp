// What is measured: one function for each part of the table.
#include "scenarios.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t rounds_of_one = 301;
constexpr std::size_t rounds_of_many = 11;
/// For commands that take seconds.
constexpr std::size_t rounds_of_slow = 3;

/// One of `other_styles`: of what people write, the one that the fast reader leaves to yaml-cpp.
constexpr const char* style_with_anchors = "7";

/// For commands that matter for what they make.
void do_it(const Command& command) { output_of(command); }

/// A file that has everything that the built-in checklists are about.
fs::path everything(const Setup& setup) { return setup.root / "examples/solo-practice.yaml"; }

fs::path a_file(const Setup& setup) { return setup.work / "1000/000001.yaml"; }

/// `wc -l DIRECTORY/*`
Command count_lines(const fs::path& directory) {
    Command command{{"wc", "-l"}};
    for (const auto& entry : fs::directory_iterator(directory)) command.words.push_back(entry.path().string());
    std::sort(command.words.begin() + 2, command.words.end());
    return command;
}

/// Says by its status alone what it found, about as much as other checkers say.
Command verdict(const Setup& setup, const std::string& directory) {
    return setup.check({"-q", "--jobs", "1", setup.work / directory});
}

Command lines_of_json(const Setup& setup, const std::string& directory, const std::string& jobs) {
    return setup.check({"-f", "jsonl", "--jobs", jobs, setup.work / directory});
}

}  // namespace

Command Setup::check(std::vector<std::string> arguments) const {
    Command command{{program, "--as-of", day}, {0, 1, 4}};
    command.words.insert(command.words.end(), arguments.begin(), arguments.end());
    return command;
}

Command Setup::check_as_typed(const fs::path& file) const { return {{program, file}, {0, 1, 4}}; }

Command Setup::tool(const std::string& name, std::vector<std::string> arguments) const {
    Command command{{tools / ("bench-" + name)}};
    command.words.insert(command.words.end(), arguments.begin(), arguments.end());
    return command;
}

Command Setup::ajv(const fs::path& directory) const {
    return {{peers / "node_modules/.bin/ajv", "validate", "-s", peers / "spruce.schema.json", "-c", peers / "days.cjs",
             "--data", "--errors=no", "-d", directory / "*.yaml"},
            {0, 1},
            true};
}

Command Setup::guard(const fs::path& file) const {
    return {{peers / "node_modules/@cdklabs/cdk-validator-cfnguard/bin/ubuntu/x86_64/cfn-guard", "validate", "-r",
             peers / "spruce.guard", "-d", file},
            {0, 19}};
}

Command Setup::spectral(const fs::path& directory) const {
    return {{peers / "node_modules/.bin/spectral", "lint", "-r", peers / "spectral.js", directory / "*.yaml"}, {0, 1}};
}

void make_files(const Setup& setup) {
    for (const char* count : {"10", "100", "1000", "10000"}) {
        do_it(setup.tool("make", {"practices", setup.work / count, count}));
    }
    do_it(setup.tool("make", {"practices", setup.work / "10000-unusual", "10000", "1"}));
    do_it(setup.tool("make", {"practices", setup.work / "10000-anchors", "10000", "1", style_with_anchors}));
    do_it(setup.tool("make", {"large", setup.work / "large.yaml", "1000000"}));
}

std::vector<Row> one_file(const Setup& setup) {
    const std::string file = a_file(setup);
    const std::vector<double> took = median_seconds({setup.check_as_typed(file),
                                                     {{"/bin/true"}},
                                                     {{"cat", file}},
                                                     setup.tool("hello", {}),
                                                     setup.tool("naive", {Setup::day, file})},
                                                    rounds_of_one, 20);
    return {
        {"one file, text report", took[0], "`/bin/true`", took[1], Unit::seconds, 1.4, 2},
        {"one file, text report", took[0], "`cat` of the file", took[2], Unit::seconds},
        {"one file, text report", took[0], "a static hello", took[3], Unit::seconds},
        {"one file, text report", took[0], "the naive checker", took[4], Unit::seconds},
    };
}

std::vector<Row> many_files(const Setup& setup) {
    const std::vector<double> took =
        median_seconds({lines_of_json(setup, "10000", "1"), lines_of_json(setup, "10000", "2"),
                        lines_of_json(setup, "10000-unusual", "1"), lines_of_json(setup, "10000-anchors", "1"),
                        count_lines(setup.work / "10000")},
                       rounds_of_many, 2);
    const std::vector<double> slow = median_seconds({lines_of_json(setup, "10000", "1"), verdict(setup, "10000"),
                                                     setup.tool("naive", {Setup::day, setup.work / "10000"})},
                                                    rounds_of_slow);
    return {
        {"10,000 files, 1 thread", took[0], "`wc -l`", took[4], Unit::seconds, 0.9, 1.2},
        {"10,000 files, 2 threads", took[1], "`wc -l`", took[4], Unit::seconds},
        {"10,000 files, 1 in 10 of them unusual", took[2], "none unusual", took[0], Unit::seconds},
        {"10,000 files, 1 in 10 of them with anchors", took[3], "none unusual", took[0], Unit::seconds},
        {"10,000 files, 1 thread", slow[0], "the naive checker", slow[2], Unit::seconds},
        {"10,000 files, 1 thread, verdict only", slow[1], "the naive checker", slow[2], Unit::seconds},
    };
}

std::vector<Row> peers(const Setup& setup) {
    if (setup.peers.empty()) return {};
    const fs::path thousand = setup.work / "1000";
    const std::vector<double> one =
        median_seconds({setup.check_as_typed(everything(setup)), setup.guard(a_file(setup))}, 101, 5);
    const std::vector<double> many = median_seconds(
        {lines_of_json(setup, "10000", "1"), verdict(setup, "10000"), setup.ajv(setup.work / "10000")}, rounds_of_slow);
    const std::vector<double> some =
        median_seconds({lines_of_json(setup, "1000", "1"), setup.guard(thousand), setup.spectral(thousand)}, 1, 0);
    return {
        {"one file, all built-in checklists", one[0], "cfn-guard, six rules", one[1], Unit::seconds, 1.0 / 4, 1.0 / 2},
        {"10,000 files, 1 thread", many[0], "ajv-cli", many[2], Unit::seconds, 1.0 / 8, 1.0 / 4},
        {"10,000 files, 1 thread, verdict only", many[1], "ajv-cli", many[2], Unit::seconds},
        {"1,000 files, 1 thread", some[0], "cfn-guard", some[1], Unit::seconds},
        {"1,000 files, 1 thread", some[0], "Spectral", some[2], Unit::seconds},
    };
}

std::vector<Row> reading(const Setup& setup) {
    std::istringstream said(output_of(setup.tool("parse", {setup.work / "1000"})));
    std::string name;
    double ours = 0;
    double libyaml = 0;
    double yaml_cpp = 0;
    if (!(said >> name >> ours >> name >> libyaml >> name >> yaml_cpp))
        throw std::runtime_error("bench-parse says nothing");
    return {
        {"reading 1,000 files, in one process", ours, "the events of libyaml", libyaml, Unit::seconds},
        {"reading 1,000 files, in one process", ours, "the nodes of yaml-cpp", yaml_cpp, Unit::seconds},
    };
}

std::vector<Row> memory(const Setup& setup) {
    do_it(setup.tool("make", {"practices", setup.work / "100000", "100000"}));
    const double one = peak_bytes(setup.check_as_typed(a_file(setup)));
    const double hello = peak_bytes(setup.tool("hello", {}));
    const double thousand = peak_bytes(lines_of_json(setup, "1000", "2"));
    const double all = peak_bytes(lines_of_json(setup, "100000", "2"));
    const fs::path large = setup.work / "large.yaml";
    return {
        {"memory, one file", one, "a static hello", hello, Unit::bytes, 2.5, 4},
        {"memory, 100,000 files", all, "1,000 files", thousand, Unit::bytes, 2, 2},
        {"memory, a file of 1 MB", peak_bytes(setup.check({large})), "its size",
         static_cast<double>(fs::file_size(large)), Unit::bytes, 10, 10},
    };
}

std::vector<Chart> growth(const Setup& setup) {
    Chart files{
        "Files of 1.6 KB", "files", {{"1 thread", {}}, {"2 threads", {}}, {"wc -l", {}}, {"naive checker", {}}}};
    for (const std::size_t count : {10, 100, 1000, 10000, 100000}) {
        const std::string directory = std::to_string(count);
        std::vector<Command> commands{lines_of_json(setup, directory, "1"), lines_of_json(setup, directory, "2")};
        // More do not fit into an argument list, and would take a minute.
        if (count <= 10000) commands.push_back(count_lines(setup.work / directory));
        if (count <= 10000) commands.push_back(setup.tool("naive", {Setup::day, setup.work / directory}));
        const std::vector<double> took =
            median_seconds(commands, count <= 1000 ? rounds_of_many : rounds_of_slow, count <= 10000);
        for (std::size_t at = 0; at < took.size(); ++at) files.series[at].points.emplace_back(count, took[at]);
    }
    fs::remove_all(setup.work / "100000");

    Chart notes{"One file, checklists of many notes", "notes", {{"hipaa-check", {}}}};
    const std::vector<std::size_t> counts{6, 12, 30, 60, 120, 300, 600};
    std::vector<Command> commands;
    for (const std::size_t count : counts) {
        const std::string number = std::to_string(count);
        const fs::path checklist = setup.work / ("checklist-" + number + ".yaml");
        do_it(setup.tool("make", {"checklist", setup.root / "rules/spruce.yaml", checklist, number}));
        commands.push_back(setup.check({"--rules", checklist, a_file(setup)}));
    }
    const std::vector<double> took = median_seconds(commands, 21, 2);
    for (std::size_t at = 0; at < counts.size(); ++at) {
        notes.series[0].points.emplace_back(static_cast<double>(counts[at]), took[at]);
    }
    return {files, notes};
}

}  // namespace bench
