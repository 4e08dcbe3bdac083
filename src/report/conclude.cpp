// From what was read of a practice file to what a report may say of it.
#include "report/conclude.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "privacy/withhold.hpp"

namespace hipaa {
namespace {

std::vector<Remark> remarks_on(const ClientData& data) {
    std::vector<Remark> remarks;
    for (const Sighting& sighting : data.sightings)
        remarks.push_back(
            {RemarkKind::client_data,
             fmt::format("line {} looks as if it has {}; if it is about a client, delete it. Names are not "
                         "recognized, so look for them yourself",
                         sighting.place.line, phrase_of(sighting.kind)),
             sighting.place});
    if (data.more > 0)
        remarks.push_back(
            {RemarkKind::client_data,
             fmt::format("there are {} more places that look as if they had client data; delete it there, "
                         "too",
                         data.more),
             data.sightings.back().place});
    return remarks;
}

}  // namespace

void conclude(PracticeReport& report, const Library& library, const AssessmentSettings& settings, bool redact) {
    const Discretion discretion(report.source, redact);
    report.own_name = report.name();
    std::vector<Remark> remarks = remarks_on(discretion.client_data());
    if (!report.problems.empty()) {
        discretion.withhold_mistakes(report.problems, report.source, library);
        discretion.withhold_answers(report.practice);
        report.remarks = std::move(remarks);
        return;
    }
    discretion.withhold_names(report.practice);
    report.assessment = assess(library, report.practice, settings);
    discretion.withhold_answers(report.practice);
    auto& all = report.assessment->remarks;
    all.insert(all.end(), std::make_move_iterator(remarks.begin()), std::make_move_iterator(remarks.end()));
    std::ranges::stable_sort(all, {}, &Remark::place);
}

}  // namespace hipaa
