// JSON formats: what a practice file holds cannot steer a terminal, nor break the JSON.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "report/reported.hpp"

using namespace hipaa;

TEST_CASE("no control character stands in JSON as it is") {
    for (int code = 1; code < 0x20; ++code) {
        CAPTURE(code);
        // At both ends of a name that is long enough to be looked at in blocks.
        const std::string practice =
            fmt::format("practice: {{name: \"\\x{0:02x} a name of more than sixteen bytes \\x{0:02x}\"}}\n", code);
        const Reported reported{small_checklist, {{"p.yaml", practice}}};
        for (const std::string_view format : {"json", "jsonl", "sarif", "oscal", "gitlab"}) {
            const std::string report = reported.as(format);
            CHECK(std::ranges::none_of(report, [](char c) { return c >= 0 && c < 0x20 && c != '\n'; }));
            if (format == "jsonl") CHECK(std::ranges::count(report, '\n') == 2);  // the practice, and the end
        }
    }
}
