// The open questions on paper.
#include "interview/worksheet.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "checklist/answer_guide.hpp"
#include "interview/in_use.hpp"
#include "interview/reply.hpp"
#include "page/wording.hpp"

namespace hipaa::interview {
namespace {

constexpr std::string_view box = "\u2610";         // to tick
constexpr std::string_view rule = "____________";  // to write on

page::Line words(std::string text) { return {{std::move(text)}}; }

std::string tick(const AnswerMeaning& answer) {
    return fmt::format("{} {}{}{}", box, answer.word, answer.meaning.empty() ? "" : ": ", answer.meaning);
}

/// The answers on one line where they say all by themselves, else each on a line of its own.
void add_answers(const Question& question, std::vector<page::Line>& lines) {
    const std::vector<AnswerMeaning> answers = answers_in_words(question);
    const bool explained =
        std::ranges::any_of(answers, [](const AnswerMeaning& answer) { return !answer.meaning.empty(); });
    std::string all;
    const auto add = [&](std::string text) {
        if (explained) lines.push_back(words(std::move(text)));
        else all += (all.empty() ? "" : "   ") + text;
    };
    if (question.kind == AnswerKind::date) add(fmt::format("Date: {}", rule));
    else if (answers.empty() || is_numeric(question.kind) || question.kind == AnswerKind::text ||
             question.kind == AnswerKind::code)
        add(fmt::format("Answer: {}", rule));
    for (const AnswerMeaning& answer : answers) add(tick(answer));
    if (takes_several(question)) add(fmt::format("{} none of them", box));
    add(fmt::format("{} not sure", box));
    if (!explained) lines.push_back(words(std::move(all)));
}

void add_list(const Question& list, std::vector<page::Line>& lines) {
    lines.push_back(words("For each:"));
    for (const Question& field : list.fields)
        lines.push_back(words(fmt::format("{}: {}", std::string_view(field.ask), describe_answers(field))));
    for (int i = 0; i < 3; ++i) lines.push_back(words(fmt::format("{}{}{}{}", rule, rule, rule, rule)));
    for (const AnswerMeaning& answer : answers_in_words(list)) lines.push_back(words(tick(answer)));
    lines.push_back(words(fmt::format("{} none   {} not sure", box, box)));
}

page::Item item_for(const OpenQuestion& open) {
    const Question& question = open.question();
    page::Item item;
    item.line = {{std::string(question.ask) + " "}, {open.key(), true}};
    if (const std::string where = guide_to(question).where; !where.empty())
        item.more.push_back(words("Where to look: " + where));
    if (question.kind == AnswerKind::list) add_list(question, item.more);
    else add_answers(question, item.more);
    return item;
}

void add_questions(const Sitting& sitting, page::Page& page) {
    const OpenQuestions open = sitting.open("");
    const Sheet* last = nullptr;
    for (const OpenQuestion& question : open.questions) {
        if (question.sheet != last) {
            last = question.sheet;
            page.push_back(page::Heading{2, last->about.empty() ? "The practice" : subject_name(*last)});
            page.push_back(page::List{true, {}});
        }
        std::get<page::List>(page.back()).items.push_back(item_for(question));
    }
}

void add_choices(const Sitting& sitting, page::Page& page) {
    page::Item item;
    item.line = {{"What does the practice use, and what else do you want to go through? "},
                 {std::string(in_use_key), true}};
    for (const Choice& choice : choices(sitting)) {
        const std::string_view more =
            choice.is_product ? ""
                              : "; its questions are not on this sheet: name it in the interview, then print again";
        item.more.push_back(words(fmt::format("{} {}: {}{}", box, choice.code, choice.name, more)));
    }
    item.more.push_back(words(fmt::format("Other products: {}{}{}", rule, rule, rule)));
    page.push_back(page::List{false, {std::move(item)}});
}

/// The same sitting with every product in use that a checklist knows.
Sitting with_all_products(const Sitting& sitting) {
    Sitting all = sitting.over(sitting.text());
    for (const Choice& choice : choices(sitting))
        if (choice.is_product) static_cast<void>(all.set(key_path(choice.about), yaml::new_map()));
    return all;
}

}  // namespace

page::Page worksheet(const Sitting& sitting, std::string_view command) {
    const bool is_new = !sitting.knows_what_is_in_use();
    page::Page page{page::Heading{1, "Worksheet"}};
    page.push_back(page::Paragraph{{{"Fill this in by hand, then type it in with "},
                                    {std::string(command), true},
                                    {". Some questions fall away once others are answered: leave out what does not "
                                     "apply. Write numbers and dates, "
                                     "never the names of clients."}}});
    if (is_new) add_choices(sitting, page);
    if (is_new) add_questions(with_all_products(sitting), page);
    else add_questions(sitting, page);
    if (std::ranges::none_of(page, [](const page::Block& block) { return std::holds_alternative<page::List>(block); }))
        page.push_back(page::Paragraph{{{"Nothing is left to ask."}}});
    page.push_back(page::Heading{2, "When all of it is still true"});
    page.push_back(page::List{
        false,
        {page::Item{{{"On the day you type this in: is everything above still true? "}, {"confirmed_on", true}},
                    {words(fmt::format("{} yes   {} no", box, box))}}}});
    return page;
}

}  // namespace hipaa::interview
