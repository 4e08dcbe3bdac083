// The frame of an HTML file that needs nothing else.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// From the doctype to the beginning of the body, with the style sheet and the signs. The policy keeps the file from
/// asking for anything, whatever should ever stand in it. `skip_to` names what begins at the element `main`.
std::string html_begin(std::string_view title, std::string_view skip_to);

inline constexpr std::string_view html_end = "</body>\n</html>\n";

}  // namespace hipaa
