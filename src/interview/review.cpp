// All answers of a practice, numbered.
#include "interview/review.hpp"

#include <utility>
#include <variant>

#include <fmt/format.h>

#include "checklist/date.hpp"
#include "interview/consequences.hpp"
#include "interview/unfinished_list.hpp"
#include "page/wording.hpp"
#include "text/printable.hpp"

namespace hipaa::interview {
namespace {

class ReviewWriter {
public:
    explicit ReviewWriter(const Sitting& sitting) : sitting_(sitting) {}

    Review write(const std::vector<Choice>& choices) {
        review_.lines.emplace_back("Your answers:");
        std::string used;
        for (const Sheet& sheet : sitting_.practice().sheets)
            used += (used.empty() ? "" : ", ") + printable(subject_name(sheet));
        if (!choices.empty())
            add({{}, std::nullopt, true}, "What the practice uses", used.empty() ? "not answered" : used);
        add_sheet("");
        for (const Sheet& sheet : sitting_.practice().sheets) {
            review_.lines.push_back(printable(subject_name(sheet)));
            add_sheet(sheet.about);
        }
        for (const IgnoredAnswers& ignored : sitting_.assessment().ignored) add_ignored(ignored);
        return std::move(review_);
    }

private:
    void add(ReviewItem item, std::string_view what, std::string_view answer) {
        review_.items.push_back(std::move(item));
        review_.lines.push_back(fmt::format("  {}. {}: {}", review_.items.size(), printable(what), printable(answer)));
    }

    void add_sheet(const std::string& about) {
        const Sheet& sheet = *sitting_.sheet(about);
        for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
            if (about.empty() && i != static_cast<std::size_t>(Fact::covered_entity)) continue;
            const Answer& answer = sheet.answers[i];
            const bool is_there = answer.state == AnswerState::given || answer.written;
            if (is_there && !is_ignored(sitting_.assessment(), sheet, i)) add_answer(sheet, i);
        }
    }

    /// Below all others.
    void add_ignored(const IgnoredAnswers& ignored) {
        review_.lines.push_back(
            fmt::format("{}. {}", printable(subject_name(*ignored.sheet)), why_not_counted(ignored)));
        for (const std::size_t question : ignored.questions) add_answer(*ignored.sheet, question);
    }

    void add_answer(const Sheet& sheet, std::size_t index) {
        const Question& question = sheet.group->questions[index];
        const Answer& answer = sheet.answers[index];
        const Topic topic{sheet.about, index};
        if (answer.records() || items_in(sitting_, topic) > 0) add_list(topic, question, answer);
        else add({topic, std::nullopt, false}, question.ask, show(question, answer));
    }

    void add_list(const Topic& topic, const Question& list, const Answer& answer) {
        const std::vector<Record>& records = *answer.records_so_far();
        add({topic, std::nullopt, false}, list.ask,
            counted(records.size(), "entry", "entries") + (answer.known() ? "" : " so far"));
        for (std::size_t item = 0; item < records.size(); ++item)
            for (std::size_t field = 0; field < list.fields.size(); ++field)
                add({topic, ItemField{item, field}, false}, fmt::format("{}, {}", item + 1, list.fields[field].ask),
                    show(list.fields[field], records[item].answers[field]));
    }

    const Sitting& sitting_;
    Review review_;
};

}  // namespace

Review review_of(const Sitting& sitting, const std::vector<Choice>& choices) {
    return ReviewWriter(sitting).write(choices);
}

Lines confirm_lines(const Sitting& sitting, std::size_t items) {
    const Question& question = practice_facts().questions[static_cast<std::size_t>(Fact::confirmed_on)];
    const Answer& before = sitting.practice().fact(Fact::confirmed_on);
    return {
        "Is all of this still true? [confirmed_on]",
        fmt::format("  yes: all of this is still true; it counts as confirmed on {}", iso(sitting.settings().today)),
        fmt::format("  {}: change that answer", number_from_1_to(items)),
        fmt::format("  no: not now; {}",
                    before.known() ? "it stays as it was, confirmed on " + show(question, before)
                                   : std::string("it stays unconfirmed, and then nothing counts as in place"))};
}

}  // namespace hipaa::interview
