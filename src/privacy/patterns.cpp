// What client data looks like.
#include "privacy/patterns.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "privacy/line_words.hpp"
#include "text/ascii.hpp"

namespace hipaa {
namespace {

using Words = std::span<const std::string_view>;

char char_at(std::string_view line, std::size_t at) { return at < line.size() ? line[at] : '\0'; }

/// Reads groups of digits one after another.
struct Groups {
    std::string_view line;
    std::size_t at;
    bool fits = true;
    bool only_blanks = true;  // between the groups so far

    /// Exactly so many digits.
    Groups& digits(std::size_t count) {
        fits = fits && digits_at(line, at) >= count;
        if (fits) at += count;
        return *this;
    }
    /// A mark between two groups.
    Groups& mark() {
        const std::size_t length = group_mark(line, at);
        fits = fits && length > 0;
        if (!fits) return *this;
        only_blanks = only_blanks && line[at] == ' ';
        at += length;
        return *this;
    }
    bool whole() const { return fits && ends_number(line, at); }
};

bool is_about_telephones(std::string_view line, std::size_t at) {
    constexpr std::array<std::string_view, 10> words{"phone", "tel",    "telephone", "call", "cell",
                                                     "fax",   "mobile", "cellphone", "text", "calls"};
    return has_any_word(shortly_before(line, at), words);
}

/// `(555) 123-4567`, `555-123-4567` or the like, from the area code on.
std::optional<Stretch> grouped_telephone(std::string_view line, std::size_t at) {
    const bool bracket = at > 0 && line[at - 1] == '(';
    Groups number{line, at};
    number.digits(3);
    if (!number.fits) return std::nullopt;
    if (bracket) {
        if (char_at(line, number.at) != ')') return std::nullopt;
        ++number.at;
        number.at += group_mark(line, number.at);
    } else if (char_at(line, number.at) == '/') {
        ++number.at;
    } else {
        number.mark();
    }
    number.digits(3).mark().digits(4);
    if (!number.whole()) return std::nullopt;
    // Three numbers with blanks between them may be anything.
    if (!bracket && number.only_blanks && (line[at] == '0' || line[at] == '1')) return std::nullopt;
    return Stretch{bracket ? at - 1 : at, number.at};
}

/// With `+` and the code of a country.
std::optional<Stretch> international_telephone(std::string_view line, std::size_t at) {
    constexpr std::size_t least = 8;
    constexpr std::size_t most = 15;
    if (at == 0 || line[at - 1] != '+') return std::nullopt;
    std::size_t digits = 0;
    std::size_t end = at;
    for (std::size_t next = at; digits <= most;) {
        const std::size_t group = digits_at(line, next);
        digits += group;
        next += group;
        if (group > 0) end = next;
        const char mark = char_at(line, next);
        const std::size_t length = mark == '(' || mark == ')' ? 1 : group_mark(line, next);
        if (length == 0) break;
        next += length;
        if (digits_at(line, next) == 0 && char_at(line, next) != '(' && group_mark(line, next) == 0) break;
    }
    if (digits < least || digits > most) return std::nullopt;
    return Stretch{at - 1, end};
}

constexpr std::array<std::string_view, 7> number_words{"id", "ids", "no", "nr", "num", "number", "numbers"};

constexpr std::array<std::string_view, 13> numbered_subjects{
    "member",    "patient", "client",   "chart",    "record",      "records",     "subscriber",
    "insurance", "insured", "medicaid", "medicare", "beneficiary", "policyholder"};

struct Suffix {
    std::string_view word;
    bool has_other_meanings;  // "Google Drive", "Audit Trail"
};

constexpr std::array<Suffix, 30> suffixes{
    {{"street", false},  {"st", false},   {"avenue", false},  {"ave", false},  {"boulevard", false}, {"blvd", false},
     {"road", false},    {"rd", false},   {"lane", false},    {"ln", false},   {"parkway", false},   {"pkwy", false},
     {"highway", false}, {"hwy", false},  {"terrace", false}, {"drive", true}, {"dr", true},         {"court", true},
     {"ct", true},       {"place", true}, {"pl", true},       {"way", true},   {"circle", true},     {"cir", true},
     {"square", true},   {"sq", true},    {"trail", true},    {"loop", true},  {"alley", true},      {"plaza", true}}};

const Suffix* suffix_named(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    const auto found = std::ranges::find_if(suffixes, [&](const Suffix& suffix) {
        return is_any_word(word, {&suffix.word, 1});
    });
    return found == suffixes.end() ? nullptr : &*found;
}

/// True if an address may end at `at`, or go on in another line of it.
bool ends_address(std::string_view line, std::size_t at) {
    constexpr std::array<std::string_view, 5> parts{"apt", "suite", "ste", "unit", "apartment"};
    while (char_at(line, at) == ' ') ++at;
    if (at >= line.size() || std::string_view(",.;#\"')}]").find(line[at]) != std::string_view::npos) return true;
    std::size_t end = at;
    while (is_letter(char_at(line, end))) ++end;
    return is_any_word(line.substr(at, end - at), parts);
}

/// The word at `at`: letters, digits, apostrophes, points.
std::string_view address_word(std::string_view line, std::size_t at) {
    constexpr std::size_t longest = 24;
    std::size_t end = at;
    while (end < line.size() && end - at < longest &&
           (is_letter_or_digit(line[end]) || line[end] == '\'' || line[end] == '.'))
        ++end;
    return line.substr(at, end - at);
}

bool is_post_box(std::string_view before) {
    if (!is_any_word(take_last_word(before), std::array<std::string_view, 1>{"box"})) return false;
    const std::string_view kind = take_last_word(before);
    if (is_any_word(kind, std::array<std::string_view, 1>{"po"})) return true;
    return is_any_word(kind, std::array<std::string_view, 1>{"o"}) &&
           is_any_word(take_last_word(before), std::array<std::string_view, 1>{"p"});
}

constexpr bool is_email_char(char c) {
    return is_letter_or_digit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

}  // namespace

std::optional<Stretch> telephone_number(std::string_view line, std::size_t at) {
    if (const auto found = international_telephone(line, at)) return found;
    if (!begins_number(line, at)) return std::nullopt;
    if (const auto found = grouped_telephone(line, at)) return found;
    const std::size_t digits = digits_at(line, at);
    if (digits == 1 && line[at] == '1') {  // the code of the United States, then the rest
        std::size_t next = at + 1 + group_mark(line, at + 1);
        if (char_at(line, next) == '(') ++next;
        if (next > at + 1 && digits_at(line, next) == 3)
            if (const auto found = grouped_telephone(line, next)) return Stretch{at, found->end};
    }
    const bool is_bare = digits == 10 || (digits == 11 && line[at] == '1');
    if (is_bare && ends_number(line, at + digits) && is_about_telephones(line, at)) return Stretch{at, at + digits};
    Groups local{line, at};
    local.digits(3).mark().digits(4);
    if (local.whole() && !local.only_blanks && is_about_telephones(line, at)) return Stretch{at, local.at};
    return std::nullopt;
}

std::optional<Stretch> social_security_number(std::string_view line, std::size_t at) {
    constexpr std::array<std::string_view, 3> words{"ssn", "social", "itin"};
    if (!begins_number(line, at)) return std::nullopt;
    Groups number{line, at};
    number.digits(3).mark().digits(2).mark().digits(4);
    if (number.whole()) return Stretch{at, number.at};
    Groups bare{line, at};
    bare.digits(9);
    if (bare.whole() && has_any_word(shortly_before(line, at), words)) return Stretch{at, bare.at};
    return std::nullopt;
}

std::optional<Stretch> record_number(std::string_view line, std::size_t at) {
    constexpr std::size_t longest = 24;
    constexpr std::size_t least_digits = 3;
    constexpr std::array<std::string_view, 2> own_names{"mrn", "mbi"};
    std::size_t begin = at;
    while (begin > 0 && at - begin < longest && is_letter_or_digit(line[begin - 1])) --begin;
    std::size_t digits = 0;
    std::size_t end = at;
    while (end < line.size() && end - at < longest && (is_letter_or_digit(line[end]) || line[end] == '-')) {
        digits += is_digit(line[end]);
        ++end;
    }
    if (digits < least_digits) return std::nullopt;
    if (is_any_word(line.substr(begin, at - begin), own_names)) return Stretch{begin, end};
    std::string_view before = shortly_before(line, begin);
    const std::string_view all_before = before;
    std::string_view word = take_last_word(before);
    if (is_any_word(word, std::array<std::string_view, 1>{"is"})) word = take_last_word(before);
    // A chart `#4711`; the number sign of a comment stands behind a blank and before one.
    bool numbered = all_before.ends_with('#');
    while (is_any_word(word, number_words)) {
        numbered = true;
        word = take_last_word(before);
    }
    if (is_any_word(word, own_names) || (numbered && is_any_word(word, numbered_subjects))) return Stretch{begin, end};
    return std::nullopt;
}

std::optional<Stretch> street_address(std::string_view line, std::size_t at) {
    constexpr std::size_t most_digits = 5;
    constexpr std::size_t most_words = 5;
    constexpr std::array<std::string_view, 9> other_drives{"google", "shared", "flash", "hard", "usb",
                                                           "audit",  "paper",  "zip",   "cloud"};
    constexpr std::array<std::string_view, 19> small_words{"the", "a",   "an",  "on",    "in",  "of",  "to",
                                                           "per", "and", "or",  "by",    "at",  "for", "across",
                                                           "is",  "was", "via", "along", "down"};
    const std::size_t digits = digits_at(line, at);
    if (!begins_number(line, at) || digits > most_digits) return std::nullopt;
    if (is_post_box(shortly_before(line, at))) return Stretch{at, at + digits};
    if (at > 0 && std::string_view(" \t\"'([{#:,;").find(line[at - 1]) == std::string_view::npos) return std::nullopt;
    std::size_t next = at + digits;
    bool capitals = true;
    for (std::size_t count = 0; count < most_words; ++count) {
        if (char_at(line, next) != ' ') return std::nullopt;
        while (char_at(line, next) == ' ') ++next;
        const std::string_view word = address_word(line, next);
        if (std::ranges::none_of(word, is_letter)) return std::nullopt;
        const Suffix* suffix = count > 0 ? suffix_named(word) : nullptr;
        const std::size_t end = next + word.size();
        if (suffix) {
            const bool sure = suffix->has_other_meanings ? capitals && ends_address(line, end) : capitals || count == 1;
            return sure ? std::optional(Stretch{at, end}) : std::nullopt;
        }
        if (is_any_word(word, other_drives) || is_any_word(word, small_words)) return std::nullopt;
        capitals = capitals && (is_capital_letter(word.front()) || is_digit(word.front()));
        next = end;
    }
    return std::nullopt;
}

std::optional<Stretch> email_address(std::string_view line, std::size_t at) {
    constexpr std::size_t longest = 254;
    std::size_t begin = at;
    while (begin > 0 && at - begin < longest && is_email_char(line[begin - 1])) --begin;
    std::size_t end = at + 1;
    std::size_t last_point = 0;
    for (; end < line.size() && end - at < longest; ++end) {
        const char c = line[end];
        if (c == '.' && is_letter_or_digit(char_at(line, end + 1))) last_point = end;
        else if (!is_letter_or_digit(c) && c != '-') break;
    }
    if (begin == at || last_point <= at + 1 || end - last_point < 3) return std::nullopt;
    const bool has_ending = std::ranges::all_of(line.substr(last_point + 1, end - last_point - 1), is_letter);
    const bool is_id = char_at(line, end) == '/';  // of a checklist for a product: any-product@zoom.us/agreement
    if (!has_ending || is_id) return std::nullopt;
    return Stretch{begin, end};
}

}  // namespace hipaa
