// The checklists that are part of the program: the files of rules/ as they were when it was built.
#pragma once

#include <cstdint>
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

/// A built-in checklist as the build read it.
struct BuiltinImage {
    std::string_view id;
    std::string_view about;
    std::string_view image;                      // for `from_image`
    std::string_view head;                       // the same with nothing but its names and `about`
    std::span<const std::uint32_t> referred_to;  // by its conditions: indexes of other images
};

/// By the order of `builtin_files()`. Not linked into the program that writes them, src/tools/compile_builtin.cpp.
std::span<const BuiltinImage> builtin_images();

}  // namespace hipaa
