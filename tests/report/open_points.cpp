// Reading reports as those who receive them would.
#include "report/open_points.hpp"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidjson/document.h>
#include <pugixml.hpp>

namespace hipaa {
namespace {

using Json = rapidjson::Value;
using Points = std::set<std::string>;

void add(Points& points, std::string_view id, std::string_view result, std::string_view fix) {
    points.insert(fmt::format("{} {}: {}", id, result, fix));
}

std::string replaced(const std::string& text, const char* pattern, const char* with) {
    return std::regex_replace(text, std::regex(pattern), with);
}

/// The sentence that several formats have: "Needs action (legal duty): ... To do: ..."
void add_sentence(Points& points, std::string_view id, const std::string& sentence) {
    static const std::map<std::string, std::string> results{{"Needs action", "fail"},
                                                            {"Recommended change", "fail"},
                                                            {"Not answered", "unknown"},
                                                            {"Look at this", "attention"}};
    const auto result = results.find(sentence.substr(0, sentence.find(" (")));
    if (result == results.end()) return;
    const std::string mark = " To do: ";
    const std::size_t fix = sentence.find(mark);
    REQUIRE(fix != sentence.npos);
    add(points, id, result->second, sentence.substr(fix + mark.size()));
}

rapidjson::Document parsed(const std::string& json) {
    rapidjson::Document document;
    document.Parse(json.c_str());
    REQUIRE(!document.HasParseError());
    return document;
}

void add_json(Points& points, const Json& item) {
    if (!item.HasMember("result")) return;
    const std::string result = item["result"].GetString();
    if (result == "fail" || result == "unknown" || result == "attention")
        add(points, item["id"].GetString(), result, item["fix"].GetString());
}

Points of_json_practice(const Json& practice) {
    Points points;
    for (const Json& checklist : practice["checklists"].GetArray()) {
        for (const Json& caveat : checklist["caveats"].GetArray()) add_json(points, caveat);
        for (const Json& contradiction : checklist["contradictions"].GetArray()) add_json(points, contradiction);
        for (const Json& note : checklist["notes"].GetArray())
            for (const Json& check : note["checks"].GetArray()) add_json(points, check);
    }
    return points;
}

Points of_json(const std::string& report) { return of_json_practice(parsed(report)["practices"][0]); }

Points of_jsonl(const std::string& report) { return of_json_practice(parsed(report.substr(0, report.find('\n')))); }

Points of_sarif(const std::string& report) {
    Points points;
    const auto document = parsed(report);
    for (const Json& result : document["runs"][0]["results"].GetArray()) {
        Points read;
        add_sentence(read, result["ruleId"].GetString(), result["message"]["text"].GetString());
        REQUIRE(read.size() == 1);
        CHECK(read.begin()->find(fmt::format(" {}: ", result["properties"]["result"].GetString())) !=
              std::string::npos);
        points.merge(read);
    }
    return points;
}

Points of_junit(const std::string& report) {
    Points points;
    pugi::xml_document document;
    REQUIRE(document.load_string(report.c_str()));
    for (const auto suite : document.child("testsuites").children("testsuite"))
        for (const auto test : suite.children("testcase")) {
            const pugi::xml_node outcome = test.first_child();
            if (std::string(outcome.name()) == "skipped") continue;
            const std::string text = outcome.child_value();
            add_sentence(points, test.attribute("name").value(), text.substr(text.find(": ") + 2));
        }
    return points;
}

Points of_github(const std::string& report) {
    Points points;
    static const std::regex annotation("::[a-z]+ [^\n]*title=([^:\n]*)::([^\n]*)");
    for (std::sregex_iterator match(report.begin(), report.end(), annotation), end; match != end; ++match) {
        const std::string title = replaced((*match)[1], "%3A", ":");
        add_sentence(points, title.substr(title.rfind(' ') + 1), (*match)[2]);
    }
    return points;
}

Points of_gitlab(const std::string& report) {
    Points points;
    const auto document = parsed(report);
    for (const Json& issue : document.GetArray())
        add_sentence(points, issue["check_name"].GetString(), issue["description"].GetString());
    return points;
}

/// The cells of a line.
std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> result(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) result.emplace_back();
        else result.back() += c;
    }
    return result;
}

std::vector<std::string> split(const std::string& text, std::string_view separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; !text.empty() && at != text.npos;) {
        const std::size_t end = text.find(separator, at);
        parts.push_back(text.substr(at, end == text.npos ? end : end - at));
        at = end == text.npos ? end : end + separator.size();
    }
    return parts;
}

