// The parts that an OSCAL document is made of.
#include "report/machine/oscal_parts.hpp"

#include <fmt/format.h>

#include "report/machine/content_ids.hpp"
#include "text/ascii.hpp"

namespace hipaa {
namespace {

OscalEntry entry_of(const Finding& finding) {
    OscalEntry entry{finding.id,
                     finding.title,
                     finding.sentence(),
                     {},
                     {},
                     std::string(name_of(finding.result)),
                     std::string(name_of(finding.basis)),
                     finding.evidence,
                     finding.place,
                     &finding};
    switch (finding.result) {
        case Result::not_applicable:
            break;
        case Result::pass:
            entry.state = "satisfied", entry.reason = "pass";
            break;
        case Result::unknown:
            entry.state = "not-satisfied", entry.reason = "other";
            break;
        case Result::accepted:
        case Result::attention:
        case Result::fail:
            entry.state = "not-satisfied", entry.reason = "fail";
            break;
    }
    return entry;
}

}  // namespace

std::string oscal_token(std::string_view id) {
    std::string token;
    bool faithful = true;
    for (const char c : id) {
        const bool plain = is_letter(c) || is_digit(c) || c == '-' || c == '_';
        faithful = faithful && (plain || c == '/');
        token += plain ? c : c == '/' ? '.' : '_';
    }
    if (token.empty() || !is_letter(token.front())) token.insert(0, 1, '_');
    constexpr std::size_t enough = 8;
    return faithful ? token : token + "-" + fingerprint(id).substr(0, enough);
}

std::string oscal_uuid(std::string_view kind, const PracticeFindings& practice, std::string_view what) {
    return uuid(fmt::format("{}\n{}\n{}", kind, practice.path, what));
}

std::string oscal_time(Date day) { return iso(day) + "T00:00:00Z"; }

void write_oscal_props(JsonBuilder& json, const std::vector<OscalProperty>& properties) {
    json.array("props", [&] {
        for (const OscalProperty& property : properties) {
            if (property.value.empty()) continue;
            json.object([&] {
                json.field("name", property.name);
                json.field("ns", "urn:hipaa-check:oscal");
                json.field("value", property.value);
            });
        }
    });
}

std::vector<OscalEntry> oscal_entries(const PracticeFindings& practice) {
    std::vector<OscalEntry> entries;
    std::size_t number = 0;
    for (const Mistake& mistake : practice.mistakes)
        entries.push_back({fmt::format("hipaa-check/mistake-{}", ++number),
                           "A mistake in the practice file",
                           mistake.message + ". Nothing was checked.",
                           "not-satisfied",
                           "other",
                           "error",
                           mistake.kind,
                           {},
                           mistake.place});
    if (practice.more_mistakes > 0)
        entries.push_back({"hipaa-check/more-mistakes",
                           "More mistakes in the practice file",
                           practice.more_mistakes_sentence(),
                           "not-satisfied",
                           "other",
                           "error",
                           {},
                           {},
                           {}});
    if (!practice.has_mistakes() && !practice.checked)
        entries.push_back({"hipaa-check/nothing-checked",
                           "Nothing was checked",
                           std::string(nothing_checked_text),
                           "not-satisfied",
                           "other",
                           "not_checked",
                           {},
                           {},
                           {}});
    for (const NotChecked& gap : practice.not_checked)
        entries.push_back({"hipaa-check/not-checked/" + gap.key,
                           "Not checked",
                           fmt::format("`{}` was not checked: {}.", gap.key, gap.reason),
                           {},
                           {},
                           "not_checked",
                           {},
                           {},
                           gap.place});
    for (const ChecklistFindings& checklist : practice.checklists)
        for (const Finding& finding : checklist.findings) entries.push_back(entry_of(finding));
    return entries;
}

}  // namespace hipaa
