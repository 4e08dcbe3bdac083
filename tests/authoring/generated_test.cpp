// Files of the repository that the program writes are as it writes them today.
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/program.hpp"

namespace hipaa::testing {
namespace {

struct Generated {
    std::string file;
    std::vector<std::string> command;
};

TEST_CASE("generated files are up to date; with HIPAA_CHECK_UPDATE set, they are written") {
    const std::vector<Generated> rows{
        {"rules/NOTES.md", {"explain", "--all", "-f", "markdown"}},
        {"examples/practice.schema.json", {"schema", "practice"}},
    };
    for (const Generated& row : rows) {
        CAPTURE(row.file);
        const Outcome outcome = run_program(row.command);
        CHECK(outcome.status == 0);
        CHECK(outcome.err.empty());
        if (std::getenv("HIPAA_CHECK_UPDATE")) std::ofstream(row.file, std::ios::binary) << outcome.out;
        CHECK(repository_file(row.file) == outcome.out);
    }
}

}  // namespace
}  // namespace hipaa::testing
