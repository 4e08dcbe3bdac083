// The csv format.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "report/reported.hpp"

using namespace hipaa;

TEST_CASE("a csv report as a whole") { check_expected(every_kind_of_practice().as("csv"), "every-kind.csv"); }

TEST_CASE("no csv cell begins a formula, and quotes are doubled") {
    struct Row {
        std::string name;  // as YAML
        std::string cell;
    };
    const std::vector<Row> rows{
        {"'=cmd|calc'", "'=cmd|calc"},
        {"'+1'", "'+1"},
        {"'-1'", "'-1"},
        {"'@SUM(1)'", "'@SUM(1)"},
        {R"("\t=1")", "'=1"},
        {R"("\r=1")", "'=1"},
        {"'  =1'", "'=1"},
        {"'\uFF1D1'", "'\uFF1D1"},
        {R"('a "b", c')", R"("a ""b"", c")"},
        {"'=1,2'", "\"'=1,2\""},
        {"'a = b'", "a = b"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const std::string practice = "confirmed_on: 2026-11-01\npractice: {name: " + row.name + "}\n";
        const std::string report = Reported{small_checklist, {{"p.yaml", practice}}}.as("csv");
        const std::string second = report.substr(report.find("\r\n") + 2);
        CHECK(second == "p.yaml," + row.cell +
                            ",2026-11-22,practice,,,,,not_checked,Not checked,,Nothing was checked: no checklist "
                            "applies to what is in this file.,1,1\r\n");
    }
}
