// Results come out in order whatever the number of threads, and a stop or a failure ends the work.
#include "cli/io/parallel_ordered.hpp"

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "support/program.hpp"

namespace hipaa::testing {
namespace {

TEST_CASE("results are consumed in the order of the work") {
    for (const std::size_t threads : {1u, 2u, 7u}) {
        CAPTURE(threads);
        std::vector<std::size_t> seen;
        parallel_ordered(
            1000, threads, [](std::size_t i, std::size_t) { return i * 3; },
            [&](std::size_t value) {
                seen.push_back(value);
                return true;
            });
        REQUIRE(seen.size() == 1000);
        for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == i * 3);
    }
}

TEST_CASE("a consumer that has enough gets no more") {
    for (const std::size_t threads : {1u, 4u}) {
        CAPTURE(threads);
        std::size_t consumed = 0;
        parallel_ordered(
            1000, threads, [](std::size_t i, std::size_t) { return i; }, [&](std::size_t) { return ++consumed < 10; });
        CHECK(consumed == 10);
    }
}

TEST_CASE("a consumer that has enough gets no more from a thread that was still at work") {
    std::atomic<bool> second_began = false;
    std::atomic<bool> had_enough = false;
    const auto wait_for = [](const std::atomic<bool>& flag) {
        while (!flag) std::this_thread::yield();
    };
    std::size_t consumed = 0;
    parallel_ordered(
        1000, 2,
        [&](std::size_t i, std::size_t) {
            if (i == 1) {
                second_began = true;
                wait_for(had_enough);
            }
            return i;
        },
        [&](std::size_t) {
            ++consumed;
            wait_for(second_began);
            had_enough = true;
            return false;
        });
    CHECK(consumed == 1);
}

TEST_CASE("what a producer throws arrives at the caller") {
    for (const std::size_t threads : {1u, 4u}) {
        CAPTURE(threads);
        const auto fail_late = [](std::size_t i, std::size_t) {
            if (i == 500) throw std::runtime_error("at 500");
            return i;
        };
        CHECK_THROWS_WITH(parallel_ordered(1000, threads, fail_late, [](std::size_t) { return true; }), "at 500");
    }
}

TEST_CASE("the reports on many files are the same for every --jobs") {
    const Scratch scratch;
    const std::vector<std::string> kinds{"willow-creek", "first-draft", "broken"};
    for (int i = 0; i < 60; ++i)
        scratch.write("in/p" + std::to_string(100 + i) + ".yaml",
                      repository_file("examples/" + kinds[static_cast<std::size_t>(i) % kinds.size()] + ".yaml"));
    for (const std::string format : {"jsonl", "text", "json"}) {
        CAPTURE(format);
        const Outcome one = run_program({"-f", format, "--jobs", "1", "in"});
        const Outcome five = run_program({"-f", format, "--jobs", "5", "in"});
        CHECK(one.status == 3);
        CHECK(five.status == one.status);
        CHECK(five.out == one.out);
        CHECK(five.err == one.err);
    }
}

}  // namespace
}  // namespace hipaa::testing
