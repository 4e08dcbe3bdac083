// Finding the files that a command line means.
#include "cli/io/find_files.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "authoring/suite/suite.hpp"
#include "cli/io/error_text.hpp"
#include "cli/io/files.hpp"
#include "text/path.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

namespace fs = std::filesystem;

enum class Kind { file, directory, linked_directory, other };

Kind kind_of(const std::string& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return Kind::file;  // reading it will say why not
    const bool link = S_ISLNK(status.st_mode);
    if (link && ::stat(path.c_str(), &status) != 0) return Kind::file;
    if (S_ISREG(status.st_mode)) return Kind::file;
    if (!S_ISDIR(status.st_mode)) return Kind::other;
    return link ? Kind::linked_directory : Kind::directory;
}

/// What file systems tell with the name, which saves asking for most files.
Kind kind_of(const dirent& entry, const std::string& directory) {
    if (entry.d_type == DT_REG) return Kind::file;
    if (entry.d_type == DT_DIR) return Kind::directory;
    return kind_of(directory + entry.d_name);
}

constexpr std::string_view linked_directory = "it is a link to a directory, and such links are not followed";
constexpr std::string_view no_file = "it is not a regular file";
constexpr std::string_view hidden_ending =
    "its name ends in .txt, which some programs hide; rename it so that it ends in .yaml";

/// What an editor made of `practice.yaml` that saves everything as `.txt`.
bool has_text_ending(std::string_view name) {
    return has_ending(name, ".yaml.txt") || has_ending(name, ".yml.txt") || name == "practice.txt";
}

/// The entries of one directory that matter, sorted as their paths are: those of directories end in a slash.
class DirectoryListing {
public:
    DirectoryListing(IsWanted is_wanted, FileList& files) : is_wanted_(is_wanted), files_(files) {}

    /// Returns what went wrong; 0 if nothing did.
    int read(const std::string& directory) {
        const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(directory.empty() ? "." : directory.c_str()),
                                                       ::closedir);
        if (!open) return errno;
        while (true) {
            errno = 0;
            const dirent* entry = ::readdir(open.get());
            if (!entry) break;
            take(*entry, directory);
        }
        const int error = errno;
        std::ranges::sort(names_, {}, [this](std::uint32_t name) { return std::string_view(bytes_.c_str() + name); });
        return error;
    }

    template <typename Visit>
    void for_each(Visit&& visit) const {
        for (const std::uint32_t name : names_) visit(std::string_view(bytes_.c_str() + name));
    }

    bool has_links() const { return has_links_; }

private:
    void take(const dirent& entry, const std::string& directory) {
        if (entry.d_name[0] == '.') return;
        const Kind kind = kind_of(entry, directory);
        if (kind == Kind::linked_directory) return files_.pass_over(directory + entry.d_name, linked_directory);
        if (kind == Kind::file && is_wanted_ == is_practice_name && has_text_ending(entry.d_name))
            return files_.pass_over(directory + entry.d_name, hidden_ending);
        if (kind != Kind::directory && !is_wanted_(entry.d_name)) return;
        if (kind == Kind::other) return files_.pass_over(directory + entry.d_name, no_file);
        has_links_ |= entry.d_type != DT_REG && entry.d_type != DT_DIR;
        names_.push_back(static_cast<std::uint32_t>(bytes_.size()));
        bytes_ += entry.d_name;
        if (kind == Kind::directory) bytes_ += '/';
        bytes_ += '\0';
    }

    IsWanted is_wanted_;
    FileList& files_;
    std::string bytes_;  // the names, a NUL after each
    std::vector<std::uint32_t> names_;
    bool has_links_ = false;
};

class DirectoryWalk {
public:
    DirectoryWalk(IsWanted is_wanted, FileList& files) : is_wanted_(is_wanted), files_(files) {}

    void enter_named(const std::string& path) {
        std::string prefix = path == "." ? "" : path;
        if (!prefix.empty() && !prefix.ends_with('/')) prefix += '/';
        enter(prefix, prefix.size());
    }

    bool has_links() const { return has_links_; }

private:
    /// `path` ends in a slash, or is empty: the current directory. `root`: how much of it the user named.
    void enter(const std::string& path, std::size_t root) {
        DirectoryListing listing(is_wanted_, files_);
        const int error = listing.read(path);
        has_links_ |= listing.has_links();
        const std::size_t directory = files_.add_directory(path, root);
        listing.for_each([&](std::string_view name) {
            if (name.ends_with('/')) enter(path + std::string(name), root);
            else files_.add_found(directory, name);
        });
        if (error != 0) files_.add_failure(normalize_path(path.empty() ? "." : path), error_text(error));
    }

    IsWanted is_wanted_;
    FileList& files_;
    bool has_links_ = false;
};

/// A mark says so; without one, nearly every second byte is NUL. Names of one letter each, separated by NUL, look the
/// same, but no program lists files by such names.
bool is_utf16(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
    std::size_t nuls[2] = {0, 0};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\0') ++nuls[i % 2];
    const std::size_t most = std::max(nuls[0], nuls[1]);
    return text.size() >= 4 && most * 10 >= text.size() / 2 * 8;
}

}  // namespace

bool is_practice_name(std::string_view name) { return has_yaml_ending(name) && !is_test_name(name); }

FileList find_files(const std::vector<std::string>& paths, IsWanted is_wanted, Skipped skipped) {
    FileList files(skipped);
    DirectoryWalk walk(is_wanted, files);
    for (const std::string& path : paths) {
        std::error_code error;
        const std::string tidy = normalize_path(path);
        if (tidy != "-" && fs::is_directory(tidy, error)) {
            const std::size_t first = files.size();
            walk.enter_named(tidy);
            files.sort_from(first);
        } else {
            files.add_named(tidy);
        }
    }
    if (paths.size() > 1 || walk.has_links()) files.drop_repeated();
    files.sort_passed_over();
    return files;
}

yaml::Source read_found(const FoundFile& file, std::string& why) {
    why = file.failure;
    const Readable readable = file.named ? Readable::anything : Readable::regular_files;
    std::string bytes = why.empty() ? read_bytes(file.path, yaml::max_bytes, why, readable) : std::string();
    return as_source(file.path, std::move(bytes), why);
}

std::vector<std::string> read_path_list(const std::string& path, std::istream& in) {
    const std::string name = yaml::quote(path == "-" ? "standard input" : path);
    std::string why;
    std::string text = path == "-" ? read_bytes(in, longest_list, why) : read_bytes(path, longest_list, why);
    if (!why.empty()) throw std::runtime_error(fmt::format("the list {} cannot be read: {}", name, why));
    if (text.size() > longest_list)
        throw std::runtime_error(fmt::format("the list {} is over {} MiB; give it in parts", name, longest_list >> 20));
    if (is_utf16(text))
        throw std::runtime_error(fmt::format("the list {} is in UTF-16; save it as plain text in UTF-8", name));
    if (text.starts_with(utf8::byte_order_mark)) text.erase(0, utf8::byte_order_mark.size());

    const char separator = text.find('\0') == std::string::npos ? '\n' : '\0';
    std::vector<std::string> paths;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        std::string_view line = std::string_view(text).substr(begin, end - begin);
        if (separator == '\n' && line.ends_with('\r')) line.remove_suffix(1);
        if (paths.size() == most_listed)
            throw std::runtime_error(
                fmt::format("the list {} names more than {} files; give it in parts", name, most_listed));
        if (!line.empty()) paths.emplace_back(line);
        begin = end + 1;
    }
    return paths;
}

}  // namespace hipaa
