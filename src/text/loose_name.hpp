// A name as it is compared with others that people write in their own way.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// Without blanks, `_`, `-` and invisible characters, and in small letters: equal for `Spruce Health`, `spruce_health`,
/// `spruce-health` and `SpruceHealth`. Empty if nothing is left.
std::string loose_name(std::string_view name);

}  // namespace hipaa