Points of_csv(const std::string& report) {
    Points points;
    std::map<std::string, std::size_t> column;
    for (const std::string& line : split(report, "\r\n")) {
        const std::vector<std::string> row = cells(line);
        if (column.empty()) {
            for (std::size_t i = 0; i < row.size(); ++i) column[row[i]] = i;
            continue;
        }
        if (row.size() < column.size()) continue;
        const std::string& kind = row[column["kind"]];
        const std::string& details = row[column["details"]];
        if (kind == "caveat" || kind == "contradiction") add_sentence(points, row[column["id"]], details);
        if (kind != "note") continue;
        std::vector<std::string> sentences = split(details, " | ");
        std::erase_if(sentences, [](const std::string& sentence) { return sentence.starts_with("Accepted"); });
        const std::vector<std::string> ids = split(row[column["open_checks"]], " ");
        if (!ids.empty()) REQUIRE(ids.size() == sentences.size());
        for (std::size_t i = 0; i < ids.size(); ++i) add_sentence(points, ids[i], sentences[i]);
    }
    return points;
}

Points of_oscal(const std::string& report) {
    Points points;
    const auto document = parsed(report);
    const Json& result = document["assessment-results"]["results"][0];
    if (!result.HasMember("findings")) return points;
    for (const Json& finding : result["findings"].GetArray())
        add_sentence(points, finding["props"][0]["value"].GetString(), finding["description"].GetString());
    return points;
}

/// Without the marks of its format, and with one blank wherever there are several.
std::string plain(std::string_view format, const std::string& report) {
    std::string text = format == "html" ? replaced(report.substr(report.find("<body")), "<[^>]*>", " ") : report;
    std::erase_if(text, [](char c) { return c == '\\' || c == '`' || c == '*'; });
    return replaced(replaced(text, "\\s+", " "), " ([.,:;)])", "$1");
}

/// What the words before an identifier say of the result.
std::string result_before(const std::string& text, std::size_t at) {
    static const std::vector<std::pair<std::string, std::string>> marks{
        {" Problem", "fail"},
        {" Look at", "attention"},
        {" Find out", "unknown"},
        {" Check Not answered:", "unknown"},
        {" Check: Not answered:", "unknown"},
        {" Accepted, documented:", "accepted"},
        {" In place, as reported:", "pass"},
        {" Does not apply:", "not_applicable"},
        {"(needs action: a reason not to use it)", "fail"},
        {"(perhaps a reason not to use it: not answered)", "unknown"},
        {"(does not apply)", "not_applicable"},
        {"Answers that cannot all be true", "unknown"},
    };
    std::string result;
    std::size_t last = 0;
    for (const auto& [mark, means] : marks) {
        const std::size_t found = text.rfind(mark, at);
        if (found == text.npos || found < last) continue;
        last = found;
        result = means;
    }
    return result;
}

Points of_page(std::string_view format, const std::string& report, const std::vector<std::string>& fixes) {
    Points points;
    const std::string text = plain(format, report);
    static const std::regex mention(
        "(?:Check|Not answered|Accepted, documented|In place, as reported|Does not apply): "
        "(mail(?:/[a-z-]+)+)");
    std::sregex_iterator match(text.begin(), text.end(), mention);
    for (const std::sregex_iterator end; match != end;) {
        const std::string id = (*match)[1];
        const auto at = static_cast<std::size_t>(match->position(1));
        ++match;
        const std::size_t next = match == end ? text.npos : static_cast<std::size_t>(match->position());
        const std::string said = text.substr(at, next - at);
        const std::string result = result_before(text, at);
        if (result != "fail" && result != "unknown" && result != "attention") continue;
        const auto fix = std::ranges::find_if(fixes, [&](const std::string& words) {
            return said.find("do: " + plain({}, words)) != said.npos ||
                   said.find("do " + plain({}, words)) != said.npos;
        });
        add(points, id, result, fix == fixes.end() ? "(none) " + said : *fix);
    }
    return points;
}

}  // namespace

std::string open_points(std::string_view format, const std::string& report, const std::vector<std::string>& fixes) {
    static const std::map<std::string_view, Points (*)(const std::string&)> readers{
        {"json", of_json},     {"jsonl", of_jsonl},   {"sarif", of_sarif}, {"junit", of_junit},
        {"github", of_github}, {"gitlab", of_gitlab}, {"csv", of_csv},     {"oscal", of_oscal}};
    const auto reader = readers.find(format);
    std::string text;
    for (const std::string& point : reader == readers.end() ? of_page(format, report, fixes) : reader->second(report))
        text += point + '\n';
    return text;
}

}  // namespace hipaa
