// How a practice or a note stands, in words.
#include "page/standing.hpp"

#include "page/wording.hpp"

namespace hipaa {
namespace {

struct StandingWords {
    std::string_view label;
    std::string_view key;
};

const EnumMap<Standing, StandingWords> standing_words({
    {"Has mistakes", {}},
    {label(Result::fail, Basis::law), "needs-action"},
    {label(Result::fail, Basis::recommendation), "recommended-change"},
    {label(Result::unknown, Basis::law), "not-answered"},
    {"Nothing checked", {}},
    {label(Result::attention, Basis::law), "look-at-this"},
    {label(Result::accepted, Basis::law), "accepted"},
    {label(Result::pass, Basis::law), "in-place"},
    {label(Result::not_applicable, Basis::law), "does-not-apply"},
});

}  // namespace

std::string_view label(Standing standing) { return standing_words[standing].label; }

std::string_view key_of(Standing standing) { return standing_words[standing].key; }

}  // namespace hipaa
