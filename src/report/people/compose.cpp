// Writing the page of one practice.
#include "report/people/compose.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <variant>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/hypothetical.hpp"
#include "report/people/compose_parts.hpp"

namespace hipaa {
namespace {

using page::Heading;
using page::Paragraph;
using page::Tone;

void append_mistakes(const PracticeReport& report, const Composition& composition, page::Page& page) {
    const std::size_t count = report.problems.count();
    page.push_back(Paragraph{{{fmt::format("This file was not checked: it has {}. Fix {}, then run the check again.",
                                           counted(count, "mistake", "mistakes"), count == 1 ? "it" : "them")}},
                             Tone::urgent});
    page::Mistakes mistakes;
    for (const yaml::Problem& problem : report.problems.shown()) {
        if (composition.brief() && mistakes.shown.size() == composition.acts) break;
        mistakes.shown.push_back(
            {yaml::headline(problem, report.source.name), yaml::excerpt(problem, report.source), problem.place.line});
    }
    mistakes.hidden = count - mistakes.shown.size();
    page.push_back(std::move(mistakes));
}

void append_origin(const PracticeReport& report, const Run& run, page::Page& page) {
    std::string origin = fmt::format("{}, as of {}", report.source.name, iso(run.as_of));
    const Answer& confirmed = report.practice.fact(Fact::confirmed_on);
    if (confirmed.known())
        origin += fmt::format(", answers confirmed on {}", show(report.practice.facts.group->questions[0], confirmed));
    else if (!report.assessment->stale) origin += "; nobody has said when these answers were confirmed";
    page.push_back(Paragraph{{{origin + "."}}, Tone::plain});
}

void append_nothing_checked(const Assessment& assessment, page::Page& page) {
    page.push_back(
        Paragraph{{{"Nothing was checked: no checklist applies to what is in this file. So this report says nothing "
                    "about the practice, neither good nor bad."}},
                  Tone::open});
    append_gaps(assessment, page);
    if (!assessment.not_checked.empty()) return;
    page.push_back(
        Paragraph{{{"A checklist applies as soon as the file names the product that it is about. For Spruce, begin "
                    "with these lines, and run the check again: it will list the questions to answer. What else can be "
                    "checked, "},
                   {"hipaa-check list", true},
                   {" shows."}},
                  Tone::plain});
    page.push_back(page::Yaml{{{0, "products:", {}, false}, {1, "spruce: {}", {}, false}}});
}

}  // namespace

const Triage& triage_of(const PracticeReport& report) {
    if (!report.triage)
        report.triage = std::make_shared<const Triage>(
            report.assessment && report.assessment->checked ? triage(*report.assessment) : Triage());
    return *report.triage;
}

page::Page compose_practice(const PracticeReport& report, const Triage& content, const Run& run,
                            const Composition& composition) {
    page::Page page;
    const std::string name = report.name();
    page.push_back(Heading{1, hypothetical_title(run, name.empty() ? report.source.name : name), Tone::plain});
    if (const std::string set = hypothetical_sentence(run); !set.empty())
        page.push_back(Paragraph{{{set}}, Tone::urgent});
    if (!report.assessment) {
        append_mistakes(report, composition, page);
        if (!composition.brief()) append_remarks(report.remarks, page);
        return page;
    }
    const Assessment& assessment = *report.assessment;
    append_origin(report, run, page);
    if (!assessment.checked) {
        append_nothing_checked(assessment, page);
        if (!composition.brief()) append_remarks(assessment.remarks, page);
        return page;
    }
    const PracticeContext context{report, run, composition, content};
    append_verdict(context, page);
    append_baseline(context, page);
    if (composition.brief()) {
        append_gap_keys(assessment, page);
        append_todos(context, page);
        return page;
    }
    // Of one checklist that is a line; of several it would keep the reader from what there is to do.
    const bool one_checklist = assessment.checklists.size() == 1;
    if (one_checklist) append_assumed(assessment, page);
    append_todos(context, page);
    append_contradictions(context, page);
    append_caveats(context, page);
    for (const Standing standing : values_of<Standing>) append_section(standing, context, page);
    append_gaps(assessment, page);
    append_remarks(assessment.remarks, page);
    if (!one_checklist) append_assumed(assessment, page);
    return page;
}

std::vector<page::Page> compose_brief(const PracticeReport& report, const Triage& triage, const Run& run) {
    struct Length {
        std::size_t acts;
        std::size_t paragraph_lines;
        bool looks_ahead = true;
    };
    constexpr std::array<Length, 9> lengths{
        {{5, 0}, {4, 0}, {3, 0}, {2, 0}, {3, 2}, {2, 2}, {1, 2}, {1, 1}, {1, 1, false}}};
    std::vector<page::Page> pages;
    for (const auto& [acts, paragraph_lines, looks_ahead] : lengths) {
        page::Page& page =
            pages.emplace_back(compose_practice(report, triage, run, {Detail::brief, acts, looks_ahead}));
        for (page::Block& block : page) {
            if (auto* heading = std::get_if<Heading>(&block)) heading->most_lines = 1;
            if (auto* paragraph = std::get_if<Paragraph>(&block)) paragraph->most_lines = paragraph_lines;
        }
    }
    return pages;
}

const std::string& longest_brief(const std::vector<std::string>& drawn, std::string_view closing) {
    const std::ptrdiff_t room = most_brief_lines - 1 - std::ranges::count(closing, '\n');
    const auto fits =
        std::ranges::find_if(drawn, [&](const std::string& page) { return std::ranges::count(page, '\n') <= room; });
    return fits == drawn.end() ? drawn.back() : *fits;
}

}  // namespace hipaa
