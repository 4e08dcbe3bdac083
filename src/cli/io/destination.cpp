// Where a path leads.
#include "cli/io/destination.hpp"

#include <unistd.h>

#include <filesystem>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "text/path.hpp"

namespace hipaa {
namespace {

namespace fs = std::filesystem;

std::optional<int> descriptor_of(const std::string& path) {
    const std::string tidy = normalize_path(path);
    if (tidy == "/dev/stdin") return STDIN_FILENO;
    if (tidy == "/dev/stdout") return STDOUT_FILENO;
    if (tidy == "/dev/stderr") return STDERR_FILENO;
    const std::string number = fs::path(tidy).filename().string();
    constexpr std::size_t most_digits = 9;
    if (number.empty() || number.size() > most_digits || number.find_first_not_of("0123456789") != number.npos)
        return std::nullopt;
    std::error_code error;
    const fs::path folder = fs::path(tidy).parent_path();
    const std::string place = fs::canonical(folder, error).string();
    const bool is_own = folder == "/dev/fd" || place == fmt::format("/proc/{}/fd", ::getpid()) ||
                        place == fmt::format("/proc/{0}/task/{0}/fd", ::getpid());
    return is_own ? std::optional(std::stoi(number)) : std::nullopt;
}

}  // namespace

Destination destination_of(std::string path) {
    constexpr int most_links = 40;  // as many as the system follows
    for (int i = 0; i < most_links; ++i) {
        if (const auto descriptor = descriptor_of(path)) return {std::move(path), descriptor};
        std::error_code error;
        const fs::path target = fs::read_symlink(path, error);
        if (error) break;
        path = (fs::path(path).parent_path() / target).string();  // of an absolute target that is the target
    }
    return {std::move(path), std::nullopt};
}

}  // namespace hipaa
