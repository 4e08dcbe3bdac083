// What the commands do, each in a file of its own. They get the arguments behind their names.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.hpp"

namespace hipaa {

/// The main job, which has no name: `hipaa-check [OPTIONS] PRACTICE...`
int check(const std::vector<std::string>& arguments, Environment& environment);

int ask(const std::vector<std::string>& arguments, Environment& environment);
int lint(const std::vector<std::string>& arguments, Environment& environment);
int test(const std::vector<std::string>& arguments, Environment& environment);
int explain(const std::vector<std::string>& arguments, Environment& environment);
int list(const std::vector<std::string>& arguments, Environment& environment);
int new_checklist(const std::vector<std::string>& arguments, Environment& environment);
int merge(const std::vector<std::string>& arguments, Environment& environment);
int schema(const std::vector<std::string>& arguments, Environment& environment);

}  // namespace hipaa
