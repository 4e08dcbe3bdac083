// Files of lines that are read twice, out of order the second time, and never held in memory as a whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checklist/read/library_reader.hpp"
#include "cli/io/readable_file.hpp"

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
    /// Why a line cannot be read that was there the first time.
    static constexpr std::string_view changed = "it was changed while it was read; run `merge` again";

    explicit LineFiles(const std::vector<std::string>& paths);

    /// All lines of all files but blank ones. Which files cannot be read, and which are given twice, is a mistake of
    /// theirs.
    std::vector<LineAt> split();
    /// The bytes of a line; where they cannot be had any more, nothing, and `why` says so. From any thread.
    std::optional<std::string> read(const LineAt& line, std::string& why) const;

    /// By index, as messages name them.
    std::vector<FileProblems>& problems() { return problems_; }
    const std::string& name(std::uint32_t file) const { return problems_[file].source.name; }

private:
    bool identify(std::uint32_t index, const ReadableFile& file);
    void split(std::uint32_t index, const ReadableFile& file, std::vector<LineAt>& lines);
    std::shared_ptr<const ReadableFile> open_again(std::uint32_t index) const;

    std::vector<std::string> paths_;
    std::vector<ReadableFile::Identity> identities_;
    std::vector<FileProblems> problems_;

    mutable std::mutex mutex_;
    mutable std::list<std::pair<std::uint32_t, std::shared_ptr<const ReadableFile>>> open_;  // the one last used first
};

}  // namespace hipaa
