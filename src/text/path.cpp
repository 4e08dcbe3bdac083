// Paths, as far as their text goes.
#include "text/path.hpp"

namespace hipaa {

std::string normalize_path(std::string_view path) {
    if (path.empty() || path == "-") return std::string(path);
    std::string tidy = path.starts_with('/') ? "/" : "";
    while (!path.empty()) {
        const std::string_view name = path.substr(0, path.find('/'));
        path.remove_prefix(name.size());
        while (path.starts_with('/')) path.remove_prefix(1);
        if (name.empty() || name == ".") continue;
        if (!tidy.empty() && !tidy.ends_with('/')) tidy += '/';
        tidy += name;
    }
    if (tidy == "-") return "./-";
    return tidy.empty() ? "." : tidy;
}

std::string_view relative_to(std::string_view directory, std::string_view path) {
    if (directory.empty() || !path.starts_with(directory)) return path;
    const std::string_view rest = path.substr(directory.size());
    if (directory.ends_with('/')) return rest.empty() ? path : rest;
    return rest.size() > 1 && rest.starts_with('/') ? rest.substr(1) : path;
}

}  // namespace hipaa
