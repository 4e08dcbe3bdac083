// Files of lines.
#include "cli/line_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fmt/format.h>

namespace hipaa {
namespace {

/// Reads until `size` bytes are there, the file ends, or something goes wrong (errno).
std::size_t read_at(int file, char* to, std::size_t size, std::uint64_t offset) {
    std::size_t done = 0;
    errno = 0;
    while (done < size) {
        const ssize_t count = ::pread(file, to + done, size - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

}  // namespace

LineFiles::LineFiles(const std::vector<std::string>& paths) : files_(paths.size(), -1) {
    for (const std::string& path : paths) problems_.push_back({{path, ""}, {}});
    for (std::size_t i = 0; i < paths.size(); ++i) open(i);
}

LineFiles::~LineFiles() {
    for (const int file : files_)
        if (file >= 0) ::close(file);
}

void LineFiles::open(std::size_t index) {
    FileProblems& found = problems_[index];
    const auto refuse = [&](std::string_view why) {
        found.problems.add({}, "unreadable", [&] { return fmt::format("cannot be read: {}", why); });
    };
    const int file = ::open(found.source.name.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return refuse(std::generic_category().message(errno));
    files_[index] = file;
    struct stat status {};
    if (::fstat(file, &status) != 0) return refuse(std::generic_category().message(errno));
    if (S_ISREG(status.st_mode)) return;
    refuse(S_ISDIR(status.st_mode) ? "it is a folder; name the files in it"
                                   : "it is no file, and `merge` reads twice; save it in a file first");
    ::close(file);
    files_[index] = -1;
}

std::vector<LineAt> LineFiles::split() {
    std::vector<LineAt> lines;
    for (std::uint32_t i = 0; i < files_.size(); ++i)
        if (files_[i] >= 0) split(i, lines);
    return lines;
}

void LineFiles::split(std::uint32_t index, std::vector<LineAt>& lines) {
    std::string chunk(std::size_t{1} << 20, '\0');
    LineAt line{index, 1, 0, 0};
    bool blank = true;
    const auto finish = [&] {
        if (line.length > max_length)
            problems_[index].problems.add({line.number, 1}, "syntax", "the line is too long to be that of a practice");
        else if (!blank) lines.push_back(line);
        line = {index, line.number + 1, line.offset + line.length + 1, 0};
        blank = true;
    };
    std::uint64_t offset = 0;
    while (const std::size_t count = read_at(files_[index], chunk.data(), chunk.size(), offset)) {
        offset += count;
        std::string_view rest(chunk.data(), count);
        while (!rest.empty()) {
            const std::string_view part = rest.substr(0, rest.find('\n'));
            line.length += part.size();
            blank = blank && part.find_first_not_of(" \t\r") == part.npos;
            rest.remove_prefix(part.size());
            if (rest.empty()) break;
            rest.remove_prefix(1);
            finish();
        }
    }
    if (errno != 0)
        problems_[index].problems.add({line.number, 1}, "unreadable", [] {
            return fmt::format("cannot be read: {}", std::generic_category().message(errno));
        });
    finish();
}

std::optional<std::string> LineFiles::read(const LineAt& line) const {
    std::string text(line.length, '\0');
    if (read_at(files_[line.file], text.data(), text.size(), line.offset) < text.size()) return std::nullopt;
    return text;
}

}  // namespace hipaa
