// How a practice or a note stands, in words.
#include "page/standing.hpp"

#include "page/wording.hpp"

namespace hipaa {

std::string_view label(Standing standing) {
    switch (standing) {
        case Standing::mistakes:
            return "Has mistakes";
        case Standing::duty:
            return label(Result::fail, Basis::law);
        case Standing::recommendation:
            return label(Result::fail, Basis::recommendation);
        case Standing::unanswered:
            return label(Result::unknown, Basis::law);
        case Standing::nothing_checked:
            return "Nothing checked";
        case Standing::attention:
            return label(Result::attention, Basis::law);
        case Standing::accepted:
            return label(Result::accepted, Basis::law);
        case Standing::in_place:
            return label(Result::pass, Basis::law);
        case Standing::not_applicable:
            break;
    }
    return label(Result::not_applicable, Basis::law);
}

}  // namespace hipaa
