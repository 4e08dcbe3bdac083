// Finding the keys that a fix names.
#include "report/located_fix.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "page/wording.hpp"
#include "text/ascii.hpp"

namespace hipaa {
namespace {

/// The key in a quoted line of a practice file, `other: secure_conversation` or `executed_on:`; empty if it is none.
std::string_view key_in(std::string_view quoted) {
    const std::size_t colon = quoted.find(':');
    if (colon == quoted.npos || (colon + 1 < quoted.size() && quoted[colon + 1] != ' ')) return {};
    return quoted.substr(0, colon);
}

bool is_key_letter(char c) { return is_letter_or_digit(c) || c == '_' || c == '.' || c == '-'; }

/// Calls `take` for each text in quotes, with all from the one before up to its end, and with itself. What comes after the
/// last is returned.
template <typename Take>
std::string_view each_quoted(std::string_view text, Take&& take) {
    while (true) {
        const std::size_t open = text.find('"');
        const std::size_t close = open == text.npos ? open : text.find('"', open + 1);
        if (close == text.npos) return text;
        take(text.substr(0, close + 1), text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

/// True if any item of a list could be what meets the condition, so that those which do not are no mistakes.
bool leaves_choice_of_items(const Condition& condition, bool negated = false) {
    if (condition.kind == Condition::Kind::test) {
        const Operator any_of_them = negated ? Operator::each : Operator::some;
        return condition.op == Operator::count || condition.op == any_of_them;
    }
    const bool inside = negated != (condition.kind == Condition::Kind::negation);
    return std::ranges::any_of(condition.parts,
                               [&](const Condition& part) { return leaves_choice_of_items(part, inside); });
}

/// More than these are not named in the middle of a sentence.
constexpr std::size_t most_places = 3;

class AnswersNow {
public:
    explicit AnswersNow(const CheckResult& check)
        : evidence_(check.evidence), names_items_(!leaves_choice_of_items(check.check->require)) {}

    /// Where the answers are to the question whose key ends with `key`; empty if that is not to be said, or was said.
    std::string called(std::string_view key) {
        const auto first = std::ranges::find_if(
            evidence_, [&](const Evidence& item) { return is_sayable(item) && is_called(item, key); });
        if (first == evidence_.end() || !said_.insert(first->question).second) return {};
        std::vector<std::string> places;
        for (const Evidence& item : evidence_)
            if (item.question == first->question && is_sayable(item)) places.push_back(place(item));
        if (places.size() > most_places) return {};
        return fmt::format(" ({})", fmt::join(places, "; "));
    }

private:
    bool is_sayable(const Evidence& item) const {
        if (item.list && !names_items_) return false;
        return item.answer->state != AnswerState::assumed && (item.answer->known() || item.answer->written);
    }

    static bool is_called(const Evidence& item, std::string_view key) {
        const std::string_view whole = item.question->key;
        return whole.ends_with(key) && (whole.size() == key.size() || whole[whole.size() - key.size() - 1] == '.');
    }

    static std::string place(const Evidence& item) {
        return fmt::format("line {}, {}", item.answer->place.line,
                           item.answer->known() ? "now " + show(*item.question, *item.answer) : "empty now");
    }

    const std::vector<Evidence>& evidence_;
    const bool names_items_;
    std::set<const Question*> said_;
};

}  // namespace

bool names_answer(std::string_view text) {
    bool found = false;
    each_quoted(text, [&](std::string_view, std::string_view quoted) {
        found = found || !key_in(quoted).empty() || std::ranges::all_of(quoted, is_key_letter);
    });
    return found;
}

std::string located_fix(std::string_view fix, const CheckResult& check) {
    std::string text;
    AnswersNow now(check);
    const std::string_view rest = each_quoted(fix, [&](std::string_view up_to, std::string_view quoted) {
        text += up_to;
        if (const std::string_view key = key_in(quoted); !key.empty()) text += now.called(key);
    });
    return text.append(rest);
}

}  // namespace hipaa
