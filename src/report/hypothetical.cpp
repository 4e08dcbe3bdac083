// What a report says at its top if answers were set that the files do not have.
#include "report/hypothetical.hpp"

#include <fmt/format.h>

#include "text/printable.hpp"

namespace hipaa {

std::string hypothetical_title(const Run& run, std::string_view title) {
    return run.set.empty() ? std::string(title) : fmt::format("HYPOTHETICAL: {}", title);
}

std::string hypothetical_sentence(const Run& run) {
    std::string answers;
    for (const std::string& answer : run.set) answers += (answers.empty() ? "" : ", ") + printable(answer);
    return answers.empty() ? answers : fmt::format("Checked as if this were in the file: {}.", answers);
}

}  // namespace hipaa
