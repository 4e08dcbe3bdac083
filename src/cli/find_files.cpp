// Finding the files that a command line means.
#include "cli/find_files.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <system_error>

#include <fmt/format.h>

#include "yaml/fields.hpp"

namespace hipaa {
namespace {

namespace fs = std::filesystem;

bool is_practice_name(std::string_view name) {
    if (name.ends_with(".test.yaml") || name.ends_with(".test.yml")) return false;
    return name.ends_with(".yaml") || name.ends_with(".yml");
}

enum class Kind { file, directory, other };

Kind kind_of(const std::string& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return Kind::file;  // reading it will say why not
    const bool link = S_ISLNK(status.st_mode);
    if (link && ::stat(path.c_str(), &status) != 0) return Kind::file;
    if (S_ISREG(status.st_mode)) return Kind::file;
    return S_ISDIR(status.st_mode) && !link ? Kind::directory : Kind::other;
}

/// What file systems tell with the name, which saves asking for most files.
Kind kind_of(const dirent& entry, const std::string& directory) {
    if (entry.d_type == DT_REG) return Kind::file;
    if (entry.d_type == DT_DIR) return Kind::directory;
    return kind_of(directory + entry.d_name);
}

/// The entries of one directory that matter, sorted as their paths are: those of directories end in a slash.
class Listing {
public:
    /// Returns what went wrong; 0 if nothing did.
    int read(const std::string& directory) {
        const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(directory.c_str()), ::closedir);
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
        if (kind == Kind::other || (kind == Kind::file && !is_practice_name(entry.d_name))) return;
        has_links_ |= entry.d_type != DT_REG && entry.d_type != DT_DIR;
        names_.push_back(static_cast<std::uint32_t>(bytes_.size()));
        bytes_ += entry.d_name;
        if (kind == Kind::directory) bytes_ += '/';
        bytes_ += '\0';
    }

    std::string bytes_;  // the names, a NUL after each
    std::vector<std::uint32_t> names_;
    bool has_links_ = false;
};

class DirectoryWalk {
public:
    explicit DirectoryWalk(FileList& files) : files_(files) {}

    void enter(std::string path, std::size_t root) {
        if (!path.ends_with('/')) path += '/';
        if (root == 0) root = path.size();
        Listing listing;
        const int error = listing.read(path);
        has_links_ |= listing.has_links();
        const std::size_t directory = files_.add_directory(path, root);
        listing.for_each([&](std::string_view name) {
            if (name.ends_with('/')) enter(path + std::string(name), root);
            else files_.add_found(directory, name);
        });
        if (error == 0) return;
        path.pop_back();
        files_.add_failure(path, std::generic_category().message(error));
    }

    bool has_links() const { return has_links_; }

private:
    FileList& files_;
    bool has_links_ = false;
};

}  // namespace

FileList find_files(const std::vector<std::string>& paths) {
    FileList files;
    DirectoryWalk walk(files);
    for (const std::string& path : paths) {
        std::error_code error;
        if (path != "-" && fs::is_directory(path, error)) walk.enter(path, 0);
        else files.add_named(path);
    }
    if (paths.size() > 1 || walk.has_links()) files.drop_repeated();
    return files;
}

std::vector<std::string> read_path_list(const std::string& path, std::istream& in) {
    constexpr std::size_t most = std::size_t{64} << 20;
    std::ifstream file;
    if (path != "-") file.open(path, std::ios::binary);
    std::istream& source = path == "-" ? in : file;
    std::string text;
    for (char chunk[1 << 16]; source && text.size() <= most;) {
        source.read(chunk, sizeof chunk);
        text.append(chunk, static_cast<std::size_t>(source.gcount()));
    }
    const std::string name = path == "-" ? "standard input" : path;
    if (source.bad() || (path != "-" && !file.is_open()) || (path != "-" && !file.eof() && text.size() <= most))
        throw std::runtime_error(
            fmt::format("the list {} cannot be read: {}", yaml::quote(name), std::generic_category().message(errno)));
    if (text.size() > most)
        throw std::runtime_error(fmt::format("the list {} is over 64 MiB; give it in parts", yaml::quote(name)));

    const char separator = text.find('\0') == std::string::npos ? '\n' : '\0';
    std::vector<std::string> paths;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        std::string_view line = std::string_view(text).substr(begin, end - begin);
        if (separator == '\n' && line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty()) paths.emplace_back(line);
        begin = end + 1;
    }
    return paths;
}

}  // namespace hipaa
