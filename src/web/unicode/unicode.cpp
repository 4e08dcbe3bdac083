// Reading the tables that src/tools/compile_unicode.cpp makes.
#include "web/unicode/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/ascii.hpp"
#include "web/unicode/tables.hpp"

namespace hipaa::unicode {
namespace {

constexpr char32_t last_code_point = 0x10FFFF;

/// utf8proc has for what is no code point what it has for this one, which is none that is assigned.
constexpr char32_t unassigned = 0x0378;

unsigned value_at(Runs runs, char32_t code_point) {
    const auto begins_behind = [](char32_t wanted, std::uint32_t run) { return wanted < run >> 8; };
    return std::upper_bound(runs.begin(), runs.end(), code_point, begins_behind)[-1] & 0xFF;
}

unsigned properties(char32_t code_point) {
    return value_at(property_runs, code_point > last_code_point ? unassigned : code_point);
}

/// The row that replaces `code_point`, or null; `index` is its place there.
const Replacement* find(Replacements rows, char32_t code_point, std::uint32_t& index) {
    const auto begins_behind = [](char32_t wanted, const Replacement& row) { return wanted < row.first; };
    const auto behind = std::upper_bound(rows.begin(), rows.end(), code_point, begins_behind);
    if (behind == rows.begin()) return nullptr;
    const Replacement& row = behind[-1];
    const std::uint32_t distance = code_point - row.first;
    index = distance / row.step;
    return distance % row.step == 0 && index < row.count ? &row : nullptr;
}

char32_t shifted(char32_t code_point, const Replacement& row) {
    return code_point + static_cast<char32_t>(std::int32_t{row.target});
}

void append_utf16(std::u16string_view text, std::u32string& result) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        char32_t code_point = text[at];
        if (code_point >= 0xD800 && code_point < 0xDC00)
            code_point = 0x10000 + ((code_point - 0xD800) << 10) + (text[++at] - 0xDC00u);
        result += code_point;
    }
}

void append_hangul(char32_t syllable, std::u32string& result) {
    constexpr std::array<char32_t, 3> first_jamo{0x1100, 0x1161, 0x11A7};
    constexpr char32_t vowels = 21;
    constexpr char32_t finals = 28;
    const char32_t index = syllable - 0xAC00;
    result += first_jamo[0] + index / (vowels * finals);
    result += first_jamo[1] + index / finals % vowels;
    if (index % finals != 0) result += first_jamo[2] + index % finals;
}

void append_folded(char32_t code_point, std::u32string& result) {
    std::uint32_t index = 0;
    if (is_ignorable(code_point)) return;
    if (is_hangul_syllable(code_point)) return append_hangul(code_point, result);
    const Replacement* const row = find(folding, code_point, index);
    if (row == nullptr) result += code_point;
    else if (row->length == 0) result += shifted(code_point, *row);
    else
        append_utf16(folding_text.substr(static_cast<std::size_t>(row->target) + index * row->length, row->length),
                     result);
}

/// Marks of one letter in Unicode's order.
void order_marks(std::u32string& text) {
    const auto combining_class = [](char32_t code_point) { return value_at(combining_class_runs, code_point); };
    const auto is_mark = [&](char32_t code_point) { return combining_class(code_point) != 0; };
    for (auto at = text.begin(); at != text.end();) {
        const auto first = std::find_if(at, text.end(), is_mark);
        at = std::find_if_not(first, text.end(), is_mark);
        std::stable_sort(first, at, [&](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); });
    }
}

/// Line breaks and tabs become spaces; other control characters go.
void strip_controls(std::u32string& text) {
    std::u32string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char32_t code_point = text[at];
        if (code_point == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        if ((code_point >= '\t' && code_point <= '\r') || code_point == 0x85) kept += U' ';
        else if (code_point >= ' ' && (code_point < 0x7F || code_point >= 0xA0)) kept += code_point;
    }
    text = std::move(kept);
}

void append_utf8(char32_t code_point, std::string& result) {
    const auto put = [&](char32_t byte) { result += static_cast<char>(byte); };
    const auto put_rest = [&](int shift) { put(0x80 | (code_point >> shift & 0x3F)); };
    if (code_point < 0x80) return put(code_point);
    if (code_point < 0x800) return put(0xC0 | code_point >> 6), put_rest(0);
    if (code_point < 0x10000) return put(0xE0 | code_point >> 12), put_rest(6), put_rest(0);
    put(0xF0 | code_point >> 18), put_rest(12), put_rest(6), put_rest(0);
}

}  // namespace

std::size_t decode(std::string_view bytes, char32_t& code_point) {
    if (bytes.empty()) return 0;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    const unsigned lead = byte(0);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || bytes.size() < length) return 0;
    char32_t value = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t at = 1; at < length; ++at) {
        if ((byte(at) & 0xC0) != 0x80) return 0;
        value = value << 6 | (byte(at) & 0x3Fu);
    }
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    const bool is_overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (is_surrogate || is_overlong || value > last_code_point) return 0;
    code_point = value;
    return length;
}

int category(char32_t code_point) { return static_cast<int>(properties(code_point) & 0x1F); }
int width(char32_t code_point) { return static_cast<int>(properties(code_point) >> 5 & 3); }
bool is_ignorable(char32_t code_point) { return (properties(code_point) & 0x80) != 0; }

char32_t to_lower(char32_t code_point) {
    if (code_point < 0x80) return static_cast<unsigned char>(small_letter(static_cast<char>(code_point)));
    std::uint32_t index = 0;
    const Replacement* const row = find(lower_case, code_point, index);
    return row == nullptr ? code_point : shifted(code_point, *row);
}

std::optional<std::string> folded(std::string_view text) {
    std::u32string code_points;
    while (!text.empty()) {
        char32_t code_point = 0;
        const std::size_t length = decode(text, code_point);
        if (length == 0) return std::nullopt;
        text.remove_prefix(length);
        append_folded(code_point, code_points);
    }
    order_marks(code_points);
    strip_controls(code_points);
    std::string result;
    for (const char32_t code_point : code_points) append_utf8(code_point, result);
    return result;
}

}  // namespace hipaa::unicode
