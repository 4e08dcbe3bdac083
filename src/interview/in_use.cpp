// The first question: what the practice uses.
#include "interview/in_use.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "checklist/read/spoken/no_answer.hpp"
#include "checklist/read/spoken/spoken.hpp"
#include "checklist/read/spoken/words.hpp"
#include "interview/typed.hpp"
#include "page/wording.hpp"
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

/// Products with a key made of their name: those in the file, and those that a reply adds.
class OwnProducts {
public:
    explicit OwnProducts(const Sitting& sitting) {
        for (const Sheet& sheet : sitting.practice().sheets)
            if (!sheet.product.empty()) names_.emplace(sheet.product, subject_name(sheet));
    }

    /// Of the product `name`, new or not.
    std::string key_of(std::string_view name) {
        const std::string letters = key_for(name);
        const std::string first = letters.empty() ? "product" : letters;  // a name in another script
        std::string key = first;
        for (std::size_t number = 2; !may_take(key, name); ++number) key = fmt::format("{}_{}", first, number);
        names_.emplace(key, name);
        return key;
    }

private:
    /// True for a key that no product has, or that the product of this name has.
    bool may_take(const std::string& key, std::string_view name) const {
        const auto known = names_.find(key);
        return known == names_.end() || key == name || loose_name(known->second) == loose_name(name);
    }

    std::map<std::string, std::string> names_;  // by key
};

bool is_number(std::string_view word) { return !word.empty() && std::ranges::all_of(word, is_digit); }

/// A key copied from a report: `products.spruce` is `spruce`.
std::string_view without_prefix(std::string_view part) {
    const bool is_key = part.size() > products_prefix.size() &&
                        yaml::is_same_word(part.substr(0, products_prefix.size()), products_prefix);
    return is_key ? part.substr(products_prefix.size()) : part;
}

/// By its number, its code, or one of its names.
const Choice* choice_called(const std::vector<Choice>& choices, const KeyTree& keys, std::string_view word) {
    if (is_number(word)) {
        const auto number = number_up_to(choices.size(), word);
        return number ? &choices[*number - 1] : nullptr;
    }
    const std::string loose = loose_name(word);
    const auto is_it = [&](const Choice& choice) {
        return loose_name(choice.code) == loose || loose_name(choice.name) == loose ||
               std::ranges::find(choice.also, loose, loose_name) != choice.also.end();
    };
    if (const auto found = std::ranges::find_if(choices, is_it); found != choices.end()) return &*found;
    const Text* product = keys.product_called(word);
    if (!product) return nullptr;
    const auto found = std::ranges::find(choices, std::string_view(*product), &Choice::code);
    return found == choices.end() ? nullptr : &*found;
}

/// Products that share a name which stands in `part`: both for "the Gmail app". None if `part` is the name of one.
std::vector<std::string> products_sharing(const std::vector<Choice>& choices, const KeyTree& keys,
                                          std::string_view part) {
    const auto is_own_name = [&](const Choice& choice) { return loose_name(choice.name) == loose_name(part); };
    if (is_number(part) || keys.product_called(part) || std::ranges::any_of(choices, is_own_name)) return {};
    const std::string said = fmt::format(" {} ", plain_words(part));
    std::map<std::string, std::map<std::string, std::string>>
        sharing;  // their names by where their answers live, by name
    for (const Choice& choice : choices)
        for (const std::string& name : choice.also)
            if (said.find(fmt::format(" {} ", plain_words(name))) != said.npos)
                sharing[loose_name(name)].emplace(choice.about, choice.name);
    for (const auto& [name, products] : sharing) {
        if (products.size() < 2) continue;
        std::vector<std::string> names;
        for (const auto& [about, product] : products) names.push_back(product);
        return names;
    }
    return {};
}

/// What `part` says is used, also where it is misspelt, or more is said: "the Spruce app", "we use Zoom".
const Choice* choice_meant(const std::vector<Choice>& choices, const KeyTree& keys, std::string_view part) {
    if (const Choice* choice = choice_called(choices, keys, part)) return choice;
    if (is_number(part)) return nullptr;
    std::vector<std::string_view> words;
    for (const Choice& choice : choices) words.insert(words.end(), {choice.code, choice.name});
    const auto near = closest_name(part, words);
    if (!near) return choice_called(choices, keys, without_fillers(plain_words(part)));
    return &*std::ranges::find_if(choices,
                                  [&](const Choice& choice) { return choice.code == *near || choice.name == *near; });
}

/// True for "not Spruce", "I don't use Spruce", "I think Spruce", "my EHR is Nuvo" and "Spruce?".
bool is_more_than_name(std::string_view part) {
    constexpr auto words =
        std::to_array<std::string_view>({"not", "no", "never", "without", "except", "but", "dont", "doesnt", "didnt",
                                         "isnt", "arent", "think", "maybe", "perhaps", "probably", "is", "are"});
    return part.starts_with('!') || part.starts_with('~') || part.ends_with('?') ||
           std::ranges::any_of(split_words(plain_words(part)),
                               [&](std::string_view word) { return is_among(word, words); });
}

/// What answers other questions, is a key of the file or a word to the program, or comes of keys such as the arrows, is no
/// name of a product.
bool is_no_name(const KeyTree& keys, std::string_view word) {
    return yaml::parse_yes_no(word) || keys.top.child(key_for(word)) || word.starts_with('[') || means_unknown(word) ||
           means_no_others(word) ||
           is_one_of(word, {"all", "both", "first", "the first", "everything", "anything", "other", "skip", "help",
                            "quit", "exit", "back", "stop", "done", "product"});
}

