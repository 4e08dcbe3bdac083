// Whether the tests of a checklist notice its mutants.
#pragma once

#include <string>
#include <vector>

#include "authoring/suite/mutants.hpp"
#include "authoring/suite/suite.hpp"

namespace hipaa {

/// A mutant that no case notices.
struct UnnoticedMutant {
    Place place;
    bool inherited = false;  // `place` is in the checklist that this one extends
    std::string what;
};

/// One that changes what comes out of some answers.
struct Survivor : UnnoticedMutant {
    std::string example;   // "`a` is yes; `b` is not answered: pass becomes fail"; or that the answers are too many
    std::string to_paste;  // a case that notices it; empty if none was found
};

struct MutationReport {
    std::size_t mutants = 0;
    std::size_t noticed = 0;
    std::vector<UnnoticedMutant> equivalent;  // shown to change nothing, by trying all answers
    std::vector<Survivor> survivors;
};

/// Changes the checklist of `suite` for a while, mutant after mutant; at the end it is as it was. All cases must pass.
MutationReport test_mutants(Suite& suite);

}  // namespace hipaa
