// Runs of the program through the entry that `main` uses, and directories for the files of a test.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/date.hpp"

namespace hipaa::testing {

struct Outcome {
    int status = -1;
    std::string out;
    std::string err;
};

struct Setting {
    std::string in = {};  // standard input
    Date today = parse_date("2026-11-22").value();
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool out_is_full = false;  // nothing can be written to standard output
    bool no_color = false;
    bool err_is_terminal = false;
    bool terminal_is_dumb = false;
    int out_error = 0;  // with `out_is_full`: why
    std::chrono::steady_clock::time_point (*now)() = std::chrono::steady_clock::now;
};

Outcome run_program(const std::vector<std::string>& arguments, const Setting& setting = {});

/// An empty directory that is the current one while this lives, so that messages name its files as they are called. At
/// the end it is gone and the directory before is the current one again.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    /// Writes a file, with the directories above it.
    void write(const std::string& name, std::string_view text) const;
    void link(const std::string& target, const std::string& name) const;

private:
    std::filesystem::path before_;
    std::filesystem::path path_;
};

/// The bytes of a file; none if it cannot be read.
std::string text_of(const std::string& path);

/// Whether `part` stands in `text`.
bool has(const std::string& text, std::string_view part);

/// The text of a file of the repository, by its name there.
std::string repository_file(const std::string& name);

}  // namespace hipaa::testing
