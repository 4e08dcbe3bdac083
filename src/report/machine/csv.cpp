// The csv format: RFC 4180, for a spreadsheet. A row for each practice and note, and one for whatever else must not be
// overlooked. Written practice by practice.
#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/format.hpp"
#include "report/machine/finding.hpp"
#include "report/sequence_writer.hpp"
#include "report/triage.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

/// Spreadsheets take a cell that begins like this for a formula, some of them after spaces, some in full width too.
bool is_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == text.npos) return false;
    text.remove_prefix(first);
    if (std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) return true;
    return text.starts_with("\uFF1D") || text.starts_with("\uFF0B") || text.starts_with("\uFF0D") ||
           text.starts_with("\uFF20");
}

/// True if it can stand in a cell without quotes. What begins with a colon could begin a line that the log of a CI run
/// takes for a command (`::error::`). Looks at all of it, which compilers make quick.
bool is_plain_cell(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    bool special = first != text.npos && text[first] == ':';
    for (const char c : text) special |= (c == ',') | (c == '"') | (c == '\r') | (c == '\n');
    return !special;
}

void append_cell(std::string_view text, std::string& to) {
    const std::string_view shield = is_formula(text) ? "'" : "";
    if (is_plain_cell(text)) {
        to += shield;
        to += text;
        return;
    }
    to += '"';
    to += shield;
    for (std::size_t quote = text.find('"'); quote != text.npos; quote = text.find('"')) {
        to += text.substr(0, quote + 1);
        to += '"';
        text.remove_prefix(quote + 1);
    }
    to += text;
    to += '"';
}

/// Each with a comma behind it.
void append_cells(std::initializer_list<std::string_view> cells, std::string& to) {
    for (const std::string_view text : cells) {
        append_cell(text, to);
        to += ',';
    }
}

void append_last_cells(std::initializer_list<std::string_view> cells, std::string& to) {
    append_cells(cells, to);
    to.pop_back();
    to += "\r\n";
}

void add_to_list(std::string_view item, std::string_view separator, std::string& list) {
    if (!list.empty()) list += separator;
    list += item;
}

/// What a row says of its subject; what does not apply stays empty.
struct Subject {
    std::string_view kind;
    std::string_view id = {};
    std::string_view number = {};
    std::string_view title = {};
    std::string_view basis = {};
    std::string_view result = {};
    std::string_view shown_as = {};

    void append_to(std::string& row) const { append_cells({kind, id, number, title, basis, result, shown_as}, row); }
};

/// The decisions that a note rests on.
struct Decided {
    std::string by;         // those who decided, each once
    std::string review_by;  // the first of the days
};

Decided decided(const NoteResult& note) {
    std::set<std::string> names;
    std::set<std::string> days;
    for (const CheckResult& check : note.checks) {
        if (!check.decision) continue;
        names.insert(one_line(check.decision->by));
        days.insert(iso(check.decision->review_by));
    }
    Decided result;
    for (const std::string& name : names) add_to_list(name, "; ", result.by);
    if (!days.empty()) result.review_by = *days.begin();
    return result;
}

class CsvDrafter final : public Drafter {
public:
    explicit CsvDrafter(const Run& run) : run_(run), as_of_(iso(run.as_of)) {}

    std::string draft(const PracticeReport& report) override {
        rows_.clear();
        rows_.reserve(usual_size);
        const PracticeFindings practice = find_around_checklists(report);
        practice_.clear();
        append_cells({practice.file, practice.name, as_of_}, practice_);
        checklist_.clear();
        for (const Mistake& mistake : practice.mistakes)
            not_checked("mistake", mistake.kind, "error", mistake.message, mistake.place);
        if (practice.more_mistakes > 0) not_checked("mistake", "", "error", practice.more_mistakes_sentence(), {});
        if (!practice.has_mistakes() && !practice.checked)
            not_checked("practice", "", "not_checked", nothing_checked_text, {});
        for (const NotChecked& gap : practice.not_checked)
            not_checked("not_checked", gap.key, "not_checked", gap.reason, gap.place);
        if (report.assessment)
            for (const ChecklistResult& result : report.assessment->checklists) checklist(result, *report.assessment);
        for (const Remark& remark : practice.remarks)
            write({.kind = "remark", .id = name_of(remark.kind)}, remark.text, remark.place);
        return std::move(rows_);
    }

