// A screen as the page draws it.
#include "web/screen_json.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "checklist/date_readings.hpp"
#include "interview/asking.hpp"
#include "interview/consequences.hpp"
#include "interview/in_use.hpp"
#include "page/wording.hpp"
#include "web/question_json.hpp"
#include "web/reports.hpp"

namespace hipaa::web {
namespace {

/// Writes the members of one screen.
class ScreenWriter {
public:
    ScreenWriter(JsonBuilder& json, const Session& session)
        : json_(json), session_(session), sitting_(session.sitting()) {}

    void write() {
        switch (session_.screen().kind) {
            case Screen::Kind::start:
                return write_start();
            case Screen::Kind::questions:
                return write_questions();
            case Screen::Kind::review:
                return write_review();
            case Screen::Kind::report:
                return write_report();
        }
    }

private:
    void write_start() {
        json_.field("screen", "start");
        json_.texts("checklists", session_.added());
        json_.array("choices", [&] {
            for (const interview::Choice& choice : interview::choices(sitting_)) {
                const Sheet* sheet = sitting_.sheet(choice.about);
                write_choice(choice.code, choice.name, choice.is_product, sheet,
                             interview::questions_about(choice, sitting_));
            }
            for (const Sheet& sheet : sitting_.practice().sheets)
                if (!sheet.product.empty()) write_choice(sheet.product, subject_name(sheet), true, &sheet, {});
        });
    }

    /// `sheet` is null of what is not in use; no `questions` about a product that no checklist is about.
    void write_choice(std::string_view code, std::string_view name, bool is_product, const Sheet* sheet,
                      const interview::ToGo& questions) {
        json_.object([&] {
            json_.field("value", code);
            json_.field("name", name);
            json_.boolean("is_product", is_product);
            json_.boolean("chosen", sheet != nullptr);
            json_.number("answers", sheet ? interview::answers_given(*sheet) : 0);
            json_.field("effort", questions.questions == 0 ? std::string() : interview::at_most(questions));
        });
    }

    void write_questions() {
        json_.field("screen", "questions");
        json_.field("subject", session_.screen().subject);
        std::vector<OpenQuestion> left = session_.open().questions;
        const std::size_t skipped =
            std::erase_if(left, [&](const OpenQuestion& question) { return session_.is_skipped(question); });
        json_.field("progress", interview::progress_line(sitting_.answered(), interview::to_go(left)) +
                                    (skipped == 0 ? std::string() : fmt::format(" {} left open.", skipped)));
        json_.array("questions", [&] {
            for (const Asked& asked : session_.screen().asked)
                write_question(json_, sitting_.question(asked.topic), sitting_.key(asked.topic),
                               sitting_.answer(asked.topic), asked.why);
        });
    }

    void write_review() {
        json_.field("screen", "review");
        const OpenQuestions open = session_.open();
        std::vector<std::string> used;
        for (const Sheet& sheet : sitting_.practice().sheets) used.push_back(subject_name(sheet));
        json_.texts("in_use", used);
        json_.number("open", open.questions.size());
        json_.array("sections", [&] {
            write_section("The practice", sitting_.practice().facts, open);
            for (const Sheet& sheet : sitting_.practice().sheets) write_section(subject_name(sheet), sheet, open);
        });
        json_.texts("contradictions", interview::contradictions_in(sitting_.assessment()));
        write_decisions();
        const Date* const confirmed = sitting_.practice().fact(Fact::confirmed_on).date();
        const Date today = sitting_.settings().today;
        json_.field("today", long_date(today));
        json_.field("confirmed_on", confirmed ? long_date(*confirmed) : "");
        json_.boolean("is_confirmed", confirmed && *confirmed == today);
    }

