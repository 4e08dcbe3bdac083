// A checklist: whatever is accepted can be linted, explained, tried on a practice, and its tests filled in.
#include <fmt/format.h>

#include "authoring/explain/explain.hpp"
#include "authoring/lint/lint.hpp"
#include "authoring/schema/practice_schema.hpp"
#include "authoring/suite/fill.hpp"
#include "authoring/suite/suite.hpp"
#include "checklist/read/library_reader.hpp"
#include "fuzz/properties.hpp"
#include "page/markdown_page.hpp"
#include "page/text_page.hpp"

namespace {

using namespace hipaa;

const Date today = parse_date("2026-11-22").value();

/// What the reader of tests, a plain function, gets to read.
std::string checklist_text;
std::string test_text;

yaml::Source read_file(const std::string& path, yaml::Problems&) {
    return {path, path == "file.test.yaml" ? test_text : checklist_text};
}

void require_explained(const Library& library) {
    const std::vector<Subject> all = subjects(library);
    const page::Page page = explanation_page(library, {{&library.checklists.front()}});
    fuzz::require_clean_text(text_page(page, 80, false), "an explanation");
    fuzz::require_clean_text(markdown_page(page), "an explanation in Markdown");
    fuzz::require_json(explanation_json(library, all), "an explanation");
    fuzz::require_json(practice_schema(library), "the schema of practice files");
}

void require_filled(const Checklist& checklist) {
    test_text = fmt::format("today: 2026-11-22\nbase:\n  confirmed_on: 2026-11-01\ncases:\n- {{name: nothing}}\n{}",
                            checklist.generic() ? "" : "- {name: old, set: {/confirmed_on: 2020-01-01}}\n");
    Suite suite;
    std::vector<FileProblems> broken;
    if (!load_suite("file.test.yaml", {}, read_file, false, suite, broken)) {
        for (const FileProblems& file : broken)
            fuzz::require_clean_text(yaml::describe(file.problems, file.source), "a mistake in tests");
        return;
    }
    for (const TestCase& test : suite.cases)
        fuzz::require_clean_text(expectations_of(test, suite.library), "what --fill writes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    checklist_text = fuzz::as_text(data, size);
    std::vector<FileProblems> broken;
    const auto library = read_library({{"file.yaml", checklist_text}}, broken);
    fuzz::require(library.has_value() == broken.empty(), "there is a library, or a mistake");
    // Nearly all inputs have mistakes, and showing them takes longer than finding them.
    if (fuzz::has_turn(checklist_text, 0, 4))
        for (const FileProblems& file : broken)
            fuzz::require_clean_text(yaml::describe(file.problems, file.source), "a mistake");
    if (!library) return 0;
    for (const Suspicion& finding : lint_checklist(*library, 0, today))
        fuzz::require_clean_text(finding.message, "what lint says");
    require_explained(*library);
    require_filled(library->checklists.front());
    return 0;
}
