// The kind of temporary file that a folder can have.
#include "cli/io/temporary/temporary_file.hpp"

#include <filesystem>
#include <functional>

#include <fmt/format.h>

namespace hipaa {

std::unique_ptr<TemporaryFile> TemporaryFile::make_for(const std::string& target, mode_t mode) {
    auto file = make_nameless_file(target, mode);
    return file ? std::move(file) : make_named_file(target, mode);
}

std::string temporary_name(const std::string& target, const std::string& infix) {
    const std::filesystem::path path(target);
    const std::size_t hash = std::hash<std::string>()(path.filename().string());  // names may be as long as they can be
    return (path.parent_path() / fmt::format(".hipaa-check-{:016x}{}.tmp", hash, infix)).string();
}

}  // namespace hipaa
