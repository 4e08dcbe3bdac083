// A name as it is compared with others that people write in their own way.
#include "text/loose_name.hpp"

#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace hipaa {
namespace {

/// Well-formed UTF-8 with letter case, width and ligatures folded, and without what Unicode calls ignorable.
std::string folded(std::string_view text) {
    utf8proc_uint8_t* found = nullptr;
    const auto length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &found,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                       UTF8PROC_IGNORE | UTF8PROC_STRIPCC));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(found, &std::free);
    if (length < 0) return std::string(text);
    return {reinterpret_cast<const char*>(found), static_cast<std::size_t>(length)};
}

}  // namespace

std::string loose_name(std::string_view name) {
    std::string result = folded(name);
    std::erase_if(result, [](char c) { return c == ' ' || c == '_' || c == '-'; });
    return result;
}

}  // namespace hipaa
