// The open questions on paper, to be filled in by hand.
#pragma once

#include <string_view>

#include "interview/sitting.hpp"
#include "page/page.hpp"

namespace hipaa::interview {

/// `command` is that with which the answers are typed in. Of a practice that uses nothing yet: the questions about every product that a checklist
/// knows.
page::Page worksheet(const Sitting& sitting, std::string_view command);

}  // namespace hipaa::interview
