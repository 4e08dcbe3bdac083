// Whether a citation can be looked up.
#include "authoring/lint/citation.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "authoring/lint/paragraphs.hpp"
#include "text/ascii.hpp"
#include "text/spelling.hpp"

namespace hipaa {
namespace {

struct Section {
    int part;
    int number;
};

/// The sections of 45 CFR Parts 160, 162 and 164 as they are in force; what was reserved or set aside by a court is not
/// among them.
constexpr auto sections = std::to_array<Section>({
    {160, 101},  {160, 102},  {160, 103},  {160, 104},  {160, 105},  {160, 201},  {160, 202},  {160, 203},  {160, 204},
    {160, 205},  {160, 300},  {160, 302},  {160, 304},  {160, 306},  {160, 308},  {160, 310},  {160, 312},  {160, 314},
    {160, 316},  {160, 400},  {160, 401},  {160, 402},  {160, 404},  {160, 406},  {160, 408},  {160, 410},  {160, 412},
    {160, 414},  {160, 416},  {160, 418},  {160, 420},  {160, 422},  {160, 424},  {160, 426},  {160, 500},  {160, 502},
    {160, 504},  {160, 506},  {160, 508},  {160, 510},  {160, 512},  {160, 514},  {160, 516},  {160, 518},  {160, 520},
    {160, 522},  {160, 524},  {160, 526},  {160, 528},  {160, 530},  {160, 532},  {160, 534},  {160, 536},  {160, 538},
    {160, 540},  {160, 542},  {160, 544},  {160, 546},  {160, 548},  {160, 550},  {160, 552},  {162, 100},  {162, 103},
    {162, 402},  {162, 404},  {162, 406},  {162, 408},  {162, 410},  {162, 412},  {162, 414},  {162, 600},  {162, 605},
    {162, 610},  {162, 910},  {162, 915},  {162, 920},  {162, 923},  {162, 925},  {162, 930},  {162, 940},  {162, 1000},
    {162, 1002}, {162, 1011}, {162, 1101}, {162, 1102}, {162, 1201}, {162, 1202}, {162, 1203}, {162, 1301}, {162, 1302},
    {162, 1401}, {162, 1402}, {162, 1403}, {162, 1501}, {162, 1502}, {162, 1601}, {162, 1602}, {162, 1603}, {162, 1701},
    {162, 1702}, {162, 1801}, {162, 1802}, {162, 1901}, {162, 1902}, {164, 102},  {164, 103},  {164, 104},  {164, 105},
    {164, 106},  {164, 302},  {164, 304},  {164, 306},  {164, 308},  {164, 310},  {164, 312},  {164, 314},  {164, 316},
    {164, 318},  {164, 400},  {164, 402},  {164, 404},  {164, 406},  {164, 408},  {164, 410},  {164, 412},  {164, 414},
    {164, 500},  {164, 501},  {164, 502},  {164, 504},  {164, 506},  {164, 508},  {164, 510},  {164, 512},  {164, 514},
    {164, 520},  {164, 522},  {164, 524},  {164, 526},  {164, 528},  {164, 530},  {164, 532},  {164, 534},
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
            return mark.size() == 1 && is_small_letter(mark[0]);
        case 1:
        case 4:
            return mark.size() <= 2 && all_in(mark, "0123456789") && mark[0] != '0';
        case 2:
        case 5:
            return mark.size() <= 5 && all_in(mark, "ivx");
        case 3:
            return mark.size() == 1 && is_capital_letter(mark[0]);
        default:
            return false;
    }
}

std::string bracketed(std::span<const std::string_view> marks) {
    std::string text;
    for (const std::string_view mark : marks) text += fmt::format("({})", mark);
    return text;
}

/// "; its paragraphs are (a) to (e)", "; (b) has (1) to (3)"; nothing if there are none.
std::string what_there_is(std::string_view paragraphs, std::span<const std::string_view> above) {
    const auto marks = marks_below(paragraphs, above);
    if (!marks || marks->empty()) return {};
    const std::string range = marks->size() == 1 ? fmt::format("({})", marks->front())
                                                 : fmt::format("({}) to ({})", marks->front(), marks->back());
    return above.empty() ? fmt::format("; its paragraphs are {}", range)
                         : fmt::format("; {} has {}", bracketed(above), range);
}

std::optional<std::string> order_mistake(std::span<const std::string_view> marks) {
    const bool lettered = fits_level(marks.front(), 0);
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (!fits_level(marks[i], i + (lettered ? 0 : 1)))
            return fmt::format("({}) cannot stand there: paragraph marks go (a)(1)(i)(A)(1)(i)", marks[i]);
    return std::nullopt;
}

std::optional<std::string> paragraph_mistake(std::span<const std::string_view> marks, const Section& section) {
    if (marks.empty()) return std::nullopt;
    const auto paragraphs = paragraphs_of(section.part, section.number);
    if (!paragraphs) return order_mistake(marks);
    std::size_t found = 0;
    while (found < marks.size() && marks_below(*paragraphs, marks.first(found + 1))) ++found;
    if (found == marks.size()) return std::nullopt;
    if (found > 0)
        if (auto mistake = order_mistake(marks)) return mistake;
    return fmt::format("section {}.{} has no paragraph {}{}", section.part, section.number,
                       bracketed(marks.first(found + 1)), what_there_is(*paragraphs, marks.first(found)));
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
        const bool known = part && (std::ranges::find(sections, *part, &Section::part) != sections.end() ||
                                    std::ranges::find(other_parts, *part) != other_parts.end());
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
