// The page's own tables against utf8proc, which they are derived from.
#include "web/unicode/unicode.hpp"

#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <utf8proc.h>

#include "text/utf8.hpp"
#include "web/unicode/tables.hpp"

using namespace hipaa;

namespace {

constexpr char32_t code_points = 0x110000;

const utf8proc_uint8_t* bytes(std::string_view text) { return reinterpret_cast<const utf8proc_uint8_t*>(text.data()); }

std::string encoded(char32_t code_point) {
    std::string text(4, '\0');
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point),
                                           reinterpret_cast<utf8proc_uint8_t*>(text.data()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

/// As src/text/loose_name.cpp asks for it.
std::optional<std::string> folded_by_utf8proc(std::string_view text) {
    utf8proc_uint8_t* found = nullptr;
    const auto length =
        utf8proc_map(bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &found,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                    UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPCC));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(found, &std::free);
    if (length < 0) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(found), static_cast<std::size_t>(length));
}

/// Whether both make the same texts equal, of those that were added.
class SameClasses {
public:
    void add(std::string_view text) {
        const auto theirs = folded_by_utf8proc(text);
        const auto ours = unicode::folded(text);
        if (!ours && !theirs) return;
        const bool same = ours && theirs && ours_.try_emplace(*theirs, *ours).first->second == *ours &&
                          theirs_.try_emplace(*ours, *theirs).first->second == *theirs;
        if (!same) FAIL("not as utf8proc does it: ", std::string(text));
    }
    std::size_t size() const { return ours_.size(); }

private:
    std::map<std::string, std::string> ours_;
    std::map<std::string, std::string> theirs_;
};

bool is_scalar(char32_t code_point) { return code_point < 0xD800 || code_point > 0xDFFF; }

}  // namespace

TEST_CASE("every code point has the category, width, lower case and ignorability that utf8proc gives it") {
    const auto is_same = [](char32_t code_point) {
        const auto number = static_cast<utf8proc_int32_t>(code_point);
        return unicode::category(code_point) == utf8proc_category(number) &&
               unicode::width(code_point) == utf8proc_charwidth(number) &&
               unicode::is_ignorable(code_point) == utf8proc_get_property(number)->ignorable &&
               unicode::to_lower(code_point) == static_cast<char32_t>(utf8proc_tolower(number));
    };
    std::size_t same = 0;
    for (char32_t code_point = 0; code_point < code_points; ++code_point) same += is_same(code_point) ? 1 : 0;
    CHECK(same == code_points);
    CHECK(is_same(code_points));
    CHECK(is_same(utf8::malformed));
}

TEST_CASE("texts are taken apart into code points as utf8proc does") {
    std::size_t tried = 0;
    std::size_t same = 0;
    const auto check = [&](std::string_view text) {
        utf8proc_int32_t theirs = 0;
        const auto length = utf8proc_iterate(bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &theirs);
        char32_t ours = 0;
        const bool same_length = unicode::decode(text, ours) == (length < 0 ? 0u : static_cast<std::size_t>(length));
        ++tried;
        if (same_length && (length < 1 || ours == static_cast<char32_t>(theirs))) ++same;
    };
    for (char32_t code_point = 0; code_point < code_points; ++code_point) check(encoded(code_point));
    check("");
    // All beginnings of three bytes, and of four those where the rules change.
    std::string text(4, '\0');
    for (unsigned first = 0x7F; first < 0x100; ++first) {
        for (unsigned second = 0x7F; second < 0xC2; ++second) {
            for (const unsigned third : {0x00u, 0x7Fu, 0x80u, 0xBFu, 0xC0u}) {
                for (const unsigned fourth : {0x00u, 0x7Fu, 0x80u, 0xBFu, 0xC0u}) {
                    std::size_t at = 0;
                    for (const unsigned byte : {first, second, third, fourth}) text[at++] = static_cast<char>(byte);
                    for (std::size_t size = 1; size <= text.size(); ++size)
                        check(std::string_view(text).substr(0, size));
                }
            }
        }
    }
    CHECK(same == tried);
}

TEST_CASE("folding makes the same texts equal as utf8proc does: single code points") {
    SameClasses classes;
    for (char32_t code_point = 0; code_point < code_points; ++code_point)
        if (is_scalar(code_point)) classes.add(encoded(code_point));
    CHECK(classes.size() > 1'000'000);
}

TEST_CASE("folding makes the same texts equal as utf8proc does: texts that are nearly the same") {
    // Letters that fold and compose in many ways, marks of several classes, jamo, ignorable ones, and spaces.
    constexpr std::u32string_view pieces =
        U"aAàÀáạậﬁfißs\u212A\u00C5ÅkKǄǆ\u1E9E\uFF21\u0300\u0301\u0323\u0327\u0345\u05B0\u1100\u1161\u11A8\uAC00\uAC01"
        U"\uAC1C"
        U"\u00AD\u200B\u200D\uFE0F\u2126ΩωΣςσ\u03B9\u1FB3\u0958\u0915\u093C\u2FA1D\U0001D400\U0002F800丽 \u00A0\t";
    std::mt19937 random(20261128);
    SameClasses classes;
    for (int round = 0; round < 300'000; ++round) {
        std::string text;
        for (auto left = random() % 5; left > 0; --left) text += encoded(pieces[random() % pieces.size()]);
        classes.add(text);
    }
    CHECK(classes.size() > 10'000);
    CHECK(classes.size() < 250'000);
}

TEST_CASE("folding makes the same texts equal as utf8proc does: any texts, malformed ones too") {
    std::mt19937 random(20261129);
    SameClasses classes;
    for (int round = 0; round < 200'000; ++round) {
        std::string text;
        for (auto left = random() % 8; left > 0; --left) {
            const auto code_point = static_cast<char32_t>(random() % (random() % 2 == 0 ? 0x3000u : code_points));
            if (code_point >= ' ' && is_scalar(code_point)) text += encoded(code_point);
            if (random() % 50 == 0) text += static_cast<char>(random() % 256);
        }
        classes.add(text);
    }
}

TEST_CASE("folding strips control characters, and takes line breaks and tabs as spaces") {
    for (const std::string_view text : {"a\r\nb", "a\rb", "a\nb", "a\tb", "a\vb", "a\fb", "a\u0085b", "a b"})
        CHECK(unicode::folded(text) == "a b");
    CHECK(unicode::folded(std::string_view("A\0\x01\x7F\u0081\u009FB", 9)) == "ab");
    CHECK(unicode::folded("a\r\r\nb") == "a  b");
    CHECK(unicode::folded("\xFF") == std::nullopt);
}

TEST_CASE("the tables take little of the page") {
    const std::size_t size = unicode::property_runs.size_bytes() + unicode::combining_class_runs.size_bytes() +
                             unicode::lower_case.size_bytes() + unicode::folding.size_bytes() +
                             unicode::folding_text.size() * sizeof(char16_t);
    CHECK(size < 60'000);
}
