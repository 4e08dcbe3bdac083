// What falls due in all practices of a run, as one list.
#include "report/due/due_rows.hpp"

#include <algorithm>
#include <tuple>

namespace hipaa {

void DueWriter::practice(const PracticeReport& report) {
    add_to_directory(report.source.name);
    if (!report.assessment) return broken_.push_back(report.source.name);
    checked_.push_back({report.source.name, report.name()});
    for (const Due& due : report.assessment->due)
        if (!run_.within || days_between(run_.as_of, due.date) <= *run_.within)
            rows_.push_back({due, report.source.name, report.name()});
}

void DueWriter::add_to_directory(std::string_view file) {
    if (!directory_) directory_ = file;
    const auto differ = std::ranges::mismatch(*directory_, file).in1;
    directory_->erase(differ, directory_->end());
    directory_->erase(directory_->rfind('/') + 1);
}

void DueWriter::end(const Totals& totals) {
    std::ranges::sort(rows_, {}, [](const DueRow& row) {
        return std::tuple(row.due.date, std::string_view(row.file), name_of(row.due.kind),
                          std::string_view(row.due.id));
    });
    write(rows_, totals);
}

}  // namespace hipaa
