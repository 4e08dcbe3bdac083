// A practice file through every report format.
#include "fuzz/every_report.hpp"

#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "fuzz/properties.hpp"
#include "report/format.hpp"
#include "text/utf8.hpp"

namespace hipaa::fuzz {
namespace {

/// What stands in the attribute `name` of all elements, in order.
std::vector<std::string_view> attributes(std::string_view html, std::string_view name) {
    const std::string begin = fmt::format(" {}=\"", name);
    std::vector<std::string_view> found;
    for (std::size_t at = html.find(begin); at != html.npos; at = html.find(begin, at)) {
        at += begin.size();
        found.push_back(html.substr(at, html.find('"', at) - at));
    }
    return found;
}

/// An id is there once, and a link within the page leads to one.
void require_links(std::string_view html) {
    std::set<std::string_view> ids;
    for (const std::string_view id : attributes(html, "id"))
        require(ids.insert(id).second, "an id of the page is there once", id);
    for (const std::string_view link : attributes(html, "href"))
        if (link.starts_with('#')) require(ids.contains(link.substr(1)), "a link leads to a part of the page", link);
}

void require_report(std::string_view format, const std::string& report) {
    if (format == "jsonl") require_json_lines(report, format);
    else if (format == "junit") require_xml(report, format);
    else if (format == "csv") require_csv(report, format);
    else if (format == "html") require_html(report, format), require_links(report);
    else if (format != "markdown" && format != "github" && format != "text") require_json(report, format);
    const bool is_marked = format == "csv" && report.starts_with(utf8::byte_order_mark);  // for spreadsheets
    require_clean_text(std::string_view(report).substr(is_marked ? utf8::byte_order_mark.size() : 0), format);
}

/// Which of the options that change reports for people the text is tried with: the same each time.
std::vector<std::string> manner(const std::string& practice) {
    constexpr std::string_view manners[] = {"-v", "--brief", "--redact", "--strict"};
    return {std::string(manners[practice.size() % std::size(manners)])};
}

}  // namespace

void require_every_report(const std::string& practice) {
    const testing::Scratch files;
    std::vector<std::string> arguments = manner(practice);
    arguments.insert(arguments.end(), {"--stdin-name", "practice.yaml", "-"});
    for (const Format& format : formats())
        if (format.name != "text") arguments.insert(arguments.end(), {"-o", fmt::format("{0}={0}.out", format.name)});
    testing::Setting setting{.in = practice};
    setting.out_is_terminal = true;
    const testing::Outcome outcome = run(arguments, setting);
    require(outcome.status != 2, "any text is a practice file, if not a sound one", outcome.err);
    require_no_verdict(outcome.out, practice);
    for (const Format& format : formats())
        if (format.name != "text") require_report(format.name, written(fmt::format("{}.out", format.name)));

    const testing::Outcome merged = run({"merge", "-f", "json", "jsonl.out"});
    require(merged.status == outcome.status, "merging has the status of the run",
            fmt::format("{}, not {}: {}", merged.status, outcome.status, merged.err));
    const std::string json = written("json.out");
    require(merged.out == json, "merging makes the report of the run", merged.out + "\n\nnot\n\n" + json);
}

}  // namespace hipaa::fuzz
