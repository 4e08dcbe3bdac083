// hipaa-check-checklist(5)
#include <fmt/format.h>

#include "authoring/starter.hpp"
#include "checklist/keys.hpp"
#include "checklist/operators.hpp"
#include "tools/manual/manual_pages.hpp"
#include "tools/manual/roff.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

std::string types_that_fit(const OperatorInfo& op) {
    std::string types;
    std::size_t fitting = 0;
    for (const AnswerKind kind : values_of<AnswerKind>) {
        if (!op.fits(kind)) continue;
        types += (types.empty() ? "" : ", ") + std::string(name_of(kind));
        ++fitting;
    }
    return fitting == values_of<AnswerKind>.size() ? "any type" : types;
}

}  // namespace

std::string checklist_manual(std::string_view date) {
    Roff page("hipaa-check-checklist", 5, date, version, "questions and notes about a product or a subject");
    page.section("DESCRIPTION");
    page.paragraph(
        "A checklist is a YAML file of questions, and of notes whose checks are conditions on their answers. It holds "
        "no "
        "code. `hipaa-check new ID` writes one to start from, with its tests; `--rules` loads it; `hipaa-check lint`, "
        "`test` and `explain` show what is wrong with it, whether it says what it should, and how it reads.");
    page.paragraph("This is a whole checklist, as `hipaa-check new acme-portal` writes it:");
    page.literal(starter("acme-portal", *parse_date(date)).checklist);
    page.section("KEYS");
    for (const MapRow& map : checklist_maps()) {
        page.subsection(map.title);
        for (const yaml::KeyRow& key : map.keys)
            page.item(key.name,
                      fmt::format("{}. {}: {}.", key.title, key.need == yaml::Need::required ? "Required" : "Optional",
                                  describe_value(key)));
    }
    page.section("CONDITIONS");
    page.paragraph(
        "A condition is a map of questions and tests, of which all must hold, also mixed with `all: [...]`, `any: "
        "[...]` "
        "and `not: {...}`. A test is a plain value, the same as `is`, or a map of operators, of which all must hold. "
        "`meets: NAME` is a condition that `define` names. A question of another section of the practice file begins "
        "with "
        "a slash: `/practice.covered_entity`. A test on a question without an answer is undecided, and what is "
        "undecided "
        "never passes.");
    page.paragraph("The operators, the types of answers that they fit, and what they take:");
    for (const OperatorInfo& op : operators())
        page.item(op.name(), fmt::format("{}: {}.", types_that_fit(op), op.operand_words()));
    page.section("SEE ALSO");
    page.paragraph(
        "`hipaa-check`(1), `hipaa-check-practice`(5), and the guide with a worked example, which is installed as "
        "`rules/README.md` with the documentation. `hipaa-check schema checklist` writes a JSON Schema for an editor.");
    return page.take();
}

}  // namespace hipaa
