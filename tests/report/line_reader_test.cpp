// Reading back lines of a jsonl report that somebody damaged: a mistake or a report, and nothing worse.
#include "report/line_reader.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "checklist/library_reader.hpp"
#include "report/format.hpp"
#include "report/reported.hpp"

using namespace hipaa;

namespace {

Library small_library() {
    std::vector<FileProblems> broken;
    auto library = read_library({{"rules.yaml", small_checklist}}, broken);
    REQUIRE(library);
    return std::move(*library);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// The reports in text and JSON of what was read.
std::string reported(const ReadLine& line) {
    std::ostringstream out;
    for (const std::string_view format : {"text", "jsonl", "html", "oscal", "csv"}) {
        const auto writer = find_format(format)->make(out, {});
        Totals totals;
        totals.add(line.report);
        writer->begin(line.run);
        writer->practice(line.report);
        writer->end(totals);
    }
    return out.str();
}

}  // namespace

TEST_CASE("a line that was read is written again as it was") {
    const Library library = small_library();
    const LineReader reader(library);
    for (const std::string& json : lines_of(every_kind_of_practice().as("jsonl"))) {
        ReadLine read = reader.read(json);
        CHECK(read.mistake == "");
        const ReadLine moved = std::move(read);
        CHECK(reported(moved).find(json) != std::string::npos);
    }
}

TEST_CASE("a damaged line is a mistake, or a report that can be written") {
    const Library library = small_library();
    const LineReader reader(library);
    for (const std::string& json : lines_of(every_kind_of_practice().as("jsonl"))) {
        for (std::size_t size = 0; size < json.size(); size += 23)
            CHECK(reader.read(json.substr(0, size)).mistake != "");
        std::size_t accepted = 0;
        for (std::size_t at = 0; at < json.size(); at += 11) {
            for (const char by : {'"', '9', '}', '\xFF'}) {
                std::string damaged = json;
                damaged[at] = by;
                const ReadLine read = reader.read(damaged);
                if (!read.mistake.empty()) continue;
                ++accepted;
                if (accepted % 16 == 0) CHECK(reported(read) != "");
            }
        }
        CHECK(accepted < json.size());
    }
}

TEST_CASE("members of other types are a mistake") {
    const Library library = small_library();
    const LineReader reader(library);
    for (const std::string& json : lines_of(every_kind_of_practice().as("jsonl"))) {
        // Every value that follows a key, one at a time, becomes an object, a number, or a deep nest.
        for (auto at = json.find("\":"); at != std::string::npos; at = json.find("\":", at + 1)) {
            for (const std::string by : {"{},\"x\":", "-1,\"x\":", "[[],{}],\"x\":", "true,\"x\":"}) {
                const std::string damaged = json.substr(0, at + 2) + by + json.substr(at + 2);
                const ReadLine read = reader.read(damaged);
                if (read.mistake.empty()) CHECK(reported(read) != "");
            }
        }
    }
    CHECK(reader.read(std::string(1 << 20, '[')).mistake ==
          "the line ends in the middle: it was cut off; run that part again");
}
