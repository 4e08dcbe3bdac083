// Flattening a report into findings.
#include "report/machine/finding.hpp"

#include <algorithm>
#include <array>
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

std::string joined(const std::vector<EvidenceText>& evidence) {
    std::string text;
    for (const EvidenceText& item : evidence) text += (text.empty() ? "" : "; ") + item.text;
    return text;
}

std::vector<EvidenceText> evidence_texts(const std::vector<Evidence>& evidence) {
    std::vector<EvidenceText> texts;
    for (const Evidence& item : evidence)
        texts.push_back({one_line(item.key()), one_line(show(item)), item.answer->place});
    return texts;
}

/// What keeps a result open is the missing answer, whatever else was read. Null if nothing was.
const Evidence* deciding(const std::vector<Evidence>& evidence, Result result) {
    if (evidence.empty()) return nullptr;
    const auto missing = std::ranges::find_if(evidence, [](const Evidence& item) { return !item.answer->known(); });
    return result == Result::unknown && missing != evidence.end() ? &*missing : &evidence.front();
}

Severity unmet_severity(const Check& check) {
    switch (check.otherwise) {
        case Otherwise::attention:
            return Severity::note;
        case Otherwise::unknown:
            return Severity::warning;
        case Otherwise::fail:
            break;
    }
    return check.basis == Basis::recommendation ? Severity::warning : Severity::error;
}

void set_path(PracticeFindings& findings, std::string_view path) {
    findings.path = utf8::unescape_malformed(path);
    findings.file = one_line(path);
}

/// What no checklist finds.
struct OwnKind {
    FindingKind kind;
    std::string_view id;
    std::string_view title;
    std::string_view result_name;
    Severity severity;
};

constexpr std::array own_kinds{
    OwnKind{FindingKind::mistake, "practice-file", "mistake", "error", Severity::error},
    OwnKind{FindingKind::more_mistakes, "practice-file", "mistakes", "error", Severity::error},
    OwnKind{FindingKind::nothing_checked, "nothing-checked", "nothing checked", "not_checked", Severity::warning},
    OwnKind{FindingKind::not_checked, "not-checked", "not checked", "not_checked", Severity::warning},
    OwnKind{FindingKind::remark, "remark", "remark", "", Severity::note},
    OwnKind{FindingKind::skipped, "skipped", "skipped", "not_checked", Severity::note},
    OwnKind{FindingKind::gone, "gone", "gone", "not_checked", Severity::warning},
    OwnKind{FindingKind::no_practice, "no-practice", "no practice", "not_checked", Severity::warning},
};

Finding own_finding(FindingKind kind, std::string_view key, std::string_view statement, Place place) {
    const OwnKind& own = *std::ranges::find(own_kinds, kind, &OwnKind::kind);
    Finding finding;
    finding.kind = kind;
    finding.id = fmt::format("hipaa-check/{}", own.id);
    finding.title = own.title;
    finding.result_name = own.result_name;
    finding.statement = one_line(statement);
    finding.place = place;
    finding.key = one_line(key);
    finding.unmet = own.severity;
    return finding;
}

/// Makes the findings of one checklist.
class FindingMaker {
public:
    FindingMaker(const ChecklistResult& checklist, const Assessment& assessment, const Run& run)
        : checklist_(checklist), assessment_(assessment), run_(run) {}

    void add_to(std::vector<Finding>& findings) const {
        for (const CaveatResult& caveat : checklist_.caveats)
            if (caveat.caveat->deal_breaker) findings.push_back(of(caveat));
        for (const ContradictionResult& contradiction : checklist_.contradictions)
            findings.push_back(of(contradiction));
        for (const NoteResult& note : checklist_.notes) {
            const bool applies = note.result != Result::not_applicable;
            const std::string ruled_out = applies ? std::string() : joined(evidence_texts(ruled_out_by(note)));
            for (const CheckResult& check : note.checks) {
                findings.push_back(of(note, check));
                findings.back().note_reason = ruled_out;
            }
        }
    }

private:
    Finding begin(FindingKind kind, std::string_view full_id, const std::vector<Evidence>& evidence,
                  Result result) const {
        Finding finding;
        finding.kind = kind;
        finding.id = one_line(checklist_.sheet->id_of(full_id));
        finding.result = result;
        finding.result_name = name_of(result);
        finding.origin = &checklist_;
        finding.evidence = evidence_texts(evidence);
        finding.place = checklist_.sheet->place;
        if (const Evidence* decides = deciding(evidence, result)) {
            finding.place = decides->answer->place;
            finding.key = one_line(decides->key());
        }
        return finding;
    }

