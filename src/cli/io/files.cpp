// Reading files.
#include "cli/io/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/io/error_text.hpp"
#include "digest/content_ids.hpp"
#include "text/ascii.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

namespace fs = std::filesystem;

struct File {
    explicit File(int opened) : descriptor(opened) {}
    ~File() {
        if (descriptor >= 0) ::close(descriptor);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    const int descriptor;
};

/// The file that only its ending, or the case of letters, tells from `path`.
std::optional<std::string_view> same_name(const fs::path& path, const std::vector<std::string_view>& known) {
    const std::string wanted = in_small_letters(path.stem().string());
    for (const std::string_view name : known)
        for (const std::string_view ending : {"", ".yaml", ".yml", ".yaml.txt", ".yml.txt", ".txt"})
            if (in_small_letters(name) == wanted + std::string(ending)) return name;
    return std::nullopt;
}

/// What a missing file may have been meant to be: the nearest name in its directory.
std::string neighbour(const fs::path& path) {
    std::vector<std::string> names;
    std::error_code error;
    const fs::path directory = path.has_parent_path() ? path.parent_path() : fs::path(".");
    constexpr std::size_t most_looked_at = 1000;
    for (fs::directory_iterator entry(directory, error), end; !error && entry != end && names.size() < most_looked_at;
         entry.increment(error))
        names.push_back(entry->path().filename().string());
    std::ranges::sort(names);
    const std::vector<std::string_view> known(names.begin(), names.end());
    auto meant = same_name(path, known);
    if (!meant) meant = closest(path.filename().string(), known);
    return meant ? fmt::format("; did you mean {}?", yaml::quote((path.parent_path() / *meant).string())) : "";
}

/// Why there is no file at `path`.
std::string why_missing(const std::string& path) {
    std::error_code error;
    const fs::path target = fs::read_symlink(path, error);
    if (!error) return fmt::format("it is a link to {}, which is not there", yaml::quote(target.string()));
    return error_text(ENOENT) + neighbour(path);
}

/// Fills `text` from `read(to, size)`, which gives what is there now, 0 at the end, or -1 with `errno`. A read may give
/// less than was asked for though there is more. `expected` bytes are made room for at first. Returns `errno`, or 0.
template <typename Read>
int read_all(Read&& read, std::size_t expected, std::size_t most, std::string& text) {
    std::size_t size = 0;
    while (size <= most) {
        // One byte more than is expected tells with the next read whether that was all.
        if (size == text.size()) text.resize(std::min(std::max(expected + 1, size * 2), most + 1));
        const ::ssize_t count = read(text.data() + size, text.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
    }
    text.resize(size);
    return 0;
}

/// True if somebody else wrote to a file since `before`: what was read may be half of the old and half of the new one.
bool has_changed(int descriptor, const struct stat& before, std::size_t size_read, std::size_t most) {
    struct stat after {};
    if (::fstat(descriptor, &after) != 0) return false;
    const auto moment = [](const struct stat& status) {
        return std::pair(status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
    };
    if (moment(before) != moment(after) || before.st_size != after.st_size) return true;
    // Files that the system makes up have no size.
    return after.st_size > 0 && size_read <= most && size_read != static_cast<std::size_t>(after.st_size);
}

}  // namespace

std::string read_bytes(const std::string& path, std::size_t most, std::string& why, Readable readable) {
    const bool waits = readable == Readable::anything;
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | (waits ? 0 : O_NONBLOCK)));
    if (file.descriptor < 0) {
        why = errno == ENOENT ? why_missing(path) : error_text(errno);
        return {};
    }
    struct stat status {};
    const bool regular = ::fstat(file.descriptor, &status) == 0 && S_ISREG(status.st_mode);
    if (readable == Readable::regular_files && !regular && !S_ISDIR(status.st_mode)) {
        why = "it is not a regular file";
        return {};
    }
    constexpr std::size_t usual = 1 << 16;
    const std::size_t expected = regular && status.st_size > 0 ? static_cast<std::size_t>(status.st_size) : usual;
    std::string text;
    const int error =
        read_all([&](char* to, std::size_t size) { return ::read(file.descriptor, to, size); }, expected, most, text);
    if (error != 0) why = error_text(error);
    else if (regular && has_changed(file.descriptor, status, text.size(), most))
        why = "it was changed while it was read; try again";
    return why.empty() ? std::move(text) : std::string();
}

std::string read_bytes(std::istream& in, std::size_t most, std::string& why) {
    std::string text;
    try {
        read_all(
            [&](char* to, std::size_t size) -> ::ssize_t {
                if (in) in.read(to, static_cast<std::streamsize>(size));
                else return 0;
                return static_cast<::ssize_t>(in.gcount());
            },
            1 << 16, most, text);
        if (in.bad()) why = "standard input failed";
    } catch (const std::system_error& error) {
        why = error_text(error.code().value());
    }
    return why.empty() ? std::move(text) : std::string();
}

void add_unreadable(yaml::Problems& problems, std::string_view why, Place place) {
    problems.add(place, "unreadable", [&] { return fmt::format("cannot be read: {}", why); });
}

yaml::Source as_source(const std::string& name, std::string bytes, std::string_view why) {
    yaml::Source source{utf8::escape_malformed(name), std::move(bytes)};
    if (why.empty() && source.text.size() <= yaml::max_bytes) source.digest = sha256(source.text);
    return source;
}

yaml::Source read_file(const std::string& path, yaml::Problems& problems) {
    std::string why;
    std::string bytes = read_bytes(path, yaml::max_bytes, why);
    yaml::Source source = as_source(path, std::move(bytes), why);
    if (!why.empty()) add_unreadable(problems, why);
    return source;
}

yaml::Source read_stream(std::istream& in, const std::string& name, yaml::Problems& problems) {
    std::string why;
    std::string bytes = read_bytes(in, yaml::max_bytes, why);
    yaml::Source source = as_source(name, std::move(bytes), why);
    if (!why.empty()) add_unreadable(problems, why);
    return source;
}

}  // namespace hipaa
