// The practices of one side of a comparison, by what tells them from others. There may be very many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hipaa {

class PracticeIndex {
public:
    void add(std::string_view file, std::string_view name);
    /// The same number for the same name; 0 for none.
    static std::uint64_t number_of(std::string_view name);

    std::size_t size() const { return entries_.size(); }
    std::string_view file(std::size_t index) const { return files_.c_str() + entries_[index].file; }
    /// Its path below the directory that all practices of this side have in common.
    std::string_view path(std::size_t index) const;
    std::uint64_t name(std::size_t index) const { return entries_[index].name; }

    /// After the last `add`.
    void find_common_directory();

private:
    struct Entry {
        std::uint64_t name;
        std::uint32_t file;  // where it begins in `files_`, which holds a NUL behind each
    };

    std::string files_;
    std::vector<Entry> entries_;
    std::size_t common_ = 0;  // the length of the directory
};

/// A practice on both sides, or on one.
struct Pair {
    static constexpr std::uint32_t none = UINT32_MAX;
    std::uint32_t old = none;  // index
    std::uint32_t now = none;
};

/// By their files, then by their paths, then by their names where only one practice on each side has it; two that are alone always go together.
/// In the order of the newer side, then what only the older one has.
std::vector<Pair> match(const PracticeIndex& old, const PracticeIndex& now);

}  // namespace hipaa
