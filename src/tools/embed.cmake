# Writes the C++ file that holds the built-in checklists; checklist/builtin/builtin.hpp declares what is in it.
# Called with -D OUTPUT=file.cpp -D ROOT=directory -D FILES=list; names are given relative to ROOT.
#
# Each text is an array of bytes, not a string literal: compilers limit the length of those, and a raw one ends early at
# the first `)"` that the text happens to hold. The zero at the end is not part of the text; it is there because an array
# cannot be empty.

set(arrays "")
set(entries "")
set(count 0)
list(SORT FILES COMPARE STRING)
foreach(file IN LISTS FILES)
    file(READ ${file} bytes HEX)
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
    file(RELATIVE_PATH name ${ROOT} ${file})
    string(APPEND arrays "constexpr char text_${count}[] = {${bytes}'\\0'};\n")
    string(APPEND entries "    BuiltinFile{\"${name}\", {text_${count}, sizeof text_${count} - 1}},\n")
    math(EXPR count "${count} + 1")
endforeach()

file(WRITE ${OUTPUT} "// The built-in checklists. Written by src/tools/embed.cmake.
#include <array>

#include \"checklist/builtin/builtin.hpp\"

namespace hipaa {
namespace {

${arrays}
constexpr std::array<BuiltinFile, ${count}> files = {
${entries}};

}  // namespace

std::span<const BuiltinFile> builtin_files() { return files; }

}  // namespace hipaa
")
