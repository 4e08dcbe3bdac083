// What falls due, as JSON. `due_schema` describes it.
#include "json/builder.hpp"
#include "report/due/due_formats.hpp"
#include "report/due/due_rows.hpp"

namespace hipaa {
namespace {

class DueJsonWriter final : public DueWriter {
public:
    using DueWriter::DueWriter;

private:
    void write(const std::vector<DueRow>& rows, const Totals&) override {
        JsonBuilder json;
        json.object([&] {
            json.field("format", due_format);
            json.objects("due", rows, [&](const DueRow& row) {
                json.field("date", iso(row.due.date));
                json.boolean("overdue", row.due.overdue);
                json.field("kind", name_of(row.due.kind));
                json.field("id", row.due.id);
                json.field("text", row.due.text);
                json.field("file", row.file);
                json.field("name", row.practice);
            });
        });
        out_ << json.take();
    }
};

}  // namespace

std::unique_ptr<Writer> make_due_json(std::ostream& out, const Appearance&) {
    return std::make_unique<DueJsonWriter>(out);
}

}  // namespace hipaa
