// Every paragraph of 45 CFR that a checklist names exists in the regulation. The text of the regulation is not part of
// this project; where it is not at hand, the look-up is skipped, and says so.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "authoring/lint/paragraphs.hpp"
#include "checklist/builtin/builtin.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path regulation_file = fs::path(HIPAA_CHECK_ROOT) / "../shared/reference/45-cfr-extracts.txt";

/// The letters, numbers and roman numerals of a paragraph such as (a)(1)(ii)(A)(2)(i).
using Path = std::vector<std::string>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

const std::vector<std::string>& romans() {
    static const std::vector<std::string> list{"i", "ii", "iii", "iv",   "v",   "vi", "vii", "viii", "ix",
                                               "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii"};
    return list;
}

/// The place of a marker at a level, counted from 0: (a), (1), (i), (A), (1), (i); -1 if it cannot stand there.
int rank(const std::string& marker, std::size_t level) {
    switch (level) {
        case 0:
            return marker.size() == 1 && marker[0] >= 'a' && marker[0] <= 'z' ? marker[0] - 'a' : -1;
        case 1:
        case 4:
            return std::ranges::all_of(marker, is_digit) ? std::stoi(marker) - 1 : -1;
        case 2:
        case 5: {
            const auto found = std::ranges::find(romans(), marker);
            return found == romans().end() ? -1 : static_cast<int>(found - romans().begin());
        }
        case 3:
            return marker.size() == 1 && is_upper(marker[0]) ? marker[0] - 'A' : -1;
        default:
            return -1;
    }
}

/// The paragraphs of one section, told from the order of their markers, as the printed text has no other structure.
class Section {
public:
    void add(const std::string& marker) {
        // (i) is a roman numeral where one may begin, else the letter after (h).
        if (marker == "i" && (path_.size() == 2 || path_.size() == 5)) return put(marker, path_.size());
        // The deepest level at which the marker goes on counting; otherwise the first of the level below.
        for (std::size_t level = path_.size(); level-- > 0;)
            if (!path_[level].empty() && rank(marker, level) == rank(path_[level], level) + 1)
                return put(marker, level);
        if (rank(marker, path_.size()) == 0) return put(marker, path_.size());
        if ((path_.empty() || path_[0].empty()) && rank(marker, 1) == 0) return put(marker, 1);
        // 164.404(c)(1) goes on with (A).
        if (path_.size() == 2 && marker == "A") return put(marker, 3);
        // What lies between is reserved, as (b) to (d) of 164.504 are.
        if (!path_.empty() && !path_[0].empty() && rank(marker, 0) > rank(path_[0], 0)) put(marker, 0);
    }

    bool has(const Path& path) const { return paragraphs_.contains(path); }
    const std::set<Path>& all() const { return paragraphs_; }

private:
    /// Definitions have no letters: their level 0 stays empty and is left out.
    void put(const std::string& marker, std::size_t level) {
        path_.resize(level);
        path_.push_back(marker);
        Path named;
        std::ranges::copy_if(path_, std::back_inserter(named), [](const std::string& part) { return !part.empty(); });
        paragraphs_.insert(named);
    }

    Path path_;
    std::set<Path> paragraphs_;
};

/// Markers at the beginning of a line, where a few have a number of the print before them, and those that follow a heading on the same line ("Standard: Access. (i) A ...").
std::vector<std::string> markers(std::string line) {
    static const std::regex spaced(R"(\( (\w+) \))");
    line = std::regex_replace(line, spaced, "($1)");
    std::vector<std::string> found;
    static const std::regex leading(R"(^(?:\d+\. )?((?:\(\w{1,4}\))+))");
    static const std::regex inside(R"((?:[.:] |-)((?:\(\w{1,4}\))+) [A-Z])");
    static const std::regex single(R"(\((\w{1,4})\))");
    const auto split = [&](const std::string& run) {
        for (std::sregex_iterator it(run.begin(), run.end(), single), end; it != end; ++it) found.push_back((*it)[1]);
    };
    std::smatch match;
    auto rest = line.cbegin();
    if (std::regex_search(line, match, leading)) {
        split(match[1]);
        rest = match.suffix().first;
    }
    for (std::sregex_iterator it(rest, line.cend(), inside), end; it != end; ++it) split((*it)[1]);
    return found;
}

std::map<std::string, Section> read_regulation(std::istream& text) {
    static const std::regex heading(R"(^§ (16\d\.\d{3})   )");
    std::map<std::string, Section> sections;
    Section* current = nullptr;
    for (std::string line; std::getline(text, line);) {
        std::smatch match;
        if (std::regex_search(line, match, heading)) current = &sections[match[1]];
        else if (line.starts_with("Subpart ")) current = nullptr;
        else if (current)
            for (const std::string& marker : markers(line)) current->add(marker);
    }
    return sections;
}

struct Citation {
    std::string place;  // rules/x.yaml:12
    std::string text;
    std::string section;
    Path path;
};

