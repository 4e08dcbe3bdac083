// The csv format: RFC 4180, for a spreadsheet. A row for each practice and note, and one for whatever else must not be
// overlooked. Written practice by practice.
#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "page/wording.hpp"
#include "report/format.hpp"
#include "report/machine/csv_cells.hpp"
#include "report/machine/finding.hpp"
#include "report/sequence_writer.hpp"
#include "report/triage.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

void add_to_list(std::string_view item, std::string_view separator, std::string& list) {
    if (!list.empty()) list += separator;
    list += item;
}

/// What a row says behind the file, the practice and the day; what does not apply stays empty.
struct Row {
    std::string_view kind;
    std::string_view id = {};
    std::string number = {};
    std::string_view title = {};
    std::string_view basis = {};
    std::string_view result = {};
    std::string_view shown_as = {};
    std::string open_checks = {};  // separated by spaces
    std::string details = {};
    Place place = {};
    std::string checklist = {};  // that the row comes from
    std::string review = {};     // that the checklist comes from
    std::string decided_by = {};
    std::string review_by = {};
    std::string_view baseline = {};
};

std::string_view kind_word(FindingKind kind) {
    switch (kind) {
        case FindingKind::mistake:
        case FindingKind::more_mistakes:
            return "mistake";
        case FindingKind::nothing_checked:
            return "practice";
        case FindingKind::not_checked:
            return "not_checked";
        case FindingKind::caveat:
            return "caveat";
        case FindingKind::contradiction:
            return "contradiction";
        case FindingKind::check:
            return "note";
        case FindingKind::remark:
            return "remark";
        case FindingKind::gone:
            return "gone";
        case FindingKind::no_practice:
            return "no_practice";
        case FindingKind::skipped:
            break;
    }
    return "skipped";
}

/// Of what is no check.
Row row_of(const Finding& finding) {
    Row row{.kind = kind_word(finding.kind), .result = finding.result_name, .place = finding.place};
    if (finding.origin) {
        row.id = finding.id;
        row.title = finding.title;
        row.shown_as = label(finding.result, finding.basis);
        row.details = finding.sentence();
        row.checklist = checklist_id(*finding.origin);
        row.review = review_of(*finding.origin);
        if (finding.baseline) row.baseline = name_of(finding.baseline->state);
    } else {
        if (finding.kind != FindingKind::more_mistakes) row.id = finding.key;
        if (finding.kind != FindingKind::remark) row.shown_as = "Not checked";
        row.details = finding.statement;
    }
    return row;
}

/// Those who decided what a note rests on, each once, and the first day of review.
void add_decisions(std::span<const Finding> checks, Row& row) {
    std::set<std::string> names;
    std::set<std::string> days;
    for (const Finding& check : checks) {
        if (!check.decision) continue;
        names.insert(one_line(check.decision->by));
        days.insert(iso(check.decision->review_by));
    }
    for (const std::string& name : names) add_to_list(name, "; ", row.decided_by);
    if (!days.empty()) row.review_by = *days.begin();
}

/// The state of what is open that matters most: new before worse before known.
std::string_view baseline_of(std::span<const Finding> checks) {
    std::optional<BaselineMark::State> most;
    for (const Finding& check : checks) {
        if (!check.baseline) continue;
        const BaselineMark::State state = check.baseline->state;
        if (!most || state == BaselineMark::State::fresh || *most == BaselineMark::State::known) most = state;
    }
    return most ? name_of(*most) : std::string_view();
}

