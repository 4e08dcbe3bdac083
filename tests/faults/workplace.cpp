// A folder with files for each command, and a line for each.
#include "faults/workplace.hpp"

#include "support/lab.hpp"

namespace hipaa::testing {

const std::string Workplace::names = "any-product.test.yaml any-product.yaml lab.yaml old.yaml p.yaml s.jsonl";

const std::string Workplace::on_its_day = " --as-of 2026-11-22";

Workplace::Workplace() {
    write("p.yaml", repository_file("examples/first-draft.yaml"));
    write("old.yaml", repository_file("examples/willow-creek.yaml"));
    write("lab.yaml", lab_checklist("{flag: yes}"));
    for (const char* name : {"any-product.yaml", "any-product.test.yaml"})
        write(name, repository_file(std::string("rules/") + name));
    write("s.jsonl", run_program({"-f", "jsonl", "p.yaml"}).out);
}

const std::vector<CommandRow>& command_rows() {
    static const std::string& day = Workplace::on_its_day;
    static const std::string report = "hipaa-check: the report could not be written to standard output: ";
    static const std::string other = "hipaa-check: standard output could not be written: ";
    static const std::vector<CommandRow> rows{
        {"-f text p.yaml" + day, report},
        {"-f markdown p.yaml" + day, report},
        {"-f html p.yaml" + day, report},
        {"-f json p.yaml" + day, report},
        {"-f jsonl p.yaml" + day, report},
        {"-f sarif p.yaml" + day, report},
        {"-f junit p.yaml" + day, report},
        {"-f github p.yaml" + day, report},
        {"-f gitlab p.yaml" + day, report},
        {"-f csv p.yaml" + day, report},
        {"-f oscal p.yaml" + day, report},
        {"--brief p.yaml old.yaml" + day, report},
        {"ask --print p.yaml" + day, other},
        {"ask --print -f html p.yaml" + day, other},
        {"diff old.yaml p.yaml" + day, report},
        {"diff -f json old.yaml p.yaml" + day, report},
        {"due p.yaml" + day, report},
        {"due -f ics p.yaml" + day, report},
        {"explain spruce", other},
        {"list", other},
        {"lint lab.yaml", other},
        {"merge s.jsonl", report},
        {"schema practice", other},
        {"test any-product.test.yaml", other},
        {"--help", other},
        {"--version", other},
    };
    return rows;
}

}  // namespace hipaa::testing
