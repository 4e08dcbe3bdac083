// What the checklists come down to in the terms of the regulation: its paragraphs, as controls.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"

namespace hipaa {

/// A paragraph of 45 CFR that a checklist rests on.
struct Control {
    std::string id;                   // `cfr-164.308.a.1.ii.A`
    std::string citation;             // `45 CFR 164.308(a)(1)(ii)(A)`
    std::string name;                 // "Risk analysis"; empty if no check is about just this paragraph
    std::string requirement;          // `required`, `addressable` or `standard`; empty likewise
    std::vector<std::string> checks;  // full ids of the checks about just this paragraph
    std::vector<std::string> notes;   // of the notes that cite it
};

struct ControlSection {
    std::string number;  // `164.308`
    std::string title;   // "45 CFR 164.308, Administrative safeguards"
    std::vector<Control> controls;
};

/// The sections of the Security Rule first, then the others; paragraphs in the order of the regulation.
std::vector<ControlSection> controls_of(const Library& library);

/// The id of the control that a citation such as `45 CFR 164.308(a)(1)` names; nothing for other sources.
std::optional<std::string> control_id(std::string_view citation);

/// The paragraph that a check is about and how the regulation asks for it, where its message ends with them, as in
/// "... (164.308(a)(1)(ii)(A), required)".
struct Specification {
    std::string citation;
    std::string_view requirement;
};
std::optional<Specification> specification_of(const Check& check);

}  // namespace hipaa
