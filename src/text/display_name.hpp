// Names for people, made of keys.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// "Google Workspace" for `google_workspace`, "Acme Portal" for `acme-portal`; capitals stay as they are.
std::string display_name(std::string_view key);

}  // namespace hipaa
