// Conditions as English sentences, so that what a check asks for is written once, as its condition.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"
#include "page/page.hpp"

namespace hipaa {

/// A question that a condition reads.
struct Asked {
    std::string path;  // in a practice file: `products.spruce.plan.tier`, of a list's field `vendors[].name`
    const Question* question;

    friend bool operator==(const Asked&, const Asked&) = default;
};

/// Says the conditions of one checklist. Negations are said as the opposite of each test, which means the same in
/// three-valued logic too.
class Sentences {
public:
    Sentences(const Library& library, const Checklist& checklist) : library_(library), checklist_(checklist) {}

    /// "the plan is `free`, and (the agreement is `none` or `requested`)": the condition on one line, without a full
    /// stop.
    page::Line clause(const Condition& condition) const;

    /// The same as lines: one that ends in a full stop or, where that is hard to read, what has to hold followed by its
    /// parts, lettered. Every line but the first begins with a letter in brackets.
    std::vector<page::Line> lines(const Condition& condition) const;

    /// Adds what the condition reads to `asked`, in the order of reading, each once.
    void collect(const Condition& condition, std::vector<Asked>& asked) const;

    /// Adds one question that is no field of a list, and tells its path.
    std::string collect(const QuestionRef& question, std::vector<Asked>& asked) const;

private:
    const Library& library_;
    const Checklist& checklist_;
};

}  // namespace hipaa
