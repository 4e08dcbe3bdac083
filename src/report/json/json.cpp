// The json format: one object, indented.
#include <string_view>

#include "json/memory.hpp"
#include "json/text.hpp"
#include "report/format.hpp"
#include "report/json/report_json.hpp"
#include "report/spill.hpp"

namespace hipaa {
namespace {

/// Indented, and written anew each time, also what JsonLine would remember.
class IndentedJson : public PrettyJsonWriter {
public:
    using PrettyJsonWriter::PrettyWriter;

    template <typename Write>
    void repeat(const void*, std::uint64_t, Write&& write) {
        write();
    }
    void place(Place place) {
        Key("line");
        Uint(place.line);
        Key("column");
        Uint(place.column);
    }
};

class JsonReport final : public Writer {
public:
    explicit JsonReport(std::ostream& out) : out_(out), json_(buffer_) { json_.SetIndent(' ', 2); }

    void begin(const Run& run) override {
        run_ = run;
        json_.StartObject();
        buffer_.Clear();  // the opening brace is that of the head
        json_.Key("practices");
        json_.StartArray();
    }

    void practice(const PracticeReport& report) override {
        json_.StartObject();
        ReportJson(json_, run_).practice(report);
        json_.EndObject();
        settle();
    }

    /// The head needs the totals, so it is written last, as an object of its own, and the two are joined to one.
    void end(const Totals& totals) override {
        json_.EndArray();
        json_.EndObject();
        settle();
        JsonBuffer buffer;
        IndentedJson json(buffer);
        json.SetIndent(' ', 2);
        json.StartObject();
        ReportJson report(json, run_);
        report.origin();
        report.settings();
        report.skipped(totals);
        report.field("result", totals.result());
        report.counts(totals.counts);
        json.EndObject();
        std::string head = escape_invisible({buffer.GetString(), buffer.GetSize()});
        head.resize(head.size() - 2);  // line feed and closing brace
        out_ << head << ',';
        practices_.write_to(out_);
        out_ << '\n';
    }

private:
    void settle() {
        practices_.append(escape_invisible({buffer_.GetString(), buffer_.GetSize()}));
        buffer_.Clear();
    }

    std::ostream& out_;
    Run run_;
    JsonBuffer buffer_;
    IndentedJson json_;
    Spill practices_;  // from the member `practices` on
};

}  // namespace

std::unique_ptr<Writer> make_json(std::ostream& out, const Appearance&) { return std::make_unique<JsonReport>(out); }

}  // namespace hipaa
