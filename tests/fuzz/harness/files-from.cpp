// The list of --files-from: whatever it names, there is a report or a refusal.
#include <algorithm>

#include "fuzz/properties.hpp"
#include "text/ascii.hpp"

namespace {

/// Lists that may lead out of the directory of the run are left alone.
bool stays_here(std::string_view list) {
    if (list.find("..") != list.npos || list.starts_with('/')) return false;
    for (std::size_t slash = list.find('/'); slash != list.npos; slash = list.find('/', slash + 1))
        if (!hipaa::is_letter(list[slash - 1]) && list[slash - 1] != '.') return false;
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hipaa;
    const std::string list(fuzz::as_text(data, size));
    if (!stays_here(list)) return -1;
    const testing::Scratch files;
    files.write("a.yaml", "confirmed_on: 2026-11-01\nproducts: {}\n");
    files.write("sub/b.yaml", "products: {other: {}}\n");
    files.write("sub/no.yaml", "milk: 2\n");
    files.write("[c] d.yaml", "teir: [");
    files.link("../sub", "sub/loop");
    files.link("loop.yaml", "loop.yaml");
    testing::Setting setting{.in = list};
    const testing::Outcome json = fuzz::run({"-f", "json", "--files-from", "-", "--strict"}, setting);
    const testing::Outcome lines = fuzz::run({"-f", "jsonl", "--files-from", "-"}, setting);
    fuzz::require(json.out.empty() == lines.out.empty(), "there is a report, or none, in every format", lines.out);
    if (json.out.empty()) {
        fuzz::require(json.status == 2 || json.status == 3, "without a report something is wrong", json.err);
        fuzz::require(json.err.starts_with("hipaa-check: "), "without a report there is a sentence", json.err);
        return 0;
    }
    fuzz::require_json(json.out, "json");
    fuzz::require_json_lines(lines.out, "jsonl");
    return 0;
}
