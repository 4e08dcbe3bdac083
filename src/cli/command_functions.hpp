// What the commands do, each in a file of its own. They get the arguments behind their names.
#pragma once

#include <string>
#include <vector>

#include "cli/run.hpp"

namespace hipaa {

int lint(const std::vector<std::string>& arguments, Surroundings& surroundings);
int test(const std::vector<std::string>& arguments, Surroundings& surroundings);
int explain(const std::vector<std::string>& arguments, Surroundings& surroundings);
int list(const std::vector<std::string>& arguments, Surroundings& surroundings);
int new_checklist(const std::vector<std::string>& arguments, Surroundings& surroundings);
int merge(const std::vector<std::string>& arguments, Surroundings& surroundings);
int schema(const std::vector<std::string>& arguments, Surroundings& surroundings);

}  // namespace hipaa