    /// What the file answers, and what is open; then what counts for nothing.
    void write_section(const std::string& title, const Sheet& sheet, const OpenQuestions& open) {
        json_.object([&] {
            json_.field("title", title);
            json_.array("answers", [&] {
                for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
                    if (sheet.about.empty() && i == static_cast<std::size_t>(Fact::confirmed_on)) continue;
                    if (interview::is_ignored(sitting_.assessment(), sheet, i)) continue;
                    const Answer& answer = sheet.answers[i];
                    const Topic topic{sheet.about, i};
                    const bool is_open =
                        std::ranges::find(open.questions, topic, interview::topic_of) != open.questions.end();
                    const bool is_there = answer.state == AnswerState::given || answer.written;
                    const bool is_fact = sheet.about.empty() && i == static_cast<std::size_t>(Fact::covered_entity);
                    if (is_open || is_there || is_fact) write_answer(sheet, i, is_there);
                }
            });
            json_.array("not_counted", [&] {
                for (const IgnoredAnswers& ignored : sitting_.assessment().ignored)
                    if (ignored.sheet == &sheet) write_ignored(ignored);
            });
        });
    }

    void write_ignored(const IgnoredAnswers& ignored) {
        json_.object([&] {
            json_.field("why", interview::why_not_counted(ignored));
            json_.array("answers", [&] {
                for (const std::size_t question : ignored.questions) write_answer(*ignored.sheet, question, true);
            });
        });
    }

    void write_answer(const Sheet& sheet, std::size_t index, bool is_there) {
        const Question& question = sheet.group->questions[index];
        const Answer& answer = sheet.answers[index];
        const bool is_name = sheet.about.empty() && index == static_cast<std::size_t>(Fact::name);
        json_.object([&] {
            json_.field("key", is_name ? std::string(interview::in_use_key) : sheet.path_of(question.key));
            json_.field("ask", question.ask);
            json_.boolean("is_there", is_there);
            const std::string words = answer_in_words(question, answer);
            json_.field("answer",
                        answer.state == AnswerState::assumed ? "Not answered; it counts as: " + words : words);
            json_.array("items", [&] { write_items(question, answer); });
        });
    }

    void write_items(const Question& list, const Answer& answer) {
        const auto* records = answer.records();
        if (!records) return;
        for (const Record& record : *records)
            json_.array([&] {
                for (std::size_t i = 0; i < list.fields.size(); ++i)
                    json_.object([&] {
                        json_.field("ask", list.fields[i].ask);
                        json_.field("answer", answer_in_words(list.fields[i], record.answers[i]));
                    });
            });
    }

    void write_decisions() {
        json_.objects("decisions", sitting_.practice().decisions, [&](const Decision& decision) {
            json_.field("accepts", decision.accepts);
            json_.field("title", decision.note ? std::string_view(decision.note->title) : std::string_view());
            json_.field("because", decision.because);
            json_.field("by", decision.by);
            json_.field("decided_on", long_date(decision.decided_on));
            json_.field("review_by", long_date(decision.review_by));
        });
    }

    void write_report() {
        json_.field("screen", "report");
        json_.field("html", report_of(session_, "html"));
        json_.number("open", session_.open().questions.size());
        json_.boolean("is_confirmed", sitting_.practice().fact(Fact::confirmed_on).known());
        json_.texts("contradictions", interview::contradictions_in(sitting_.assessment()));
    }

    JsonBuilder& json_;
    const Session& session_;
    const Sitting& sitting_;
};

}  // namespace

std::string screen_json(const Session& session) {
    JsonBuilder json;
    json.object([&] {
        ScreenWriter(json, session).write();
        const Answer& name = session.sitting().practice().fact(Fact::name);
        const QuestionGroup& facts = practice_facts();
        json.field("practice_name",
                   name.known() ? show(facts.questions[static_cast<std::size_t>(Fact::name)], name) : std::string());
        json.boolean("can_go_back", session.can_go_back());
        json.texts("said", session.consequences());
        json.object("file", [&] {
            json.field("name", session.file_name());
            json.field("text", session.sitting().text());
        });
    });
    return json.take();
}

}  // namespace hipaa::web
