// Lists that may have more items than the file has.
#include "interview/unfinished_list.hpp"

#include <utility>

#include "practice/written_answer.hpp"

namespace hipaa::interview {
namespace {

std::size_t items_of_finished(const Sitting& sitting, const Topic& list) {
    const auto* records = sitting.answer(list).records();
    return records ? records->size() : 0;
}

/// Makes all changes of `change`, or none.
template <typename Change>
std::optional<std::string> at_once(Sitting& sitting, Change&& change) {
    Sitting draft = sitting.over(sitting.text());
    if (auto why = change(draft)) return why;
    sitting = std::move(draft);
    return std::nullopt;
}

std::optional<std::string> take_out_blank_items(Sitting& sitting, const Topic& list) {
    while (const auto blank = sitting.blank_item(sitting.path(list))) {
        KeyPath item = sitting.path(list);
        item.steps.emplace_back(*blank);
        if (auto why = sitting.remove(item)) return why;
    }
    return std::nullopt;
}

}  // namespace

bool is_unfinished(const Sitting& sitting, const Topic& list) {
    return sitting.question(list).kind == AnswerKind::list && sitting.blank_item(sitting.path(list));
}

Sitting with_finished(const Sitting& sitting, const Topic& list) {
    Sitting finished = sitting.over(sitting.text());
    static_cast<void>(finish_list(finished, list));
    return finished;
}

std::size_t items_in(const Sitting& sitting, const Topic& list) {
    if (!is_unfinished(sitting, list)) return items_of_finished(sitting, list);
    return items_of_finished(with_finished(sitting, list), list);
}

std::optional<std::string> finish_list(Sitting& sitting, const Topic& list) {
    if (!is_unfinished(sitting, list)) return std::nullopt;
    return at_once(sitting, [&](Sitting& draft) { return take_out_blank_items(draft, list); });
}

std::optional<std::string> leave_unfinished(Sitting& sitting, const Topic& list) {
    KeyPath path = sitting.path(list);
    if (is_unfinished(sitting, list) || !sitting.answer(list).known()) return std::nullopt;
    if (const std::size_t count = items_in(sitting, list)) path.steps.emplace_back(count);
    return sitting.set(path, written_unknown());
}

std::optional<std::string> set_field(Sitting& sitting, const Topic& list, ItemField at, const yaml::NewValue& value) {
    return at_once(sitting, [&](Sitting& draft) -> std::optional<std::string> {
        const bool may_have_more = is_unfinished(draft, list) || at.item >= items_in(draft, list);
        if (auto why = finish_list(draft, list)) return why;
        if (auto why = draft.set(draft.path(list, at), value)) return why;
        return may_have_more ? leave_unfinished(draft, list) : std::nullopt;
    });
}

std::optional<std::string> remove_item(Sitting& sitting, const Topic& list, std::size_t item) {
    return at_once(sitting, [&](Sitting& draft) -> std::optional<std::string> {
        const bool may_have_more = is_unfinished(draft, list);
        if (auto why = finish_list(draft, list)) return why;
        KeyPath path = draft.path(list);
        if (items_in(draft, list) == 1) return draft.set(path, written_unknown());
        path.steps.emplace_back(item);
        if (auto why = draft.remove(path)) return why;
        return may_have_more ? leave_unfinished(draft, list) : std::nullopt;
    });
}

}  // namespace hipaa::interview
