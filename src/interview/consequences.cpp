// What an answer does to others.
#include "interview/consequences.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/remark.hpp"
#include "text/printable.hpp"

namespace hipaa::interview {

Lines contradictions_in(const Assessment& assessment) {
    Lines lines;
    for (const ChecklistResult& checklist : assessment.checklists)
        for (const ContradictionResult& result : checklist.contradictions)
            lines.push_back(
                fmt::format("These answers contradict each other: {}", printable(result.contradiction->message)));
    return lines;
}

Lines consequences_in(const Assessment& assessment) {
    Lines lines = contradictions_in(assessment);
    for (const Remark& remark : assessment.remarks)
        if (remark.kind == RemarkKind::answers_ignored)
            lines.push_back(
                fmt::format("It stays in the file, but counts for nothing now: {}", printable(remark.text)));
    return lines;
}

std::string why_not_counted(const IgnoredAnswers& ignored) {
    std::string questions;
    for (const Evidence& item : ignored.because)
        questions += fmt::format("{}\"{}\"{}", questions.empty() ? "" : " and ", printable(item.question->ask),
                                 item.answer->known() ? "" : " (not answered)");
    return fmt::format("Not counted because of your {} to {}; look at this too, in case it counts again:",
                       ignored.because.size() == 1 ? "answer" : "answers", questions);
}

bool is_ignored(const Assessment& assessment, const Sheet& sheet, std::size_t question) {
    return std::ranges::any_of(assessment.ignored, [&](const IgnoredAnswers& ignored) {
        return ignored.sheet == &sheet && std::ranges::find(ignored.questions, question) != ignored.questions.end();
    });
}

Lines new_consequences(const Lines& before, const Assessment& assessment) {
    Lines lines = consequences_in(assessment);
    std::erase_if(lines, [&](const std::string& line) { return std::ranges::find(before, line) != before.end(); });
    return lines;
}

}  // namespace hipaa::interview
