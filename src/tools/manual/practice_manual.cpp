// hipaa-check-practice(5)
#include <fmt/format.h>

#include "checklist/question.hpp"
#include "practice/decision_reader.hpp"
#include "tools/manual/manual_pages.hpp"
#include "tools/manual/roff.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

constexpr std::string_view example = R"(confirmed_on: 2026-11-20
practice:
  name: Harbor Light Counseling
products:
  spruce:
    first_client_use: 2026-03-02
    plan: {tier: basic, paid_since: 2026-02-20}
    email: {used_for: unknown}
)";

void add_question(Roff& page, std::string_view about, const Question& question) {
    std::string text(question.ask);
    if (!question.where.empty()) text += fmt::format(" {}", question.where);
    if (question.kind == AnswerKind::list) {
        text += " A list of items with these keys:";
        page.item(fmt::format("{}.{}", about, question.key), text);
        for (const Question& field : question.fields)
            page.item(fmt::format("{}.{}[].{}", about, question.key, field.key),
                      fmt::format("{} The answer: {}.", field.ask, describe_answers(field)));
        return;
    }
    page.item(about.empty() ? std::string(question.key) : fmt::format("{}.{}", about, question.key),
              fmt::format("{} The answer: {}.", text, describe_answers(question)));
}

}  // namespace

std::string practice_manual(const Library& library, std::string_view date) {
    Roff page("hipaa-check-practice", 5, date, version, "the answers of one practice");
    page.section("DESCRIPTION");
    page.paragraph(
        "A practice file says in YAML how a practice uses its tools. `hipaa-check ask` writes one by asking; "
        "`hipaa-check` "
        "checks it. It needs no names or other data of clients: clients are counted.");
    page.literal(example);
    page.paragraph(
        "A key that is absent, `unknown`, null or empty is no answer, and no answer never passes. A key that no "
        "question "
        "has is a mistake, but for those that begin with `x-`, which are your own notes.");
    page.section("ANSWERS");
    for (const AnswerKind kind : values_of<AnswerKind>) {
        if (!is_simple(kind)) continue;
        const AnswerForm& form = form_of(kind);
        std::string text(form.noun);
        if (!form.example.empty()) text += fmt::format(", such as {}", form.example);
        if (!form.rule.empty()) text += fmt::format(" ({})", form.rule);
        page.item(name_of(kind), text + ".");
    }
    page.item("choice", "One of the words that the question offers.");
    page.item("choices", "A list of words that the question offers, such as `[care_team]`; `[]` for none of them.");
    page.item("list", "A list of items, each a map of the keys that the question names.");

    page.section("THE PRACTICE");
    for (const Question& question : practice_facts().questions) add_question(page, {}, question);
    page.item("practice.labels", "Short texts of your own, such as a client number. Reports for programs carry them.");
    page.section("DECISIONS");
    page.paragraph(
        "`decisions` is a list. Each item accepts, for a time, that a recommendation is not met; of what the law or a "
        "vendor requires only what cannot be changed anymore.");
    for (const yaml::KeyRow& key : decision_keys)
        page.item(key.name, fmt::format("{}{}.", key.title, key.need == yaml::Need::optional ? " (optional)" : ""));
    for (const Checklist& checklist : library.checklists) {
        page.section(checklist.title);
        for (const Question& question : checklist.group.questions) add_question(page, checklist.group.about, question);
    }
    page.section("SEE ALSO");
    page.paragraph(
        "`hipaa-check`(1), `hipaa-check-checklist`(5). `hipaa-check list questions` also lists the questions of your "
        "own "
        "checklists, and `hipaa-check schema practice` writes a JSON Schema for an editor.");
    return page.take();
}

}  // namespace hipaa
