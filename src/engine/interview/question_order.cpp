// The order in which open questions are asked.
#include "engine/interview/question_order.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace hipaa {
namespace {

std::string_view first_part(std::string_view key) { return key.substr(0, key.find('.')); }

/// Sorts `questions` by their groups, which stand in the order of their first question, and numbers those from `number` on.
void put_in_groups(std::span<OpenQuestion> questions, std::size_t number) {
    std::map<std::pair<const Sheet*, std::string_view>, std::size_t> groups;
    for (OpenQuestion& one : questions) {
        const std::size_t next = number + groups.size();
        one.group = groups.try_emplace({one.sheet, first_part(one.question().key)}, next).first->second;
    }
    std::ranges::stable_sort(questions, {}, &OpenQuestion::group);
}

}  // namespace

std::size_t place_of(const Sheet& sheet, const Practice& practice) {
    if (&sheet == &practice.facts) return 0;
    return 1 + static_cast<std::size_t>(&sheet - practice.sheets.data());
}

std::string group_path(const Sheet& sheet, const Question& question) { return sheet.path_of(first_part(question.key)); }

bool is_in_group(std::string_view key, std::string_view group_path) {
    const std::string_view whole = key.substr(0, key.find('['));
    return whole == group_path || is_below(whole, group_path);
}

std::vector<OpenQuestion> in_order_to_ask(std::vector<OpenQuestion> questions, const Practice& practice,
                                          std::string_view last_answered) {
    std::ranges::sort(questions, {}, [&](const OpenQuestion& one) {
        return std::tuple(!one.decides_applicability(), one.basis, -static_cast<std::ptrdiff_t>(one.waiting),
                          place_of(*one.sheet, practice), one.index);
    });
    const auto goes_on = [&](const OpenQuestion& one) {
        return !one.may_fall_away && is_in_group(last_answered, group_path(*one.sheet, one.question()));
    };
    const auto others = std::stable_partition(questions.begin(), questions.end(), goes_on);
    put_in_groups({questions.begin(), others}, 0);
    put_in_groups({others, questions.end()}, others == questions.begin() ? 0 : 1);
    return questions;
}

}  // namespace hipaa