    std::string skipped(const SkippedFile& file) {
        rows_.clear();
        practice_.clear();
        append_cells({one_line(file.file), {}, as_of_}, practice_);
        not_checked("skipped", "", "not_checked", file.why, {});
        return std::move(rows_);
    }

private:
    void not_checked(std::string_view kind, std::string_view id, std::string_view result, std::string_view details,
                     Place place) {
        write({.kind = kind, .id = id, .result = result, .shown_as = "Not checked"}, details, place);
    }

    void checklist(const ChecklistResult& result, const Assessment& assessment) {
        checklist_ = one_line(result.sheet->id_of(result.checklist->id));
        const FindingMaker maker(result, assessment, run_);
        maker.each_but_checks([&](const Finding& finding) {
            if (!finding.open()) return;
            write({.kind = finding.caveat ? "caveat" : "contradiction",
                   .id = finding.id,
                   .title = finding.title,
                   .result = name_of(finding.result),
                   .shown_as = label(finding.result, finding.basis)},
                  finding.sentence(), finding.place);
        });
        for (const NoteResult& note : result.notes) this->note(note, *result.sheet, maker, assessment);
        checklist_.clear();
    }

    void note(const NoteResult& result, const Sheet& sheet, const FindingMaker& maker, const Assessment& assessment) {
        std::string open_checks;
        std::string details;
        for (const CheckResult& check : result.checks) {
            if (check.result < Result::accepted) continue;
            const Finding finding = maker.of_check(result, check);
            if (finding.open()) add_to_list(finding.id, " ", open_checks);
            add_to_list(finding.sentence(), " | ", details);
        }
        const CheckResult& worst = *std::ranges::max_element(result.checks, {}, &CheckResult::result);
        rows_ += practice_;
        note_subject(result, sheet);
        if (details.empty()) {
            details = maker.reason_of(worst);
            if (assessment.hipaa_may_not_bind)
                details = fmt::format("{}: {}", capitalized(basis_label(worst.check->basis, assessment)), details);
        }
        write_rest(open_checks, details, maker.place_of(worst), decided(result));
    }

    /// What is the same for all practices is remembered.
    void note_subject(const NoteResult& result, const Sheet& sheet) {
        const Note& note = *result.note;
        const std::string_view shown = label(standing_of(result));
        const auto append_to = [&](std::string& row) {
            Subject{"note",
                    one_line(sheet.id_of(note.full_id)),
                    std::to_string(note.number),
                    one_line(note.title),
                    name_of(note.basis),
                    name_of(result.result),
                    shown}
                .append_to(row);
        };
        if (!sheet.product.empty()) return append_to(rows_);
        std::string& known = notes_[{&note, shown}];
        if (known.empty()) append_to(known);
        rows_ += known;
    }

    void write(const Subject& subject, std::string_view details, Place place) {
        rows_ += practice_;
        subject.append_to(rows_);
        write_rest({}, details, place);
    }

    /// `open_checks`: separated by spaces.
    void write_rest(std::string_view open_checks, std::string_view details, Place place, const Decided& decided = {}) {
        append_last_cells({open_checks, details, std::to_string(place.line), std::to_string(place.column), checklist_,
                           decided.by, decided.review_by, labels_},
                          rows_);
    }

    static constexpr std::size_t usual_size = 4096;

    Run run_;
    std::string as_of_;
    std::string practice_;   // the first cells of each row
    std::string checklist_;  // that the row comes from; empty for one that comes from none
    std::string labels_;     // of the practice
    std::string rows_;
    std::map<std::pair<const Note*, std::string_view>, std::string> notes_;  // by the note and how it is shown
};

class CsvWriter final : public SequenceWriter {
public:
    CsvWriter(std::ostream& out, bool to_file) : SequenceWriter(out), to_file_(to_file) {}

    void begin(const Run& run) override {
        SequenceWriter::begin(run);
        if (to_file_)
            out_ << utf8::byte_order_mark;  // spreadsheets take a file without a mark for one in an old encoding
        std::string names;
        append_last_cells(
            {"file", "practice", "as_of", "kind", "id", "number", "title", "basis", "result", "shown_as", "open_checks",
             "details", "line", "column", "checklist", "decided_by", "review_by", "labels"},
            names);
        out_ << names;
    }

    void end(const Totals& totals) override {
        CsvDrafter drafter(run_);
        for (const SkippedFile& file : totals.skipped) out_ << drafter.skipped(file);
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
