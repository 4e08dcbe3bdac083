// The checklists that are part of the program: the files of rules/ as they were when it was built.
#pragma once

#include <span>
#include <string_view>

namespace hipaa {

/// A file's name as seen from the top of the repository (`rules/spruce.yaml`), and its bytes.
struct BuiltinFile {
    std::string_view name;
    std::string_view text;
};

/// Sorted by name. Tests of checklists (`*.test.yaml`) are not among them.
std::span<const BuiltinFile> builtin_files();

}  // namespace hipaa
