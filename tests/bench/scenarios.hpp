// What is measured: one function for each part of the table.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "measure.hpp"
#include "plot.hpp"
#include "results.hpp"

namespace bench {

struct Setup {
    /// hipaa-check, and the directory with the programs of the benchmark.
    std::filesystem::path program;
    std::filesystem::path tools;
    /// Where files may be made, and the repository.
    std::filesystem::path work;
    std::filesystem::path root;
    /// The checkers of others, installed; empty for none.
    std::filesystem::path peers;

    /// The day that counts as today; all answers were confirmed in the year before it.
    static constexpr const char* day = "2026-11-22";

    /// hipaa-check with what makes its result the same on every day.
    Command check(std::vector<std::string> arguments) const;
    /// `hipaa-check FILE`
    Command check_as_typed(const std::filesystem::path& file) const;
    /// The program of the benchmark with that name.
    Command tool(const std::string& name, std::vector<std::string> arguments) const;
    /// The checkers of others, with the rules in tests/bench/peers, on a file or the files of a directory.
    Command ajv(const std::filesystem::path& directory) const;
    Command guard(const std::filesystem::path& file) const;
    Command spectral(const std::filesystem::path& directory) const;
};

/// Makes the files that all of the following read: `1000`, `10000`, `10000-unusual` and more, in `work`.
void make_files(const Setup& setup);

std::vector<Row> one_file(const Setup& setup);
std::vector<Row> many_files(const Setup& setup);
/// Empty if there are no peers.
std::vector<Row> peers(const Setup& setup);
std::vector<Row> reading(const Setup& setup);
std::vector<Row> memory(const Setup& setup);

std::vector<Chart> growth(const Setup& setup);

}  // namespace bench
