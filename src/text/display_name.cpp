// Names for people, made of keys.
#include "text/display_name.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"

namespace hipaa {

std::string display_name(std::string_view key) {
    std::string name;
    bool begins = true;
    for (const char c : key) {
        const bool joins = c == '_' || c == '-';
        if (joins) name += ' ';
        else name += begins ? capital_letter(c) : c;
        begins = joins;
    }
    return name;
}

std::string words_of_code(std::string_view code) {
    constexpr std::array<std::string_view, 6> initials{"baa", "hhs", "hipaa", "mfa", "phi", "sms"};
    std::string words;
    while (!code.empty()) {
        const std::string_view word = code.substr(0, code.find('_'));
        const bool in_capitals = std::ranges::find(initials, word) != initials.end();
        if (!words.empty()) words += ' ';
        for (const char c : word) words += in_capitals ? capital_letter(c) : c;
        code.remove_prefix(std::min(word.size() + 1, code.size()));
    }
    return words;
}

}  // namespace hipaa
