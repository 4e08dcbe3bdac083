// Asking about lists, item by item.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "checklist/read/answer_reader.hpp"
#include "checklist/read/spoken/no_answer.hpp"
#include "engine/interview/item_limits.hpp"
#include "interview/interview.hpp"
#include "interview/typed.hpp"
#include "interview/unfinished_list.hpp"
#include "practice/written_answer.hpp"
#include "yaml/fields.hpp"

namespace hipaa::interview {
namespace {

constexpr std::string_view about_items = "Each item of the list is checked for itself.";

/// Open if there is no such item.
Answer answer_in(const Answer& list, ItemField at) {
    const auto* records = list.records_so_far();
    return records && at.item < records->size() ? (*records)[at.item].answers[at.field] : Answer{};
}

bool is_given_in(const Answer& list, ItemField at) { return answer_in(list, at).state == AnswerState::given; }

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

/// A number of items that is beyond each limit that they are counted against, as far as anybody would type them in.
std::size_t more_than_any_limit(const Sitting& sitting) {
    constexpr double most = 100;
    const double limit = std::clamp(highest_item_limit(sitting.library(), sitting.practice()), 0.0, most);
    return static_cast<std::size_t>(limit) + 1;
}

/// What the item leaves open that matters, whatever the list's other items say: where a check counts them, an item may
/// matter only beside others.
std::vector<ItemField> missing_in_many_like(const Sitting& sitting, const Topic& topic, std::size_t item) {
    const Question& list = sitting.question(topic);
    Record like = (*sitting.answer(topic).records_so_far())[item];
    for (std::size_t i = 0; i < list.fields.size(); ++i)
        if (list.fields[i].kind == AnswerKind::code) like.answers[i] = Answer{};
    std::vector<ItemField> missing =
        sitting.open_items(topic, list_of(std::vector<Record>(more_than_any_limit(sitting), like))).missing;
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

/// `2` or `remove 2`: the item, from 0; nothing if it is not one of `count`.
std::optional<std::size_t> item_named(std::string_view typed, std::size_t count) {
    std::vector<std::string_view> words = split(typed, " \t");
    if (words.size() == 2 && yaml::is_same_word(words.front(), remove_word)) words.erase(words.begin());
    const auto number = words.size() == 1 ? number_up_to(count, words.front()) : std::nullopt;
    return number ? std::optional(*number - 1) : std::nullopt;
}

}  // namespace

Interview::Turn Interview::ask_list(const Topic& topic, const OpenQuestion* open) {
    const std::vector<ItemField> missing = open ? missing_in(sitting_, topic) : std::vector<ItemField>();
    if (!missing.empty()) {
        const Turn turn = ask_missing(topic, missing.front(), *open);
        const bool goes_on = turn == Turn::answered || turn == Turn::passed;
        if (!goes_on || !is_unfinished(sitting_, topic)) return turn;
    }
    if (const std::size_t count = items_in(sitting_, topic)) {
        const Turn turn = ask_records(topic, count, open);
        if (turn != Turn::back) return turn;
    }
    return ask_whole_list(topic, open);
}

Interview::Turn Interview::ask_whole_list(const Topic& topic, const OpenQuestion* open) {
    const Question list = sitting_.question(topic);
    const std::string key = sitting_.key(topic);
    const std::size_t yes = numbered_answers(list).size() + 1;
    const std::size_t none = yes + 1;
    say(list_lines(list, key, sitting_.answer(topic)));
    while (const auto typed = listen()) {
        const auto number = number_up_to(none, *typed);
        if (number == yes || yaml::parse_yes_no(*typed) == true) {
            const Turn turn = ask_all_records(topic, open);
            if (turn != Turn::back) return turn;
            say(list_lines(list, key, sitting_.answer(topic)));
            continue;
        }
        if (number == none || means_none(*typed) || yaml::parse_yes_no(*typed) == false)
            return write(sitting_.path(topic), yaml::new_list());
        const Reply reply = read_reply(list, key, *typed);
        if (const auto* answer = std::get_if<Given>(&reply)) return write(sitting_.path(topic), answer->value);
        const Wish* wish = std::get_if<Wish>(&reply);
        if (!wish) conversation_.say(fmt::format("Write a number from 1 to {}, or the word.", none));
        else if (*wish == Wish::why) say_why(open, asked_before);
        else return leave_list(topic, *wish);
    }
    return Turn::stop;
}

/// What a wish makes of the question about a whole list.
Interview::Turn Interview::leave_list(const Topic& topic, Wish wish) {
    if (wish == Wish::back) return Turn::back;
    if (wish == Wish::stop) return Turn::stop;
    if (wish == Wish::skip) return Turn::passed;
    const Turn turn = items_in(sitting_, topic) > 0 ? write_that_more_may_come(topic)
                                                    : write(sitting_.path(topic), written_unknown());
    return turn == Turn::answered ? Turn::passed : turn;
}

/// The items of a list that has any, as its owner says. `back`: there are none after all, and the answer is as it was.
Interview::Turn Interview::ask_all_records(const Topic& topic, const OpenQuestion* open) {
    const Answer before = sitting_.answer(topic);
    const std::size_t count = items_in(sitting_, topic);
    if (count > 0) return ask_records(topic, count, open);
    if (const Turn turn = write_that_more_may_come(topic); turn != Turn::answered) return turn;
    const Turn turn = ask_records(topic, 0, open);
    const bool was_taken_back = turn == Turn::back && items_in(sitting_, topic) == 0;
    if (!was_taken_back || before.state != AnswerState::given) return turn;
    const Turn restored = write(sitting_.path(topic), written_answer(sitting_.question(topic), before.value));
    return restored == Turn::answered ? Turn::back : restored;
}

Interview::Turn Interview::write_that_more_may_come(const Topic& topic) {
    return write_change(sitting_.key(topic), [&](Sitting& sitting) { return leave_unfinished(sitting, topic); });
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
            const NextItemOrEnd next = ask_another(topic);
            if (const auto* end = std::get_if<Turn>(&next)) return *end;
            count = items_in(sitting_, topic);
            item = std::get<NextItem>(next) == NextItem::last_again ? count - 1 : count;
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

/// `back`: all items were removed.
Interview::NextItemOrEnd Interview::ask_another(const Topic& topic) {
    while (const std::size_t count = items_in(sitting_, topic)) {
        say(another_lines(sitting_.question(topic), sitting_.key(topic), count));
        const auto typed = listen();
        if (!typed) return Turn::stop;
        if (const auto next = read_another(topic, *typed, count)) return *next;
    }
    return Turn::back;
}

/// Nothing if it has to be asked again.
std::optional<Interview::NextItemOrEnd> Interview::read_another(const Topic& topic, std::string_view typed,
                                                                std::size_t count) {
    const auto wish = wish_in(typed);
    if (wish == Wish::stop) return Turn::stop;
    if (wish == Wish::back) return NextItem::last_again;
    if (wish == Wish::why) {
        conversation_.say(about_items);
        return std::nullopt;
    }
    if (wish) {
        passed_.push_back(topic);
        return wish == Wish::skip ? Turn::answered : write_that_more_may_come(topic);
    }
    if (asks_to_remove(typed)) return remove_one(topic, typed, count);
    const auto number = number_up_to(2, typed);
    if (number == 2 || yaml::parse_yes_no(typed) == false) return finish(topic);
    if (number == 1 || yaml::parse_yes_no(typed) == true) {
        const Turn turn = write_that_more_may_come(topic);
        return turn == Turn::answered ? NextItemOrEnd(NextItem::another) : turn;
    }
    conversation_.say("Write yes, no, or remove.");
    return std::nullopt;
}

Interview::Turn Interview::finish(const Topic& topic) {
    const auto change = [&](Sitting& sitting) { return finish_list(sitting, topic); };
    const Turn turn = write_change(sitting_.key(topic), change);
    if (turn != Turn::answered) return turn;
    if (const auto why_open = why_still_open(sitting_, topic)) {
        conversation_.say(*why_open);
        passed_.push_back(topic);
    }
    return turn;
}

/// Takes an item out: the one that was named, the only one, or the one that is named when it is asked for. Nothing if it has
/// to be asked again whether there is another.
std::optional<Interview::Turn> Interview::remove_one(const Topic& topic, std::string_view typed, std::size_t count) {
    const bool names_none = split(typed, " \t").size() == 1;
    auto item = names_none ? std::nullopt : item_named(typed, count);
    if (names_none && count == 1) item = 0;
    while (!item) {
        conversation_.say(fmt::format("Which one? Write {}{}; b goes back.", count > 2 ? "a number from " : "",
                                      number_from_1_to(count)));
        const auto reply = listen();
        if (!reply || wish_in(*reply) == Wish::stop) return Turn::stop;
        if (wish_in(*reply) == Wish::back) return std::nullopt;
        item = item_named(*reply, count);
    }
    const auto change = [&](Sitting& sitting) { return remove_item(sitting, topic, *item); };
    const Turn turn = write_change(sitting_.key(topic), change);
    const bool goes_on = turn == Turn::answered || turn == Turn::refused;
    return goes_on ? std::nullopt : std::optional(turn);
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
    const Answer before = answer_in(sitting_.answer(topic), at);
    const bool is_given = before.state == AnswerState::given;
    const bool is_read = fields_read(sitting_, topic)[at.field];
    const std::string_view reason = is_given ? asked_before : is_read ? about_items : for_the_record;
    while (true) {
        const Heard heard = hear(field, key, ask_lines(field, key, before), is_read ? open : nullptr, reason);
        if (heard.turn == Turn::passed) passed_.push_back(topic);
        const auto set = [&](Sitting& sitting) { return set_field(sitting, topic, at, *heard.value); };
        const Turn turn = keep_reply(key, heard, set);
        if (turn != Turn::refused) return turn;
        // Another item has the same code.
        if (field.kind != AnswerKind::code) return Turn::passed;
    }
}

}  // namespace hipaa::interview
