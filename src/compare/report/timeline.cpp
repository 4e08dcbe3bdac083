// The numbers of a timeline.
#include "compare/report/timeline.hpp"

#include <fmt/format.h>

#include "page/wording.hpp"

namespace hipaa {

namespace {

std::string shown(std::size_t count) { return fmt::format("{}", count); }

}  // namespace

void OpenByBasis::add(const RecordedPractice& practice) {
    broken += practice.is_broken();
    unchecked += practice.is_unchecked();
    for (const RecordedPoint& point : practice.points) {
        if (!is_open(point.result)) continue;
        ++(point.basis ? checks[*point.basis] : others);
    }
}

OpenByBasis& OpenByBasis::operator+=(const OpenByBasis& more) {
    for (const Basis basis : values_of<Basis>) checks[basis] += more.checks[basis];
    others += more.others;
    broken += more.broken;
    unchecked += more.unchecked;
    return *this;
}

std::size_t OpenByBasis::all() const {
    std::size_t count = others;
    for (const Basis basis : values_of<Basis>) count += checks[basis];
    return count;
}

std::string OpenByBasis::all_in_words() const { return shown(all()) + (broken + unchecked > 0 ? "*" : ""); }

page::Table timeline_table(const std::vector<TimelineReport>& reports) {
    return {{"As of", "Open", "Law", "HHS", "Vendor", "Advice", "Other", "Opened", "Closed"},
            reports.size(),
            [&reports](std::size_t row) {
                const TimelineReport& report = reports[row];
                const ChangeTotals& since = report.since;
                const bool is_first = row == 0;
                return std::vector<std::string>{iso(report.as_of),
                                                report.open.all_in_words(),
                                                shown(report.open.checks[Basis::law]),
                                                shown(report.open.checks[Basis::guidance]),
                                                shown(report.open.checks[Basis::vendor_condition]),
                                                shown(report.open.checks[Basis::recommendation]),
                                                shown(report.open.others),
                                                is_first ? "" : shown(since.opened_in_all),
                                                is_first ? "" : shown(since.closed_in_all)};
            }};
}

std::vector<std::string> timeline_footnotes(const std::vector<TimelineReport>& reports) {
    std::vector<std::string> footnotes;
    const auto add = [&](std::string_view why, std::size_t OpenByBasis::*count) {
        std::string text;
        for (const TimelineReport& report : reports)
            if (const std::size_t practices = report.open.*count; practices > 0)
                text += fmt::format("{}{} on {}", text.empty() ? "" : ", ", counted(practices, "practice", "practices"),
                                    iso(report.as_of));
        if (!text.empty()) footnotes.push_back(fmt::format("* Not checked, because {}: {}.", why, text));
    };
    add("of mistakes in the file", &OpenByBasis::broken);
    add("no checklist applies", &OpenByBasis::unchecked);
    return footnotes;
}

}  // namespace hipaa
