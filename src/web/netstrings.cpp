// Texts of any bytes, one after another.
#include "web/netstrings.hpp"

#include <charconv>
#include <cstddef>
#include <system_error>

namespace hipaa::web {

std::optional<std::vector<std::string_view>> read_netstrings(std::string_view bytes) {
    std::vector<std::string_view> texts;
    while (!bytes.empty()) {
        std::size_t length = 0;
        const char* const end = bytes.data() + bytes.size();
        const auto [behind, error] = std::from_chars(bytes.data(), end, length);
        if (error != std::errc() || behind == end || *behind != ':') return std::nullopt;
        bytes.remove_prefix(static_cast<std::size_t>(behind - bytes.data()) + 1);
        if (length >= bytes.size() || bytes[length] != ',') return std::nullopt;
        texts.push_back(bytes.substr(0, length));
        bytes.remove_prefix(length + 1);
    }
    return texts;
}

}  // namespace hipaa::web
