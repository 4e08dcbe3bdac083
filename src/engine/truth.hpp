// Strong Kleene logic: true, false, and unknown for what nobody has answered.
#pragma once

#include <cstdint>

namespace hipaa {

enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth truth(bool value) { return value ? Truth::yes : Truth::no; }
constexpr Truth both(Truth a, Truth b) { return a < b ? a : b; }
constexpr Truth either(Truth a, Truth b) { return a < b ? b : a; }
constexpr Truth opposite(Truth a) { return a == Truth::unknown ? a : truth(a == Truth::no); }

}  // namespace hipaa
