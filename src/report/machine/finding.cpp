// Flattening an assessment into findings.
#include "report/machine/finding.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/to_do.hpp"
#include "report/triage.hpp"
#include "text/path.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

std::string ended(std::string text) {
    if (!text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
    return text;
}

std::vector<EvidenceText> evidence_texts(const std::vector<Evidence>& evidence) {
    std::vector<EvidenceText> texts;
    texts.reserve(evidence.size());
    for (const Evidence& item : evidence)
        texts.push_back({one_line(item.key()), one_line(show(item)), item.answer->place});
    return texts;
}

std::string joined(const std::vector<EvidenceText>& evidence) {
    std::string text;
    for (const EvidenceText& item : evidence) text += (text.empty() ? "" : "; ") + item.text;
    return text;
}

/// What keeps a result open is the missing answer, whatever else was read. Null if nothing was.
const Evidence* deciding(const std::vector<Evidence>& evidence, Result result) {
    if (evidence.empty()) return nullptr;
    const auto missing = std::ranges::find_if(evidence, [](const Evidence& item) { return !item.answer->known(); });
    return result == Result::unknown && missing != evidence.end() ? &*missing : &evidence.front();
}

Severity unmet_severity(const Check& check) {
    constexpr EnumMap<Otherwise, Severity> severities({Severity::error, Severity::note, Severity::warning});
    const bool advice = check.otherwise == Otherwise::fail && check.basis == Basis::recommendation;
    return advice ? Severity::warning : severities[check.otherwise];
}

ChecklistFindings flatten(const ChecklistResult& result, const Assessment& assessment, const Run& run) {
    ChecklistFindings found{
        one_line(result.sheet->id_of(result.checklist->id)), result.checklist, result.result, result.counts, {}};
    const FindingMaker maker(result, assessment, run);
    maker.each_but_checks([&](Finding finding) { found.findings.push_back(std::move(finding)); });
    for (const NoteResult& note : result.notes)
        for (const CheckResult& check : note.checks) found.findings.push_back(maker.of_check(note, check));
    return found;
}

}  // namespace

Finding FindingMaker::begin(std::string_view full_id, const std::vector<Evidence>& evidence, Result result) const {
    Finding finding;
    finding.id = one_line(checklist_.sheet->id_of(full_id));
    finding.result = result;
    finding.checklist = checklist_.checklist;
    finding.evidence = evidence_texts(evidence);
    finding.place = checklist_.sheet->place;
    if (const Evidence* decides = deciding(evidence, result)) {
        finding.place = decides->answer->place;
        finding.key = one_line(decides->key());
    }
    return finding;
}

Finding FindingMaker::deal_breaker(const CaveatResult& result) const {
    const Caveat& caveat = *result.caveat;
    Finding finding = begin(caveat.full_id, result.evidence, result.result);
    finding.caveat = &caveat;
    finding.title = one_line(caveat.title);
    finding.basis = Basis::vendor_condition;
    finding.basis_label = "caveat about the product itself";
    finding.statement = ended(finding.title) + " " + ended(one_line(caveat.text));
    finding.reason = one_line(reason(result, assessment_, run_.max_age));
    finding.fix = ended(one_line(fix_of(result)));
    return finding;
}

Finding FindingMaker::contradicting(const ContradictionResult& result) const {
    Finding finding = begin(result.contradiction->full_id, result.evidence, Result::unknown);
    finding.contradiction = result.contradiction;
    finding.unmet = Severity::warning;
    finding.title = "Answers that cannot all be true";
    finding.basis_label = "contradicting answers";
    finding.statement = ended(one_line(result.contradiction->message));
    finding.reason = one_line(reason(result));
    finding.fix = ended(one_line(fix_of(result)));
    return finding;
}

Finding FindingMaker::of_check(const NoteResult& note, const CheckResult& result) const {
    const Check& check = *result.check;
    Finding finding = begin(check.full_id, result.evidence, result.result);
    finding.note_id = one_line(checklist_.sheet->id_of(note.note->full_id));
    finding.note = note.note;
    finding.check = &check;
    finding.title = one_line(note.note->title);
    finding.basis = check.basis;
    finding.basis_label = label(check.basis);
    if (rests_on_law(check.basis) && assessment_.hipaa_may_not_bind)
        finding.basis_label += fmt::format("; {}", may_not_bind);
    finding.unmet = unmet_severity(check);
    finding.reason = result.result == Result::not_applicable ? joined(finding.evidence) : reason_of(result);
    if (is_spelled_out(result) || result.result == Result::accepted)
        finding.statement = ended(one_line(result.message()));
    else finding.statement = ended(finding.title);
    if (result.result == Result::unknown && !finding.reason.empty())
        finding.statement += fmt::format(" {}.", capitalized(std::exchange(finding.reason, {})));
    finding.fix = ended(one_line(fix_of(result)));
    if (result.decision) finding.decision = *result.decision;
    return finding;
}

