// The csv format: RFC 4180, for a spreadsheet. A row for each practice and note, and one for whatever else must not be
// overlooked. Written practice by practice.
#include <initializer_list>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "report/finding.hpp"
#include "report/format.hpp"
#include "report/outline.hpp"
#include "report/sequence_writer.hpp"
#include "report/wording.hpp"

namespace hipaa {
namespace {

/// Spreadsheets take a cell that begins like this for a formula, some of them after spaces, some in full width too.
bool is_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == text.npos) return false;
    text.remove_prefix(first);
    for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
        if (text.starts_with(start)) return true;
    return false;
}

std::string cell(std::string_view text) {
    std::string result = is_formula(text) ? "'" : "";
    result += text;
    if (result.find_first_of(",\"\r\n") == std::string::npos) return result;
    std::string quoted = "\"";
    for (const char c : result) quoted += c == '"' ? std::string(2, c) : std::string(1, c);
    return quoted + '"';
}

std::string row(std::initializer_list<std::string_view> cells) {
    std::string line;
    for (const std::string_view text : cells) line += cell(text) + ',';
    line.pop_back();
    return line + "\r\n";
}

/// One line of the table; what does not apply stays empty.
struct Row {
    std::string_view kind;
    std::string id;
    std::string number;
    std::string title;
    std::string_view basis;
    std::string result;
    std::string shown_as;
    std::string open_checks;  // separated by spaces
    std::string details;
    Place place;
};

class CsvDrafter final : public Drafter {
public:
    explicit CsvDrafter(const Run& run) : run_(run) {}

    std::string draft(const PracticeReport& report) override {
        rows_.clear();
        const PracticeFindings practice = find(report, run_);
        for (const Mistake& mistake : practice.mistakes)
            write(practice,
                  {"mistake", mistake.kind, {}, {}, {}, "error", "Not checked", {}, mistake.message, mistake.place});
        if (practice.more_mistakes > 0)
            write(practice, {"mistake",
                             {},
                             {},
                             {},
                             {},
                             "error",
                             "Not checked",
                             {},
                             fmt::format("There are {} more mistakes.", practice.more_mistakes),
                             {}});
        if (!practice.has_mistakes() && !practice.checked)
            write(
                practice,
                {"practice", {}, {}, {}, {}, "not_checked", "Not checked", {}, std::string(nothing_checked_text), {}});
        for (const NotChecked& gap : practice.not_checked)
            write(practice,
                  {"not_checked", gap.key, {}, {}, {}, "not_checked", "Not checked", {}, gap.reason, gap.place});
        if (report.assessment)
            for (std::size_t i = 0; i < practice.checklists.size(); ++i)
                checklist(practice, practice.checklists[i], report.assessment->checklists[i]);
        for (const Remark& remark : practice.remarks)
            write(practice, {"remark", {}, {}, {}, {}, {}, {}, {}, remark.text, remark.place});
        return std::move(rows_);
    }

private:
    void checklist(const PracticeFindings& practice, const ChecklistFindings& found, const ChecklistResult& result) {
        for (const Finding& finding : found.findings)
            if (!finding.check && finding.open())
                write(practice, {finding.caveat ? "caveat" : "contradiction",
                                 finding.id,
                                 {},
                                 finding.title,
                                 {},
                                 std::string(name_of(finding.result)),
                                 std::string(label(finding.result, finding.basis)),
                                 {},
                                 finding.sentence(),
                                 finding.place});
        for (const NoteResult& note : result.notes) this->note(practice, found, note);
    }

    void note(const PracticeFindings& practice, const ChecklistFindings& found, const NoteResult& result) {
        const Note& note = *result.note;
        const Finding* worst = nullptr;
        Row line{"note",
                 {},
                 fmt::format("{}", note.number),
                 one_line(note.title),
                 name_of(note.basis),
                 std::string(name_of(result.result)),
                 std::string(shown_as(result)),
                 {},
                 {},
                 {}};
        for (const Finding& finding : found.findings) {
            if (finding.note != &note) continue;
            line.id = finding.note_id;
            if (!worst || finding.result > worst->result) worst = &finding;
            if (finding.open()) line.open_checks += (line.open_checks.empty() ? "" : " ") + finding.id;
            const bool tells = finding.open() || finding.result == Result::accepted;
            if (tells) line.details += (line.details.empty() ? "" : " | ") + finding.sentence();
        }
        if (worst) {
            line.place = worst->place;
            if (line.details.empty()) line.details = worst->reason;
        }
        write(practice, line);
    }

    static std::string_view shown_as(const NoteResult& note) {
        return label(note.result, section_of(note) == Section::recommendation ? Basis::recommendation : Basis::law);
    }

    void write(const PracticeFindings& practice, const Row& line) {
        rows_ += row({practice.file, practice.name, iso(run_.as_of), line.kind, line.id, line.number, line.title,
                      line.basis, line.result, line.shown_as, line.open_checks, line.details,
                      fmt::format("{}", line.place.line), fmt::format("{}", line.place.column)});
    }

    Run run_;
    std::string rows_;
};

class CsvWriter final : public SequenceWriter {
public:
    using SequenceWriter::SequenceWriter;

    void begin(const Run& run) override {
        SequenceWriter::begin(run);
        out_ << row({"file", "practice", "as_of", "kind", "id", "number", "title", "basis", "result", "shown_as",
                     "open_checks", "details", "line", "column"});
    }

    std::unique_ptr<Drafter> drafter() const override { return std::make_unique<CsvDrafter>(run_); }
};

}  // namespace

std::unique_ptr<Writer> make_csv(std::ostream& out, const Appearance&) { return std::make_unique<CsvWriter>(out); }

}  // namespace hipaa
