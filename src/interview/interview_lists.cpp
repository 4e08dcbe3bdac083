// Asking about lists, item by item.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "checklist/read/answer_reader.hpp"
#include "interview/interview.hpp"
#include "interview/typed.hpp"
#include "interview/unfinished_list.hpp"
#include "practice/written_answer.hpp"
#include "yaml/fields.hpp"

namespace hipaa::interview {
namespace {

constexpr std::string_view about_items = "Each item of the list is checked for itself.";

bool is_given_in(const Answer& list, ItemField at) {
    const auto* records = list.records_so_far();
    return records && at.item < records->size() && (*records)[at.item].answers[at.field].state == AnswerState::given;
}

std::vector<std::size_t> fields_given(const Sitting& sitting, const Topic& topic, std::size_t item) {
    std::vector<std::size_t> given;
    for (std::size_t field = 0; field < sitting.question(topic).fields.size(); ++field)
        if (is_given_in(sitting.answer(topic), {item, field})) given.push_back(field);
    return given;
}

/// What the items of a list leave open that matters now.
std::vector<ItemField> missing_in(const Sitting& sitting, const Topic& topic) {
    return sitting.open_items(topic, as_finished(sitting.answer(topic))).missing;
}

Answer list_of(std::vector<Record> items) { return {AnswerState::given, Value(std::move(items)), {}, true}; }

/// What matters of an item of which nothing is known, in a list with no other one.
std::vector<ItemField> missing_in_first_item(const Sitting& sitting, const Topic& topic) {
    Record blank;
    for (const Question& field : sitting.question(topic).fields)
        set_absent(blank.answers.emplace_back(), field, sitting.answer(topic).place);
    return sitting.open_items(topic, list_of({std::move(blank)})).missing;
}

/// What the item leaves open that matters, whatever the list's other items say: where a check counts them, an item may
/// matter only beside others.
std::vector<ItemField> missing_in_many_like(const Sitting& sitting, const Topic& topic, std::size_t item) {
    constexpr std::size_t many = 20;
    const Question& list = sitting.question(topic);
    Record like = (*sitting.answer(topic).records_so_far())[item];
    for (std::size_t i = 0; i < list.fields.size(); ++i)
        if (list.fields[i].kind == AnswerKind::code) like.answers[i] = Answer{};
    std::vector<ItemField> missing = sitting.open_items(topic, list_of(std::vector<Record>(many, like))).missing;
    std::erase_if(missing, [](ItemField field) { return field.item != 0; });
    for (ItemField& field : missing) field.item = item;
    return missing;
}

/// Of the list's items, by index, whether something that is judged reads the field.
std::vector<bool> fields_read(const Sitting& sitting, const Topic& topic) {
    std::vector<bool> read(sitting.question(topic).fields.size(), false);
    for (const std::size_t field : sitting.open_items(topic, Answer{}).fields) read[field] = true;
    return read;
}

constexpr std::string_view remove_word = "remove";

/// `3`, `remove`, `remove 2`.
bool asks_to_remove(std::string_view typed) {
    const std::vector<std::string_view> words = split(typed, " \t");
    return number_up_to(3, typed) == 3 || (!words.empty() && yaml::is_same_word(words.front(), remove_word));
}

/// From 0; nothing if that is not said.
std::optional<std::size_t> item_to_remove(std::string_view typed, std::size_t count) {
    const std::vector<std::string_view> words = split(typed, " \t");
    if (words.size() == 1) return count == 1 ? std::optional<std::size_t>(0) : std::nullopt;
    const auto number = number_up_to(count, words.back());
    return number && words.size() == 2 ? std::optional(*number - 1) : std::nullopt;
}

}  // namespace

Interview::Turn Interview::ask_list(const Topic& topic, const OpenQuestion* open) {
    const std::vector<ItemField> missing = open ? missing_in(sitting_, topic) : std::vector<ItemField>();
    if (!missing.empty()) {
        const Turn turn = ask_missing(topic, missing.front(), *open);
        const bool goes_on = turn == Turn::answered || turn == Turn::passed;
        if (!goes_on || !is_unfinished(sitting_, topic)) return turn;
    }
    const std::size_t count = items_in(sitting_, topic);
    const Turn turn = count > 0 ? ask_records(topic, count, open) : Turn::back;
    return turn == Turn::back ? ask_whole_list(topic, open) : turn;
}

Interview::Turn Interview::ask_whole_list(const Topic& topic, const OpenQuestion* open) {
    const Question list = sitting_.question(topic);
    const std::string key = sitting_.key(topic);
    const std::size_t also = numbered_answers(list).size();
    const Change leave_open = [&](Sitting& sitting) { return leave_unfinished(sitting, topic); };
    say(list_lines(list, key));
    while (const auto typed = listen()) {
        const auto number = number_up_to(also + 2, *typed);
        if (number == also + 1 || yaml::parse_yes_no(*typed) == true) {
            const Answer before = sitting_.answer(topic);
            const std::size_t count = items_in(sitting_, topic);
            Turn turn = count > 0 ? Turn::answered : keep(sitting_.path(topic), leave_open);
            if (turn == Turn::answered) turn = ask_records(topic, count, open);
            if (turn == Turn::back && before.state == AnswerState::given && count == 0)
                turn = keep(sitting_.path(topic), Heard{Turn::back, written_answer(list, before.value)});
            if (turn != Turn::back) return turn;
            say(list_lines(list, key));
            continue;
        }
        if (number == also + 2 || yaml::is_same_word(*typed, "none") || yaml::parse_yes_no(*typed) == false ||
            *typed == "0")
            return keep(sitting_.path(topic), yaml::new_list());
        const Reply reply = read_reply(list, key, *typed);
        if (const Wish* wish = std::get_if<Wish>(&reply)) {
            if (*wish == Wish::why) {
                if (open) say(why_lines(*open));
                else conversation_.say(asked_before);
                continue;
            }
            if (*wish == Wish::back) return Turn::back;
            if (*wish == Wish::stop) return Turn::stop;
            if (*wish == Wish::skip) return Turn::passed;
            if (items_in(sitting_, topic) > 0) return keep(sitting_.path(topic), leave_open, Turn::passed);
            return keep(sitting_.path(topic), Heard{Turn::passed, written_unknown()});
        }
        if (const auto* answer = std::get_if<Given>(&reply)) return keep(sitting_.path(topic), answer->value);
        conversation_.say(fmt::format("Write a number from 1 to {}, or the word.", also + 2));
    }
    return Turn::stop;
}

/// A list that is answered has only the fields asked that its items leave open, and that still matter.
Interview::Turn Interview::ask_missing(const Topic& topic, ItemField first, const OpenQuestion& open) {
    std::vector<ItemField> asked;
    bool any = false;
    for (std::optional<ItemField> at = first; at;) {
        const Turn turn = ask_field(topic, *at, &open);
        if (turn == Turn::back && !asked.empty()) {
            at = asked.back();
            asked.pop_back();
            continue;
        }
        if (turn != Turn::answered && turn != Turn::passed) return turn;
        any = any || turn == Turn::answered;
        asked.push_back(*at);
        const std::vector<ItemField> missing = missing_in(sitting_, topic);
        const auto next = std::ranges::find_if(
            missing, [&](ItemField field) { return std::ranges::find(asked, field) == asked.end(); });
        at = next == missing.end() ? std::nullopt : std::optional(*next);
    }
    return any ? Turn::answered : Turn::passed;
}

/// Items from `count` on, until there is no other. `back` leads to the question about the whole list.
Interview::Turn Interview::ask_records(const Topic& topic, std::size_t count, const OpenQuestion* open) {
    std::optional<std::size_t> item = count == 0 ? std::optional(count) : std::nullopt;  // that is asked about
    std::vector<std::size_t> asked;                                                      // of it
    while (true) {
        if (!item) {
            const Turn another = ask_another(topic);
            if (another == Turn::passed) return Turn::answered;
            if (another != Turn::answered && another != Turn::back) return another;
            count = items_in(sitting_, topic);
            const bool to_last = another == Turn::back;
            if (to_last && count == 0) return another;
            item = to_last ? count - 1 : count;
            asked = fields_given(sitting_, topic, *item);
        }
        const Turn turn = ask_item(topic, *item, open, asked);
        if (turn == Turn::stop || turn == Turn::not_kept || turn == Turn::changed) return turn;
        if (turn == Turn::back && *item == 0) return turn;
        count = items_in(sitting_, topic);
        if (turn == Turn::passed && *item == count) return count > 0 ? Turn::answered : Turn::passed;
        if (turn == Turn::back && *item < count) asked = fields_given(sitting_, topic, --*item);
        else item.reset();
    }
}

/// `answered` means that there is another item, `passed` that there is none, or that it is left open; `back` without any
/// item that all were removed.
Interview::Turn Interview::ask_another(const Topic& topic) {
    const Change finish = [&](Sitting& sitting) { return finish_list(sitting, topic); };
    const Change leave_open = [&](Sitting& sitting) { return leave_unfinished(sitting, topic); };
    while (const std::size_t count = items_in(sitting_, topic)) {
        say(another_lines(sitting_.question(topic), sitting_.key(topic), count));
        const auto typed = listen();
        if (!typed) return Turn::stop;
        if (const auto wish = wish_in(*typed)) {
            if (*wish == Wish::stop) return Turn::stop;
            if (*wish == Wish::back) return Turn::back;
            if (*wish != Wish::why) {
                passed_.push_back(topic);
                return *wish == Wish::skip ? Turn::passed : keep(sitting_.path(topic), leave_open, Turn::passed);
            }
            conversation_.say(about_items);
        } else if (asks_to_remove(*typed)) {
            const auto item = item_to_remove(*typed, count);
            const auto remove = [&](Sitting& sitting) { return remove_item(sitting, topic, *item); };
            if (!item) conversation_.say(fmt::format("Write which one: remove 1 to remove {}.", count));
            const Turn turn = item ? keep(sitting_.path(topic), remove) : Turn::answered;
            if (turn == Turn::not_kept || turn == Turn::changed) return turn;
        } else {
            const auto number = number_up_to(2, *typed);
            if (number == 2 || yaml::parse_yes_no(*typed) == false) {
                const Turn turn = keep(sitting_.path(topic), finish, Turn::passed);
                if (const auto why = turn == Turn::passed ? why_still_open(sitting_, topic) : std::nullopt) {
                    conversation_.say(*why);
                    passed_.push_back(topic);
                }
                return turn;
            }
            if (number == 1 || yaml::parse_yes_no(*typed) == true) return keep(sitting_.path(topic), leave_open);
            conversation_.say("Write yes, no, or remove.");
        }
    }
    return Turn::back;
}

/// All fields of an item that still matter. `asked` are those that were asked, in this order; if there are any, the last of
/// them is asked again. `passed`: the list has no such item, because nothing was answered.
Interview::Turn Interview::ask_item(const Topic& topic, std::size_t item, const OpenQuestion* open,
                                    std::vector<std::size_t>& asked) {
    const std::vector<ItemField> from_start = missing_in_first_item(sitting_, topic);
    const std::vector<bool> read = fields_read(sitting_, topic);
    const auto still_matters = [&](std::size_t field) {
        const Question& asked_for = sitting_.question(topic).fields[field];
        if (!read[field]) return asked_for.record || asked_for.kind == AnswerKind::code;
        if (items_in(sitting_, topic) <= item) return true;
        const bool from_start_on = std::ranges::find(from_start, ItemField{0, field}) != from_start.end();
        const std::vector<ItemField> missing =
            from_start_on ? missing_in(sitting_, topic) : missing_in_many_like(sitting_, topic, item);
        return std::ranges::find(missing, ItemField{item, field}) != missing.end();
    };
    const std::size_t fields = sitting_.question(topic).fields.size();
    std::size_t field = 0;
    bool again = !asked.empty();
    while (again || field < fields) {
        if (again) {
            field = asked.back();
            asked.pop_back();
        } else if (!still_matters(field)) {
            ++field;
            continue;
        }
        const Turn turn = ask_field(topic, {item, field}, open);
        again = turn == Turn::back && !asked.empty();
        if (again) continue;
        if (turn != Turn::answered && turn != Turn::passed) return turn;
        asked.push_back(field++);
    }
    return items_in(sitting_, topic) > item ? Turn::answered : Turn::passed;
}

Interview::Turn Interview::ask_field(const Topic& topic, ItemField at, const OpenQuestion* open) {
    const Question field = sitting_.question(topic).fields[at.field];
    const std::string key = field_key(sitting_.key(topic), at.item, field);
    const bool is_given = is_given_in(sitting_.answer(topic), at);
    const bool is_read = fields_read(sitting_, topic)[at.field];
    const std::string_view reason = is_given ? asked_before : is_read ? about_items : for_the_record;
    while (true) {
        const Heard heard = hear(field, key, ask_lines(field, key), is_read ? open : nullptr, reason);
        if (heard.turn == Turn::passed) passed_.push_back(topic);
        const auto set = [&](Sitting& sitting) { return set_field(sitting, topic, at, *heard.value); };
        const Turn turn = keep(sitting_.path(topic, at), heard, set);
        if (turn != Turn::refused) return turn;
        // Another item has the same code.
        if (field.kind != AnswerKind::code) return Turn::passed;
    }
}

}  // namespace hipaa::interview
