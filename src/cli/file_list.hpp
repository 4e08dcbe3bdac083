// The files of a run, in order. There may be very many, so a name takes little more than its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/run.hpp"

namespace hipaa {

/// A file to read, or a reason why one could not be found.
struct FoundFile {
    std::string path;
    bool named = true;    // by the user, not found in a directory
    std::string failure;  // why it cannot be read; empty: nothing is known against it
};

class FileList {
public:
    std::size_t size() const { return entries_.size(); }
    FoundFile operator[](std::size_t index) const;

    void add_named(std::string_view path);
    /// A directory for `add_found`: its path, of which the first `root` bytes are what the user wrote.
    std::size_t add_directory(std::string path, std::size_t root);
    void add_found(std::size_t directory, std::string_view name);
    /// A directory that cannot be read.
    void add_failure(std::string_view path, std::string why);

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

    std::string names_;
    std::vector<Entry> entries_;
    std::vector<Directory> directories_;
    std::map<std::uint32_t, std::string> failures_;  // by where the name begins
};

}  // namespace hipaa