Row row_of_note(std::span<const Finding> checks, const Assessment& assessment) {
    const Finding& worst = *std::ranges::max_element(checks, {}, &Finding::result);
    const bool recommended = std::ranges::none_of(checks, [](const Finding& check) {
        return check.result == Result::fail && check.basis != Basis::recommendation;
    });
    Row row{.kind = kind_word(FindingKind::check),
            .id = worst.note_id,
            .number = std::to_string(worst.note->number),
            .title = worst.title,
            .basis = name_of(worst.note->basis),
            .result = worst.result_name,
            .shown_as = label(worst.result, recommended ? Basis::recommendation : Basis::law),
            .place = worst.place,
            .checklist = checklist_id(*worst.origin),
            .review = review_of(*worst.origin)};
    for (const Finding& check : checks) {
        if (check.open()) add_to_list(check.id, " ", row.open_checks);
        if (check.result >= Result::accepted) add_to_list(check.sentence(), " | ", row.details);
    }
    if (row.details.empty()) {
        row.details = worst.result == Result::not_applicable ? worst.note_reason : worst.reason;
        if (assessment.hipaa_may_not_bind)
            row.details = fmt::format("{}: {}", capitalized(basis_label(worst.basis, assessment)), row.details);
    }
    add_decisions(checks, row);
    row.baseline = baseline_of(checks);
    return row;
}

class CsvDrafter final : public Drafter {
public:
    explicit CsvDrafter(const Run& run) : run_(run) {}

    std::string draft(const PracticeReport& report) override { return rows(find(report, run_)); }

    std::string rows(const PracticeFindings& practice) const {
        std::string labels;
        for (const PracticeLabel& label : practice.labels)
            add_to_list(fmt::format("{}={}", label.name, label.value), "; ", labels);
        std::string text;
        const auto add = [&](const Row& row) {
            const std::string as_of = iso(run_.as_of);
            const std::string line = std::to_string(row.place.line);
            const std::string column = std::to_string(row.place.column);
            std::vector<std::string_view> cells{practice.file, practice.name, as_of,           row.kind,
                                                row.id,        row.number,    row.title,       row.basis,
                                                row.result,    row.shown_as,  row.open_checks, row.details,
                                                line,          column,        row.checklist,   row.decided_by,
                                                row.review_by, labels,        row.review,      disclaimer_in_brief};
            if (run_.baseline) cells.push_back(row.baseline);
            const std::string set = fmt::format("{}", fmt::join(run_.set, "; "));
            if (!run_.set.empty()) cells.push_back(set);
            append_csv_row(cells, text);
        };
        for (auto at = practice.findings.begin(); at != practice.findings.end();) {
            const auto next = std::find_if(at, practice.findings.end(), [&](const Finding& other) {
                return other.kind != FindingKind::check || other.note_id != at->note_id;
            });
            if (at != next) add(row_of_note({at, next}, *practice.assessment));
            else if (!at->origin || at->open()) add(row_of(*at));
            at = std::max(next, at + 1);
        }
        return text;
    }

private:
    Run run_;
};

class CsvWriter final : public SequenceWriter {
public:
    CsvWriter(std::ostream& out, bool to_file) : SequenceWriter(out), to_file_(to_file) {}

    void begin(const Run& run) override {
        SequenceWriter::begin(run);
        if (to_file_)
            out_ << utf8::byte_order_mark;  // spreadsheets take a file without a mark for one in an old encoding
        std::string names;
        std::vector<std::string_view> columns{"file",        "practice",  "as_of",  "kind",   "id",
                                              "number",      "title",     "basis",  "result", "shown_as",
                                              "open_checks", "details",   "line",   "column", "checklist",
                                              "decided_by",  "review_by", "labels", "review", "disclaimer"};
        if (run.baseline) columns.push_back("baseline");
        if (!run.set.empty()) columns.push_back("HYPOTHETICAL");
        append_csv_row(columns, names);
        out_ << names;
    }

    void end(const Totals& totals) override {
        CsvDrafter drafter(run_);
        for (const SkippedFile& file : totals.skipped) out_ << drafter.rows(find(file));
        for (const std::string& file : totals.gone) out_ << drafter.rows(find_gone(file, run_));
        if (totals.has_no_practice()) out_ << drafter.rows(find_no_practice());
    }

    std::unique_ptr<Drafter> drafter() const override { return std::make_unique<CsvDrafter>(run_); }

private:
    bool to_file_;
};

}  // namespace

std::unique_ptr<Writer> make_csv(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<CsvWriter>(out, appearance.to_file);
}

}  // namespace hipaa
