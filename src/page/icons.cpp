// The signs that stand for results in HTML.
#include "page/icons.hpp"

#include <fmt/format.h>

namespace hipaa {
namespace {

struct Sign {
    std::string_view name;
    /// On a field of 24 by 24. `b` is the shape in the colour of the result, `g` what is drawn on it.
    std::string_view drawing;
};

constexpr EnumMap<Standing, Sign> signs({
    {"mistakes", R"(<rect class="b" x="1" y="1" width="22" height="22"/><path class="g" d="M7 7l10 10M17 7L7 17"/>)"},
    {"duty", R"(<path class="b" d="M7 1h10l6 6v10l-6 6H7l-6-6V7z"/><path class="g" d="M12 5.5v8M12 17.6v.8"/>)"},
    {"recommendation",
     R"(<path class="b" d="M12 1l11.5 21.5H.5z"/><path class="g" d="M12 18.5v-8M8.5 13.5L12 10l3.5 3.5"/>)"},
    {"unanswered",
     R"(<circle class="b" cx="12" cy="12" r="11.5"/><path class="g" d="M8.4 9.2a3.6 3.6 0 1 1 5.6 3c-1.4.9-2 1.5-2 2.8M12 18v.8"/>)"},
    {"nothing",
     R"(<rect class="o" x="2" y="2" width="20" height="20"/><path class="l" d="M9 9.6a3 3 0 1 1 4.6 2.6c-1.2.7-1.6 1.3-1.6 2.3M12 17.5v.6"/>)"},
    {"attention", R"(<path class="b" d="M12 .5L23.5 12 12 23.5.5 12z"/><path class="g" d="M12 11v6M12 7v.6"/>)"},
    {"accepted",
     R"(<rect class="o" x="2" y="2" width="20" height="20" rx="5"/><path class="l" d="M7 12.5l3.5 3.5L17 8.5"/>)"},
    {"in-place", R"(<circle class="b" cx="12" cy="12" r="11.5"/><path class="g" d="M6.5 12.5l4 4 7-8"/>)"},
    {"not-applicable", R"(<circle class="o" cx="12" cy="12" r="10"/><path class="l" d="M7.5 12h9"/>)"},
});

}  // namespace

std::string_view css_class(Standing standing) { return signs[standing].name; }

std::string icon_definitions() {
    std::string text = "<svg class=\"signs\" aria-hidden=\"true\" width=\"0\" height=\"0\">\n";
    for (const Standing standing : values_of<Standing>)
        text += fmt::format("<symbol id=\"sign-{}\" viewBox=\"0 0 24 24\">{}</symbol>\n", signs[standing].name,
                            signs[standing].drawing);
    return text + "</svg>\n";
}

std::string icon(Standing standing) {
    return fmt::format("<svg class=\"mark {0}\" aria-hidden=\"true\"><use href=\"#sign-{0}\"/></svg>",
                       signs[standing].name);
}

std::string icon_at(Standing standing, int x, int y, int size) {
    return fmt::format("<use class=\"{0}\" href=\"#sign-{0}\" x=\"{1}\" y=\"{2}\" width=\"{3}\" height=\"{3}\"/>",
                       signs[standing].name, x, y, size);
}

}  // namespace hipaa
