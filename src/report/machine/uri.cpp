// Paths as URIs.
#include "report/machine/uri.hpp"

#include <fmt/format.h>

#include "text/ascii.hpp"

namespace hipaa {
namespace {

bool is_plain(char c) { return is_letter_or_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos; }

}  // namespace

std::string path_uri(std::string_view path) {
    while (path.starts_with("./")) path.remove_prefix(2);
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        if (is_plain(c)) uri += c;
        else uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return uri;
}

}  // namespace hipaa
