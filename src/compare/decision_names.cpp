// What a recorded decision accepts, by another name.
#include "compare/decision_names.hpp"

namespace hipaa {

/// An id has nothing that JSON escapes.
std::string rename_accepted(const std::string& decision,
                            const std::function<std::string(std::string_view id)>& rename) {
    constexpr std::string_view begin = R"({"accepts":")";
    if (!decision.starts_with(begin)) return decision;
    const std::size_t end = decision.find('"', begin.size());
    const std::string_view id = std::string_view(decision).substr(begin.size(), end - begin.size());
    if (end == decision.npos || id.find('\\') != id.npos) return decision;
    return std::string(begin) + rename(id) + decision.substr(end);
}

}  // namespace hipaa
