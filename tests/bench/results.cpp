// What was measured, as a table in Markdown, and how it replaces the table of the last time.
#include "results.hpp"

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace bench {
namespace {

std::string print(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// Three digits that count.
std::string rounded(double value) { return print(value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value); }

/// A ratio that is small by its goal, or has none and is small, as one part of many.
bool is_part(double value, const Row& row) { return (row.goal == 0 ? value : row.goal) < 0.145; }

std::string ratio(double value, const Row& row) {
    if (!is_part(value, row)) return print("%.2f", value);
    return "1/" + print(value > 0.1 ? "%.1f" : "%.0f", 1 / value);
}

std::string limit(double limit, const Row& row) {
    if (row.goal == 0) return "";
    return is_part(limit, row) ? "1/" + print("%g", 1 / limit) : print("%g", limit);
}

const char* verdict(double value, const Row& row) {
    if (row.goal == 0) return "";
    return value <= row.goal ? "goal" : value <= row.least ? "least" : "**missed**";
}

std::string machine() {
    std::string system = "an unknown system";
    std::ifstream release("/etc/os-release");
    for (std::string line; std::getline(release, line);) {
        constexpr std::string_view key = "PRETTY_NAME=\"";
        if (line.starts_with(key)) system = line.substr(key.size(), line.size() - key.size() - 1);
    }
    return std::to_string(std::thread::hardware_concurrency()) + " virtual CPUs, " + system + ", g++ " + __VERSION__;
}

std::string today() {
    const std::time_t now = std::time(nullptr);
    char text[sizeof "2026-01-01"];
    std::strftime(text, sizeof text, "%Y-%m-%d", std::localtime(&now));
    return text;
}

}  // namespace

std::string with_unit(double value, Unit unit) {
    if (unit == Unit::bytes) return rounded(value / 1e6) + " MB";
    if (value < 1e-3) return rounded(value * 1e6) + " µs";
    return value < 1 ? rounded(value * 1e3) + " ms" : rounded(value) + " s";
}

std::string markdown(const std::vector<Row>& rows) {
    std::string text = "Measured on " + today() + " (" + machine() + "):\n\n";
    text += "| what | hipaa-check | compared with | ratio | goal | least | reached |\n|---|---|---|---|---|---|---|\n";
    for (const Row& row : rows) {
        const double value = row.ours / row.theirs;
        text += "| " + row.what + " | " + with_unit(row.ours, row.unit) + " | " + row.other + ": " +
                with_unit(row.theirs, row.unit) + " | " + ratio(value, row) + " | " + limit(row.goal, row) + " | " +
                limit(row.least, row) + " | " + verdict(value, row) + " |\n";
    }
    return text;
}

void replace_results(const std::filesystem::path& file, const std::string& text) {
    std::ifstream old(file, std::ios::binary);
    std::string all{std::istreambuf_iterator<char>(old), {}};
    const std::string begin = "<!-- results: begin -->\n";
    const std::size_t from = all.find(begin);
    const std::size_t to = all.find("<!-- results: end -->\n");
    if (from == std::string::npos || to == std::string::npos || to < from) {
        throw std::runtime_error(file.string() + " has no place for results");
    }
    all.replace(from + begin.size(), to - from - begin.size(), text);
    std::ofstream written(file, std::ios::binary);
    written << all;
    if (!written.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace bench
