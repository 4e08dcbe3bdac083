// A screen as the page draws it.
#pragma once

#include <string>

#include "web/session.hpp"

namespace hipaa::web {

/// All that is on the screen, with the practice file as it is now.
std::string screen_json(const Session& session);

}  // namespace hipaa::web
