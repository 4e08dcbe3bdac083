// The interview itself.
#include "interview/interview.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "interview/consequences.hpp"
#include "interview/in_use.hpp"
#include "interview/review.hpp"
#include "interview/typed.hpp"
#include "page/wording.hpp"
#include "practice/written_answer.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"
#include "yaml/fields.hpp"

namespace hipaa::interview {
namespace {

constexpr std::string_view legend =
    "Answer with a number or a word. ? tells why it is asked, - skips, unknown is an answer too, b goes back, q saves "
    "and stops.";

/// True for what keys without a letter send.
bool is_key(char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f'; }

}  // namespace

void Interview::say(const Lines& lines) {
    for (const std::string& line : lines) conversation_.say(line);
}

void Interview::say_why(const OpenQuestion* open, std::string_view otherwise) {
    if (open) say(why_lines(*open));
    else conversation_.say(otherwise);
}

std::optional<std::string> Interview::listen() {
    while (const auto typed = conversation_.listen()) {
        if (std::ranges::none_of(*typed, is_key)) return std::string(visible_part(utf8::escape_malformed(*typed)));
        conversation_.say("A key such as an arrow was pressed there, which is no text. Type the answer again.");
    }
    return std::nullopt;
}

std::optional<OpenQuestion> Interview::next(ToGo& to_go) {
    OpenQuestions open = sitting_.open(last_key_);
    left_out_ = open.left_out;
    const std::size_t passed = std::erase_if(open.questions, [&](const OpenQuestion& question) {
        return std::ranges::find(passed_, topic_of(question)) != passed_.end();
    });
    to_go = interview::to_go(open.questions);
    to_go.passed = passed;
    if (open.questions.empty()) return std::nullopt;
    return std::move(open.questions.front());
}

ToGo Interview::to_go() const { return interview::to_go(sitting_.open(last_key_).questions); }

End Interview::hold() {
    conversation_.say(legend);
    Turn turn = sitting_.knows_what_is_in_use() ? Turn::answered : ask_in_use();
    while (turn != Turn::stop && turn != Turn::not_kept) {
        if (turn == Turn::back) {
            turn = go_back();
            continue;
        }
        if (!sitting_.knows_what_is_in_use()) {
            conversation_.say("Nothing can be checked before it is known what the practice uses.");
            return End::stopped;
        }
        ToGo to_go;
        const auto open = next(to_go);
        conversation_.say("");
        conversation_.say(progress_line(sitting_.answered(), to_go));
        if (!open) {
            turn = review();
            if (turn == Turn::passed || turn == Turn::refused) return End::finished;
            continue;
        }
        say_subject(*open, to_go.questions);
        turn = ask_in_turn(topic_of(*open), &*open);
    }
    return turn == Turn::stop ? End::stopped : End::not_kept;
}

/// Between subjects is a good time to stop.
void Interview::say_subject(const OpenQuestion& open, std::size_t to_go) {
    const std::string subject = subject_of(*open.sheet, open.question());
    if (subject == last_subject_) return;
    constexpr std::size_t long_way = 20;
    constexpr std::size_t a_while = 5;
    if (to_go > long_way && history_.size() >= paused_at_ + a_while) {
        paused_at_ = history_.size();
        conversation_.say(
            fmt::format("That was {}. q stops here; the next time goes on with what is left.", last_subject_));
    }
    conversation_.say(fmt::format("Next: {}.", subject));
    last_subject_ = subject;
}

Interview::Turn Interview::go_back() {
    if (take_back_products() || history_.empty()) return ask_in_use();
    const Topic topic = history_.back();
    history_.pop_back();
    if (!sitting_.sheet(topic.about)) return Turn::back;
    std::erase(passed_, topic);
    conversation_.say("");
    const OpenQuestions open = sitting_.open(last_key_);
    const auto known =
        std::ranges::find_if(open.questions, [&](const OpenQuestion& question) { return topic_of(question) == topic; });
    return ask_in_turn(topic, known == open.questions.end() ? nullptr : &*known);
}

/// Takes what was just added out of the file again, if it is still as it was written. False if there is nothing to take.
bool Interview::take_back_products() {
    bool taken = false;
    for (const Added& added : std::exchange(just_added_, {})) {
        const auto remove = [&](Sitting& sitting) -> std::optional<std::string> {
            return sitting.says(added.path, added.group) ? sitting.remove(added.path) : std::nullopt;
        };
        if (!sitting_.says(added.path, added.group) || conversation_.keep(sitting_, remove) != Kept::yes) continue;
        conversation_.say(fmt::format("Taken out again: {}.", printable(added.name)));
        taken = true;
    }
    return taken;
}

/// Asks, and remembers what became of it.
Interview::Turn Interview::ask_in_turn(const Topic& topic, const OpenQuestion* open) {
    const Turn turn = ask(topic, open);
    if (turn == Turn::passed || turn == Turn::refused) passed_.push_back(topic);
    if (turn == Turn::back || turn == Turn::changed || turn == Turn::stop || turn == Turn::not_kept) return turn;
    history_.push_back(topic);
    just_added_.clear();
    return turn;
}

Interview::Turn Interview::ask_in_use(bool is_change) {
    const std::vector<Choice> offered = choices(sitting_);
    const bool is_first = !sitting_.knows_what_is_in_use();
    bool was_skipped = false;
    conversation_.say("");
    say(in_use_lines(offered, sitting_));
    while (const auto typed = listen()) {
        auto reply = read_in_use(offered, sitting_, *typed);
        if (const auto* sorry = std::get_if<NotUnderstood>(&reply)) {
            conversation_.say(sorry->sentence);
            continue;
        }
        if (const Wish* wish = std::get_if<Wish>(&reply)) {
            if (*wish == Wish::stop) return Turn::stop;
            if (*wish == Wish::why) {
                conversation_.say("It decides which checklists your answers are compared with.");
                continue;
            }
            if (*wish == Wish::back) {
                if (is_change) return Turn::answered;
                conversation_.say("This is the first question.");
                continue;
            }
            if (is_first && !std::exchange(was_skipped, true)) {
                conversation_.say(
                    "Nothing can be checked before this is known. Write a number or a name, or q to stop.");
                continue;
            }
            return Turn::answered;
        }
        const auto& chosen = std::get<std::vector<Chosen>>(reply);
        if (!is_first) say(still_there_lines(chosen, sitting_));
        // What was refused is asked for again.
        const Turn turn = use(chosen);
        if (turn == Turn::changed) return ask_in_use(is_change);
        if (turn != Turn::refused) return turn;
    }
    return Turn::stop;
}

/// `refused` if nothing of it could be put in the file.
Interview::Turn Interview::use(const std::vector<Chosen>& chosen) {
    just_added_.clear();
    Turn turn = Turn::refused;
    for (const Chosen& one : chosen) {
        const std::string about = key_text_of(one.path);
        const bool has_checklist = one.is_known || sitting_.keys().top.at(about);
        conversation_.say(fmt::format(
            "Noted: {}{}", printable(one.noted),
            one.is_known || sitting_.sheet(about) ? ""
            : has_checklist ? ". Its checklist was not chosen with --checklist, so nothing about it is asked."
                            : ", a product without a checklist of its own"));
        const yaml::NewValue group =
            one.name.empty() ? yaml::new_map() : yaml::new_map(product_name_key, yaml::new_prose(one.name));
        const std::string before = sitting_.text();
        const Turn kept = write(one.path, group);
        if (kept == Turn::not_kept || kept == Turn::changed) return kept;
        if (kept != Turn::answered) continue;
        turn = Turn::answered;
        if (sitting_.text() != before) just_added_.push_back({one.path, group, one.noted});
    }
    return turn;
}

Interview::Turn Interview::write(const KeyPath& path, const yaml::NewValue& value) {
    return write_change(key_text_of(path), [&](Sitting& sitting) { return sitting.set(path, value); });
}

/// `change` writes what was heard, if that is an answer. What was refused before need not be saved once its question is
/// skipped, or left by `b`.
Interview::Turn Interview::keep_reply(const std::string& key, const Heard& heard, const Change& change) {
    if (!heard.value) {
        if (heard.turn == Turn::passed || heard.turn == Turn::back) refused_.erase(key);
        return heard.turn;
    }
    const Turn turn = write_change(key, change);
    return turn == Turn::answered ? heard.turn : turn;
}

Interview::Turn Interview::write_change(const std::string& key, const Change& change) {
    const Lines before = consequences_in(sitting_.assessment());
    switch (conversation_.keep(sitting_, change)) {
        case Kept::failed:
            return Turn::not_kept;
        case Kept::changed:
            return Turn::changed;
        case Kept::refused:
            refused_.insert(key);
            return Turn::refused;
        case Kept::yes:
            break;
    }
    refused_.erase(key);
    say(new_consequences(before, sitting_.assessment()));
    return Turn::answered;
}

Interview::Heard Interview::hear_which(const Question& question, std::string_view key, const Unclear& unclear) {
    say(unclear_lines(unclear, key));
    while (const auto typed = listen()) {
        std::string text;
        if (const AnswerReading* reading = reading_meant(unclear, *typed)) text = reading->text;
        else if (const auto wish = wish_in(*typed); wish == Wish::stop) return {Turn::stop};
        else if (wish) return {Turn::back};
        else text = *typed;
        const Reply reply = read_reply(question, key, text);
        if (const auto* answer = std::get_if<Given>(&reply)) {
            conversation_.say(fmt::format("Noted: {}", answer->noted.empty() ? text : answer->noted));
            return {Turn::answered, answer->value};
        }
        conversation_.say(
            fmt::format("Write a number from 1 to {}, or one of these answers.", unclear.readings.size()));
    }
    return {Turn::stop};
}

Interview::Heard Interview::hear(const Question& question, std::string_view key, const Lines& lines,
                                 const OpenQuestion* open, std::string_view reason) {
    say(lines);
    while (const auto typed = listen()) {
        Reply reply = read_reply(question, key, *typed);
        if (const Wish* wish = std::get_if<Wish>(&reply)) switch (*wish) {
                case Wish::why:
                    say_why(open, reason);
                    continue;
                case Wish::skip:
                    return {Turn::passed};
                case Wish::unknown:
                    if (!yaml::is_same_word(*typed, "unknown")) conversation_.say("Noted: unknown");
                    return {Turn::passed, written_unknown()};
                case Wish::back:
                    return {Turn::back};
                case Wish::stop:
                    return {Turn::stop};
            }
        if (const auto* sorry = std::get_if<NotUnderstood>(&reply)) {
            conversation_.say(printable(sorry->sentence));
            continue;
        }
        if (const auto* unclear = std::get_if<Unclear>(&reply)) {
            Heard which = hear_which(question, key, *unclear);
            if (which.turn != Turn::back) return which;
            say(lines);
            continue;
        }
        auto& answer = std::get<Given>(reply);
        if (!answer.noted.empty()) conversation_.say(fmt::format("Noted: {}", printable(answer.noted)));
        return {Turn::answered, std::move(answer.value)};
    }
    return {Turn::stop};
}

Interview::Turn Interview::ask(const Topic& topic, const OpenQuestion* open) {
    const Question& question = sitting_.question(topic);
    const std::string key = sitting_.key(topic);
    last_key_ = key;
    if (question.kind == AnswerKind::list) return ask_list(topic, open);
    const Lines lines = ask_lines(question, key, sitting_.answer(topic));
    const Heard heard = hear(question, key, lines, open, asked_before);
    return keep_reply(key, heard, [&](Sitting& sitting) { return sitting.set(sitting.path(topic), *heard.value); });
}

/// `passed` means that the interview is at its end.
Interview::Turn Interview::review() {
    const std::vector<Choice> offered = choices(sitting_);
    const Review all = review_of(sitting_, offered);
    conversation_.say("");
    say(all.lines);
    say(contradictions_in(sitting_.assessment()));
    say(confirm_lines(sitting_, all.items.size()));
    while (const auto typed = listen()) {
        if (const auto number = number_up_to(all.items.size(), *typed)) return change(*number, all.items);
        if (const auto wish = wish_in(*typed)) {
            if (*wish == Wish::stop) return Turn::stop;
            if (*wish == Wish::back) return Turn::back;
            if (*wish != Wish::why) return Turn::passed;
            conversation_.say(
                "Answers that nobody has confirmed lately do not count as in place. yes says that you have looked "
                "through all of them today.");
            continue;
        }
        const auto confirmed = yaml::parse_yes_no(*typed);
        if (confirmed == false) return Turn::passed;
        if (confirmed == true) {
            const Turn turn = write(key_path("confirmed_on"), yaml::new_word(iso(sitting_.settings().today)));
            return turn == Turn::answered ? Turn::passed : turn;
        }
        conversation_.say(all.items.size() == 1
                              ? "Write yes, no, or 1."
                              : fmt::format("Write yes, no, or a number from 1 to {}.", all.items.size()));
    }
    return Turn::stop;
}

Interview::Turn Interview::change(std::size_t number, const std::vector<ReviewItem>& items) {
    const ReviewItem& item = items[number - 1];
    conversation_.say("");
    if (item.in_use) return ask_in_use(true);
    just_added_.clear();
    const bool was_passed = std::erase(passed_, item.topic) > 0;
    const Turn turn = item.field ? ask_field(item.topic, *item.field, nullptr) : ask(item.topic, nullptr);
    if (turn == Turn::passed || (turn == Turn::back && was_passed)) passed_.push_back(item.topic);
    // The review comes again in any case.
    return turn == Turn::passed || turn == Turn::refused || turn == Turn::back ? Turn::answered : turn;
}

}  // namespace hipaa::interview
