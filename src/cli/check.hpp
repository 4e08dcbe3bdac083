// The main job: checking practice files.
#pragma once

#include <string>
#include <vector>

#include "cli/run.hpp"

namespace hipaa {

/// `hipaa-check [OPTIONS] PRACTICE...`
int check(const std::vector<std::string>& arguments, Surroundings& surroundings);

}  // namespace hipaa
