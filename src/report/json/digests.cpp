// The digests of the files that a run read.
#include "report/json/digests.hpp"

namespace hipaa {

void Digests::add_checklists(const PracticeReport& report) {
    if (!report.assessment) return;
    for (const ChecklistResult& result : report.assessment->checklists) {
        add(result.checklist->file, result.checklist->digest);
        add(result.checklist->extended_file, result.checklist->extended_digest);
    }
}

void Digests::add(std::string_view file, std::string_view digest) {
    if (!digest.empty() && !by_file_.contains(file)) by_file_.emplace(file, digest);
}

void Digests::write(JsonBuilder& json) const {
    json.object("digests", [&] {
        for (const auto& [file, digest] : by_file_) json.field(file, digest);
    });
}

}  // namespace hipaa
