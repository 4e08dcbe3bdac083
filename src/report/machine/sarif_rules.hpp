// The rules of a SARIF report: what a viewer shows of a check beside its results.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "json/builder.hpp"
#include "report/machine/finding.hpp"

namespace hipaa {

class SarifRules {
public:
    /// Adds all checks of the checklists that apply to the practice, whatever their results.
    void add(const PracticeFindings& practice);
    std::size_t index_of(std::string_view id) const;
    /// The elements of `rules`.
    void write(JsonBuilder& json) const;

private:
    struct Rule {
        std::string id;
        std::string name;
        std::string summary;
        std::string description;
        std::string help;
        std::string markdown;
        std::string url;
        Severity severity = Severity::error;
        std::string basis;
        std::vector<std::string> tags;
    };

    static Rule own_rule(const Finding& finding);
    static Rule of(const Finding& finding);
    void add(Rule rule);
    static void write(const Rule& rule, JsonBuilder& json);

    std::vector<Rule> rules_;
    std::map<std::string, std::size_t, std::less<>> index_;
};

}  // namespace hipaa
