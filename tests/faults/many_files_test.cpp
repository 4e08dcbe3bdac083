// A folder with very many files: all are counted, and memory does not grow with their reports.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

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
    const Ended text = run_alone({"--brief", "d"});
    CHECK(text.status == 4);
    CHECK(text.err == "");
    CHECK(text.out.starts_with(files + " practices"));
    CHECK(text.out.find("\nOf " + files + " practices, " + files + " cannot be judged yet.\n") != std::string::npos);
    if (program_is_plain()) CHECK(text.peak_kib < 64 * 1024);
    MESSAGE(files << " files took " << text.peak_kib / 1024 << " MiB");
}

}  // namespace
}  // namespace hipaa::testing
