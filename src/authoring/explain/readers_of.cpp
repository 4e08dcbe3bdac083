// Finding what reads a question.
#include "authoring/explain/readers_of.hpp"

#include <algorithm>
#include <optional>

#include "authoring/explain/sentence.hpp"

namespace hipaa {
namespace {

bool reads(const std::vector<const Condition*>& conditions, const Question& question, const Sentences& sentences) {
    std::vector<Asked> asked;
    for (const Condition* condition : conditions)
        if (condition) sentences.collect(*condition, asked);
    return std::ranges::find(asked, &question, &Asked::question) != asked.end();
}

const Condition* pointer(const std::optional<Condition>& condition) { return condition ? &*condition : nullptr; }

}  // namespace

std::vector<Subject> readers_of(const Question& question, const Library& library) {
    std::vector<Subject> found;
    for (const Subject& subject : subjects(library)) {
        std::vector<const Condition*> conditions;
        if (subject.check) conditions = {pointer(subject.check->when), &subject.check->require};
        else if (subject.note) conditions = {pointer(subject.note->when)};
        else if (subject.caveat) conditions = {pointer(subject.caveat->when)};
        else if (subject.contradiction) conditions = {&subject.contradiction->condition};
        else if (subject.deadline) conditions = {pointer(subject.deadline->when)};
        else conditions = {pointer(subject.checklist->when)};
        const Sentences sentences(library, *subject.checklist);
        std::vector<Asked> counted_from;
        if (subject.deadline) sentences.collect(subject.deadline->from, counted_from);
        const bool counts_from_it = std::ranges::find(counted_from, &question, &Asked::question) != counted_from.end();
        if (counts_from_it || reads(conditions, question, sentences)) found.push_back(subject);
    }
    return found;
}

}  // namespace hipaa
