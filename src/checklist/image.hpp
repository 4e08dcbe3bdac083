// A checklist as bytes that are read back much faster than its YAML. They fit the program that wrote them and no other.
#pragma once

#include <string>
#include <string_view>

#include "checklist/checklist.hpp"

namespace hipaa {

std::string to_image(const Checklist& checklist);

/// `image` must be the bytes that `to_image` of this build wrote; they are not checked. The checklist shows texts that
/// stand in `image`.
Checklist from_image(std::string_view image);

}  // namespace hipaa
