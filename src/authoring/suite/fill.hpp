// What a case could expect, as it came out.
#pragma once

#include <string>

#include "authoring/suite/test_suite.hpp"

namespace hipaa {

/// True if the case says what comes out of each check, by its own id or by that of its note.
bool says_all(const TestCase& test, const Checklist& checklist);

/// `expect`, `contradictions` and `due` with all that comes out of the case, for pasting below its name; with `first` only
/// what comes out other than of that one. Empty if that is nothing.
std::string expectations_of(const TestCase& test, const Library& library, const TestCase* first = nullptr);

}  // namespace hipaa
