// One practice as a result of an OSCAL document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/builder.hpp"
#include "report/machine/finding.hpp"

namespace hipaa {

/// Of the schema that the reports are valid against.
inline constexpr std::string_view oscal_version = "1.0.6";

/// `spruce/paid-tier/paid` as the token `spruce.paid-tier.paid`. Two identifiers never become the same token.
std::string oscal_token(std::string_view id);

/// The first second of a day.
std::string oscal_time(Date day);

struct OscalProperty {
    std::string_view name;
    std::string_view value;
};

/// The member `props`; empty values are left out, as OSCAL has none.
void write_oscal_props(JsonBuilder& json, const std::vector<OscalProperty>& properties);

/// A checklist as a resource of a document: its UUID, and its members.
std::string oscal_resource_id(const Checklist& checklist);
void write_oscal_resource(JsonBuilder& json, const Checklist& checklist);

/// The resource of a document that stands for the catalog of controls.
std::string oscal_catalog_resource();
/// The members of the document id of that catalog, whatever its version.
void write_oscal_catalog_id(JsonBuilder& json);

/// The members of an element of `results`.
void write_oscal_result(JsonBuilder& json, const PracticeFindings& practice, Date as_of);

/// The members of `reviewed-controls` where no checklist was applied.
void write_no_oscal_controls(JsonBuilder& json);

}  // namespace hipaa
