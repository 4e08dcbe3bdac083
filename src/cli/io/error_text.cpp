// What the system says went wrong, in words.
#include "cli/io/error_text.hpp"

#include <cerrno>
#include <system_error>

namespace hipaa {

std::string error_text(int error) {
    switch (error) {
        case EBADF:  // `main` sees to it that a closed standard stream gives this
            return "it is closed";
        case ENOSPC:
            return "there is no space left";
        default:
            return std::generic_category().message(error);
    }
}

}  // namespace hipaa
