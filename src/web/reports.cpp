// The reports of the program, made in the page.
#include "web/reports.hpp"

#include <algorithm>
#include <memory>
#include <sstream>
#include <utility>

#include "practice/file_kind.hpp"
#include "practice/practice_reader.hpp"
#include "report/conclude.hpp"
#include "report/format.hpp"

namespace hipaa {

/// Each is defined in the file of its format.
std::unique_ptr<Writer> make_text(std::ostream& out, const Appearance& appearance);
std::unique_ptr<Writer> make_markdown(std::ostream& out, const Appearance& appearance);
std::unique_ptr<Writer> make_html(std::ostream& out, const Appearance& appearance);

namespace web {
namespace {

PracticeReport checked(yaml::Source source, const Session& session) {
    PracticeReport report;
    const AssessmentSettings& settings = session.sitting().settings();
    auto document = yaml::read_out_of(source, report.problems);
    const bool is_other = refuse_other_kind(document ? document->source().text : source.text,
                                            document ? &*document : nullptr, session.keys(), report.problems);
    if (document && !is_other) {
        report.practice = read_practice(*document, session.library(), session.keys(), report.problems);
        refuse_future_confirmation(report.practice, settings.today, report.problems);
    }
    report.source = document ? std::move(*document).take_source() : std::move(source);
    conclude(report, session.library(), settings, false);
    if (is_other) report.remarks.clear();
    return report;
}

std::string written(std::vector<yaml::Source> files, std::string_view format, const Session& session) {
    const AssessmentSettings& settings = session.sitting().settings();
    Run run;
    run.as_of = settings.today;
    run.max_age = settings.max_age;
    run.rules.assign(session.added().begin(), session.added().end());
    std::ostringstream out;
    const Appearance appearance;
    const std::unique_ptr<Writer> writer = format == "text"       ? make_text(out, appearance)
                                           : format == "markdown" ? make_markdown(out, appearance)
                                                                  : make_html(out, appearance);
    Totals totals;
    writer->begin(run);
    for (yaml::Source& file : files) {
        const PracticeReport report = checked(std::move(file), session);
        totals.add(report);
        writer->practice(report);
    }
    writer->end(totals);
    return std::move(out).str();
}

}  // namespace

std::string report_of(const Session& session, std::string_view format) {
    return written({{session.file_name(), session.sitting().text()}}, format, session);
}

std::string overview_of(const Session& session, std::vector<yaml::Source> files) {
    std::ranges::sort(files, {}, &yaml::Source::name);
    return written(std::move(files), "html", session);
}

}  // namespace web
}  // namespace hipaa
