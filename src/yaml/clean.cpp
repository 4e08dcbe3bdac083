// The bytes of a file, before anything is read from them: encoding, size, line breaks.
#include "yaml/clean.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"
#include "yaml/document.hpp"
#include "yaml/locator.hpp"

namespace hipaa::yaml {
namespace {

void unify_line_breaks(std::string& text) {
    std::size_t to = text.find('\r');
    if (to == std::string::npos) return;
    for (std::size_t from = to; from < text.size(); ++from) {
        const bool before_line_feed = text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n';
        if (!before_line_feed) text[to++] = text[from] == '\r' ? '\n' : text[from];
    }
    text.resize(to);
}

/// Production 1 of YAML 1.2 (c-printable), for what can stand in well-formed UTF-8.
bool is_forbidden(char32_t code_point) {
    if (code_point < 0x20) return code_point != U'\t' && code_point != U'\n';
    if (code_point < 0x7F) return false;
    return (code_point <= 0x9F && code_point != 0x85) || code_point == 0xFFFE || code_point == 0xFFFF;
}

/// True for bytes that may begin a character that YAML forbids: a quick first look.
bool may_be_forbidden(unsigned char byte) {
    return (byte < 0x20 && byte != '\n') || byte == 0x7F || byte == 0xC2 || byte == 0xEF;
}

bool has_only_allowed_characters(std::string_view text, Problems& problems) {
    Locator locator(text);
    bool allowed = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!may_be_forbidden(static_cast<unsigned char>(text[at]))) continue;
        std::string_view rest = text.substr(at);
        const char32_t code_point = utf8::take(rest);
        if (!is_forbidden(code_point)) continue;
        allowed = false;
        problems.add(locator.place(at), "encoding", [&] {
            return fmt::format(
                "there is an invisible control character here (U+{:04X}); delete it, or type this line "
                "again by hand",
                static_cast<std::uint32_t>(code_point));
        });
    }
    return allowed;
}

}  // namespace

bool is_wide(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return true;
    if (bytes.size() < 2) return false;
    return (bytes[0] == '\0') != (bytes[1] == '\0') || bytes.starts_with("\0\0\xFE\xFF"sv);
}

bool clean(std::string& text, Problems& problems) {
    if (text.size() > max_bytes) {
        problems.add({}, "too_large", [] {
            return fmt::format("the file is larger than {} MB, which is more than is read; is it the right file?",
                               max_bytes >> 20);
        });
        return false;
    }
    if (is_wide(text)) {
        problems.add(
            {}, "encoding",
            "the file is saved as UTF-16 or UTF-32; open it in your editor and save it with the encoding UTF-8");
        return false;
    }
    if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
    unify_line_breaks(text);
    if (const auto bad = utf8::first_invalid(text)) {
        problems.add(
            Locator(std::string_view(text).substr(0, *bad)).place(*bad), "encoding",
            "from here on the file is not in UTF-8; open it in your editor and save it with the encoding UTF-8");
        return false;
    }
    return has_only_allowed_characters(text, problems);
}

}  // namespace hipaa::yaml
