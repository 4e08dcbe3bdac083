// What there is, as tables.
#include "authoring/explain/catalogue.hpp"

#include <fmt/format.h>

#include "authoring/explain/answers.hpp"
#include "authoring/explain/explain.hpp"
#include "authoring/explain/question_json.hpp"
#include "json/builder.hpp"
#include "page/wording.hpp"
#include "report/json/checklist_result_json.hpp"

namespace hipaa {
namespace {

using page::Line;

std::size_t check_count(const Checklist& checklist) {
    std::size_t count = 0;
    for (const Note& note : checklist.notes) count += note.checks.size();
    return count;
}

/// Fields of lists are asked like other questions.
std::size_t question_count(const Checklist& checklist) {
    std::size_t count = 0;
    for (const Question& question : checklist.group.questions) count += 1 + question.fields.size();
    return count;
}

page::Table table_of_checklists(const Library& library) {
    std::vector<std::vector<std::string>> rows;
    for (const Checklist& checklist : library.checklists)
        rows.push_back({checklist.id, checklist.title, fmt::format("{}", checklist.caveats.size()),
                        fmt::format("{}", checklist.notes.size()), fmt::format("{}", check_count(checklist)),
                        fmt::format("{}", question_count(checklist))});
    const std::size_t size = rows.size();
    return {{"Checklist", "Title", "Caveats", "Notes", "Checks", "Questions"},
            size,
            [rows = std::move(rows)](std::size_t row) { return rows[row]; }};
}

void add_origins(const Library& library, page::Page& page) {
    page::List list;
    for (const Checklist& checklist : library.checklists) {
        page::Item item{{{checklist.id, true}, {fmt::format(": {}", checklist.title)}}, {}};
        item.more.push_back({{"For the key "},
                             {checklist.group.about, true},
                             {fmt::format("; from {}", origin(checklist))},
                             {checklist.version.empty() ? "." : fmt::format("; version {}.", checklist.version)}});
        if (const auto& review = checklist.source)
            item.more.push_back({{fmt::format("Source: \"{}\", by {}. {}.", review->title, review->author,
                                              day_or_words(review->reviewed_on))}});
        list.items.push_back(std::move(item));
    }
    page.push_back(std::move(list));
}

void add_notes(const Checklist& checklist, page::Page& page) {
    page.push_back(page::Heading{2, checklist.title, page::Tone::plain});
    page::List list;
    for (const Note& note : checklist.notes) {
        page::Item item{{{fmt::format("{}. {} (", note.number, note.title)},
                         {note.full_id, true},
                         {fmt::format("; {})", label(note.basis))}},
                        {}};
        Line checks{{note.checks.size() == 1 ? "Check: " : "Checks: "}};
        for (std::size_t i = 0; i < note.checks.size(); ++i) {
            if (i > 0) checks.push_back({", "});
            checks.push_back({note.checks[i].id, true});
        }
        item.more.push_back(std::move(checks));
        list.items.push_back(std::move(item));
    }
    for (const Caveat& caveat : checklist.caveats)
        list.items.push_back({{{fmt::format("Caveat: {} (", caveat.title)}, {caveat.full_id, true}, {")"}}, {}});
    for (const Contradiction& contradiction : checklist.contradictions)
        list.items.push_back({{{"Contradiction: "}, {contradiction.full_id, true}}, {}});
    for (const Deadline& deadline : checklist.deadlines)
        list.items.push_back({{{fmt::format("Deadline: {} (", deadline.text)}, {deadline.full_id, true}, {")"}}, {}});
    page.push_back(std::move(list));
}

page::Item question_item(const std::string& key, const Question& question) {
    page::Item item{{{key, true}, {": " + question.ask}}, {}};
    Line answers{{"Answer: "}};
    for (page::Span& span : answers_line(question)) answers.push_back(std::move(span));
    item.more.push_back(std::move(answers));
    return item;
}

void add_questions(const QuestionGroup& group, const std::string& title, page::Page& page) {
    page.push_back(page::Heading{2, title, page::Tone::plain});
    page::List list;
    const std::string about = group.about.empty() ? "" : group.about + ".";
    for (const Question& question : group.questions) {
        list.items.push_back(question_item(about + question.key, question));
        for (const Question& field : question.fields)
            list.items.push_back(question_item(fmt::format("{}{}[].{}", about, question.key, field.key), field));
    }
    page.push_back(std::move(list));
}

void checklist_json(JsonBuilder& json, const Checklist& checklist) {
    json.field("id", checklist.id);
    if (!checklist.name.empty()) json.field("name", checklist.name);
    json.field("title", checklist.title);
    json.field("about", checklist.group.about);
    json.field("version", checklist.version);
    json.field("file", checklist.file);
    write_source(json, checklist);
    json.object("counts", [&] {
        json.number("caveats", checklist.caveats.size());
        json.number("notes", checklist.notes.size());
        json.number("checks", check_count(checklist));
        json.number("questions", question_count(checklist));
    });
}

void notes_json(JsonBuilder& json, const Checklist& checklist) {
    for (const Note& note : checklist.notes)
        json.object([&] {
            json.field("id", note.full_id);
            json.number("number", note.number);
            json.field("title", note.title);
            json.field("basis", name_of(note.basis));
            json.array("checks", [&] {
                for (const Check& check : note.checks) json.text(check.full_id);
            });
        });
}

void questions_json(JsonBuilder& json, const QuestionGroup& group) {
    for (const Question& question : group.questions)
        question_json(json, group.about.empty() ? question.key : fmt::format("{}.{}", group.about, question.key),
                      question);
}

}  // namespace

page::Page catalogue_page(const Library& library, Listing listing) {
    page::Page page;
    if (listing == Listing::overview || listing == Listing::checklists) {
        page.push_back(table_of_checklists(library));
        add_origins(library, page);
    }
    if (listing == Listing::notes)
        for (const Checklist& checklist : library.checklists) add_notes(checklist, page);
    if (listing == Listing::questions) {
        add_questions(practice_facts(), "Every practice", page);
        for (const Checklist& checklist : library.checklists) add_questions(checklist.group, checklist.title, page);
    }
    if (listing == Listing::overview)
        page.push_back(page::Paragraph{{{"More: "},
                                        {"hipaa-check list notes", true},
                                        {", "},
                                        {"hipaa-check list questions", true},
                                        {", "},
                                        {"hipaa-check explain ID", true},
                                        {"."}},
                                       page::Tone::plain});
    return page;
}

std::string catalogue_json(const Library& library, Listing listing) {
    JsonBuilder json;
    const bool overview = listing == Listing::overview;
    json.object([&] {
        json.field("format", "hipaa-check/list/1");
        if (overview || listing == Listing::checklists)
            json.objects("checklists", library.checklists,
                         [&](const Checklist& checklist) { checklist_json(json, checklist); });
        if (overview || listing == Listing::notes)
            json.array("notes", [&] {
                for (const Checklist& checklist : library.checklists) notes_json(json, checklist);
            });
        if (overview || listing == Listing::questions)
            json.array("questions", [&] {
                questions_json(json, practice_facts());
                for (const Checklist& checklist : library.checklists) questions_json(json, checklist.group);
            });
    });
    return json.take();
}

}  // namespace hipaa
