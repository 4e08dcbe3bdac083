// The numbers of a timeline.
#include "compare/report/timeline.hpp"

#include <fmt/format.h>

namespace hipaa {

namespace {

std::string shown(std::size_t count) { return fmt::format("{}", count); }

}  // namespace

void OpenByBasis::add(const RecordedPractice& practice) {
    for (const RecordedPoint& point : practice.points) {
        if (!is_open(point.result)) continue;
        ++(point.basis ? checks[*point.basis] : others);
    }
}

OpenByBasis& OpenByBasis::operator+=(const OpenByBasis& more) {
    for (const Basis basis : values_of<Basis>) checks[basis] += more.checks[basis];
    others += more.others;
    return *this;
}

std::size_t OpenByBasis::all() const {
    std::size_t count = others;
    for (const Basis basis : values_of<Basis>) count += checks[basis];
    return count;
}

page::Table timeline_table(const std::vector<TimelineReport>& reports) {
    return {{"As of", "Open", "Law", "HHS", "Vendor", "Advice", "Other", "Opened", "Closed"},
            reports.size(),
            [&reports](std::size_t row) {
                const TimelineReport& report = reports[row];
                const ChangeTotals& since = report.since;
                const bool is_first = row == 0;
                return std::vector<std::string>{iso(report.as_of),
                                                shown(report.open.all()),
                                                shown(report.open.checks[Basis::law]),
                                                shown(report.open.checks[Basis::guidance]),
                                                shown(report.open.checks[Basis::vendor_condition]),
                                                shown(report.open.checks[Basis::recommendation]),
                                                shown(report.open.others),
                                                is_first ? "" : shown(since.opened_in_all),
                                                is_first ? "" : shown(since.closed_in_all)};
            }};
}

}  // namespace hipaa
