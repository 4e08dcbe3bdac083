// The parts that an OSCAL document is made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/builder.hpp"
#include "report/machine/finding.hpp"

namespace hipaa {

/// `spruce/paid-tier/paid` as the token `spruce.paid-tier.paid`. Two identifiers never become the same token.
std::string oscal_token(std::string_view id);

/// The identifier of a thing in a practice file: the same run by run.
std::string oscal_uuid(std::string_view kind, const PracticeFindings& practice, std::string_view what);

/// The first second of a day.
std::string oscal_time(Date day);

struct OscalProperty {
    std::string_view name;
    std::string value;
};

/// The member `props`; empty values are left out, as OSCAL has none.
void write_oscal_props(JsonBuilder& json, const std::vector<OscalProperty>& properties);

/// Something that was observed, and the finding that it leads to, if any.
struct OscalEntry {
    std::string id;
    std::string title;
    std::string description;
    std::string_view state;   // `satisfied`, `not-satisfied`, or empty: no finding
    std::string_view reason;  // `pass`, `fail` or `other`
    std::string result;
    std::string basis;
    std::vector<EvidenceText> evidence;
    Place place;
    const Finding* finding = nullptr;
};

/// All that was observed in a practice.
std::vector<OscalEntry> oscal_entries(const PracticeFindings& practice);

}  // namespace hipaa
