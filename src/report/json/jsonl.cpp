// The jsonl format: one object a line for each practice, and a last line that says how many there are.
#include "report/json/json_line.hpp"
#include "report/json/report_json.hpp"
#include "report/sequence_writer.hpp"

namespace hipaa {
namespace {

class JsonLineDrafter final : public Drafter {
public:
    explicit JsonLineDrafter(const Run& run) : run_(run) {}

    std::string draft(const PracticeReport& report) override {
        json_.begin();
        json_.StartObject();
        ReportJson line(json_, run_);
        json_.repeat(this, 0, [&] {
            line.origin();
            line.settings();
        });
        line.practice(report);
        json_.EndObject();
        return json_.take();
    }

private:
    Run run_;
    JsonLine json_;
};

class JsonLinesWriter final : public SequenceWriter {
public:
    using SequenceWriter::SequenceWriter;

    std::unique_ptr<Drafter> drafter() const override { return std::make_unique<JsonLineDrafter>(run_); }

    void end(const Totals& totals) override {
        JsonLine json;
        json.begin();
        json.StartObject();
        ReportJson(json, run_).end_of_run(totals.practices);
        json.EndObject();
        out_ << json.take();
    }
};

}  // namespace

std::unique_ptr<Writer> make_jsonl(std::ostream& out, const Appearance&) {
    return std::make_unique<JsonLinesWriter>(out);
}

}  // namespace hipaa
