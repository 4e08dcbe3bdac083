// Telling the files of other programs by their first bytes.
#include "yaml/foreign.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace hipaa::yaml {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view bytes;
    std::string_view what;
    std::string_view remedy;
};

constexpr std::string_view save_as_text =
    "open it in the program you wrote it with, and save it as plain text, UTF-8, under a name that ends in .yaml";
constexpr std::string_view rich_text =
    "save it as plain text, UTF-8 (in TextEdit: Format > Make Plain Text; in WordPad: Save as, Plain text document)";
constexpr std::string_view other_file =
    "is it the right file? A practice file is plain text, UTF-8, under a name that ends in .yaml";

constexpr Signature signatures[] = {
    {"PK\x03\x04"sv, "a Word document or another packed file", save_as_text},
    {"\xD0\xCF\x11\xE0"sv, "a document of an older Word or Excel", save_as_text},
    {"{\\rtf"sv, "rich text (RTF)", rich_text},
    {"%PDF-"sv, "a PDF", save_as_text},
    {"bplist"sv, "a property list of a Mac", other_file},
    {"\x89PNG"sv, "a picture", other_file},
    {"\xFF\xD8\xFF"sv, "a picture", other_file},
    {"GIF8"sv, "a picture", other_file},
    {"\x1F\x8B"sv, "a packed file", other_file},
};

/// Text that is saved as UTF-16 or UTF-32, by its byte order mark or by the NULs beside its first letters.
bool is_wide(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return true;
    if (bytes.size() < 2) return false;
    return (bytes[0] == '\0') != (bytes[1] == '\0') || bytes.starts_with("\0\0\xFE\xFF"sv);
}

}  // namespace

std::string refusal_of_foreign(std::string_view bytes) {
    if (is_wide(bytes))
        return "this file is saved as UTF-16 or UTF-32; open it in your editor, and save it as plain text, UTF-8";
    if (bytes.starts_with(utf8::byte_order_mark)) bytes.remove_prefix(utf8::byte_order_mark.size());
    for (const Signature& signature : signatures)
        if (bytes.starts_with(signature.bytes))
            return fmt::format("this file is {}, not plain text; {}", signature.what, signature.remedy);
    return {};
}

}  // namespace hipaa::yaml