    Finding of(const CaveatResult& result) const {
        const Caveat& caveat = *result.caveat;
        Finding finding = begin(FindingKind::caveat, caveat.full_id, result.evidence, result.result);
        finding.caveat = &caveat;
        finding.title = one_line(caveat.title);
        finding.basis = Basis::vendor_condition;
        finding.basis_label = "caveat about the product itself";
        finding.statement = ended(finding.title) + " " + ended(one_line(caveat.text));
        finding.reason = one_line(reason(result, assessment_, run_.max_age));
        finding.fix = ended(one_line(fix_of(result)));
        return finding;
    }

    Finding of(const ContradictionResult& result) const {
        const Contradiction& contradiction = *result.contradiction;
        Finding finding = begin(FindingKind::contradiction, contradiction.full_id, result.evidence, Result::unknown);
        finding.contradiction = &contradiction;
        finding.unmet = Severity::warning;
        finding.title = "Answers that cannot all be true";
        finding.basis_label = "contradicting answers";
        finding.statement = ended(one_line(contradiction.message));
        finding.reason = one_line(reason(result));
        finding.fix = ended(one_line(fix_of(result)));
        return finding;
    }

    Finding of(const NoteResult& note, const CheckResult& result) const {
        const Check& check = *result.check;
        Finding finding = begin(FindingKind::check, check.full_id, result.evidence, result.result);
        finding.note_id = one_line(checklist_.sheet->id_of(note.note->full_id));
        finding.note = note.note;
        finding.check = &check;
        finding.unmet = unmet_severity(check);
        finding.title = one_line(note.note->title);
        finding.basis = check.basis;
        finding.basis_label = label(check.basis);
        if (rests_on_law(check.basis) && assessment_.hipaa_may_not_bind)
            finding.basis_label += fmt::format("; {}", may_not_bind);
        const bool applies = result.result != Result::not_applicable;
        finding.reason = applies ? one_line(reason(result, assessment_, run_.max_age)) : joined(finding.evidence);
        const bool has_words = is_spelled_out(result) || result.result == Result::accepted;
        finding.statement = ended(has_words ? one_line(result.message()) : finding.title);
        if (result.result == Result::unknown && !finding.reason.empty())
            finding.statement += fmt::format(" {}.", capitalized(std::exchange(finding.reason, {})));
        finding.fix = ended(one_line(fix_of(result)));
        finding.decision = result.decision;
        return finding;
    }

    const ChecklistResult& checklist_;
    const Assessment& assessment_;
    const Run& run_;
};

}  // namespace

std::string one_line(std::string_view text) {
    const bool is_one = printable_ascii(text) == text.size() && !text.starts_with(' ') && !text.ends_with(' ');
    if (is_one) return std::string(text);  // as nearly always
    std::string result = printable(text);
    const std::size_t first = result.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    result.erase(result.find_last_not_of(' ') + 1);
    return result.substr(first);
}

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::none:
            return "none";
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

Severity Finding::severity() const {
    if (!origin) return unmet;
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
    switch (kind) {
        case FindingKind::mistake:
            return statement + ". Nothing was checked.";
        case FindingKind::not_checked:
            return fmt::format("`{}` was not checked: {}.", key, statement);
        case FindingKind::skipped:
            return fmt::format("Not checked, because {}.", statement);
        case FindingKind::gone:
            return fmt::format("Not checked: {}.", statement);
        case FindingKind::more_mistakes:
        case FindingKind::nothing_checked:
        case FindingKind::remark:
        case FindingKind::no_practice:
            return statement;
        case FindingKind::caveat:
        case FindingKind::contradiction:
        case FindingKind::check:
            break;
    }
    std::string text = fmt::format("{} ({}): {}", label(result, basis), basis_label, statement);
    if (!reason.empty()) text += fmt::format(" {}.", capitalized(reason));
    if (!fix.empty()) text += fmt::format(" To do: {}", fix);
    if (!baseline_words.empty()) text += fmt::format(" {}.", capitalized(baseline_words));
    if (decision) {
        text += fmt::format(" Accepted by {} on {}, to be reviewed by {}. Because: {}", one_line(decision->by),
                            iso(decision->decided_on), iso(decision->review_by), ended(one_line(decision->because)));
        if (!decision->instead.empty()) text += fmt::format(" Instead: {}", ended(one_line(decision->instead)));
    }
    return text;
}

