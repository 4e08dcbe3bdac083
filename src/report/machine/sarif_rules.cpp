// The rules of a SARIF report.
#include "report/machine/sarif_rules.hpp"

#include <utility>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "text/ascii.hpp"

namespace hipaa {
namespace {

/// `spruce/paid-tier/paid` as `SprucePaidTierPaid`: viewers show it where they have no room for the identifier.
std::string pascal_case(std::string_view id) {
    std::string name;
    bool begins = true;
    for (const char c : id) {
        const bool plain = is_letter(c) || is_digit(c);
        if (plain) name += begins ? capital_letter(c) : c;
        begins = !plain;
    }
    return name;
}

std::string escape_markdown(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '<') result += "&lt;";
        else if (c == '&') result += "&amp;";
        else if (std::string_view("\\*_[]|").find(c) != std::string_view::npos) (result += '\\') += c;
        else result += c;
    }
    return result;
}

bool is_absolute_url(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

std::string joined(const std::vector<Text>& texts) {
    std::string result;
    for (const Text text : texts) result += (result.empty() ? "" : "; ") + text;
    return result;
}

}  // namespace

/// For files that could not be checked.
SarifRules::Rule SarifRules::own_rule(const Finding& finding) {
    Rule rule;
    rule.id = finding.id;
    rule.severity = finding.unmet;
    rule.basis = "input";
    rule.tags = {"hipaa", "input"};
    if (finding.kind == FindingKind::mistake) {
        rule.name = "PracticeFile";
        rule.summary = "A practice file has mistakes.";
        rule.description =
            "A practice file with a mistake is not checked at all, so that no typing error passes for an answer. "
            "Correct "
            "the mistakes that the run names, and check again.";
    } else {
        rule.name = "NothingChecked";
        rule.summary = "No checklist applies to a practice.";
        rule.description =
            "A checklist applies as soon as the practice file names the product that it is about. Until then nothing "
            "is known about the practice, neither good nor bad.";
    }
    rule.help = rule.markdown = rule.description;
    return rule;
}

SarifRules::Rule SarifRules::of(const Finding& finding) {
    Rule rule;
    rule.id = finding.id;
    rule.name = pascal_case(finding.id);
    rule.severity = finding.unmet;
    rule.basis = name_of(finding.basis);
    rule.tags = {"hipaa", finding.origin->checklist->id, rule.basis};
    std::vector<Text> cites;
    std::vector<Link> links;
    if (finding.check) {
        rule.summary = fmt::format("{}.", one_line(finding.note->title));
        rule.description = one_line(finding.check->message);
        rule.help = fmt::format("Why: {} To do: {}", one_line(finding.note->why), one_line(finding.check->fix));
        rule.markdown = fmt::format("**Why:** {}\n\n**To do:** {}", escape_markdown(one_line(finding.note->why)),
                                    escape_markdown(one_line(finding.check->fix)));
        cites = finding.note->cites;
        links = finding.note->read_more;
    } else if (finding.caveat) {
        rule.summary = fmt::format("{}.", one_line(finding.caveat->title));
        rule.description = rule.help = one_line(finding.caveat->text);
        rule.markdown = escape_markdown(rule.help);
        cites = finding.caveat->cites;
        links = finding.caveat->read_more;
    } else {
        rule.summary = "Answers that cannot all be true.";
        rule.description = rule.help = one_line(finding.contradiction->message);
        rule.markdown = escape_markdown(rule.help);
        rule.tags.back() = rule.basis = "contradiction";
    }
    if (!cites.empty()) {
        rule.help += fmt::format(" Sources: {}.", one_line(joined(cites)));
        rule.markdown += fmt::format("\n\n**Sources:** {}", escape_markdown(one_line(joined(cites))));
    }
    for (const Link& link : links) {
        if (!is_absolute_url(link.url)) continue;
        if (rule.url.empty()) rule.url = one_line(link.url);
        rule.markdown += fmt::format("\n\n{}: <{}>", escape_markdown(one_line(link.title)), one_line(link.url));
    }
    if (const auto& source = finding.origin->checklist->source;
        rule.url.empty() && source && is_absolute_url(source->url))
        rule.url = one_line(source->url);
    return rule;
}

void SarifRules::add(Rule rule) {
    if (index_.emplace(rule.id, rules_.size()).second) rules_.push_back(std::move(rule));
}

void SarifRules::add(const PracticeFindings& practice) {
    for (const Finding& finding : practice.findings) {
        const bool own = finding.kind == FindingKind::mistake || finding.kind == FindingKind::nothing_checked;
        if ((own || finding.origin) && !index_.contains(finding.id)) add(own ? own_rule(finding) : of(finding));
    }
}

std::size_t SarifRules::index_of(std::string_view id) const { return index_.find(id)->second; }

void SarifRules::write(JsonBuilder& json) const {
    for (const Rule& rule : rules_) json.object([&] { write(rule, json); });
}

void SarifRules::write(const Rule& rule, JsonBuilder& json) {
    const auto message = [&](std::string_view name, std::string_view text) {
        json.object(name, [&] { json.field("text", text); });
    };
    json.field("id", rule.id);
    json.field("name", rule.name);
    message("shortDescription", rule.summary);
    message("fullDescription", rule.description);
    json.object("defaultConfiguration", [&] { json.field("level", name_of(rule.severity)); });
    if (!rule.url.empty()) json.field("helpUri", rule.url);
    json.object("help", [&] {
        json.field("text", rule.help);
        json.field("markdown", rule.markdown);
    });
    json.object("properties", [&] {
        json.field("basis", rule.basis);
        json.field("problem.severity", rule.severity == Severity::note ? "recommendation" : name_of(rule.severity));
        json.texts("tags", rule.tags);
    });
}

}  // namespace hipaa
