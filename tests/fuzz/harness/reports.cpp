// Bytes as an earlier report: it is merged, compared and taken for a baseline, or refused with its name and line.
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
    const testing::Scratch files;
    files.write("mail.yaml", checklist);
    files.write("practice.yaml", practice);
    files.write("old", std::string(fuzz::as_text(data, size)));
    require_judged(fuzz::run({"merge", "--rules", "mail.yaml", "-f", "json", "old"}), true);
    require_judged(fuzz::run({"merge", "--rules", "mail.yaml", "-f", "text", "old"}), false);
    require_judged(fuzz::run({"diff", "--rules", "mail.yaml", "-f", "json", "old", "practice.yaml"}), true);
    require_judged(
        fuzz::run({"--baseline", "old", "--rules", "mail.yaml", "--checklist", "mail", "-f", "json", "practice.yaml"}),
        true);
    return 0;
}
