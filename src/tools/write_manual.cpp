// A program of the build: writes the manual pages.
// usage: write-manual YYYY-MM-DD DIRECTORY
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "checklist/builtin/builtin_library.hpp"
#include "cli/command_table.hpp"
#include "tools/manual/manual_pages.hpp"

namespace {

void write_page(const std::string& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + path);
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 3) return std::fputs("usage: write-manual YYYY-MM-DD DIRECTORY\n", stderr), 2;
    const std::string date = argv[1];
    const auto day = hipaa::parse_date(date);
    if (!day) throw std::runtime_error(date + " is not a day");
    const std::string directory = std::string(argv[2]) + "/";
    hipaa::Environment environment{std::cin, std::cout, std::cerr, *day};
    write_page(directory + "hipaa-check.1", hipaa::program_manual(hipaa::described_commands(environment), date));
    write_page(directory + "hipaa-check-practice.5", hipaa::practice_manual(hipaa::load_all_builtin(), date));
    write_page(directory + "hipaa-check-checklist.5", hipaa::checklist_manual(date));
} catch (const std::exception& failure) {
    return std::fprintf(stderr, "write-manual: %s\n", failure.what()), 1;
}
