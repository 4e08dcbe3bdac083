// Files of lines that are read twice, out of order the second time, and never held in memory as a whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checklist/library_reader.hpp"

namespace hipaa {

/// A line and where it stands.
struct LineAt {
    std::uint32_t file = 0;    // index
    std::uint32_t number = 1;  // in its file
    std::uint64_t offset = 0;  // in bytes
    std::size_t length = 0;    // without the line feed
};

class LineFiles {
public:
    /// Lines over this are a mistake. The line of a practice takes about 20 KB; its file may have 4 MB.
    static constexpr std::size_t max_length = std::size_t{256} << 20;

    explicit LineFiles(const std::vector<std::string>& paths);
    ~LineFiles();
    LineFiles(const LineFiles&) = delete;
    LineFiles& operator=(const LineFiles&) = delete;

    /// All lines of all files but blank ones. Which files cannot be read is a mistake of theirs.
    std::vector<LineAt> split();
    /// The bytes of a line, or nothing if they are no longer there. From any thread.
    std::optional<std::string> read(const LineAt& line) const;

    /// By index, as messages name them.
    std::vector<FileProblems>& problems() { return problems_; }
    const std::string& name(std::uint32_t file) const { return problems_[file].source.name; }

private:
    void open(std::size_t index);
    void split(std::uint32_t index, std::vector<LineAt>& lines);

    std::vector<int> files_;  // -1: cannot be read
    std::vector<FileProblems> problems_;
};

}  // namespace hipaa
