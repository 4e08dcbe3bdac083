// Finding lookalikes.
#include "text/lookalike.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace hipaa {
namespace {

struct Kind {
    char32_t first;
    char32_t last;
    Lookalike::Of of;
    std::string_view name;
};

constexpr std::array kinds{
    Kind{0x00A0, 0x00A0, Lookalike::Of::blank, "a no-break space"},
    Kind{0x00AB, 0x00AB, Lookalike::Of::quotation_mark, "a typographic quotation mark"},
    Kind{0x00BB, 0x00BB, Lookalike::Of::quotation_mark, "a typographic quotation mark"},
    Kind{0x1680, 0x1680, Lookalike::Of::blank, "an odd space"},
    Kind{0x2000, 0x200A, Lookalike::Of::blank, "a typographic space"},
    Kind{0x200B, 0x200D, Lookalike::Of::blank, "an invisible character"},
    Kind{0x2018, 0x201F, Lookalike::Of::quotation_mark, "a typographic quotation mark"},
    Kind{0x202F, 0x202F, Lookalike::Of::blank, "a no-break space"},
    Kind{0x205F, 0x2060, Lookalike::Of::blank, "a typographic space"},
    Kind{0x3000, 0x3000, Lookalike::Of::blank, "a wide space"},
    Kind{0xFE55, 0xFE55, Lookalike::Of::colon, "a small colon"},
    Kind{0xFEFF, 0xFEFF, Lookalike::Of::blank, "an invisible character"},
    Kind{0xFF02, 0xFF02, Lookalike::Of::quotation_mark, "a wide quotation mark"},
    Kind{0xFF1A, 0xFF1A, Lookalike::Of::colon, "a wide colon"},
};

const Kind* kind_of(char32_t code_point) {
    const auto kind =
        std::ranges::find_if(kinds, [&](const Kind& one) { return one.first <= code_point && code_point <= one.last; });
    return kind == kinds.end() ? nullptr : &*kind;
}

bool is_around(char32_t code_point) {
    if (code_point == U' ' || code_point == U'"' || code_point == U'\'') return true;
    const Kind* kind = kind_of(code_point);
    return kind && kind->of != Lookalike::Of::colon;
}

}  // namespace

std::optional<Lookalike> find_lookalike(std::string_view text) {
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t at = text.size() - rest.size();
        const char32_t code_point = utf8::take(rest);
        if (const Kind* kind = code_point < 0x80 ? nullptr : kind_of(code_point))
            return Lookalike{kind->of, at, text.size() - rest.size() - at,
                             fmt::format("{} (U+{:04X})", kind->name, static_cast<std::uint32_t>(code_point))};
    }
    return std::nullopt;
}

std::string_view without_quotes(std::string_view text) {
    std::size_t first = text.size();
    std::size_t end = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t at = text.size() - rest.size();
        if (is_around(utf8::take(rest))) continue;
        first = std::min(first, at);
        end = text.size() - rest.size();
    }
    return first < end ? text.substr(first, end - first) : std::string_view();
}

}  // namespace hipaa
