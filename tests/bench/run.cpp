// Measures hipaa-check beside other programs, and prints the ratios as a table. `./dev bench` starts it.
//   bench-run PROGRAM ROOT WORK [--peers DIRECTORY] [--write]
// ROOT: the repository; WORK: where files may be made; DIRECTORY: where the checkers of others are installed, if they are
// to be measured, too; --write: also put table and picture into tests/bench of the repository.
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "agree.hpp"
#include "scenarios.hpp"

namespace bench {
namespace {

void append(std::vector<Row>& all, std::vector<Row> rows) { all.insert(all.end(), rows.begin(), rows.end()); }

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() < 4)
        throw std::runtime_error("usage: bench-run PROGRAM ROOT WORK [--peers DIRECTORY] [--write]");
    Setup setup{arguments[1], std::filesystem::canonical(arguments[0]).parent_path(), arguments[3], arguments[2], {}};
    bool write = false;
    for (std::size_t at = 4; at < arguments.size(); ++at) {
        if (arguments[at] == "--write") write = true;
        else if (arguments[at] == "--peers" && at + 1 < arguments.size()) setup.peers = arguments[++at];
        else throw std::runtime_error("unknown option " + arguments[at]);
    }

    std::cerr << "making files ...\n";
    make_files(setup);
    std::size_t files = require_agreement(setup, setup.work / "10000");
    files += require_agreement(setup, setup.work / "10000-unusual");
    files += require_agreement(setup, setup.work / "10000-anchors");
    std::cerr << "the naive checker: the same verdicts on " << files << " files\n";
    if (!setup.peers.empty())
        output_of({{"node", setup.peers / "agree.mjs", setup.program, Setup::day, setup.work / "1000"}});

    for (const std::filesystem::path& written :
         {setup.program, setup.tools / "bench-hello", setup.tools / "bench-naive"})
        let_go_of(written);
    std::cerr << "measuring ...\n";
    std::vector<Row> rows = one_file(setup);
    append(rows, many_files(setup));
    append(rows, peers(setup));
    append(rows, reading(setup));
    append(rows, memory(setup));
    const std::string table = markdown(rows);
    std::cout << table << std::flush;

    const std::string picture = svg(growth(setup));
    const std::filesystem::path here = setup.root / "tests/bench";
    std::ofstream(write ? here / "growth.svg" : setup.work / "growth.svg") << picture;
    if (write) replace_results(here / "README.md", "\n" + table + "\n");
    return 0;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    try {
        return bench::run({argv, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "bench: " << error.what() << "\n";
        return 1;
    }
}
