// What falls due in all practices of a run, as one list.
#include "report/due/due_rows.hpp"

#include <algorithm>
#include <tuple>

namespace hipaa {

void DueWriter::practice(const PracticeReport& report) {
    if (!report.assessment) return broken_.push_back(report.source.name);
    for (const Due& due : report.assessment->due)
        if (!run_.within || days_between(run_.as_of, due.date) <= *run_.within)
            rows_.push_back({due, report.source.name, report.name()});
}

void DueWriter::end(const Totals& totals) {
    std::ranges::sort(rows_, {}, [](const DueRow& row) {
        return std::tuple(row.due.date, std::string_view(row.file), name_of(row.due.kind),
                          std::string_view(row.due.id));
    });
    write(rows_, totals);
}

}  // namespace hipaa
