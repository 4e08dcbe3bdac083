// Names for people, made of keys.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// "Google Workspace" for `google_workspace`, "Acme Portal" for `acme-portal`; capitals stay as they are.
std::string display_name(std::string_view key);

/// "no texting" for `no_texting`, "BAA" for `baa`: what the field writes in capitals has them.
std::string words_of_code(std::string_view code);

}  // namespace hipaa
