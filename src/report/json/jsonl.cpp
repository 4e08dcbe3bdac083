// The jsonl format: one object a line for each practice, and a last line that says how many there are.
#include "report/json/report_json.hpp"
#include "report/sequence_writer.hpp"

namespace hipaa {
namespace {

class JsonLineDrafter final : public Drafter {
public:
    explicit JsonLineDrafter(const Run& run) : run_(run) {}

    std::string draft(const PracticeReport& report) override {
        json_.object([&] {
            json_.repeat(this, 0, [&] { write_origin(json_, run_); });
            write_practice(json_, report, run_);
        });
        return json_.take();
    }

private:
    Run run_;
    JsonBuilder json_{JsonBuilder::Layout::one_line};
};

class JsonLinesWriter final : public SequenceWriter {
public:
    using SequenceWriter::SequenceWriter;

    std::unique_ptr<Drafter> drafter() const override { return std::make_unique<JsonLineDrafter>(run_); }

    void drafted(const PracticeReport& report, std::string_view text) override {
        SequenceWriter::drafted(report, text);
        checklists_.add_checklists(report);
    }

    void end(const Totals& totals) override {
        JsonBuilder json(JsonBuilder::Layout::one_line);
        json.object([&] { write_end_of_run(json, run_, totals, checklists_); });
        out_ << json.take();
    }

private:
    Digests checklists_;
};

}  // namespace

std::unique_ptr<Writer> make_jsonl(std::ostream& out, const Appearance&) {
    return std::make_unique<JsonLinesWriter>(out);
}

}  // namespace hipaa
