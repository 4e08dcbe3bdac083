// Conditions, as an author writes them in YAML.
#pragma once

#include <string>

#include "checklist/checklist.hpp"

namespace hipaa {

/// `any: [{first_client_use: not_yet}, {plan.tier: {in: [basic]}}]`, without braces around the whole. `checklist` is the
/// one that the condition belongs to, `list` the question whose items it looks at.
std::string yaml_of(const Condition& condition, const Library& library, const Checklist& checklist,
                    const Question* list = nullptr);

/// The question that `ref` finds, `list` being the one whose items are looked at; and its name in conditions.
const Question& question_of(QuestionRef ref, const Question* list, const Library& library, const Checklist& checklist);
std::string name_of(QuestionRef ref, const Question* list, const Library& library, const Checklist& checklist);

/// True for the condition that `addressed: yes` is read as.
bool is_addressed(const Condition& condition, const Library& library, const Checklist& checklist);

}  // namespace hipaa
