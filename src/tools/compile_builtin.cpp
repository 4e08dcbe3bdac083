// A program of the build: reads the built-in checklists and writes them as a C++ file of images, which load at a
// fraction of the time. A mistake in a checklist is shown and stops the build.
// usage: compile-builtin OUTPUT.cpp
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "checklist/builtin/image.hpp"
#include "checklist/read/library_reader.hpp"
#include "digest/content_ids.hpp"

namespace {

std::string bytes_of(std::string_view image) {
    std::string text;
    for (const char byte : image)
        fmt::format_to(std::back_inserter(text), "'\\x{:02x}',", static_cast<unsigned char>(byte));
    return text;
}

std::string source_of(const hipaa::Library& library) {
    std::string arrays;
    std::string entries;
    for (std::size_t i = 0; i < library.checklists.size(); ++i) {
        const hipaa::Checklist& checklist = library.checklists[i];
        const auto references = hipaa::referred_checklists(checklist);
        arrays += fmt::format(
            "constexpr char image_{0}[] = {{{1}}};\nconstexpr char head_{0}[] = {{{2}}};\n"
            "constexpr std::array<std::uint32_t, {3}> references_{0} = {{{4}}};\n",
            i, bytes_of(hipaa::to_image(checklist)), bytes_of(hipaa::to_head_image(checklist)), references.size(),
            fmt::join(references, ", "));
        entries += fmt::format(
            "    BuiltinImage{{\"{1}\", \"{2}\", {{image_{0}, sizeof image_{0}}}, {{head_{0}, sizeof "
            "head_{0}}}, references_{0}}},\n",
            i, checklist.id, checklist.group.about);
    }
    return fmt::format(R"(// The built-in checklists as images. Written by src/tools/compile_builtin.cpp.
#include <array>
#include <cstdint>

#include "checklist/builtin/builtin.hpp"

namespace hipaa {{
namespace {{

{}
constexpr std::array<BuiltinImage, {}> images = {{
{}}};

}}  // namespace

std::span<const BuiltinImage> builtin_images() {{ return images; }}

}}  // namespace hipaa
)",
                       arrays, library.checklists.size(), entries);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return std::fputs("usage: compile-builtin OUTPUT.cpp\n", stderr), 2;
    std::vector<hipaa::FileProblems> broken;
    std::vector<hipaa::yaml::Source> sources = hipaa::builtin_sources();
    for (hipaa::yaml::Source& source : sources) source.digest = hipaa::sha256(source.text);
    const auto library = hipaa::read_library(std::move(sources), broken);
    for (const hipaa::FileProblems& file : broken) std::cerr << hipaa::yaml::describe(file.problems, file.source);
    if (!library) return 1;
    std::ofstream out(argv[1], std::ios::binary);
    out << source_of(*library);
    out.close();
    if (out) return 0;
    std::cerr << "compile-builtin: cannot write " << argv[1] << '\n';
    return 1;
}
