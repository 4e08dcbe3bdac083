// The bytes of a file, before anything is read from them: encoding, size, line breaks.
#include "yaml/normalize.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>

#include "text/scan.hpp"
#include "text/utf8.hpp"
#include "yaml/document.hpp"
#include "yaml/foreign.hpp"
#include "yaml/locator.hpp"

namespace hipaa::yaml {
namespace {

constexpr bool is_ordinary(char byte) { return is_printable_ascii(byte) | (byte == '\n'); }

/// Length of the character at `at`, which is not ASCII; 0 if it is malformed or forbidden. A NUL ends the text.
std::size_t wide_character(const char* at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at[i]); };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    if (byte(0) < 0xC2 || byte(0) > 0xF4 || !follows(1)) return 0;
    if (byte(0) < 0xE0) return byte(0) == 0xC2 && byte(1) < 0xA0 ? 0 : 2;
    if (!follows(2)) return 0;
    if (byte(0) < 0xF0) {
        if (byte(0) == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9)) return 0;  // line breaks
        if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return 0;                       // byte order mark
        if (byte(0) == 0xE0 && byte(1) < 0xA0) return 0;                     // longer than need be
        if (byte(0) == 0xED && byte(1) > 0x9F) return 0;                     // surrogates
        if (byte(0) == 0xEF && byte(1) == 0xBF && byte(2) > 0xBD) return 0;  // U+FFFE, U+FFFF
        return 3;
    }
    const bool in_range = !(byte(0) == 0xF0 && byte(1) < 0x90) && !(byte(0) == 0xF4 && byte(1) > 0x8F);
    return in_range && follows(3) ? 4 : 0;
}

/// A quick look that finds most text to be clean; for other text, what is wrong is still to be found.
bool is_clean(const std::string& text) {
    for (std::size_t at = 0;;) {
        at += run_length<is_ordinary>(std::string_view(text).substr(at));
        if (at == text.size()) return true;
        std::size_t length = text[at] == '\t' ? 1 : 0;
        if (!is_ascii(text[at])) length = wide_character(text.c_str() + at);
        if (length == 0) return false;
        at += length;
    }
}

void unify_line_breaks(std::string& text) {
    std::size_t to = text.find('\r');
    for (std::size_t from = to; from < text.size();) {
        if (text.compare(from, 2, "\r\n") == 0) ++from;
        else text[from] = '\n';
        const std::size_t next = std::min(text.find('\r', from), text.size());
        std::memmove(text.data() + to, text.data() + from, next - from);
        to += next - from;
        from = next;
    }
    if (to != std::string::npos) text.resize(to);
}

/// Where editors, but not YAML, begin a new line: what follows would seem to stand on a line of its own.
bool is_line_break_of_editors(char32_t code_point) {
    return code_point == U'\v' || code_point == U'\f' || code_point == 0x85 || code_point == 0x2028 ||
           code_point == 0x2029;
}

/// Production 1 of YAML 1.2 (c-printable), for what can stand in well-formed UTF-8, without line breaks and a byte order
/// mark inside of the text.
bool is_forbidden(char32_t code_point) {
    if (code_point < 0x20) return code_point != U'\t' && code_point != U'\n';
    if (code_point < 0x7F) return false;
    return code_point <= 0x9F || is_line_break_of_editors(code_point) || code_point == 0xFEFF || code_point == 0xFFFE ||
           code_point == 0xFFFF;
}

/// True for bytes that may begin a character that YAML forbids: a quick first look.
bool may_be_forbidden(unsigned char byte) {
    return (byte < 0x20 && byte != '\n') || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF;
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
            if (is_line_break_of_editors(code_point))
                return fmt::format(
                    "this line break is invisible to some programs (U+{:04X}); replace it "
                    "with an ordinary line break",
                    static_cast<std::uint32_t>(code_point));
            return fmt::format(
                "there is an invisible control character here (U+{:04X}); delete it, or type this line "
                "again by hand",
                static_cast<std::uint32_t>(code_point));
        });
    }
    return allowed;
}

}  // namespace

bool normalize(Source& source, Problems& problems) {
    std::string& text = source.text;
    if (text.size() > max_bytes) {
        problems.add({}, "too_large", [] {
            return fmt::format("the file is larger than {} MiB, which is more than is read; is it the right file?",
                               max_bytes >> 20);
        });
        return false;
    }
    if (std::string refusal = refusal_of_foreign(text); !refusal.empty()) {
        problems.add({}, "encoding", [&] { return refusal; });
        return false;
    }
    if (!source.unmarked) {
        // Two of them are left by programs that add one to whatever they save.
        std::size_t begin = 0;
        while (std::string_view(text).substr(begin).starts_with(utf8::byte_order_mark))
            begin += utf8::byte_order_mark.size();
        text.erase(0, begin);
        source.unmarked = begin > 0;
    }
    if (is_clean(text)) return true;
    unify_line_breaks(text);
    if (is_clean(text)) return true;
    if (const auto bad = utf8::first_invalid(text)) {
        problems.add(
            Locator(std::string_view(text).substr(0, *bad)).place(*bad), "encoding",
            "from here on the file is not in UTF-8; open it in your editor and save it with the encoding UTF-8");
        return false;
    }
    return has_only_allowed_characters(text, problems);
}

}  // namespace hipaa::yaml
