// The files of a run, in order.
#include "cli/io/file_list.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace hipaa {
namespace {

namespace fs = std::filesystem;

/// FNV-1a with 64 bits, the same on every machine and in every version, which `std::hash` need not be. Its lowest bits
/// follow the bytes too closely for parts of equal size, so the highest are mixed in (as MurmurHash3 ends).
std::uint64_t stable_hash(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
    return hash ^ (hash >> 33);
}

/// The one path of a file that may have many; `path` itself where that cannot be told.
class Canonical {
public:
    std::string operator()(const std::string& path) {
        std::error_code error;
        if (path == "-") return path;
        if (fs::is_symlink(fs::symlink_status(path, error))) {
            const fs::path target = fs::canonical(path, error);
            return error ? path : target.string();
        }
        const std::size_t slash = path.rfind('/');
        const std::string directory = slash == std::string::npos ? "." : path.substr(0, slash + 1);
        const std::string name = path.substr(slash + 1);
        if (name.empty() || name == "." || name == "..") return path;
        if (directory != directory_) {
            const fs::path target = fs::canonical(directory, error);
            if (error) return path;
            directory_ = directory;
            canonical_ = target == "/" ? "" : target.string();
        }
        return canonical_ + '/' + name;
    }

private:
    std::string directory_;  // the last one, since many files share theirs
    std::string canonical_;
};

}  // namespace

void FileList::add(std::uint32_t directory, std::string_view name, bool named) {
    if (name.size() >= UINT32_MAX - names_.size())
        throw std::runtime_error("the names of all files are over 4 GiB; check the files in parts");
    entries_.push_back({static_cast<std::uint32_t>(names_.size()), directory, named});
    names_ += name;
    names_ += '\0';
}

void FileList::add_named(std::string_view path) { add(none, path, true); }

std::size_t FileList::add_directory(std::string path, std::size_t root) {
    directories_.push_back({std::move(path), root});
    return directories_.size() - 1;
}

void FileList::add_found(std::size_t directory, std::string_view name) {
    add(static_cast<std::uint32_t>(directory), name, false);
}

void FileList::add_failure(std::string_view path, std::string why) {
    add_named(path);
    failures_.emplace(entries_.back().name, std::move(why));
}

void FileList::sort_passed_over() {
    std::ranges::sort(passed_over_, {}, &SkippedFile::file);
    const auto is_same = [](const SkippedFile& one, const SkippedFile& other) { return one.file == other.file; };
    passed_over_.erase(std::unique(passed_over_.begin(), passed_over_.end(), is_same), passed_over_.end());
}

void FileList::pass_over(std::string path, std::string_view why) {
    if (skipped_ == Skipped::refused) add_failure(path, std::string(why));
    else passed_over_.push_back({std::move(path), why});
}

void FileList::sort_from(std::size_t first) {
    const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto fails = [this](const Entry& entry) { return failures_.contains(entry.name); };
    if (std::none_of(begin, entries_.end(), fails)) return;  // then they are in order
    std::ranges::stable_sort(begin, entries_.end(), {}, [this](const Entry& entry) { return path_of(entry); });
}

std::string FileList::path_of(const Entry& entry) const {
    std::string path = entry.directory == none ? "" : directories_[entry.directory].path;
    path += name_of(entry);
    return path;
}

FoundFile FileList::operator[](std::size_t index) const {
    const Entry& entry = entries_[index];
    const auto failure = failures_.find(entry.name);
    return {path_of(entry), entry.named, failure == failures_.end() ? "" : failure->second};
}

void FileList::drop_repeated() {
    struct Identity {
        std::uint64_t hash;
        std::size_t index;
    };
    std::vector<Identity> identities;
    identities.reserve(entries_.size());
    Canonical canonical;
    // A link that is refused is not what it leads to.
    const auto reached = [&](const Entry& entry) {
        return failures_.contains(entry.name) ? path_of(entry) : canonical(path_of(entry));
    };
    for (std::size_t i = 0; i < entries_.size(); ++i) identities.push_back({stable_hash(reached(entries_[i])), i});
    std::ranges::sort(identities, {}, [](const Identity& identity) { return std::tie(identity.hash, identity.index); });

    std::vector<bool> repeated(entries_.size());
    for (auto first = identities.begin(); first != identities.end(); ++first) {
        if (repeated[first->index]) continue;
        for (auto next = first + 1; next != identities.end() && next->hash == first->hash; ++next) {
            if (reached(entries_[first->index]) != reached(entries_[next->index])) continue;
            repeated[next->index] = true;
            entries_[first->index].named |= entries_[next->index].named;
        }
    }
    std::size_t index = 0;
    std::erase_if(entries_, [&](const Entry&) { return repeated[index++]; });
}

std::optional<std::string> FileList::find_any_of(const std::vector<std::string>& places) const {
    Canonical canonical;
    for (const Entry& entry : entries_) {
        std::string path = path_of(entry);
        if (std::ranges::find(places, canonical(path)) != places.end()) return path;
    }
    return std::nullopt;
}

void FileList::keep(Shard shard) {
    std::erase_if(entries_, [&](const Entry& entry) {
        const std::string path = path_of(entry);
        const std::size_t root = entry.directory == none ? 0 : directories_[entry.directory].root;
        return stable_hash(std::string_view(path).substr(root)) % shard.of != shard.number - 1;
    });
}

}  // namespace hipaa
