// Explaining a checklist or a part of it as JSON.
#include <fmt/format.h>

#include "authoring/explain/answers.hpp"
#include "authoring/explain/clause.hpp"
#include "authoring/explain/explain.hpp"
#include "authoring/explain/explain_question.hpp"
#include "authoring/explain/question_json.hpp"
#include "authoring/explain/sentence.hpp"
#include "json/builder.hpp"
#include "report/json/checklist_result_json.hpp"

namespace hipaa {
namespace {

class ExplanationJson {
public:
    ExplanationJson(JsonBuilder& json, const Library& library, const Checklist& checklist)
        : json_(json), checklist_(checklist), sentences_(library, checklist) {}

    void write(const Subject& subject) {
        json_.object([&] {
            json_.field("kind", subject.kind());
            if (subject.check) check(*subject.check, subject.note);
            else if (subject.note) note(*subject.note);
            else if (subject.caveat) caveat(*subject.caveat);
            else if (subject.contradiction) contradiction(*subject.contradiction);
            else if (subject.deadline) deadline(*subject.deadline);
            else checklist();
            questions();
        });
    }

private:
    /// A condition as the sentence that `explain` shows; collects what it reads.
    void sentence(std::string_view key, const std::optional<Condition>& condition) {
        if (!condition) return;
        sentences_.collect(*condition, asked_);
        json_.field(key, plain(sentences_.clause(*condition)));
    }

    void optional_text(std::string_view key, const std::string& text) {
        if (!text.empty()) json_.field(key, text);
    }

    void checklist() {
        json_.field("id", checklist_.id);
        optional_text("name", checklist_.name);
        json_.field("title", checklist_.title);
        json_.field("about", checklist_.group.about);
        optional_text("version", checklist_.version);
        if (checklist_.review_by) json_.field("review_by", iso(*checklist_.review_by));
        json_.field("file", checklist_.file);
        write_source(json_, checklist_);
        optional_text("disclaimer", checklist_.disclaimer);
        sentence("applies_when", checklist_.when);
        json_.objects("notes", checklist_.notes, [&](const Note& item) { note(item); });
        json_.objects("caveats", checklist_.caveats, [&](const Caveat& item) { caveat(item); });
        if (!checklist_.deadlines.empty())
            json_.objects("deadlines", checklist_.deadlines, [&](const Deadline& item) { deadline(item); });
        json_.objects("contradictions", checklist_.contradictions,
                      [&](const Contradiction& item) { contradiction(item); });
        asked_.clear();
        for (const Question& question : checklist_.group.questions)
            asked_.push_back({checklist_.group.about + "." + question.key, &question});
    }

    void note(const Note& note) {
        json_.field("id", note.full_id);
        json_.number("number", note.number);
        json_.field("title", note.title);
        json_.field("why", note.why);
        json_.field("basis", name_of(note.basis));
        sentence("applies_when", note.when);
        json_.texts("cites", note.cites);
        links(note.read_more);
        after(note.after);
        json_.texts("relates_to", note.relates_to);
        write_vendor_says(json_, note);
        write_wording(json_, note);
        json_.objects("checks", note.checks, [&](const Check& item) { check(item, nullptr); });
    }

    /// `note` is where the check stands, if that is not said already.
    void check(const Check& check, const Note* note) {
        json_.field("id", check.full_id);
        if (note) {
            json_.field("note", note->full_id);
            sentence("note_applies_when", note->when);
        }
        sentence("applies_when", check.when);
        sentence("met_when", check.require);
        json_.field("otherwise", name_of(check.otherwise));
        json_.field("basis", name_of(check.basis));
        json_.boolean("waivable", check.waivable);
        if (check.after) after(*check.after);
        json_.field("message", check.message);
        json_.field("fix", check.fix);
        if (check.cases.empty()) return;
        json_.objects("cases", check.cases, [&](const CheckCase& one) {
            sentence("when", one.when);
            json_.field("message", one.message);
            optional_text("fix", one.fix);
        });
    }

    void after(const std::vector<Prerequisite>& prerequisites) {
        json_.array("after", [&] {
            for (const Prerequisite& first : prerequisites) json_.text(first.id);
        });
    }

    void caveat(const Caveat& caveat) {
        json_.field("id", caveat.full_id);
        json_.field("title", caveat.title);
        json_.field("text", caveat.text);
        sentence("applies_when", caveat.when);
        json_.boolean("deal_breaker", caveat.deal_breaker);
        optional_text("fix", caveat.fix);
        json_.texts("cites", caveat.cites);
        links(caveat.read_more);
    }

    void deadline(const Deadline& deadline) {
        json_.field("id", deadline.full_id);
        sentence("applies_when", deadline.when);
        json_.field("from", sentences_.collect(deadline.from, asked_));
        json_.number("days", deadline.days);
        json_.boolean("end_of_year", deadline.end_of_year);
        json_.field("text", deadline.text);
        json_.field("note", checklist_.notes[deadline.note].full_id);
    }

    void contradiction(const Contradiction& contradiction) {
        json_.field("id", contradiction.full_id);
        sentence("true_when", contradiction.condition);
        json_.field("message", contradiction.message);
        json_.array("affects", [&] {
            for (const std::size_t index : contradiction.affects) json_.text(checklist_.notes[index].full_id);
        });
    }

    void links(const std::vector<Link>& read_more) {
        json_.objects("read_more", read_more, [&](const Link& link) {
            json_.field("title", link.title);
            optional_text("url", link.url);
        });
    }

    void questions() {
        json_.array("questions", [&] {
            for (const Asked& asked : asked_) question_json(json_, asked.path, *asked.question);
        });
    }

    JsonBuilder& json_;
    const Checklist& checklist_;
    Sentences sentences_;
    std::vector<Asked> asked_;
};

}  // namespace

std::string explanation_json(const Library& library, const std::vector<Subject>& subjects) {
    JsonBuilder json;
    json.object([&] {
        json.field("format", "hipaa-check/explain/1");
        json.array("explained", [&] {
            for (const Subject& subject : subjects) {
                if (subject.question)
                    json.object([&] {
                        json.field("kind", subject.kind());
                        explain_question(subject, library, json);
                    });
                else ExplanationJson(json, library, *subject.checklist).write(subject);
            }
        });
    });
    return json.take();
}

void question_json(JsonBuilder& json, const std::string& path, const Question& question) {
    json.object([&] {
        json.field("key", path);
        if (!question.name.empty()) json.field("name", question.name);
        json.field("ask", question.ask);
        if (!question.where.empty()) json.field("where", question.where);
        json.field("type", name_of(question.kind));
        json.field("answers", plain(answers_line(question)));
        if (question.choices > 0)
            json.array("choices", [&] {
                for (std::size_t i = 0; i < question.choices; ++i) json.text(question.words[i]);
            });
        if (question.words.size() > question.choices)
            json.array("also", [&] {
                for (std::size_t i = question.choices; i < question.words.size(); ++i) json.text(question.words[i]);
            });
        if (!question.fields.empty())
            json.array("fields", [&] {
                for (const Question& field : question.fields) question_json(json, field.key, field);
            });
    });
}

}  // namespace hipaa
