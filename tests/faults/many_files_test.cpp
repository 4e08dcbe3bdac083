// Very many practices. In a folder all are counted, and memory does not grow with their reports; reports have a limit.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include <sys/resource.h>

#include "faults/process.hpp"
#include "report/json/report_scan.hpp"
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

TEST_CASE("reports that are read back have so many practices in all") {
    const Scratch here;
    here.write("p.yaml", "products: {spruce: {}}\n");
    const auto repeated = [](const std::string& text, std::size_t times) {
        std::string result;
        for (std::size_t i = 0; i < times; ++i) result += text;
        return result;
    };
    std::string report = run_alone({"-f", "json", "p.yaml"}).out;
    const std::string begin = "\"practices\": [";
    report.insert(report.find(begin) + begin.size(), repeated("{\"file\":\"a\"},", most_practices));
    here.write("old.json", report);
    here.write("old.jsonl", repeated("0\n", most_practices + 2));
    const std::string limit = "there are more than 1000000 practices, which is more than is read\n";
    const Ended diff = run_alone({"diff", "old.json", "p.yaml"});
    CHECK(diff.status == 3);
    CHECK(diff.out == "");
    CHECK(diff.err == "old.json:1:1: " + limit + "hipaa-check: nothing was compared, because of these mistakes\n");
    const Ended check = run_alone({"--baseline", "old.json", "p.yaml"});
    CHECK(check.status == 3);
    CHECK(check.out == "");
    CHECK(check.err == "old.json:1:1: " + limit +
                           "hipaa-check: nothing was checked, because there is no baseline to hold it against\n");
    const Ended merge = run_alone({"merge", "old.jsonl"});
    CHECK(merge.status == 3);
    CHECK(merge.out == "");
    CHECK(merge.err.ends_with("\nold.jsonl:1000002:1: " + limit +
                              "hipaa-check: nothing was merged, because of these mistakes\n"));
}

}  // namespace
}  // namespace hipaa::testing
