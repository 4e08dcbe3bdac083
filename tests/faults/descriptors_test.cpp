// Few descriptors: what cannot be opened is named, and nothing is left open for long.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include <sys/resource.h>

#include "faults/process.hpp"
#include "faults/workplace.hpp"

namespace hipaa::testing {
namespace {

/// The program may have as many descriptors as that, the three standard streams among them.
Ended with_descriptors(unsigned count, const std::vector<std::string>& arguments) {
    return run_alone(arguments, {.before = [count] {
                         const rlimit limit{count, count};
                         ::setrlimit(RLIMIT_NOFILE, &limit);
                     }});
}

TEST_CASE("every command makes do with ten descriptors") {
    const Workplace here;
    std::filesystem::create_directories("a/b/c/d/e/f/g/h/i/j/k/l");
    std::filesystem::copy_file("p.yaml", "a/b/c/d/e/f/g/h/i/j/k/l/p.yaml");
    for (const CommandRow& row : command_rows()) {
        CAPTURE(row.line);
        CHECK(shell("(exec > out; ulimit -n 10; exec $H " + row.line + "); echo $?; cksum < out") ==
              shell("$H " + row.line + " > out; echo $?; cksum < out"));
    }
    CHECK(with_descriptors(10, {"-q", "a"}).status == 1);
    CHECK(with_descriptors(10, {"-q", "-o", "a.txt", "-o", "a.md", "-o", "a.html", "-o", "a.json", "p.yaml"}).status ==
          1);
}

TEST_CASE("with fewer than it needs it says what it could not open") {
    const Workplace here;
    if (with_descriptors(4, {"--version"}).status != 0) {
        MESSAGE("SKIPPED: four descriptors, with which a program does not start that has to load libraries");
        return;
    }
    // One is free, which the report takes; one file alone is read before.
    CHECK(with_descriptors(4, {"-q", "-o", "r.html", "p.yaml"}).status == 1);
    const Ended reading = with_descriptors(4, {"-q", "-o", "r.html", "p.yaml", "old.yaml"});
    CHECK(reading.err ==
          "p.yaml:1:1: cannot be read: Too many open files\n"
          "old.yaml:1:1: cannot be read: Too many open files\n");
    CHECK(reading.status == 3);
    const Ended writing = with_descriptors(4, {"-q", "-o", "a.html", "-o", "b.html", "p.yaml"});
    CHECK(writing.err == "hipaa-check: the report b.html could not be written: Too many open files\n");
    CHECK(writing.status == 3);
    CHECK(names_here() == "any-product.test.yaml any-product.yaml lab.yaml old.yaml p.yaml r.html s.jsonl");
}

}  // namespace
}  // namespace hipaa::testing
