// What the tests of a checklist have not shown.
#include "authoring/suite/coverage.hpp"

#include <algorithm>
#include <set>

namespace hipaa {
namespace {

/// True if `test` says what must come out of the check.
bool expects(const TestCase& test, const CheckSite& site) {
    return std::ranges::any_of(test.expectations, [&](const Expectation& expected) {
        using Subject = Expectation::Subject;
        if (expected.subject != Subject::note && expected.subject != Subject::check) return false;
        const Note& note = site.checklist->notes[expected.index];
        return &note == site.note && (expected.subject == Subject::note || &note.checks[expected.check] == site.check);
    });
}

std::set<Outcome> shown_outcomes(const CheckSite& site, const Suite& suite) {
    std::set<Outcome> shown;
    for (const TestCase& test : suite.cases) {
        const Scope scope{suite.library, test.practice, test.practice.sheets[test.sheet], test.today};
        if (expects(test, site)) shown.insert(outcome(site, scope));
    }
    return shown;
}

}  // namespace

std::vector<Outcome> possible_outcomes(const CheckSite& site, AnswerSpace& space) {
    std::set<Outcome> possible;
    space.find([&](const Scope& scope) {
        possible.insert(outcome(site, scope));
        return possible.size() == values_of<Outcome>.size();
    });
    return {possible.begin(), possible.end()};
}

std::vector<CoverageGap> coverage_gaps(const Suite& suite) {
    std::vector<CoverageGap> gaps;
    const Checklist& checklist = suite.subject();
    for (const CheckSite& site : check_sites(checklist)) {
        // What a checklist has of another one that it extends has tests of its own.
        if (site.note < checklist.notes.data() + checklist.inherited_notes) continue;
        const std::set<Outcome> shown = shown_outcomes(site, suite);
        if (shown.size() == values_of<Outcome>.size()) continue;
        AnswerSpace space(suite.library, suite.index, suite.cases.front().today, site.conditions());
        CoverageGap gap{site, {}, space.is_searchable()};
        std::vector<Outcome> possible(values_of<Outcome>.begin(), values_of<Outcome>.end());
        if (gap.searched) possible = possible_outcomes(site, space);
        for (const Outcome one : possible)
            if (!shown.contains(one)) gap.missing.push_back(one);
        if (!gap.missing.empty()) gaps.push_back(std::move(gap));
    }
    return gaps;
}

std::vector<const Deadline*> deadlines_not_shown(const Suite& suite) {
    std::vector<const Deadline*> missing;
    const Checklist& checklist = suite.subject();
    // What a checklist has of another one that it extends has tests of its own.
    if (!checklist.extends.empty()) return missing;
    for (const Deadline& deadline : checklist.deadlines) {
        const auto expects = [&](const Expectation& expected) {
            return expected.subject == Expectation::Subject::deadline && expected.due &&
                   &checklist.deadlines[expected.index] == &deadline;
        };
        if (std::ranges::none_of(suite.cases,
                                 [&](const TestCase& test) { return std::ranges::any_of(test.expectations, expects); }))
            missing.push_back(&deadline);
    }
    return missing;
}

}  // namespace hipaa
