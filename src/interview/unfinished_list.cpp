// Lists that may have more items than the file has.
#include "interview/unfinished_list.hpp"

#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "practice/written_answer.hpp"

namespace hipaa::interview {
namespace {

/// Makes all changes of `change`, or none.
template <typename Change>
std::optional<std::string> at_once(Sitting& sitting, Change&& change) {
    Sitting draft = sitting.over(sitting.text());
    if (auto why = change(draft)) return why;
    sitting = std::move(draft);
    return std::nullopt;
}

/// The list holds items, so that one can be added.
std::optional<std::string> make_room(Sitting& sitting, const Topic& list) {
    const Answer& answer = sitting.answer(list);
    const bool is_word = answer.known() && std::holds_alternative<Scalar>(answer.value);
    return is_word ? sitting.set(sitting.path(list), yaml::new_list()) : std::nullopt;
}

}  // namespace

bool is_unfinished(const Sitting& sitting, const Topic& list) {
    const Answer& answer = sitting.answer(list);
    return !answer.known() && answer.records_so_far();
}

std::size_t items_in(const Sitting& sitting, const Topic& list) {
    const auto* records = sitting.answer(list).records_so_far();
    return records ? records->size() : 0;
}

Answer as_finished(const Answer& list) {
    Answer finished = list;
    if (finished.records_so_far()) finished.state = AnswerState::given;
    return finished;
}

std::optional<std::string> why_still_open(const Sitting& sitting, const Topic& list) {
    if (!is_unfinished(sitting, list)) return std::nullopt;
    const std::vector<std::uint32_t> lines = sitting.blank_lines(list);
    if (lines.size() == 1)
        return fmt::format(
            "This list stays open, because its entry on line {} has no answer. Fill it in or delete it in an editor.",
            lines.front());
    return fmt::format(
        "This list stays open, because {} of its entries have no answer, the first on line {}. Fill them in or delete "
        "them in an editor.",
        lines.size(), lines.front());
}

std::optional<std::string> finish_list(Sitting& sitting, const Topic& list) {
    const auto marker = sitting.unknown_at_end(list);
    return marker ? sitting.remove(*marker) : std::nullopt;
}

std::optional<std::string> leave_unfinished(Sitting& sitting, const Topic& list) {
    const std::size_t count = items_in(sitting, list);
    const bool says_nothing = count == 0 && !sitting.answer(list).known();
    if (says_nothing || sitting.unknown_at_end(list)) return std::nullopt;
    return sitting.set(count > 0 ? sitting.path_of_item(list, count) : sitting.path(list), written_unknown());
}

std::optional<std::string> set_field(Sitting& sitting, const Topic& list, ItemField at, const yaml::NewValue& value) {
    if (at.item < items_in(sitting, list)) return sitting.set(sitting.path(list, at), value);
    return at_once(sitting, [&](Sitting& draft) -> std::optional<std::string> {
        if (auto why = set_field_and_finish(draft, list, at, value)) return why;
        return leave_unfinished(draft, list);
    });
}

std::optional<std::string> set_field_and_finish(Sitting& sitting, const Topic& list, ItemField at,
                                                const yaml::NewValue& value) {
    return at_once(sitting, [&](Sitting& draft) -> std::optional<std::string> {
        if (auto why = finish_list(draft, list)) return why;
        if (auto why = make_room(draft, list)) return why;
        return draft.set(draft.path(list, at), value);
    });
}

std::optional<std::string> remove_item(Sitting& sitting, const Topic& list, std::size_t item) {
    const bool is_only = items_in(sitting, list) == 1;
    const std::size_t blank = sitting.blank_lines(list).size();
    const std::size_t marker = sitting.unknown_at_end(list) ? 1 : 0;
    if (is_only && blank == marker) return sitting.set(sitting.path(list), written_unknown());
    return sitting.remove(sitting.path_of_item(list, item));
}

}  // namespace hipaa::interview
