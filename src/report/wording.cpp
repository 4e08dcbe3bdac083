// Results, answers and reasons in words.
#include "report/wording.hpp"

#include <fmt/format.h>

#include "checklist/answer_reader.hpp"

namespace hipaa {
namespace {

void append(const Evidence& evidence, std::string& text) {
    text += '`';
    evidence.append_short_key(text);
    text += "` is ";
    text += show(*evidence.question, *evidence.answer);
    if (evidence.answer->state == AnswerState::assumed) text += " (assumed)";
}

/// What each piece of evidence says, after `beginning`.
std::string join(std::string_view beginning, const std::vector<Evidence>& evidence) {
    std::string text;
    text.reserve(beginning.size() + evidence.size() * 48);
    text += beginning;
    for (const Evidence& item : evidence) {
        if (text.size() > beginning.size()) text += "; ";
        append(item, text);
    }
    return text;
}

std::string stale_reason(const Assessment& assessment, long max_age) {
    if (assessment.age_in_days == 0) return "nobody has said when these answers were last confirmed";
    return fmt::format("these answers are {} days old; after {} {} this tool takes none for granted",
                       assessment.age_in_days, max_age, max_age == 1 ? "day" : "days");
}

std::string scalar_text(const Question& question, const Scalar& value) {
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "yes" : "no";
    if (const auto* date = std::get_if<Date>(&value)) return iso(*date);
    if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
    if (const auto* word = std::get_if<Word>(&value)) return question.text_of(*word);
    return std::get<std::string>(value);
}

}  // namespace

std::string_view label(Result result, Basis basis) {
    switch (result) {
        case Result::not_applicable:
            return "Does not apply";
        case Result::pass:
            return "In place, as reported";
        case Result::accepted:
            return "Accepted, documented";
        case Result::attention:
            return "Look at this";
        case Result::unknown:
            return "Not answered";
        case Result::fail:
            break;
    }
    return basis == Basis::recommendation ? "Recommended change" : "Needs action";
}

std::string_view label(Basis basis) {
    switch (basis) {
        case Basis::law:
            return "legal duty";
        case Basis::vendor_condition:
            return "vendor's condition";
        case Basis::recommendation:
            break;
    }
    return "recommendation";
}

std::string show(const Question& question, const Answer& answer) {
    if (!answer.known()) return "not answered";
    if (const auto* scalar = std::get_if<Scalar>(&answer.value)) return scalar_text(question, *scalar);
    if (const auto* records = std::get_if<std::vector<Record>>(&answer.value))
        return records->empty()       ? "an empty list"
               : records->size() == 1 ? "a list of 1 item"
                                      : fmt::format("a list of {} items", records->size());
    std::string text;
    for (const Word word : std::get<std::vector<Word>>(answer.value))
        text += (text.empty() ? "" : ", ") + question.text_of(word);
    return text.empty() ? "none" : text;
}

std::string show(const Evidence& evidence) {
    std::string text;
    append(evidence, text);
    return text;
}

std::string show(Place place) { return fmt::format("line {}, column {}", place.line, place.column); }

std::string capitalized(std::string_view text) {
    std::string result(text);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') result[0] = static_cast<char>(result[0] - 'a' + 'A');
    return result;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string reason(const CheckResult& check, const Assessment& assessment, long max_age) {
    switch (check.cause) {
        case Cause::stale:
            return stale_reason(assessment, max_age);
        case Cause::contradiction:
            return join("the answers contradict each other: ", check.evidence);
        case Cause::when:
            return check.result == Result::not_applicable ? join("does not apply: ", check.evidence)
                                                          : join("whether this applies is open: ", check.evidence);
        case Cause::requirement:
            break;
    }
    return join("", check.evidence);
}

}  // namespace hipaa
