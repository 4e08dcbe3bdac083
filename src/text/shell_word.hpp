// Text in a command that somebody pastes into a shell.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// `text` as a POSIX shell takes it for one word.
std::string shell_word(std::string_view text);

}  // namespace hipaa
