// Bytes as replies in an interview: what it writes can be read, and nothing is lost that was not asked about.
#include <algorithm>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "fuzz/properties.hpp"
#include "practice/leaves.hpp"
#include "yaml/document.hpp"

namespace {

using namespace hipaa;

/// Written by many hands. Each comment is a mark that has to stay.
const std::string practices[] = {
    "",
    "# mark 1\nx-office: 2nd floor  # mark 2\nproducts:  # mark 3\n  every-type:  # mark 4\n    flag: yes  # mark 5\n\n"
    "    # mark 6\n    limit: {days: unknown, count: 3}  # mark 7\n    parts:  # mark 8\n      - code: aa-01  # mark "
    "9\n"
    "      # mark 10\n      - {code: aa-02, safe: no}  # mark 11\nx-end:  # mark 12\n  - here  # mark 13\n",
    "# mark 1\r\nproducts: {\r\n  # mark 2\r\n  every-type: {flag: no,  # mark 3\r\n    extras: [bell, horn],\r\n"
    "    color: }}  # mark 4\r\npractice: {name: Oak}  # mark 5\r\n",
    "\xEF\xBB\xBF---\nproducts:\n- \n",
    "products:\n    every-type:\n        remark: |\n            several\n            lines\n        encryption: done\n"
    "        in_use: yes\n    other: {}  # mark 1",
};

std::vector<std::string> marks(const std::string& text) {
    std::vector<std::string> found;
    for (std::size_t at = text.find("# mark "); at != text.npos; at = text.find("# mark ", at + 1))
        found.push_back(text.substr(at, text.find_first_of("\r\n", at) - at));
    return found;
}

testing::Leaves leaves(const std::string& text) {
    yaml::Problems problems;
    const auto document = yaml::read({"practice.yaml", text}, problems);
    return document ? testing::leaves_of(document->root()) : testing::Leaves();
}

/// The ways to the answers that were asked for, as leaves have them.
std::vector<std::string> asked(const std::string& transcript) {
    std::vector<std::string> found{"/confirmed_on"};
    std::istringstream lines(transcript);
    for (std::string line; std::getline(lines, line);) {
        if (!line.ends_with(']') || line.rfind(" [") == std::string::npos) continue;
        std::string way = "/" + line.substr(line.rfind(" [") + 2);
        way.pop_back();
        way.resize(std::min(way.size(), way.find('[')));  // an item of a list stands for the list
        std::ranges::replace(way, '.', '/');
        found.push_back(way);
    }
    return found;
}

bool is_below(const std::string& way, const std::string& above) { return way == above || way.starts_with(above + "/"); }

/// Whatever stands elsewhere than where answers were asked for, or what they replaced, is still there.
void require_kept(const std::string& before, const std::string& after, const std::string& transcript) {
    fuzz::require(marks(before) == marks(after), "every comment stays, in order", after);
    const testing::Leaves now = leaves(after);
    const std::vector<std::string> questions = asked(transcript);
    for (const auto& leaf : leaves(before)) {
        const bool may_change = std::ranges::any_of(
            questions, [&](const std::string& way) { return is_below(leaf.first, way) || is_below(way, leaf.first); });
        fuzz::require(may_change || std::ranges::find(now, leaf) != now.end(),
                      "what was not asked about stays: " + leaf.first, after);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return -1;  // without a reply there is nobody to ask, which is told behind the first question
    const std::string& before = practices[*data % std::size(practices)];
    const testing::Scratch files;
    const std::vector<std::string> rules = fuzz::rules_for("every-type", files);
    if (!before.empty()) files.write("practice.yaml", before);
    const std::string replies(fuzz::as_text(data + 1, size - 1));
    const auto run = [&](std::vector<std::string> arguments, const testing::Setting& setting) {
        arguments.insert(arguments.end(), rules.begin(), rules.end());
        return fuzz::run(arguments, setting);
    };
    const testing::Outcome outcome = run({"ask", "--checklist", "every-type", "practice.yaml"}, {.in = replies});
    if (!std::filesystem::exists("practice.yaml")) return 0;
    const std::string after = fuzz::written("practice.yaml");
    if (after == before) return 0;
    require_kept(before, after, outcome.out);
    const testing::Outcome read = run({"-f", "json", "practice.yaml"}, {});
    fuzz::require(read.status != 3, "what was written can be read", read.err + after);
    return 0;
}
