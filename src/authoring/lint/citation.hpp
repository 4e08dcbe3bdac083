// Whether a citation can be looked up: the sections of the HIPAA rules, and how citations are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hipaa {

/// True for `45 CFR ...`, whether well written or not.
bool cites_regulation(std::string_view citation);

/// What is wrong with a citation, as a clause ("there is no section 164.380 ..."), or nothing. Knows the sections of
/// 45 CFR Parts 160, 162 and 164, the paragraphs of many, and the order of paragraph marks; of `78 FR 5634` the form; leaves alone what
/// is neither.
std::optional<std::string> citation_mistake(std::string_view citation);

}  // namespace hipaa