/// Wherever a section is named: in `cites`, in messages, in comments.
std::vector<Citation> citations() {
    static const std::regex named(R"(\b(16[04]\.\d{3})((?:\([A-Za-z0-9]{1,4}\))*))");
    static const std::regex single(R"(\((\w{1,4})\))");
    std::vector<Citation> found;
    for (const auto& file : hipaa::builtin_files()) {
        std::size_t number = 0;
        const std::string text(file.text);
        for (std::size_t begin = 0; begin < text.size(); ++number) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            const std::string line = text.substr(begin, end - begin);
            begin = end + 1;
            for (std::sregex_iterator it(line.begin(), line.end(), named), none; it != none; ++it) {
                Citation citation{std::string(file.name) + ":" + std::to_string(number + 1), it->str(), (*it)[1], {}};
                const std::string run = (*it)[2];
                for (std::sregex_iterator part(run.begin(), run.end(), single); part != none; ++part)
                    citation.path.push_back((*part)[1]);
                found.push_back(std::move(citation));
            }
        }
    }
    return found;
}

}  // namespace

TEST_CASE("every paragraph that a checklist names stands in the regulation") {
    const std::vector<Citation> all = citations();
    REQUIRE(all.size() > 200);
    std::ifstream text(regulation_file);
    if (!text) {
        MESSAGE("skipped: there is no text of the regulation at " << regulation_file.lexically_normal().string());
        return;
    }
    const auto regulation = read_regulation(text);
    // 164.314(a)(2)(iii) still points at this paragraph, which went in 2013.
    CHECK_FALSE(regulation.at("164.308").has({"b", "4"}));
    for (const Citation& citation : all) {
        const auto section = regulation.find(citation.section);
        const bool exists =
            section != regulation.end() && (citation.path.empty() || section->second.has(citation.path));
        CHECK_MESSAGE(exists, citation.place << ": there is no " << citation.text);
    }
}

namespace {

/// Every paragraph below `path` in the table that lint goes by.
void collect(std::string_view paragraphs, std::vector<std::string_view>& path, std::set<Path>& all) {
    const std::vector<std::string_view> marks = hipaa::marks_below(paragraphs, path).value();
    for (const std::string_view mark : marks) {
        path.push_back(mark);
        all.insert(Path(path.begin(), path.end()));
        collect(paragraphs, path, all);
        path.pop_back();
    }
}

}  // namespace

TEST_CASE("the table of paragraphs is that of the printed text") {
    std::ifstream text(regulation_file);
    if (!text) {
        MESSAGE("skipped: there is no text of the regulation at " << regulation_file.lexically_normal().string());
        return;
    }
    const auto regulation = read_regulation(text);
    CHECK(hipaa::paragraph_table().size() >= 20);
    for (const hipaa::SectionParagraphs& section : hipaa::paragraph_table()) {
        const std::string name = std::to_string(section.part) + "." + std::to_string(section.number);
        CAPTURE(name);
        std::set<Path> known;
        std::vector<std::string_view> path;
        collect(section.paragraphs, path, known);
        REQUIRE(regulation.contains(name));
        CHECK(known == regulation.at(name).all());
    }
}

TEST_CASE("paragraphs are told from the order of their markers") {
    std::istringstream text(
        "§ 164.999   An invented section.\n"
        "(a)(1) Standard: One. (i) A first paragraph, under paragraph (b)(3) of another.\n"
        "(ii) Second:\n(A) Deep.\n(1) Deeper.\n(2) Deeper still.\n(B) Deep again.\n(iii) Third.\n(2) Two.\n(b) Other.\n"
        "§ 164.998   Definitions without letters.\n"
        "(1) One:\n(i) Under it.\n(2) Two.\n");
    const auto regulation = read_regulation(text);
    const Section& section = regulation.at("164.999");
    struct Row {
        Path path;
        bool exists;
    };
    for (const Row& row : std::vector<Row>{{{"a"}, true},
                                           {{"a", "1"}, true},
                                           {{"a", "1", "i"}, true},
                                           {{"a", "1", "ii", "A", "2"}, true},
                                           {{"a", "1", "ii", "B"}, true},
                                           {{"a", "1", "iii"}, true},
                                           {{"a", "2"}, true},
                                           {{"b"}, true},
                                           {{"b", "3"}, false},
                                           {{"a", "1", "iv"}, false},
                                           {{"a", "2", "i"}, false},
                                           {{"c"}, false}}) {
        std::string name;
        for (const std::string& part : row.path) name += "(" + part + ")";
        CAPTURE(name);
        CHECK(section.has(row.path) == row.exists);
    }
    CHECK(regulation.at("164.998").has({"1", "i"}));
    CHECK(regulation.at("164.998").has({"2"}));
    CHECK_FALSE(regulation.at("164.998").has({"a"}));
}

TEST_CASE("a citation names the Code or the Federal Register") {
    const std::regex form(R"(^      - "(45 CFR 16[04]\.\d{3}(\(\w{1,4}\))*|\d{2} FR \d+(-\d+)?)\"$)");
    for (const auto& file : hipaa::builtin_files()) {
        const std::string text(file.text);
        bool inside = false;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            const std::string line = text.substr(begin, end - begin);
            begin = end + 1;
            if (inside && !line.starts_with("      - ")) inside = false;
            if (inside) CHECK_MESSAGE(std::regex_match(line, form), std::string(file.name) << ": " << line);
            if (line == "    cites:") inside = true;
        }
    }
}
