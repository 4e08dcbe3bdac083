// The paragraphs of the paragraphs_of_sections of 45 CFR that practices are judged by.
#include "authoring/lint/paragraphs.hpp"

#include <algorithm>
#include <array>

namespace hipaa {
namespace {

/// In the order of the regulation, as it reads since 26 March 2013 (78 FR 5566). tests/rules/citations_test.cpp compares
/// it with the printed text.
constexpr auto paragraphs_of_sections = std::to_array<SectionParagraphs>({
    {160, 103,
     "1(i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii) 2(i ii(A B(1 2) C) iii iv) 3(i ii iii) 4(i "
     "ii iii iv) 5 6 7 8 9 10 11 12"},
    {164, 306, "a(1 2 3 4) b(1 2(i ii iii iv)) c d(1 2 3(i ii(A B(1 2)))) e"},
    {164, 308,
     "a(1(i ii(A B C D)) 2 3(i ii(A B C)) 4(i ii(A B C)) 5(i ii(A B C D)) 6(i ii) 7(i ii(A B C D E)) 8) b(1 2 "
     "3)"},
    {164, 310, "a(1 2(i ii iii iv)) b c d(1 2(i ii iii iv))"},
    {164, 312, "a(1 2(i ii iii iv)) b c(1 2) d e(1 2(i ii))"},
    {164, 314, "a(1 2(i(A B C) ii iii)) b(1 2(i ii iii iv))"},
    {164, 316, "a b(1(i ii) 2(i ii iii))"},
    {164, 318, "a(1 2) b c"},
    {164, 402, "1(i ii iii) 2(i ii iii iv)"},
    {164, 404, "a(1 2) b c(1(A B C D E) 2) d(1(i ii) 2(i ii(A B)) 3)"},
    {164, 406, "a b c"},
    {164, 408, "a b c"},
    {164, 410, "a(1 2) b c(1 2)"},
    {164, 412, "a b"},
    {164, 414, "a b"},
    {164, 502,
     "a(1(i ii iii iv v vi) 2(i ii) 3 4(i ii) 5(i(A(1 2 3 4) B) ii(A B(1 2(i ii iii iv v vi vii viii))))) b(1 "
     "2(i ii iii iv v vi)) c d(1 2(i ii)) e(1(i ii) 2) f g(1 2 3(i(A B C) ii(A B C)) 4 5(i(A B) ii)) h i j(1(i "
     "ii(A B)) 2(i ii))"},
    {164, 504,
     "a(1 2) b e(1(i ii iii) 2(i(A B) ii(A B C D E F G H I J) iii) 3(i(A B) ii iii iv) 4(i(A B) ii(A B(1 2))) "
     "5) f(1(i ii(A B) iii) 2(i ii(A B C D E F G H I J) iii(A B C)) 3(i ii iii iv)) g(1 2)"},
    {164, 514,
     "a b(1(i ii) 2(i(A B(1 2) C D E F G H I J K L M N O P Q R) ii)) c(1 2) d(1 2(i(A B) ii) 3(i ii(A B) iii(A "
     "B C D)) 4(i ii iii(A B)) 5) e(1 2(i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi) 3(i ii) 4(i "
     "ii(A B C(1 2 3 4 5)) iii(A(1 2) B))) f(1(i ii iii iv v vi) 2(i ii iii iv v)) g h(1(i ii) 2(i(A B) ii(A B "
     "C) iii(A B) iv))"},
    {164, 522, "a(1(i(A B) ii iii iv v vi(A B)) 2(i ii iii(A B)) 3) b(1(i ii) 2(i ii(A B) iii iv))"},
    {164, 524,
     "a(1(i ii iii(A B)) 2(i ii iii iv v) 3(i ii iii) 4) b(1 2(i(A B) ii(A B))) c(1 2(i ii iii(A B)) 3(i ii) "
     "4(i ii iii iv)) d(1 2(i ii iii) 3 4) e(1 2)"},
    {164, 530,
     "a(1(i ii) 2) b(1 2(i(A B C) ii)) c(1 2(i ii)) d(1 2) e(1 2) f g(1 2) h i(1 2(i ii iii) 3 4(i(A B C) ii(A "
     "B)) 5(i ii)) j(1(i ii iii iv) 2) k(1(i ii(A B)) 2)"},
});

/// Takes one mark and what is below it off the front of `list`.
std::string_view take_mark(std::string_view& list, std::string_view& below) {
    const auto end = std::min(list.find_first_of(" ()"), list.size());
    const std::string_view mark = list.substr(0, end);
    list.remove_prefix(end);
    below = {};
    if (list.starts_with('(')) {
        std::size_t close = 0;
        for (int depth = 0; close < list.size(); ++close) {
            depth += list[close] == '(' ? 1 : list[close] == ')' ? -1 : 0;
            if (depth == 0) break;
        }
        below = list.substr(1, close - 1);
        list.remove_prefix(close + 1);
    }
    if (list.starts_with(' ')) list.remove_prefix(1);
    return mark;
}

}  // namespace

std::span<const SectionParagraphs> paragraph_table() { return paragraphs_of_sections; }

std::optional<std::string_view> paragraphs_of(int part, int number) {
    const auto found = std::ranges::find_if(paragraphs_of_sections, [&](const SectionParagraphs& section) {
        return section.part == part && section.number == number;
    });
    if (found == paragraphs_of_sections.end()) return std::nullopt;
    return found->paragraphs;
}

std::optional<std::vector<std::string_view>> marks_below(std::string_view paragraphs,
                                                         std::span<const std::string_view> path) {
    std::vector<std::string_view> marks;
    while (!paragraphs.empty()) {
        std::string_view below;
        const std::string_view mark = take_mark(paragraphs, below);
        if (!path.empty() && mark == path.front()) return marks_below(below, path.subspan(1));
        marks.push_back(mark);
    }
    if (!path.empty()) return std::nullopt;
    return marks;
}

}  // namespace hipaa
