// How the HTML report looks.
#pragma once

#include <string_view>

namespace hipaa {

/// A style sheet; `<` does not occur in it.
extern const std::string_view html_style;

}  // namespace hipaa
