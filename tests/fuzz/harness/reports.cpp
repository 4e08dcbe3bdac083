// Bytes as an earlier report: it is merged, compared and taken for a baseline, or refused with its name and line.
#include <algorithm>
#include <iterator>

#include "fuzz/properties.hpp"

namespace {

void require_judged(const hipaa::testing::Outcome& outcome, bool json) {
    using namespace hipaa;
    if (outcome.status == 2 || outcome.out.empty()) {
        fuzz::require(outcome.status == 3, "without a report something cannot be read", outcome.err);
        fuzz::require(!outcome.err.empty(), "a refusal has words");
    } else if (json) {
        fuzz::require_json(outcome.out, "the report");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hipaa;
    static const std::string checklist = testing::repository_file("tests/fuzz/mail/mail.yaml");
    static const std::string practice = testing::repository_file("tests/fuzz/mail/practice.yaml");
    static const std::vector<std::string> commands[] = {
        {"merge", "--rules", "mail.yaml", "-f", "json", "old"},
        {"merge", "--rules", "mail.yaml", "-f", "text", "old"},
        {"diff", "--rules", "mail.yaml", "-f", "json", "old", "practice.yaml"},
        {"--baseline", "old", "--rules", "mail.yaml", "--checklist", "mail", "-f", "json", "practice.yaml"},
    };
    const std::string_view report = fuzz::as_text(data, size);
    const testing::Scratch files;
    files.write("mail.yaml", checklist);
    files.write("practice.yaml", practice);
    files.write("old", report);
    for (std::size_t i = 0; i < std::size(commands); ++i)
        if (fuzz::has_turn(report, i, std::size(commands)))
            require_judged(fuzz::run(commands[i]), std::ranges::find(commands[i], "json") != commands[i].end());
    return 0;
}
