// What the program has and the page has not: files, and yaml-cpp.
#include <memory>
#include <optional>

#include "report/spill_file.hpp"
#include "yaml/fast/plain_reader.hpp"
#include "yaml/yamlcpp/yamlcpp_reader.hpp"

namespace hipaa {

std::unique_ptr<SpillFile> open_spill_file() { return nullptr; }

bool yaml::read_with_yaml_cpp(Tree& tree, Problems& problems) {
    std::optional<Place> not_plain;
    const bool readable = read_only_plain(tree, problems, not_plain);
    if (not_plain)
        problems.add(
            *not_plain, "syntax",
            "this page reads plain YAML only, and from here on this file is not plain, or has a mistake; correct "
            "it, or give the file to the program `hipaa-check`, which reads the rest");
    return readable;
}

}  // namespace hipaa
