// Choosing the command.
#include "cli/run.hpp"

#include "cli/check.hpp"

namespace hipaa {

int run(const std::vector<std::string>& arguments, Surroundings& surroundings) {
    return check(arguments, surroundings);
}

}  // namespace hipaa