/// Letters of other scripts count, too.
bool may_be_letter(char byte) { return is_letter(byte) || static_cast<unsigned char>(byte) >= 0xC0; }

bool has_letters(std::string_view name) {
    constexpr int fewest = 2;
    return std::ranges::count_if(name, may_be_letter) >= fewest;
}

/// "Spruce & Zoom" are two, if one of them is known.
std::vector<std::string_view> around_signs(const std::vector<Choice>& choices, const KeyTree& keys,
                                           std::string_view part) {
    if (choice_meant(choices, keys, part)) return {part};
    std::vector<std::string_view> parts = split(part, "&+/");
    const auto is_known = [&](std::string_view name) { return choice_called(choices, keys, name) != nullptr; };
    return std::ranges::any_of(parts, is_known) ? parts : std::vector<std::string_view>{part};
}

/// Blanks part answers if each part is one; else they are part of a name, as in "Google Workspace".
std::vector<std::string_view> parts_of(const std::vector<Choice>& choices, const KeyTree& keys,
                                       std::string_view typed) {
    std::vector<std::string_view> parts;
    for (const std::string_view part : split(typed, ",;"))
        for (const std::string_view name : around_signs(choices, keys, part)) parts.push_back(name);
    if (parts.size() != 1 || choice_meant(choices, keys, typed)) return parts;
    std::vector<std::string_view> words = split(typed, " \t");
    const auto is_choice = [&](std::string_view word) {
        return is_number(without_marks(word)) || choice_meant(choices, keys, word);
    };
    return std::ranges::all_of(words, is_choice) ? words : parts;
}

bool is_among_chosen(const std::vector<Chosen>& chosen, std::string_view path) {
    return std::ranges::any_of(chosen, [&](const Chosen& one) { return key_text_of(one.path) == path; });
}

/// Unless it is there already: "Microsoft 365 / Teams".
void add(Chosen one, std::vector<Chosen>& chosen) {
    const std::string key = key_text_of(one.path);
    if (!is_among_chosen(chosen, key)) chosen.push_back(std::move(one));
}

}  // namespace

bool means_no_others(std::string_view words) {
    return means_none(words) ||
           is_one_of(words, {"n/a", "na", "nothing else", "no others", "no other", "none other", "nope"});
}

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
                             std::string(about),
                             is_product,
                             sitting.sheet(about) != nullptr,
                             {checklist.also_known_as.begin(), checklist.also_known_as.end()}});
        }
    return found;
}

ToGo questions_about(const Choice& choice, const Sitting& sitting) {
    Sitting alone = sitting.over("");
    static_cast<void>(alone.set(key_path(choice.about), yaml::new_map()));
    return to_go(alone.open("").questions);
}

std::variant<Wish, std::vector<Chosen>, NotUnderstood> read_in_use(const std::vector<Choice>& choices,
                                                                   const Sitting& sitting, std::string_view typed) {
    const KeyTree& keys = sitting.keys();
    typed = visible_part(typed);
    if (const auto wish = wish_in(typed)) return *wish;
    std::vector<Chosen> chosen;
    OwnProducts products(sitting);
    const std::string all = with_commas(typed);
    for (const std::string_view written : parts_of(choices, keys, all)) {
        const std::string_view part = without_prefix(without_marks(written));
        if (part.size() != written.size() && part.find('.') != part.npos)
            return NotUnderstood{
                fmt::format("{} is the key of a question; write the name of the product alone.", yaml::quote(written))};
        if (const auto names = products_sharing(choices, keys, part); !names.empty())
            return NotUnderstood{fmt::format("{} can be more than one product. Which of these do you mean: {}?",
                                             yaml::quote(written), fmt::join(names, ", or "))};
        const bool has_more = is_more_than_name(part);
        if (const Choice* choice = has_more ? nullptr : choice_meant(choices, keys, part)) {
            add({key_path(choice->about), choice->name, {}, true}, chosen);
            continue;
        }
        if (is_number(part))
            return NotUnderstood{
                fmt::format("There is no answer {}; write numbers from 1 to {}, or names.", part, choices.size())};
        if (has_more || is_no_name(keys, part))
            return NotUnderstood{
                fmt::format("Write the number or the name of what the practice uses, not {}.", yaml::quote(written))};
        if (!has_letters(part))
            return NotUnderstood{
                fmt::format("{} is no name of a product: a name has at least two letters.{}", yaml::quote(written),
                            std::ranges::any_of(part, may_be_letter)
                                ? ""
                                : " Write numbers one by one, with commas between them, such as 1, 2.")};
        const std::string key = products.key_of(part);
        if (part.size() > longest_name || keys.any_product.abouts.empty())
            return NotUnderstood{
                fmt::format("{} is no name of a product that a checklist can be about.", yaml::quote(part))};
        const bool shows_name = display_name(key) == part || key == part;
        add({KeyPath{{std::string(products_key), key}, false}, std::string(part),
             shows_name ? std::string() : std::string(part)},
            chosen);
    }
    return chosen;
}

std::vector<std::string> names_not_chosen(const std::vector<Chosen>& chosen, const Sitting& sitting) {
    std::vector<std::string> names;
    for (const Sheet& sheet : sitting.practice().sheets)
        if (!is_among_chosen(chosen, sheet.about)) names.push_back(printable(subject_name(sheet)));
    return names;
}

}  // namespace hipaa::interview
