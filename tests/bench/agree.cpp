// Whether the checkers that are compared do the same work.
#include "agree.hpp"

#include <rapidjson/document.h>

#include <sstream>
#include <stdexcept>
#include <string>

namespace bench {
namespace {

/// As the naive checker writes it: the file, and the results of the six notes. Empty for the line that ends the report.
std::string line_of(const std::string& json) {
    rapidjson::Document practice;
    practice.Parse(json.c_str());
    if (practice.HasParseError()) throw std::runtime_error("a line of the report is not JSON");
    if (practice.HasMember("end")) return {};
    std::string line = std::string(practice["file"].GetString()) + ":";
    for (const auto& checklist : practice["checklists"].GetArray()) {
        for (const auto& note : checklist["notes"].GetArray()) line += " " + std::string(note["result"].GetString());
    }
    return line;
}

}  // namespace

std::size_t require_agreement(const Setup& setup, const std::filesystem::path& directory) {
    std::istringstream ours(output_of(setup.check({"-f", "jsonl", directory})));
    std::istringstream theirs(output_of(setup.tool("naive", {Setup::day, directory})));
    std::size_t files = 0;
    std::string their_line;
    for (std::string json; std::getline(ours, json); ++files) {
        const std::string line = line_of(json);
        if (line.empty()) break;
        if (!std::getline(theirs, their_line)) their_line = "nothing";
        if (line != their_line) {
            throw std::runtime_error("the verdicts differ\n  hipaa-check: " + line + "\n  naive:       " + their_line);
        }
    }
    if (files == 0 || std::getline(theirs, their_line)) throw std::runtime_error("the reports have different lengths");
    return files;
}

}  // namespace bench
