// The json format: one object, indented.
#include <string_view>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "report/format.hpp"
#include "report/json_text.hpp"
#include "report/report_json.hpp"

namespace hipaa {
namespace {

/// Indented, and written anew each time, also what JsonLine would remember.
class IndentedJson : public rapidjson::PrettyWriter<rapidjson::StringBuffer> {
public:
    using PrettyWriter::PrettyWriter;

    template <typename Write>
    void repeat(const void*, std::uint64_t, Write&& write) {
        write();
    }
    template <typename Write>
    void recall(const CheckLook&, const std::vector<Evidence>&, Write&& write) {
        write();
    }
    void place(Place place) {
        Key("line");
        Uint(place.line);
        Key("column");
        Uint(place.column);
    }
    void place(Place place, std::size_t) { this->place(place); }
    void gap_in_text(std::string_view, Stretch, std::size_t) {}
    void gap_in_value(std::size_t) {}
};

class JsonWriter final : public Writer {
public:
    explicit JsonWriter(std::ostream& out) : out_(out), practices_json_(practices_) {
        practices_json_.SetIndent(' ', 2);
    }

    void begin(const Run& run) override {
        run_ = run;
        practices_json_.StartObject();
        practices_json_.Key("practices");
        practices_json_.StartArray();
    }

    void practice(const PracticeReport& report) override {
        practices_json_.StartObject();
        ReportJson(practices_json_, run_).practice(report);
        practices_json_.EndObject();
    }

    /// The head needs the totals, so it is written last, as an object of its own, and the two are joined to one.
    void end(const Totals& totals) override {
        practices_json_.EndArray();
        practices_json_.EndObject();
        rapidjson::StringBuffer head;
        IndentedJson json(head);
        json.SetIndent(' ', 2);
        json.StartObject();
        ReportJson report(json, run_);
        report.origin();
        report.settings();
        report.skipped(totals);
        report.field("result", totals.result());
        report.counts(totals.counts);
        json.EndObject();
        std::string_view first(head.GetString(), head.GetSize());
        first.remove_suffix(2);  // line feed and closing brace
        std::string_view second(practices_.GetString(), practices_.GetSize());
        second.remove_prefix(1);  // opening brace
        out_ << escape_invisible(first) << ',' << escape_invisible(second) << '\n';
    }

private:
    std::ostream& out_;
    Run run_;
    rapidjson::StringBuffer practices_;
    IndentedJson practices_json_;
};

}  // namespace

std::unique_ptr<Writer> make_json(std::ostream& out, const Appearance&) { return std::make_unique<JsonWriter>(out); }

}  // namespace hipaa
