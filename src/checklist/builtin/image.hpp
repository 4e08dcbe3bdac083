// A checklist as bytes that are read back much faster than its YAML. They fit the program that wrote them and no other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"

namespace hipaa {

std::string to_image(const Checklist& checklist);

/// The same of a checklist that is not loaded: its names, and where its answers live.
std::string to_head_image(const Checklist& checklist);

/// The indexes of the other checklists, in the library that `checklist` is part of, to which its conditions refer.
std::vector<std::uint32_t> referred_checklists(const Checklist& checklist);

/// `image` must be the bytes that `to_image` of this build wrote; they are not checked. The checklist shows texts that
/// stand in `image`.
Checklist from_image(std::string_view image);

}  // namespace hipaa
