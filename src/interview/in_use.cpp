// The first question: what the practice uses.
#include "interview/in_use.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "interview/typed.hpp"
#include "text/ascii.hpp"
#include "text/display_name.hpp"
#include "text/loose_name.hpp"
#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "text/visible.hpp"
#include "yaml/fields.hpp"

namespace hipaa::interview {
namespace {

constexpr std::string_view products_prefix = "products.";
constexpr std::size_t longest_name = 60;

/// A key of a product made of its name: small letters and digits, with `_` between words.
std::string key_for(std::string_view name) {
    std::string key;
    for (const char c : name) {
        if (is_letter_or_digit(c)) key += small_letter(c);
        else if (!key.empty() && key.back() != '_') key += '_';
    }
    while (key.ends_with('_')) key.pop_back();
    return key;
}

bool is_number(std::string_view word) { return !word.empty() && std::ranges::all_of(word, is_digit); }

const Choice* choice_called(const std::vector<Choice>& choices, const KeyTree& keys, std::string_view word) {
    if (is_number(word)) {
        const auto number = number_up_to(choices.size(), word);
        return number ? &choices[*number - 1] : nullptr;
    }
    const std::string loose = loose_name(word);
    const auto is_it = [&](const Choice& choice) {
        return loose_name(choice.code) == loose || loose_name(choice.name) == loose;
    };
    if (const auto found = std::ranges::find_if(choices, is_it); found != choices.end()) return &*found;
    if (const Text* product = keys.product_called(word)) {
        const auto found = std::ranges::find(choices, std::string_view(*product), &Choice::code);
        if (found != choices.end()) return &*found;
    }
    std::vector<std::string_view> words;
    for (const Choice& choice : choices) words.insert(words.end(), {choice.code, choice.name});
    const auto near = closest_name(word, words);
    if (!near) return nullptr;
    return &*std::ranges::find_if(choices,
                                  [&](const Choice& choice) { return choice.code == *near || choice.name == *near; });
}

/// What answers other questions, or is a word to the program, is no name of a product.
bool is_no_name(std::string_view word) {
    return yaml::parse_yes_no(word) || is_one_of(word, {"none", "nothing", "[]", "unknown", "not sure", "all", "other",
                                                        "skip", "help", "quit", "exit", "back", "stop", "done"});
}

/// "Spruce and Zoom" are two.
std::string with_commas(std::string_view typed) {
    std::string text(typed);
    constexpr std::string_view joined = " and ";
    for (std::size_t at = text.find(joined); at != text.npos; at = text.find(joined, at))
        text.replace(at, joined.size(), ", ");
    return text;
}

/// Blanks part answers if each part is one; else they are part of a name, as in "Google Workspace".
std::vector<std::string_view> parts_of(const std::vector<Choice>& choices, const KeyTree& keys,
                                       std::string_view typed) {
    std::vector<std::string_view> parts = split(typed, ",;");
    if (parts.size() != 1 || choice_called(choices, keys, typed)) return parts;
    std::vector<std::string_view> words = split(typed, " \t");
    const auto is_choice = [&](std::string_view word) { return is_number(word) || choice_called(choices, keys, word); };
    return std::ranges::all_of(words, is_choice) ? words : parts;
}

}  // namespace

std::vector<Choice> choices(const Sitting& sitting) {
    std::vector<Choice> found;
    for (const bool products : {true, false})
        for (const Checklist& checklist : sitting.library().checklists) {
            const std::string_view about = checklist.group.about;
            const bool is_product = about.starts_with(products_prefix);
            if (checklist.generic() || is_product != products || !sitting.settings().selects(checklist)) continue;
            const std::string_view code = is_product ? about.substr(products_prefix.size()) : about;
            found.push_back({std::string(code),
                             checklist.name.empty() ? display_name(code) : std::string(checklist.name),
                             std::string(about), is_product, sitting.sheet(about) != nullptr});
        }
    return found;
}

std::size_t questions_about(const Choice& choice, const Sitting& sitting) {
    Sitting alone = sitting.over("");
    static_cast<void>(alone.set(key_path(choice.about), yaml::new_map()));
    return alone.open("").questions.size();
}

std::variant<Wish, std::vector<Chosen>, NotUnderstood> read_in_use(const std::vector<Choice>& choices,
                                                                   const KeyTree& keys, std::string_view typed) {
    typed = visible_part(typed);
    if (const auto wish = wish_in(typed)) return *wish;
    std::vector<Chosen> chosen;
    const std::string all = with_commas(typed);
    for (const std::string_view part : parts_of(choices, keys, all)) {
        if (const Choice* choice = choice_called(choices, keys, part)) {
            chosen.push_back({key_path(choice->about), choice->name, {}});
            continue;
        }
        if (is_number(part))
            return NotUnderstood{
                fmt::format("There is no answer {}; write numbers from 1 to {}, or names.", part, choices.size())};
        const std::string key = key_for(part);
        if (is_no_name(part) || keys.top.child(key))
            return NotUnderstood{
                fmt::format("Write the number or the name of what the practice uses, not {}.", yaml::quote(part))};
        if (key.empty() || part.size() > longest_name || keys.any_product.abouts.empty())
            return NotUnderstood{
                fmt::format("{} is no name of a product that a checklist can be about.", yaml::quote(part))};
        const bool shows_name = display_name(key) == part || key == part;
        chosen.push_back({KeyPath{{std::string(products_key), key}, false},
                          fmt::format("{}, a product without a checklist of its own", part),
                          shows_name ? std::string() : std::string(part)});
    }
    return chosen;
}

}  // namespace hipaa::interview
