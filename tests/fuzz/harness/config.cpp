// A file of options: it is taken, or refused with its name.
#include "fuzz/properties.hpp"

namespace {

/// Options that name other files may lead out of the directory of the run.
bool stays_here(std::string_view options) {
    return options.find_first_of("/\\") == options.npos && options.find("..") == options.npos;
}

void require_taken_or_refused(const std::vector<std::string>& arguments, const std::string& file) {
    using namespace hipaa;
    const testing::Outcome outcome = fuzz::run(arguments);
    if (outcome.status == 2)
        fuzz::require(outcome.err.starts_with("hipaa-check: "), "a refusal is a sentence", outcome.err);
    if (outcome.status == 0)
        fuzz::require(outcome.err.find("took options from " + file) != std::string::npos || file != "hipaa-check.toml",
                      "options that nobody named are told of", outcome.err);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hipaa;
    const std::string options(fuzz::as_text(data, size));
    if (!stays_here(options)) return -1;
    const testing::Scratch files;
    files.write("p.yaml", "products: {}\n");
    files.write("hipaa-check.toml", options);
    if (fuzz::has_turn(options, 0, 2)) require_taken_or_refused({"p.yaml"}, "hipaa-check.toml");
    if (fuzz::has_turn(options, 1, 2)) require_taken_or_refused({"--config", "hipaa-check.toml", "p.yaml"}, "");
    return 0;
}
