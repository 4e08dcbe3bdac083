// The json format: one object, indented.
#include <string_view>

#include "report/format.hpp"
#include "report/json/digests.hpp"
#include "report/json/report_json.hpp"
#include "report/json_elements.hpp"

namespace hipaa {
namespace {

class JsonReport final : public Writer {
public:
    explicit JsonReport(std::ostream& out) : out_(out) {}

    void begin(const Run& run) override { run_ = run; }

    void practice(const PracticeReport& report) override {
        practices_.builder().object([&] { write_practice(practices_.builder(), report, run_); });
        practices_.settle();
        digests_.add_practice(report);
        digests_.add_checklists(report);
    }

    void end(const Totals& totals) override {
        JsonBuilder json;
        json.object([&] {
            write_origin(json, run_);
            write_totals(json, run_, totals);
            digests_.write(json);
            practices_.write_to(json, "practices", [&](std::string_view text) { out_ << text; });
        });
        out_ << json.take();
    }

private:
    std::ostream& out_;
    Run run_;
    JsonElements practices_{1};
    Digests digests_;
};

}  // namespace

std::unique_ptr<Writer> make_json(std::ostream& out, const Appearance&) { return std::make_unique<JsonReport>(out); }

}  // namespace hipaa
