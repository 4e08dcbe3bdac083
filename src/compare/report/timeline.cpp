// The numbers of a timeline, and the table of its formats.
#include "compare/report/timeline.hpp"

#include <fmt/format.h>

namespace hipaa {

/// Each is defined in the file of its format.
using MakeTimeline = std::unique_ptr<TimelineWriter>(std::ostream& out, const Appearance& appearance);
MakeTimeline make_text_timeline, make_markdown_timeline, make_html_timeline, make_json_timeline;

namespace {

constexpr TimelineFormat timeline_format_table[]{
    {"text", make_text_timeline},
    {"markdown", make_markdown_timeline},
    {"html", make_html_timeline},
    {"json", make_json_timeline},
};

std::string shown(std::size_t count) { return fmt::format("{}", count); }

}  // namespace

std::span<const TimelineFormat> timeline_formats() { return timeline_format_table; }

void OpenByBasis::add(const RecordedPractice& practice) {
    for (const RecordedPoint& point : practice.points) {
        if (!is_open(point.result)) continue;
        ++(point.basis ? checks[*point.basis] : others);
    }
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
