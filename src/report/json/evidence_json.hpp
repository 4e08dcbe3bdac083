// Answers and decisions as a JSON report states them; evidence_reader.hpp reads them back.
#pragma once

#include <cstddef>
#include <string>

#include "engine/assessment.hpp"
#include "json/builder.hpp"

namespace hipaa {

/// What `write` builds, which depends on nothing but `of` and `part`, unless the sheet's product is part of an id.
template <typename Write>
void write_fixed(JsonBuilder& json, const Sheet& sheet, const void* of, std::size_t part, Write&& write) {
    if (sheet.product.empty()) json.repeat(of, part, write);
    else write();
}

/// The members of one answer. `sheet`: where it may come from; null if that is not known.
void write_evidence(JsonBuilder& json, const Evidence& item, const Sheet* sheet);

/// The value of an answer as those members have it, on one line: JSON.
std::string json_of_value(const Question& question, const Answer& answer);

/// The members of a decision.
void write_decision(JsonBuilder& json, const Decision& decision);

}  // namespace hipaa
