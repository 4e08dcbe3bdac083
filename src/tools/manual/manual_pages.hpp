// The manual pages: of the program, of practice files, of checklists. Each is made from the tables that the program reads
// by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"
#include "cli/command_line.hpp"

namespace hipaa {

/// hipaa-check(1). `commands`: what `described_commands` says. `date`: that of the version.
std::string program_manual(const std::vector<CommandDescription>& commands, std::string_view date);

/// hipaa-check-practice(5), with the questions of `library`.
std::string practice_manual(const Library& library, std::string_view date);

/// hipaa-check-checklist(5).
std::string checklist_manual(std::string_view date);

}  // namespace hipaa
