// Finding the keys that a fix names.
#include "report/located_fix.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "page/wording.hpp"

namespace hipaa {
namespace {

/// The key in a quoted line of a practice file, `other: secure_conversation` or `executed_on:`; empty if it is none.
std::string_view key_in(std::string_view quoted) {
    const std::size_t colon = quoted.find(':');
    if (colon == quoted.npos || (colon + 1 < quoted.size() && quoted[colon + 1] != ' ')) return {};
    return quoted.substr(0, colon);
}

/// The answer to the question whose key ends with `key`, if it is in the file.
const Evidence* answer_called(std::string_view key, const std::vector<Evidence>& evidence) {
    const auto found = std::ranges::find_if(evidence, [&](const Evidence& item) {
        const std::string_view whole = item.question->key;
        return item.answer->state != AnswerState::assumed && (item.answer->known() || item.answer->written) &&
               whole.ends_with(key) && (whole.size() == key.size() || whole[whole.size() - key.size() - 1] == '.');
    });
    return found == evidence.end() ? nullptr : &*found;
}

}  // namespace

std::string located_fix(std::string_view fix, const std::vector<Evidence>& evidence) {
    std::string text;
    std::set<const Question*> said;
    while (!fix.empty()) {
        const std::size_t open = fix.find('"');
        const std::size_t close = open == fix.npos ? open : fix.find('"', open + 1);
        if (close == fix.npos) break;
        const std::string_view key = key_in(fix.substr(open + 1, close - open - 1));
        text += fix.substr(0, close + 1);
        fix.remove_prefix(close + 1);
        const Evidence* now = key.empty() ? nullptr : answer_called(key, evidence);
        if (now && said.insert(now->question).second)
            text += fmt::format(" (line {}, {})", now->answer->place.line,
                                now->answer->known() ? "now " + show(*now->question, *now->answer) : "empty now");
    }
    return text += fix;
}

}  // namespace hipaa
