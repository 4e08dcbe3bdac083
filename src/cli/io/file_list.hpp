// The files of a run, in order. There may be very many, so a name takes little more than its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/run.hpp"

namespace hipaa {

/// A file to read, or a reason why one could not be found.
struct FoundFile {
    std::string path;
    bool named = true;    // by the user, not found in a directory
    std::string failure;  // why it cannot be read; empty: nothing is known against it
};

/// What becomes of what is passed over in a directory.
enum class Skipped : std::uint8_t { listed, refused };

class FileList {
public:
    explicit FileList(Skipped skipped = Skipped::listed) : skipped_(skipped) {}

    std::size_t size() const { return entries_.size(); }
    FoundFile operator[](std::size_t index) const;

    void add_named(std::string_view path);
    /// A directory for `add_found`: its path, which ends in a slash or is empty, and of which the first `root` bytes are what the user wrote.
    std::size_t add_directory(std::string path, std::size_t root);
    void add_found(std::size_t directory, std::string_view name);
    /// A directory that cannot be read.
    void add_failure(std::string_view path, std::string why);
    /// Something in a directory that is not read; `why` says why as a clause, and is a literal. If it is refused, it is a
    /// file that cannot be read.
    void pass_over(std::string path, std::string_view why);
    /// Sorts what was passed over by bytes, each once.
    void sort_passed_over();
    /// Sorts the files from `first` on by bytes, where what was added out of order is a file that cannot be read.
    void sort_from(std::size_t first);

    const std::vector<SkippedFile>& passed_over() const { return passed_over_; }
    /// The first file that is one of `places`, which are canonical paths, or nothing.
    std::optional<std::string> find_any_of(const std::vector<std::string>& places) const;

    /// Leaves each file once, where it stands first, however it is reached; named if it is so anywhere.
    void drop_repeated();
    /// Leaves the files that belong to `shard`. That depends on the file alone: on its path as the user named it, or on
    /// its path below the directory that the user named.
    void keep(Shard shard);

private:
    struct Directory {
        std::string path;
        std::size_t root;
    };
    struct Entry {
        std::uint32_t name;       // where it begins in `names_`, which holds a NUL after each
        std::uint32_t directory;  // index in `directories_`, or `none`
        bool named;
    };
    static constexpr std::uint32_t none = UINT32_MAX;

    std::string_view name_of(const Entry& entry) const { return names_.c_str() + entry.name; }
    std::string path_of(const Entry& entry) const;
    void add(std::uint32_t directory, std::string_view name, bool named);

    Skipped skipped_;
    std::string names_;
    std::vector<Entry> entries_;
    std::vector<Directory> directories_;
    std::map<std::uint32_t, std::string> failures_;  // by where the name begins
    std::vector<SkippedFile> passed_over_;
};

}  // namespace hipaa
