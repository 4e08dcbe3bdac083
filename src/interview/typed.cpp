// Small questions about a line that somebody typed.
#include "interview/typed.hpp"

#include <algorithm>
#include <charconv>

#include "text/ascii.hpp"
#include "text/visible.hpp"
#include "yaml/fields.hpp"

namespace hipaa::interview {

bool is_one_of(std::string_view typed, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return yaml::is_same_word(word, typed); });
}

std::optional<std::size_t> number_in(std::string_view typed) {
    if (typed.empty() || typed.size() > 4 || !std::ranges::all_of(typed, is_digit)) return std::nullopt;
    std::size_t number = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return number;
}

std::string_view without_marks(std::string_view typed) {
    constexpr std::string_view marks = "().#:";
    const std::size_t begin = typed.find_first_not_of(marks);
    if (begin == typed.npos) return typed;
    const std::string_view inside = typed.substr(begin, typed.find_last_not_of(marks) - begin + 1);
    return std::ranges::all_of(inside, is_digit) ? inside : typed;
}

std::optional<std::size_t> number_up_to(std::size_t most, std::string_view typed) {
    const auto number = number_in(without_marks(typed));
    return number && *number >= 1 && *number <= most ? number : std::nullopt;
}

std::string with_commas(std::string_view typed) {
    std::string text(typed);
    constexpr std::string_view joined = " and ";
    for (std::size_t at = text.find(joined); at != text.npos; at = text.find(joined, at))
        text.replace(at, joined.size(), ", ");
    return text;
}

std::vector<std::string_view> split(std::string_view typed, std::string_view between) {
    std::vector<std::string_view> parts;
    while (!typed.empty()) {
        const std::size_t end = std::min(typed.find_first_of(between), typed.size());
        if (const std::string_view part = visible_part(typed.substr(0, end)); !part.empty()) parts.push_back(part);
        typed.remove_prefix(std::min(typed.size(), end + 1));
    }
    return parts;
}

}  // namespace hipaa::interview
