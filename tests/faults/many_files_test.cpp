// A folder with very many files: all are counted, and memory does not grow with their reports.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include <sys/resource.h>

#include "faults/process.hpp"
#include "support/program.hpp"

namespace hipaa::testing {
namespace {

TEST_CASE("very many files in one folder") {
    const Scratch here;
    // Builds with sanitizers take ten times as long. The variable is for measuring by hand.
    const char* wanted = std::getenv("HIPAA_CHECK_MANY_FILES");
    const int count = wanted ? std::atoi(wanted) : program_is_plain() ? 20000 : 1000;
    for (int i = 0; i < count; ++i) here.write("d/" + std::to_string(i) + ".yaml", "products: {spruce: {}}\n");
    const std::string files = std::to_string(count);
    const auto in_little_memory = [] {
        constexpr rlim_t most = rlim_t{64} << 20;
        const rlimit limit{most, most};
        if (program_is_plain()) ::setrlimit(RLIMIT_AS, &limit);
    };
    const Ended text = run_alone({"--brief", "--jobs", "1", "d"}, {.before = in_little_memory});
    CHECK(text.status == 4);
    CHECK(text.err == "");
    CHECK(text.out.starts_with(files + " practices"));
    CHECK(text.out.find("\nOf " + files + " practices, " + files + " cannot be judged yet.\n") != std::string::npos);
}

}  // namespace
}  // namespace hipaa::testing
