// Results, answers and reasons in words.
#include "page/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "checklist/number.hpp"
#include "text/ascii.hpp"
#include "text/display_name.hpp"

namespace hipaa {
namespace {

void append(const Question& question, const Scalar& value, std::string& text) {
    if (const auto* yes = std::get_if<bool>(&value)) text += *yes ? "yes" : "no";
    else if (const auto* date = std::get_if<Date>(&value)) text += iso(*date);
    else if (const auto* number = std::get_if<double>(&value)) text += number_text(*number);
    else if (const auto* word = std::get_if<Word>(&value)) text += question.text_of(*word);
    else text += std::get<std::string>(value);
}

void append(const Question& question, const std::vector<Word>& words, std::string& text) {
    if (words.empty()) text += "none";
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += ", ";
        text += question.text_of(words[i]);
    }
}

void append(const Question& question, const Answer& answer, std::string& text) {
    if (!answer.known()) text += "not answered";
    else if (const auto* scalar = std::get_if<Scalar>(&answer.value)) append(question, *scalar, text);
    else if (const auto* words = std::get_if<std::vector<Word>>(&answer.value)) append(question, *words, text);
    else {
        const std::size_t count = std::get<std::vector<Record>>(answer.value).size();
        text += count == 0 ? "an empty list" : "a list of " + counted(count, "item", "items");
    }
}

void append(const Evidence& evidence, std::string& text) {
    text += '`';
    evidence.append_short_key(text);
    text += "` is ";
    append(*evidence.question, *evidence.answer, text);
    if (evidence.answer->state == AnswerState::assumed) text += " (assumed)";
}

std::string joined(const std::vector<Evidence>& evidence) {
    std::string text;
    for (const Evidence& item : evidence) {
        if (!text.empty()) text += "; ";
        append(item, text);
    }
    return text;
}

std::string stale_reason(const Assessment& assessment, long max_age) {
    if (!has_confirmation(assessment)) return "nobody has said when these answers were last confirmed";
    return fmt::format("these answers are {} days old; after {} {} older answers no longer count",
                       assessment.age_in_days, max_age, max_age == 1 ? "day" : "days");
}

}  // namespace

std::string_view label(Result result, Basis basis) {
    static constexpr EnumMap<Result, std::string_view> labels({"Does not apply", "In place, as reported",
                                                               "Accepted, documented", "Look at this", "Not answered",
                                                               "Needs action"});
    return result == Result::fail && basis == Basis::recommendation ? "Recommended change" : labels[result];
}

std::string_view label(Basis basis) {
    static constexpr EnumMap<Basis, std::string_view> labels(
        {"legal duty", "HHS guidance", "vendor's condition", "recommendation"});
    return labels[basis];
}

std::string standing_of(const VendorStatement& statement) {
    static constexpr EnumMap<VendorStatus, std::string_view> words(
        {"not what the review says", "agrees with the review", "not confirmed"});
    const std::string page =
        statement.page_date == "unknown" ? "a page without a date" : "a page of " + statement.page_date;
    return fmt::format("{}; {}", page, words[statement.status]);
}

std::string show(const Question& question, const Answer& answer) {
    std::string text;
    append(question, answer, text);
    return text;
}

std::string show(const Evidence& evidence) {
    std::string text;
    append(evidence, text);
    return text;
}

std::string show(Place place) { return fmt::format("line {}, column {}", place.line, place.column); }

std::string subject_name(const Sheet& sheet) {
    if (!sheet.name.empty()) return sheet.name;
    if (!sheet.product.empty()) return display_name(sheet.product);
    if (!sheet.checklist->name.empty()) return sheet.checklist->name;
    return display_name(sheet.about.starts_with("products.") ? sheet.about.substr(sheet.about.rfind('.') + 1)
                                                             : std::string(sheet.checklist->id));
}

std::string capitalized(std::string_view text) {
    std::string result(text);
    if (!result.empty()) result[0] = capital_letter(result[0]);
    return result;
}

std::string as_sentence(std::string_view text) { return capitalized(text) + (text.ends_with('?') ? "" : "."); }

std::string shell_word(std::string_view text) {
    const auto is_plain = [](char c) {
        return is_letter_or_digit(c) || std::string_view("_-./,:@%+=").find(c) != std::string_view::npos;
    };
    if (!text.empty() && std::ranges::all_of(text, is_plain)) return std::string(text);
    std::string word = "'";
    for (const char c : text) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return word + "'";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string reason(const CheckResult& check, const Assessment& assessment, long max_age) {
    switch (check.cause) {
        case Cause::stale:
            return stale_reason(assessment, max_age);
        case Cause::contradiction:
            return "the answers contradict each other: " + joined(check.evidence);
        case Cause::when:
            return (check.result == Result::not_applicable ? "does not apply: "
                                                           : "cannot tell yet whether this applies: ") +
                   joined(check.evidence);
        case Cause::requirement:
            break;
    }
    return joined(check.evidence);
}

std::string reason(const CaveatResult& caveat, const Assessment& assessment, long max_age) {
    return caveat.cause == Cause::stale ? stale_reason(assessment, max_age) : joined(caveat.evidence);
}

std::string reason(const ContradictionResult& contradiction) { return joined(contradiction.evidence); }

}  // namespace hipaa
