// Reading back lines of a jsonl report that somebody damaged: a mistake or a report, and nothing worse.
#include "report/json/line_reader.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "checklist/read/library_reader.hpp"
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
        CHECK(read.mistake.sentence == "");
        if (read.end) continue;
        const ReadLine moved = std::move(read);
        CHECK(reported(moved).find(json) != std::string::npos);
    }
}

TEST_CASE("a damaged line is a mistake, or a report that can be written") {
    const Library library = small_library();
    const LineReader reader(library);
    for (const std::string& json : lines_of(every_kind_of_practice().as("jsonl"))) {
        for (std::size_t size = 0; size < json.size(); size += 23)
            CHECK(reader.read(json.substr(0, size)).mistake.sentence != "");
        std::size_t accepted = 0;
        for (std::size_t at = 0; at < json.size(); at += 11) {
            for (const char by : {'"', '9', '}', '\xFF'}) {
                std::string damaged = json;
                damaged[at] = by;
                const ReadLine read = reader.read(damaged);
                if (!read.mistake.empty() || read.end) continue;
                ++accepted;
                if (accepted % 16 == 0) CHECK(reported(read) != "");
            }
        }
        CHECK(accepted < json.size());
    }
}

TEST_CASE("the last line says how many there are, and of which shard") {
    const Library library = small_library();
    const LineReader reader(library);
    const auto end = [&](const std::string& members) {
        return reader.read(R"({"format":"hipaa-check/report/1","end":{)" + members + "}}");
    };
    const ReadLine read = end(R"("practices":25,"shard":"2/4")");
    CHECK(read.mistake.sentence == "");
    REQUIRE(read.end);
    CHECK(read.end->practices == 25);
    CHECK(read.end->shard == Shard{2, 4});
    CHECK(end(R"("practices":0)").end->shard == std::nullopt);
    const std::string wrong = " as this version of hipaa-check writes it; run that part again with this version";
    for (const std::string practices :
         {R"("shard":"1/2")", R"("practices":-1)", R"("practices":"1")", R"("practices":1.5)"})
        CHECK(end(practices).mistake.sentence == "it has no `practices`" + wrong);
    for (const std::string shard :
         {"1", "1/", "/1", "0/1", "2/1", "1/2/3", "+1/2", "1/2 ", "1/99999999999999999999999"})
        CHECK(end(R"("practices":1,"shard":")" + shard + '"').mistake.sentence == "it has no `shard`" + wrong);
    CHECK(reader.read(R"({"format":"hipaa-check/report/2","end":{"practices":1}})").mistake.sentence ==
          "this is not a line of a report of hipaa-check; give `merge` what `-f jsonl` wrote");
    CHECK(reader.read(R"({"format":"hipaa-check/report/1","end":1})").mistake.sentence ==
          "it has no `practices`" + wrong);
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
                if (read.mistake.empty() && !read.end) CHECK(reported(read) != "");
            }
        }
    }
    CHECK(reader.read(std::string(1 << 20, '[')).mistake.sentence ==
          "this is not JSON (it is nested more than 32 deep); give `merge` what `-f jsonl` wrote");
}
