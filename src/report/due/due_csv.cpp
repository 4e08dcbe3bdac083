// What falls due, for a spreadsheet: the members of the JSON list as columns.
#include "report/due/due_formats.hpp"
#include "report/due/due_rows.hpp"
#include "report/machine/csv_cells.hpp"
#include "report/machine/finding.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

class DueCsvWriter final : public DueWriter {
public:
    DueCsvWriter(std::ostream& out, bool to_file) : DueWriter(out), to_file_(to_file) {}

private:
    void write(const std::vector<DueRow>& rows, const Totals&) override {
        std::string text;
        if (to_file_) text += utf8::byte_order_mark;  // or spreadsheets would take it to be in an old encoding
        append_csv_row({"date", "overdue", "kind", "id", "text", "file", "name"}, text);
        for (const DueRow& row : rows)
            append_csv_row({iso(row.due.date), row.due.overdue ? "true" : "false", name_of(row.due.kind),
                            one_line(row.due.id), one_line(row.due.text), one_line(row.file), one_line(row.practice)},
                           text);
        out_ << text;
    }

    bool to_file_;
};

}  // namespace

std::unique_ptr<Writer> make_due_csv(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<DueCsvWriter>(out, appearance.to_file);
}

}  // namespace hipaa
