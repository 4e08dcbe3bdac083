// Words and numbers of a line.
#include "privacy/line_words.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace hipaa {
namespace {

constexpr std::size_t reach = 48;  // bytes within which a word says what a number is

bool is_same_word_in_small(std::string_view text, std::string_view small) {
    if (text.size() != small.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (small_letter(text[i]) != small[i]) return false;
    return true;
}

}  // namespace

// Two looks for one byte are quicker than one for either.
std::size_t end_of_line(std::string_view text, std::size_t at) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    return at + std::min(line.find('\r'), line.size());
}

bool is_any_word(std::string_view text, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return is_same_word_in_small(text, word); });
}

bool has_any_word(std::string_view text, std::span<const std::string_view> words) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        if (is_any_word(text.substr(at, end - at), words)) return true;
        at = end;
    }
    return false;
}

std::string_view shortly_before(std::string_view line, std::size_t at) {
    const std::size_t begin = at > reach ? at - reach : 0;
    return line.substr(begin, at - begin);
}

std::string_view shortly_behind(std::string_view line, std::size_t at) {
    return line.substr(std::min(at, line.size()), reach);
}

std::string_view take_last_word(std::string_view& text) {
    std::size_t end = text.size();
    while (end > 0 && !is_letter_or_digit(text[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && is_letter_or_digit(text[begin - 1])) --begin;
    const std::string_view word = text.substr(begin, end - begin);
    text = text.substr(0, begin);
    return word;
}

std::size_t group_mark(std::string_view line, std::size_t at) {
    const std::string_view rest = line.substr(std::min(at, line.size()), 3);
    if (rest.empty()) return 0;
    if (std::string_view("-. ").find(rest.front()) != std::string_view::npos) return 1;
    for (const std::string_view mark :
         {"\u00A0", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\u202F", "\u2009"})
        if (rest.starts_with(mark)) return mark.size();
    return 0;
}

std::size_t digits_at(std::string_view line, std::size_t at) {
    constexpr std::size_t most = 24;
    std::size_t count = 0;
    while (count < most && at + count < line.size() && is_digit(line[at + count])) ++count;
    return count;
}

bool ends_number(std::string_view line, std::size_t at) {
    if (at >= line.size()) return true;
    if (is_letter_or_digit(line[at]) || line[at] == '_') return false;
    const bool goes_on = (line[at] == '-' || line[at] == '.' || line[at] == '/') && digits_at(line, at + 1) > 0;
    return !goes_on;
}

bool begins_number(std::string_view line, std::size_t at) {
    if (at == 0) return true;
    const char before = line[at - 1];
    if (is_letter_or_digit(before) || before == '_') return false;
    const bool goes_on = (before == '-' || before == '.' || before == '/') && at > 1 && is_digit(line[at - 2]);
    return !goes_on;
}

}  // namespace hipaa
