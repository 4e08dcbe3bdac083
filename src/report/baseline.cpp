// How what is open stands to an earlier report.
#include "report/baseline.hpp"

#include <fmt/format.h>

namespace hipaa {

std::string_view name_of(BaselineMark::State state) {
    switch (state) {
        case BaselineMark::State::fresh:
            return "new";
        case BaselineMark::State::known:
            return "known";
        case BaselineMark::State::worse:
            break;
    }
    return "worse";
}

std::string in_words(const BaselineMark& mark, const BaselineOrigin& origin) {
    const std::string_view why = mark.of_checklist ? ", because the checklist changed" : "";
    if (mark.state == BaselineMark::State::fresh) return fmt::format("new since {}{}", iso(origin.as_of), why);
    if (mark.state == BaselineMark::State::worse) return fmt::format("worse than on {}{}", iso(origin.as_of), why);
    return fmt::format("known on {}", iso(origin.as_of));
}

}  // namespace hipaa