std::vector<std::span<const Finding>> PracticeFindings::by_checklist() const {
    std::vector<std::span<const Finding>> parts;
    for (auto at = findings.begin(); at != findings.end();) {
        const auto end = std::find_if(at, findings.end(), [&](const Finding& one) { return one.origin != at->origin; });
        if (at->origin) parts.emplace_back(at, end);
        at = end;
    }
    return parts;
}

PracticeFindings find(const PracticeReport& report, const Run& run) {
    PracticeFindings found;
    set_path(found, report.source.name);
    found.name = one_line(report.name());
    for (const PracticeLabel& label : report.labels()) found.labels.push_back({label.name, one_line(label.value)});
    found.result = report.result();
    found.mistakes = report.problems.count();
    const auto add = [&](FindingKind kind, std::string_view key, std::string_view statement, Place place) {
        found.findings.push_back(own_finding(kind, key, statement, place));
    };
    for (const yaml::Problem& problem : report.problems.shown())
        add(FindingKind::mistake, problem.kind, problem.message, problem.place);
    if (const std::size_t more = report.problems.hidden(); more > 0)
        add(FindingKind::more_mistakes, "more", fmt::format("There are {} more mistakes.", more), {});
    const auto add_remarks = [&] {
        for (const Remark& remark : report.all_remarks())
            if (remark.kind != RemarkKind::product_not_checked)
                add(FindingKind::remark, name_of(remark.kind), remark.text, remark.place);
    };
    if (!report.assessment) {
        add_remarks();
        return found;
    }
    const Assessment& assessment = *report.assessment;
    found.assessment = &assessment;
    if (!assessment.checked)
        add(FindingKind::nothing_checked, "", "Nothing was checked: no checklist applies to what is in this file.", {});
    for (const NotChecked& gap : assessment.not_checked) add(FindingKind::not_checked, gap.key, gap.reason, gap.place);
    for (const ChecklistResult& checklist : assessment.checklists)
        FindingMaker(checklist, assessment, run).add_to(found.findings);
    if (report.baseline)
        for (Finding& finding : found.findings)
            if (const BaselineMark* mark = report.baseline->find(finding.id)) {
                finding.baseline = mark;
                finding.baseline_words = in_words(*mark, *run.baseline);
            }
    add_remarks();
    return found;
}

PracticeFindings find(const SkippedFile& file) {
    PracticeFindings found;
    set_path(found, file.file);
    found.findings.push_back(own_finding(FindingKind::skipped, "", file.why, {}));
    return found;
}

PracticeFindings find_gone(const std::string& file, const Run& run) {
    PracticeFindings found;
    set_path(found, file);
    const std::string earlier = run.baseline ? "the report of " + iso(run.baseline->as_of) : "an earlier report";
    found.findings.push_back(
        own_finding(FindingKind::gone, "", fmt::format("{} has this practice, and this run does not", earlier), {}));
    return found;
}

PracticeFindings find_no_practice() {
    PracticeFindings found;
    set_path(found, ".");
    found.findings.push_back(
        own_finding(FindingKind::no_practice, "", "Nothing was checked: there was no practice file.", {}));
    return found;
}

PracticeFindings in_repository(PracticeFindings findings, const Run& run) {
    set_path(findings, utf8::escape_malformed(relative_to(run.directory, normalize_path(findings.path))));
    return findings;
}

std::string review_of(const ChecklistResult& checklist) {
    const auto& review = checklist.checklist->source;
    if (!review) return {};
    return one_line(fmt::format("\"{}\", by {}: {} (reviewed on {})", review->title, review->author, review->url,
                                review->reviewed_on == "unknown" ? "an unknown day" : review->reviewed_on));
}

std::string checklist_id(const ChecklistResult& checklist) {
    return one_line(checklist.sheet->id_of(checklist.checklist->id));
}

}  // namespace hipaa
