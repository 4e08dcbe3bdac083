// What keeps a requirement from being met.
#include "engine/shortfall.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "checklist/number.hpp"
#include "engine/evaluate.hpp"

namespace hipaa {
namespace {

/// More than these are counted only.
constexpr std::size_t most_named = 12;

std::string key_for_owner(const Evidence& item, const Scope& scope) {
    return item.about == scope.sheet.about ? item.short_key() : item.key();
}

/// The codes of the items of `list` that meet the condition on them.
std::vector<std::string> found_items(const Condition& test, const Evidence& list, const Scope& scope) {
    std::vector<std::string> found;
    const std::vector<Record>& records = *records_of(list);
    for (std::size_t i = 0; i < records.size(); ++i)
        if (evaluate(test.parts.front(), item_scope(scope, list, i)) == Truth::yes) {
            const Evidence item{list.about, list.question, i, nullptr, nullptr, code_of(*list.question, records[i])};
            found.push_back(item.item_label());
        }
    return found;
}

/// "at least 2"; nothing if there is no such limit, or it is not known.
std::string limit(std::string_view words, const Bound& bound, const Scope& scope) {
    const auto* asked = std::get_if<QuestionRef>(&bound);
    const Scalar* answer = asked ? scalar(answer_to(*asked, scope)) : nullptr;
    const auto* number = answer ? std::get_if<double>(answer) : std::get_if<double>(&bound);
    return number ? fmt::format("{} {}", words, number_text(*number)) : std::string();
}

/// "`people`: 1 found (ad-01), at least 2 wanted".
std::string of_count(const Condition& test, const Scope& scope) {
    const Evidence list = look_up(test.question, scope);
    if (!list.answer->known() || !records_of(list)) return {};
    const std::vector<std::string> found = found_items(test, list, scope);
    const auto& bounds = std::get<Bounds>(test.operand);
    const std::string least = limit("at least", bounds.at_least, scope);
    const std::string most = limit("at most", bounds.at_most, scope);
    const bool named = !found.empty() && found.size() <= most_named;
    return fmt::format("`{}`: {} found{}, {}{}{} wanted", key_for_owner(list, scope), found.size(),
                       named ? fmt::format(" ({})", fmt::join(found, ", ")) : "", least,
                       least.empty() || most.empty() ? "" : " and ", most);
}

/// "`uses` has chat beyond `covered`".
std::string of_only(const Condition& test, const Scope& scope) {
    const auto* other = std::get_if<OtherChoices>(&test.operand);
    if (!other) return {};
    const Evidence own = look_up(test.question, scope);
    const Evidence allowed = look_up(other->question, scope);
    const auto* words = std::get_if<std::vector<Word>>(&own.answer->value);
    const auto* covered = std::get_if<std::vector<Word>>(&allowed.answer->value);
    if (!words || !covered) return {};
    std::vector<std::string_view> beyond;
    for (const Word word : *words)
        if (std::ranges::none_of(*covered, [&](Word one) { return other->words[one.index] == word; }))
            beyond.push_back(own.question->text_of(word));
    return beyond.empty() ? std::string()
                          : fmt::format("`{}` has {} beyond `{}`", key_for_owner(own, scope), fmt::join(beyond, ", "),
                                        key_for_owner(allowed, scope));
}

void collect(const Condition& condition, const Scope& scope, std::vector<std::string>& shortfalls) {
    if (condition.kind == Condition::Kind::negation || evaluate(condition, scope) != Truth::no) return;
    for (const Condition& part : condition.parts)
        if (condition.kind != Condition::Kind::test) collect(part, scope, shortfalls);
    if (condition.kind != Condition::Kind::test) return;
    std::string text = condition.op == Operator::count  ? of_count(condition, scope)
                       : condition.op == Operator::only ? of_only(condition, scope)
                                                        : std::string();
    if (!text.empty()) shortfalls.push_back(std::move(text));
}

}  // namespace

std::vector<std::string> shortfalls_of(const Condition& condition, const Scope& scope) {
    std::vector<std::string> shortfalls;
    collect(condition, scope, shortfalls);
    return shortfalls;
}

}  // namespace hipaa
