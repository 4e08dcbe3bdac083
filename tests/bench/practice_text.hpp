// Practice files as people write them: in the style of the examples, or in another ordinary one.
#pragma once

#include <cstddef>
#include <string>

#include "answers.hpp"

namespace bench {

/// A file of about 1.6 KB, in the block style of the examples, with some groups in braces.
std::string usual_text(const Practice& practice);

/// The same answers in one of `other_styles` other styles.
inline constexpr std::size_t other_styles = 8;
std::string other_text(const Practice& practice, std::size_t style);

}  // namespace bench
