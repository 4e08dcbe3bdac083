// Names of results, and adding counts up.
#include "engine/assessment.hpp"

namespace hipaa {

std::string_view name_of(Result result) {
    switch (result) {
        case Result::not_applicable:
            return "not_applicable";
        case Result::pass:
            return "pass";
        case Result::accepted:
            return "accepted";
        case Result::attention:
            return "attention";
        case Result::unknown:
            return "unknown";
        case Result::fail:
            break;
    }
    return "fail";
}

Counts& Counts::operator+=(const Counts& other) {
    for (std::size_t i = 0; i < by_result.size(); ++i) by_result[i] += other.by_result[i];
    return *this;
}

}  // namespace hipaa
