// The inputs in corpus/, through the harnesses that they are for. What fell out once must not do so again.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "support/program.hpp"

// Each file in harness/ defines its function under the name libFuzzer wants; CMakeLists.txt names it like the file.
#define HARNESS(name) extern "C" int name(const std::uint8_t* data, std::size_t size)
HARNESS(fuzz_ask);
HARNESS(fuzz_checklist);
HARNESS(fuzz_config);
HARNESS(fuzz_decisions);
HARNESS(fuzz_files_from);
HARNESS(fuzz_practice);
HARNESS(fuzz_reports);
HARNESS(fuzz_yaml);
#undef HARNESS

namespace hipaa::testing {
namespace {

namespace fs = std::filesystem;

struct Harness {
    std::string name;
    int (*run)(const std::uint8_t*, std::size_t);
};

const Harness harnesses[] = {
    {"ask", fuzz_ask},
    {"checklist", fuzz_checklist},
    {"config", fuzz_config},
    {"decisions", fuzz_decisions},
    {"files-from", fuzz_files_from},
    {"practice", fuzz_practice},
    {"reports", fuzz_reports},
    {"yaml", fuzz_yaml},
};

TEST_CASE("every harness is tried, and has inputs") {
    std::vector<std::string> sources;
    for (const auto& entry : fs::directory_iterator(fs::path(HIPAA_CHECK_ROOT) / "tests/fuzz/harness"))
        sources.push_back(entry.path().stem().string());
    std::ranges::sort(sources);
    std::vector<std::string> names;
    for (const Harness& harness : harnesses) names.push_back(harness.name);
    CHECK(names == sources);
}

TEST_CASE("no input of the corpora falls out") {
    for (const Harness& harness : harnesses) {
        const fs::path corpus = fs::path(HIPAA_CHECK_ROOT) / "tests/fuzz/corpus" / harness.name;
        std::size_t inputs = 0;
        for (const auto& entry : fs::directory_iterator(corpus)) {
            INFO(entry.path().string());
            const std::string input = repository_file(entry.path().string());
            harness.run(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
            ++inputs;
        }
        INFO(harness.name);
        CHECK(inputs > 0);
    }
}

}  // namespace
}  // namespace hipaa::testing
