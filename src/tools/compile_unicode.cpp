// A program of the build: derives from utf8proc the tables of src/web/unicode/, and writes them as a C++ file.
// usage: compile-unicode OUTPUT.cpp
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <utf8proc.h>

#include "web/unicode/tables.hpp"
#include "web/unicode/unicode.hpp"

namespace {

constexpr std::int32_t code_points = 0x110000;

template <typename Value>
std::string runs_of(std::string_view name, Value&& value_of) {
    std::string numbers;
    int last = -1;
    for (std::int32_t code_point = 0; code_point < code_points; ++code_point) {
        const int value = value_of(code_point);
        if (value != last) numbers += fmt::format("0x{:x},", code_point << 8 | value);
        last = value;
    }
    return fmt::format("constexpr std::uint32_t {0}_data[] = {{{1}}};\nconst Runs {0} = {0}_data;\n", name, numbers);
}

struct Replaced {
    std::int32_t code_point;
    std::u16string text;
    std::int32_t shift;  // for a text of one code point: what to add; else 0
};

std::u16string utf16(std::span<const std::int32_t> text) {
    std::u16string result;
    for (const std::int32_t code_point : text) {
        if (code_point < 0x10000) {
            result += static_cast<char16_t>(code_point);
        } else {
            result += static_cast<char16_t>(0xD800 + ((code_point - 0x10000) >> 10));
            result += static_cast<char16_t>(0xDC00 + ((code_point - 0x10000) & 0x3FF));
        }
    }
    return result;
}

/// Makes runs of what is replaced, in which a run that only shifts needs no text.
class Compiler {
public:
    /// Runs that shift fewer than `shortest_shift` are not worth their row.
    Compiler(std::vector<Replaced> replaced, std::size_t shortest_shift)
        : replaced_(std::move(replaced)), shortest_shift_(shortest_shift) {
        while (at_ < replaced_.size()) {
            if (const auto [step, count] = shifted(at_); count >= shortest_shift_) {
                add(step, count, 0, replaced_[at_].shift);
            } else {
                add_with_text();
            }
        }
    }

    std::string table(std::string_view name) const {
        return fmt::format("constexpr Replacement {0}_data[] = {{{1}}};\nconst Replacements {0} = {0}_data;\n", name,
                           rows_);
    }
    const std::u16string& text() const { return text_; }

private:
    struct Shifted {
        std::int32_t step;
        std::size_t count;
    };

    /// The code points from the `begin`-th on that one run of shifts replaces.
    Shifted shifted(std::size_t begin) const {
        if (replaced_[begin].shift == 0) return {1, 0};
        if (begin + 1 == replaced_.size()) return {1, 1};
        const std::int32_t step = replaced_[begin + 1].code_point - replaced_[begin].code_point;
        if (step > 2) return {1, 1};
        std::size_t end = begin + 1;
        while (end < replaced_.size() && replaced_[end].shift == replaced_[begin].shift &&
               replaced_[end].code_point - replaced_[end - 1].code_point == step)
            ++end;
        return {step, end - begin};
    }

    void add_with_text() {
        const Replaced& first = replaced_[at_];
        std::u16string text;
        std::size_t count = 0;
        do {
            text += replaced_[at_ + count].text;
            ++count;
        } while (at_ + count < replaced_.size() && replaced_[at_ + count].text.size() == first.text.size() &&
                 replaced_[at_ + count].code_point == first.code_point + static_cast<std::int32_t>(count) &&
                 shifted(at_ + count).count < shortest_shift_);
        add(1, count, first.text.size(), place(text));
    }

    /// Where `text` stands in the text of all, to whose end it may have been added.
    std::int32_t place(const std::u16string& text) {
        std::size_t found = text_.find(text);
        if (found == text_.npos) {
            std::size_t shared = std::min(text_.size(), text.size());
            while (text_.compare(text_.size() - shared, shared, text, 0, shared) != 0) --shared;
            found = text_.size() - shared;
            text_.append(text, shared);
        }
        return static_cast<std::int32_t>(found);
    }

    void add(std::int32_t step, std::size_t count, std::size_t length, std::int32_t target) {
        rows_ += fmt::format("{{{},{},{},{},{}}},", replaced_[at_].code_point, count, step, length, target);
        at_ += count;
    }

    std::vector<Replaced> replaced_;
    std::size_t shortest_shift_;
    std::size_t at_ = 0;
    std::string rows_;
    std::u16string text_;
};

Compiler compile_lower_case() {
    std::vector<Replaced> replaced;
    for (std::int32_t code_point = 0; code_point < code_points; ++code_point) {
        const std::int32_t lower = utf8proc_tolower(code_point);
        if (lower != code_point) replaced.push_back({code_point, utf16({&lower, 1}), lower - code_point});
    }
    return {std::move(replaced), 1};  // without a text at all
}

Compiler compile_folding() {
    constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                            UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    std::vector<Replaced> replaced;
    for (std::int32_t code_point = 0; code_point < code_points; ++code_point) {
        if (hipaa::unicode::is_hangul_syllable(static_cast<char32_t>(code_point))) continue;
        std::array<std::int32_t, 64> buffer{};
        int boundary = 0;
        const auto size = utf8proc_decompose_char(code_point, buffer.data(), buffer.size(), options, &boundary);
        // What is ignorable is dropped by that property.
        if (size < 1 || (size == 1 && buffer[0] == code_point)) continue;
        replaced.push_back({code_point, utf16(std::span(buffer).first(static_cast<std::size_t>(size))),
                            size == 1 ? buffer[0] - code_point : 0});
    }
    return {std::move(replaced), 4};
}

std::string source() {
    const Compiler lower_case = compile_lower_case();
    const Compiler folding = compile_folding();
    std::string text;
    for (const char16_t unit : folding.text()) text += fmt::format("0x{:x},", static_cast<unsigned>(unit));
    return fmt::format(
        "// Derived from utf8proc by src/tools/compile_unicode.cpp.\n#include <iterator>\n\n#include "
        "\"web/unicode/tables.hpp\"\n\n"
        "namespace hipaa::unicode {{\n\n{}{}{}{}"
        "constexpr char16_t folding_units[] = {{{}}};\n"
        "const std::u16string_view folding_text(folding_units, std::size(folding_units));\n\n"
        "}}  // namespace hipaa::unicode\n",
        runs_of("property_runs",
                [](std::int32_t code_point) {
                    return utf8proc_category(code_point) | utf8proc_charwidth(code_point) << 5 |
                           (utf8proc_get_property(code_point)->ignorable ? 0x80 : 0);
                }),
        runs_of("combining_class_runs",
                [](std::int32_t code_point) {
                    return static_cast<int>(utf8proc_get_property(code_point)->combining_class);
                }),
        lower_case.table("lower_case"), folding.table("folding"), text);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return std::fputs("usage: compile-unicode OUTPUT.cpp\n", stderr), 2;
    std::ofstream out(argv[1], std::ios::binary);
    out << source();
    out.close();
    if (out) return 0;
    return std::fprintf(stderr, "compile-unicode: cannot write %s\n", argv[1]), 1;
}
