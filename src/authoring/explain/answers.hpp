// What may be answered to a question, in words.
#pragma once

#include "checklist/question.hpp"
#include "page/page.hpp"

namespace hipaa {

/// "`yes` or `no`", "a number such as `2`, or `never`", "`a` or `b`; left out, it counts as `a`".
page::Line answers_line(const Question& question);

}  // namespace hipaa
