// A practice file through every report format.
#include "fuzz/every_report.hpp"

#include <algorithm>
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
    else if (format != "markdown" && format != "github") require_json(report, format);
    const bool is_marked = format == "csv" && report.starts_with(utf8::byte_order_mark);  // for spreadsheets
    require_clean_text(std::string_view(report).substr(is_marked ? utf8::byte_order_mark.size() : 0), format);
}

/// The formats to try, at least one. The two that are held against each other have their turn together.
std::vector<std::string_view> formats_for(std::string_view practice) {
    std::vector<std::string_view> found;
    std::size_t turn = 0;
    for (const Format& format : formats()) {
        if (format.name == "jsonl" || !has_turn(practice, turn++, formats().size() - 1)) continue;
        found.push_back(format.name);
        if (format.name == "json") found.emplace_back("jsonl");
    }
    return found;
}

/// Which of the options that change reports for people the text is tried with: the same each time.
std::vector<std::string> manner(const std::string& practice) {
    constexpr std::string_view manners[] = {"-v", "--brief", "--redact", "--strict"};
    return {std::string(manners[practice.size() % std::size(manners)])};
}

}  // namespace

void require_every_report(const std::string& practice) {
    const testing::Scratch files;
    const std::vector<std::string> rules = rules_for(practice, files);
    std::vector<std::string> arguments = manner(practice);
    arguments.insert(arguments.end(), rules.begin(), rules.end());
    const std::vector<std::string_view> names = formats_for(practice);
    arguments.insert(arguments.end(), {"-f", std::string(names.front()), "--stdin-name", "practice.yaml", "-"});
    for (std::size_t i = 1; i < names.size(); ++i)
        arguments.insert(arguments.end(), {"-o", fmt::format("{0}={0}.out", names[i])});
    testing::Setting setting{.in = practice};
    setting.out_is_terminal = true;
    const testing::Outcome outcome = run(arguments, setting);
    require(outcome.status != 2, "any text is a practice file, if not a sound one", outcome.err);

    const auto report_of = [&](std::string_view name) {
        return name == names.front() ? outcome.out : written(fmt::format("{}.out", name));
    };
    for (const std::string_view name : names) {
        const std::string report = report_of(name);
        require_no_verdict(report, practice);
        if (name != "text") require_report(name, report);  // it is in color; `run` has looked at it
    }
    if (std::ranges::find(names, "jsonl") == names.end()) return;
    std::vector<std::string> merge{"merge", "-f", "json", "jsonl.out"};
    merge.insert(merge.end(), rules.begin(), rules.end());
    const testing::Outcome merged = run(merge);
    require(merged.status == outcome.status, "merging has the status of the run",
            fmt::format("{}, not {}: {}", merged.status, outcome.status, merged.err));
    const std::string json = report_of("json");
    require(merged.out == json, "merging makes the report of the run", merged.out + "\n\nnot\n\n" + json);
}

}  // namespace hipaa::fuzz
