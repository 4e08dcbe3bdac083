// The reports beside the examples are the ones that the program gives today.
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/program.hpp"

namespace hipaa::testing {
namespace {

struct Example {
    std::string name;
    int status;
};

/// Rewrites a report instead of checking it when HIPAA_CHECK_UPDATE is set; the change is then to be read and judged.
void check_or_update(const std::string& file, const std::string& report) {
    if (std::getenv("HIPAA_CHECK_UPDATE")) std::ofstream(file, std::ios::binary) << report;
    CHECK(repository_file(file) == report);
}

TEST_CASE("each example gives the report beside it") {
    const std::vector<Example> examples{
        {"willow-creek", 0}, {"first-draft", 1}, {"small-practice", 1}, {"group-practice", 1}, {"broken", 3}};
    for (const Example& example : examples) {
        SUBCASE(example.name.c_str()) {
            const std::string file = "examples/" + example.name;
            const Outcome outcome = run_program({file + ".yaml"});
            CHECK(outcome.status == example.status);
            check_or_update(file + ".report.txt", outcome.out);
        }
    }
}

}  // namespace
}  // namespace hipaa::testing
