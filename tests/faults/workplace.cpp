// A folder with files for each command, and a line for each.
#include "faults/workplace.hpp"

#include "support/lab.hpp"

namespace hipaa::testing {

const std::string Workplace::names = "any-product.test.yaml any-product.yaml lab.yaml old.yaml p.yaml s.jsonl";

Workplace::Workplace() {
    write("p.yaml", repository_file("examples/first-draft.yaml"));
    write("old.yaml", repository_file("examples/willow-creek.yaml"));
    write("lab.yaml", lab_checklist("{flag: yes}"));
    for (const char* name : {"any-product.yaml", "any-product.test.yaml"})
        write(name, repository_file(std::string("rules/") + name));
    write("s.jsonl", run_program({"-f", "jsonl", "p.yaml"}).out);
}

const std::vector<CommandRow>& command_rows() {
    static const std::string report = "hipaa-check: the report could not be written to standard output: ";
    static const std::string other = "hipaa-check: standard output could not be written: ";
    static const std::vector<CommandRow> rows{
        {"-f text p.yaml", report},
        {"-f markdown p.yaml", report},
        {"-f html p.yaml", report},
        {"-f json p.yaml", report},
        {"-f jsonl p.yaml", report},
        {"-f sarif p.yaml", report},
        {"-f junit p.yaml", report},
        {"-f github p.yaml", report},
        {"-f gitlab p.yaml", report},
        {"-f csv p.yaml", report},
        {"-f oscal p.yaml", report},
        {"--brief p.yaml old.yaml", report},
        {"ask --print p.yaml", other},
        {"ask --print -f html p.yaml", other},
        {"diff old.yaml p.yaml", report},
        {"diff -f json old.yaml p.yaml", report},
        {"due p.yaml", report},
        {"due -f ics p.yaml", report},
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