std::string FindingMaker::reason_of(const CheckResult& result) const {
    if (result.result == Result::not_applicable) return joined(evidence_texts(result.evidence));
    return one_line(reason(result, assessment_, run_.max_age));
}

Place FindingMaker::place_of(const CheckResult& result) const {
    const Evidence* decides = deciding(result.evidence, result.result);
    return decides ? decides->answer->place : checklist_.sheet->place;
}

const std::string_view nothing_checked_text = "Nothing was checked: no checklist applies to what is in this file.";

std::string one_line(std::string_view text) {
    const bool is_one = printable_ascii(text) == text.size() && !text.starts_with(' ') && !text.ends_with(' ');
    if (is_one) return std::string(text);  // as nearly always
    std::string result = printable(text);
    const std::size_t first = result.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    result.erase(result.find_last_not_of(' ') + 1);
    return result.substr(first);
}

std::vector<std::string> one_line(const std::vector<std::string>& texts) {
    std::vector<std::string> result;
    for (const std::string& text : texts) result.push_back(one_line(text));
    return result;
}

Severity Finding::severity() const {
    switch (result) {
        case Result::fail:
        case Result::attention:
            return unmet;
        case Result::unknown:
            return Severity::warning;
        case Result::pass:
        case Result::accepted:
        case Result::not_applicable:
            break;
    }
    return Severity::none;
}

std::string Finding::sentence() const {
    std::string text = fmt::format("{} ({}): {}", label(result, basis), basis_label, statement);
    if (!reason.empty()) text += fmt::format(" {}.", capitalized(reason));
    if (!fix.empty()) text += fmt::format(" To do: {}", fix);
    if (decision) {
        text += fmt::format(" Accepted by {} on {}, to be reviewed by {}. Because: {}", one_line(decision->by),
                            iso(decision->decided_on), iso(decision->review_by), ended(one_line(decision->because)));
        if (!decision->instead.empty()) text += fmt::format(" Instead: {}", ended(one_line(decision->instead)));
    }
    return text;
}

std::string PracticeFindings::mistakes_sentence() const {
    const std::size_t count = mistakes.size() + more_mistakes;
    return fmt::format("This file was not checked: it has {} mistake{}.", count, count == 1 ? "" : "s");
}

std::string PracticeFindings::more_mistakes_sentence() const {
    return fmt::format("There are {} more mistakes.", more_mistakes);
}

void set_path(PracticeFindings& findings, std::string_view path) {
    findings.path = utf8::unescape_malformed(path);
    findings.file = one_line(path);
}

PracticeFindings find_around_checklists(const PracticeReport& report) {
    PracticeFindings found;
    set_path(found, report.source.name);
    found.name = one_line(report.name());
    found.result = report.result();
    found.more_mistakes = report.problems.hidden();
    for (const yaml::Problem& problem : report.problems.shown())
        found.mistakes.push_back({problem.place, problem.kind, one_line(problem.message)});
    if (!report.assessment) return found;
    const Assessment& assessment = *report.assessment;
    found.checked = assessment.checked;
    found.counts = assessment.counts;
    for (const NotChecked& gap : assessment.not_checked)
        found.not_checked.push_back({one_line(gap.key), one_line(gap.reason), gap.place});
    for (const Remark& remark : assessment.remarks)
        if (remark.kind != RemarkKind::product_not_checked)
            found.remarks.push_back({remark.kind, one_line(remark.text), remark.place});
    return found;
}

PracticeFindings find_in_repository(const PracticeReport& report, const Run& run) {
    PracticeFindings found = find(report, run);
    set_path(found, utf8::escape_malformed(relative_to(run.directory, normalize_path(found.path))));
    return found;
}

PracticeFindings find(const PracticeReport& report, const Run& run) {
    PracticeFindings found = find_around_checklists(report);
    if (!report.assessment) return found;
    for (const ChecklistResult& checklist : report.assessment->checklists)
        found.checklists.push_back(flatten(checklist, *report.assessment, run));
    return found;
}

}  // namespace hipaa
