// The two readers of YAML: what the fast one accepts, yaml-cpp reads alike.
#include "fuzz/properties.hpp"
#include "yaml/reader_comparison.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hipaa;
    const std::string text(fuzz::as_text(data, size));
    yaml::Comparison comparison = yaml::compare(text);
    if (comparison.outcome == yaml::Comparison::Outcome::declined) comparison = yaml::compare_with_mistakes(text);
    fuzz::require(comparison.outcome != yaml::Comparison::Outcome::different, "both readers make the same of a text",
                  comparison.difference);
    return 0;
}
