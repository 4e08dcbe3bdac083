// A practice file: every report of it can be read.
#include "fuzz/every_report.hpp"
#include "fuzz/properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    hipaa::fuzz::require_every_report(std::string(hipaa::fuzz::as_text(data, size)));
    return 0;
}
