// Reading files, and finding them in directories.
#include "cli/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

namespace fs = std::filesystem;

std::string explain(int error) { return std::generic_category().message(error); }

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

bool is_practice_name(const fs::path& path) {
    const std::string name = path.filename().string();
    if (name.starts_with('.') || name.ends_with(".test.yaml") || name.ends_with(".test.yml")) return false;
    return name.ends_with(".yaml") || name.ends_with(".yml");
}

class DirectoryWalk {
public:
    std::vector<FoundFile> walk(const fs::path& directory) {
        enter(directory);
        std::ranges::sort(found_, {}, &FoundFile::path);
        return std::move(found_);
    }

private:
    void enter(const fs::path& directory) {
        std::error_code error;
        fs::directory_iterator entry(directory, error);
        for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) visit(*entry);
        if (error) found_.push_back({directory.string(), true, error.message()});
    }

    void visit(const fs::directory_entry& entry) {
        std::error_code error;
        if (entry.path().filename().string().starts_with('.')) return;
        if (entry.is_directory(error)) {
            if (!entry.is_symlink(error)) enter(entry.path());
        } else if (is_practice_name(entry.path())) {
            const bool special = entry.exists(error) && !entry.is_regular_file(error);
            if (!special) found_.push_back({entry.path().string(), false, ""});
        }
    }

    std::vector<FoundFile> found_;
};

}  // namespace

yaml::Source read_file(const std::string& path, yaml::Problems& problems) {
    yaml::Source source{path, ""};
    const auto close = [](std::FILE* file) { std::fclose(file); };
    errno = 0;
    const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
    if (!file) {
        add_unreadable(problems, explain(errno) + (errno == ENOENT ? neighbour(path) : ""));
        return source;
    }
    char chunk[1 << 16];
    while (source.text.size() <= yaml::max_bytes) {
        const std::size_t room = std::min(sizeof chunk, yaml::max_bytes + 1 - source.text.size());
        const std::size_t count = std::fread(chunk, 1, room, file.get());
        source.text.append(chunk, count);
        if (count < room) break;
    }
    if (std::ferror(file.get())) {
        add_unreadable(problems, explain(errno));
        source.text.clear();
    }
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

std::vector<FoundFile> find_files(const std::string& path) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) return DirectoryWalk().walk(path);
    return {{path, true, ""}};
}

std::vector<FoundFile> find_files(const std::vector<std::string>& paths) {
    std::vector<FoundFile> files;
    std::map<std::string, std::size_t> seen;  // index in `files`
    for (const std::string& path : paths) {
        for (FoundFile& file : find_files(path)) {
            std::error_code error;
            const fs::path identity = file.path == "-" ? fs::path("-") : fs::canonical(file.path, error);
            const auto [earlier, is_new] = seen.try_emplace(error ? file.path : identity.string(), files.size());
            if (is_new) files.push_back(std::move(file));
            else if (file.named) files[earlier->second].named = true;
        }
    }
    return files;
}

}  // namespace hipaa
