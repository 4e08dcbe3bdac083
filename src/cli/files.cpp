// Reading files.
#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

namespace fs = std::filesystem;

std::string explain(int error) { return std::generic_category().message(error); }

struct File {
    explicit File(int opened) : descriptor(opened) {}
    ~File() {
        if (descriptor >= 0) ::close(descriptor);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    const int descriptor;
};

void add_unreadable(yaml::Problems& problems, std::string_view why) {
    problems.add({}, "unreadable", [&] { return fmt::format("cannot be read: {}", why); });
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
    const auto meant = closest(path.filename().string(), known);
    return meant ? fmt::format("; did you mean {}?", yaml::quote((path.parent_path() / *meant).string())) : "";
}

}  // namespace

yaml::Source read_file(const std::string& path, yaml::Problems& problems) {
    yaml::Source source{path, ""};
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.descriptor < 0) {
        add_unreadable(problems, explain(errno) + (errno == ENOENT ? neighbour(path) : ""));
        return source;
    }
    struct stat status {};
    const bool regular = ::fstat(file.descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
    const std::size_t expected = regular ? static_cast<std::size_t>(status.st_size) : 1 << 16;
    // One byte more than is expected tells at once whether that was all.
    std::size_t size = 0;
    std::string& text = source.text;
    while (size <= yaml::max_bytes) {
        if (size == text.size()) text.resize(std::min(std::max(expected + 1, size * 2), yaml::max_bytes + 1));
        const ::ssize_t count = ::read(file.descriptor, text.data() + size, text.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            add_unreadable(problems, explain(errno));
            size = 0;
        }
        if (count <= 0) break;
        size += static_cast<std::size_t>(count);
        if (regular && size < text.size()) break;  // a file gives all it has
    }
    text.resize(size);
    return source;
}

yaml::Source read_stream(std::istream& in, std::string name, yaml::Problems& problems) {
    yaml::Source source{std::move(name), ""};
    char chunk[1 << 16];
    while (in && source.text.size() <= yaml::max_bytes) {
        in.read(chunk, static_cast<std::streamsize>(std::min(sizeof chunk, yaml::max_bytes + 1 - source.text.size())));
        source.text.append(chunk, static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) add_unreadable(problems, "standard input failed");
    return source;
}

}  // namespace hipaa
