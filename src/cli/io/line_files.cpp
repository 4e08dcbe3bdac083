// Files of lines.
#include "cli/io/line_files.hpp"

#include <algorithm>
#include <cerrno>

#include <fmt/format.h>

#include "cli/io/error_text.hpp"
#include "cli/io/files.hpp"
#include "report/json/report_scan.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

/// There may be more shards than a process may have files open.
constexpr std::size_t most_open = 32;

}  // namespace

LineFiles::LineFiles(const std::vector<std::string>& paths) : paths_(paths), identities_(paths.size()) {
    for (const std::string& path : paths) problems_.push_back({{utf8::escape_malformed(path), ""}, {}});
}

std::vector<LineAt> LineFiles::split() {
    std::vector<LineAt> lines;
    for (std::uint32_t i = 0; i < paths_.size(); ++i) {
        const ReadableFile file(paths_[i]);
        if (identify(i, file)) split(i, file, lines);
    }
    return lines;
}

/// False if the file is not to be read.
bool LineFiles::identify(std::uint32_t index, const ReadableFile& file) {
    yaml::Problems& problems = problems_[index].problems;
    if (!file.refusal().empty()) {
        add_unreadable(problems, file.refusal());
        return false;
    }
    identities_[index] = file.identity();
    const auto here = identities_.begin() + index;
    const auto first = std::find_if(identities_.begin(), here, [&](const ReadableFile::Identity& earlier) {
        return earlier.is_same_file(file.identity());
    });
    if (first == here) return true;
    problems.add({}, "merge", [&] {
        return fmt::format("this is the same file as {}; name each file once",
                           yaml::quote(name(static_cast<std::uint32_t>(first - identities_.begin()))));
    });
    return false;
}

void LineFiles::split(std::uint32_t index, const ReadableFile& file, std::vector<LineAt>& lines) {
    yaml::Problems& problems = problems_[index].problems;
    std::string chunk(std::size_t{1} << 20, '\0');
    LineAt line{index, 1, 0, 0};
    bool blank = true;
    const auto finish = [&] {
        if (!blank) lines.push_back(line);
        line = {index, line.number + 1, line.offset + line.length + 1, 0};
        blank = true;
    };
    std::uint64_t offset = 0;
    while (const std::size_t count = file.read(chunk.data(), chunk.size(), offset)) {
        offset += count;
        std::string_view rest(chunk.data(), count);
        while (!rest.empty()) {
            const std::string_view part = rest.substr(0, rest.find('\n'));
            line.length += part.size();
            if (line.length > longest_practice)
                return problems.add({line.number, 1}, "syntax", [] {
                    return fmt::format("the line is over {} MiB, which is too long to be that of a practice",
                                       longest_practice >> 20);
                });
            blank = blank && part.find_first_not_of(" \t\r") == part.npos;
            rest.remove_prefix(part.size());
            if (rest.empty()) break;
            rest.remove_prefix(1);
            finish();
            if (lines.size() > most_practices)
                return problems.add({line.number, 1}, "too_large", [] {
                    return fmt::format("there are more than {} practices, which is more than is read", most_practices);
                });
        }
    }
    if (errno != 0) return add_unreadable(problems, error_text(errno), {line.number, 1});
    finish();
}

std::shared_ptr<const ReadableFile> LineFiles::open_again(std::uint32_t index) const {
    const std::lock_guard lock(mutex_);
    const auto known = std::ranges::find(open_, index, [](const auto& open) { return open.first; });
    if (known != open_.end()) {
        open_.splice(open_.begin(), open_, known);
        return open_.front().second;
    }
    auto file = std::make_shared<const ReadableFile>(paths_[index]);
    while (file->lacks_descriptors() && !open_.empty()) {
        open_.pop_back();
        file = std::make_shared<const ReadableFile>(paths_[index]);
    }
    if (!file->refusal().empty()) return file;
    open_.emplace_front(index, file);
    if (open_.size() > most_open) open_.pop_back();
    return file;
}

std::optional<std::string> LineFiles::read(const LineAt& line, std::string& why) const {
    const auto file = open_again(line.file);
    why = file->refusal();
    if (!why.empty()) return std::nullopt;
    std::string text(line.length, '\0');
    if (file->identity() == identities_[line.file] && file->read(text.data(), text.size(), line.offset) == text.size())
        return text;
    why = changed;
    return std::nullopt;
}

}  // namespace hipaa
