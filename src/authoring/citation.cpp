// Whether a citation can be looked up.
#include "authoring/citation.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "text/spelling.hpp"

namespace hipaa {
namespace {

struct Section {
    int part;
    int number;
    char last;  // letter of its last paragraph; 0: it has none with letters, or they are not known here
};

/// The sections of 45 CFR Parts 160, 162 and 164 as they are in force; what was reserved or set aside by a court is not
/// among them.
constexpr auto sections = std::to_array<Section>({
    {160, 101, 0},   {160, 102, 0},   {160, 103, 0},   {160, 104, 0},   {160, 105, 0},   {160, 201, 0},
    {160, 202, 0},   {160, 203, 0},   {160, 204, 0},   {160, 205, 0},   {160, 300, 0},   {160, 302, 0},
    {160, 304, 0},   {160, 306, 0},   {160, 308, 0},   {160, 310, 0},   {160, 312, 0},   {160, 314, 0},
    {160, 316, 0},   {160, 400, 0},   {160, 401, 0},   {160, 402, 0},   {160, 404, 0},   {160, 406, 0},
    {160, 408, 0},   {160, 410, 0},   {160, 412, 0},   {160, 414, 0},   {160, 416, 0},   {160, 418, 0},
    {160, 420, 0},   {160, 422, 0},   {160, 424, 0},   {160, 426, 0},   {160, 500, 0},   {160, 502, 0},
    {160, 504, 0},   {160, 506, 0},   {160, 508, 0},   {160, 510, 0},   {160, 512, 0},   {160, 514, 0},
    {160, 516, 0},   {160, 518, 0},   {160, 520, 0},   {160, 522, 0},   {160, 524, 0},   {160, 526, 0},
    {160, 528, 0},   {160, 530, 0},   {160, 532, 0},   {160, 534, 0},   {160, 536, 0},   {160, 538, 0},
    {160, 540, 0},   {160, 542, 0},   {160, 544, 0},   {160, 546, 0},   {160, 548, 0},   {160, 550, 0},
    {160, 552, 0},   {162, 100, 0},   {162, 103, 0},   {162, 402, 0},   {162, 404, 0},   {162, 406, 0},
    {162, 408, 0},   {162, 410, 0},   {162, 412, 0},   {162, 414, 0},   {162, 600, 0},   {162, 605, 0},
    {162, 610, 0},   {162, 910, 0},   {162, 915, 0},   {162, 920, 0},   {162, 923, 0},   {162, 925, 0},
    {162, 930, 0},   {162, 940, 0},   {162, 1000, 0},  {162, 1002, 0},  {162, 1011, 0},  {162, 1101, 0},
    {162, 1102, 0},  {162, 1201, 0},  {162, 1202, 0},  {162, 1203, 0},  {162, 1301, 0},  {162, 1302, 0},
    {162, 1401, 0},  {162, 1402, 0},  {162, 1403, 0},  {162, 1501, 0},  {162, 1502, 0},  {162, 1601, 0},
    {162, 1602, 0},  {162, 1603, 0},  {162, 1701, 0},  {162, 1702, 0},  {162, 1801, 0},  {162, 1802, 0},
    {162, 1901, 0},  {162, 1902, 0},  {164, 102, 0},   {164, 103, 0},   {164, 104, 0},   {164, 105, 0},
    {164, 106, 0},   {164, 302, 0},   {164, 304, 0},   {164, 306, 'e'}, {164, 308, 'b'}, {164, 310, 'd'},
    {164, 312, 'e'}, {164, 314, 'b'}, {164, 316, 'b'}, {164, 318, 'c'}, {164, 400, 0},   {164, 402, 0},
    {164, 404, 'd'}, {164, 406, 'c'}, {164, 408, 'c'}, {164, 410, 'c'}, {164, 412, 'b'}, {164, 414, 'b'},
    {164, 500, 0},   {164, 501, 0},   {164, 502, 'j'}, {164, 504, 'g'}, {164, 506, 0},   {164, 508, 0},
    {164, 510, 0},   {164, 512, 0},   {164, 514, 0},   {164, 520, 0},   {164, 522, 'b'}, {164, 524, 'e'},
    {164, 526, 0},   {164, 528, 0},   {164, 530, 'k'}, {164, 532, 0},   {164, 534, 0},
});

/// Other parts of title 45 that checklists for practices have reason to cite: research, nondiscrimination, health IT and
/// information blocking.
constexpr std::array other_parts{46, 92, 170, 171};

constexpr std::string_view form = "write it as 45 CFR 164.308(b)(1)";

/// Takes text off the front of a citation, piece by piece.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    std::optional<int> take_number() {
        int number = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
        if (error != std::errc() || number < 0) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return number;
    }
    std::optional<std::string_view> take_mark() {
        const auto close = rest_.find(')');
        if (!rest_.starts_with('(') || close == std::string_view::npos) return std::nullopt;
        const std::string_view mark = rest_.substr(1, close - 1);
        rest_.remove_prefix(close + 1);
        return mark;
    }
    bool at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

bool all_in(std::string_view text, std::string_view letters) {
    return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

/// Paragraphs go (a)(1)(i)(A)(1)(i); those of definitions begin at the number.
bool fits_level(std::string_view mark, std::size_t level) {
    switch (level) {
        case 0:
            return mark.size() == 1 && mark[0] >= 'a' && mark[0] <= 'z';
        case 1:
        case 4:
            return mark.size() <= 2 && mark[0] != '0' && all_in(mark, "0123456789");
        case 2:
        case 5:
            return mark.size() <= 5 && all_in(mark, "ivx");
        case 3:
            return mark.size() == 1 && mark[0] >= 'A' && mark[0] <= 'Z';
        default:
            return false;
    }
}

std::optional<std::string> paragraph_mistake(const std::vector<std::string_view>& marks, const Section& section) {
    if (marks.empty()) return std::nullopt;
    const bool lettered = fits_level(marks.front(), 0);
    if (section.last != 0 && (!lettered || marks.front()[0] > section.last))
        return fmt::format("section {}.{} has no paragraph ({}); its paragraphs are (a) to ({})", section.part,
                           section.number, marks.front(), section.last);
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (!fits_level(marks[i], i + (lettered ? 0 : 1)))
            return fmt::format("({}) cannot stand there: paragraph marks go (a)(1)(i)(A)(1)(i)", marks[i]);
    return std::nullopt;
}

std::string no_section(int part, int number) {
    std::vector<std::string> names;
    for (const Section& section : sections) names.push_back(fmt::format("{}.{}", section.part, section.number));
    const std::vector<std::string_view> known(names.begin(), names.end());
    const auto meant = closest(fmt::format("{}.{}", part, number), known);
    return fmt::format("there is no section {}.{} in 45 CFR Parts 160, 162 and 164{}", part, number,
                       meant ? fmt::format("; did you mean {}?", *meant) : "");
}

std::optional<std::string> section_mistake(Scanner& scanner) {
    const auto part = scanner.take_number();
    const bool dot = part && scanner.take(".");
    const auto number = dot ? scanner.take_number() : std::nullopt;
    if (!number) return std::string(form);
    std::vector<std::string_view> marks;
    while (const auto mark = scanner.take_mark()) marks.push_back(*mark);
    if (std::ranges::find(other_parts, *part) != other_parts.end()) return std::nullopt;
    const auto found = std::ranges::find_if(
        sections, [&](const Section& section) { return section.part == *part && section.number == *number; });
    if (found == sections.end()) return no_section(*part, *number);
    return paragraph_mistake(marks, *found);
}

/// `Part 164`, or `164.308(b)(1)`, or `164.400-164.414`, behind `45 CFR `.
std::optional<std::string> title_45_mistake(Scanner scanner) {
    if (scanner.take("Part ")) {
        const auto part = scanner.take_number();
        const bool known = part == 160 || part == 162 || part == 164 ||
                           (part && std::ranges::find(other_parts, *part) != other_parts.end());
        return known ? std::nullopt : std::optional<std::string>("the HIPAA rules are 45 CFR Parts 160, 162 and 164");
    }
    do {
        if (auto mistake = section_mistake(scanner)) return mistake;
    } while (scanner.take("-"));
    return scanner.at_end() ? std::nullopt : std::optional<std::string>(form);
}

/// `5634` or `5571-5572`, behind `78 FR `.
bool is_page(Scanner scanner) {
    return scanner.take_number() && (!scanner.take("-") || scanner.take_number()) && scanner.at_end();
}

}  // namespace

bool cites_regulation(std::string_view citation) {
    return citation.find("CFR") != std::string_view::npos || citation.find("C.F.R") != std::string_view::npos;
}

std::optional<std::string> citation_mistake(std::string_view citation) {
    Scanner scanner(citation);
    const auto title = scanner.take_number();
    if (title && scanner.take(" FR "))
        return is_page(scanner) ? std::nullopt : std::optional<std::string>("write it as 78 FR 5634, volume and page");
    if (title && scanner.take(" CFR ")) return *title == 45 ? title_45_mistake(scanner) : std::nullopt;
    const bool meant_as_one =
        cites_regulation(citation) || citation.find("§") != std::string_view::npos || citation.starts_with("16");
    return meant_as_one ? std::optional<std::string>(form) : std::nullopt;
}

}  // namespace hipaa
