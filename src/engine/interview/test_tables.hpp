// What each test of an open formula comes to, for each answer that it can tell apart.
#pragma once

#include "engine/interview/open_formula.hpp"

namespace hipaa {

/// Sets the candidates of all variables that are read, and the tables of all tests.
void make_tables(OpenFormula& formula, Date today);

}  // namespace hipaa
