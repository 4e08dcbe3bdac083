// Building the lines to add from the answers that are missing.
#include "report/people/answers_to_add.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "checklist/answer_guide.hpp"
#include "report/triage.hpp"
#include "text/ascii.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"
#include "text/width.hpp"

namespace hipaa {
namespace {

/// A key of the practice file on the way to the missing ones.
struct Branch {
    std::string name;
    std::vector<Branch> branches;              // in the order in which they come up
    std::map<std::string, std::size_t> index;  // of these, by name
    const Evidence* missing = nullptr;

    Branch& child(std::string_view key) {
        const auto [known, is_new] = index.try_emplace(std::string(key), branches.size());
        if (is_new) branches.push_back({std::string(key), {}, {}, nullptr});
        return branches[known->second];
    }
};

bool is_plain_key(std::string_view name) {
    return !name.empty() &&
           std::ranges::all_of(name, [](char c) { return is_letter_or_digit(c) || c == '_' || c == '-'; }) &&
           name[0] != '-';
}

/// A key as YAML takes it: only that of a product can need quotes.
std::string yaml_key(std::string_view name) {
    if (is_plain_key(name)) return std::string(name);
    std::string quoted = "\"";
    while (!name.empty()) {
        const std::string_view rest = name;
        const char32_t code_point = utf8::take(name);
        if (code_point == U'"' || code_point == U'\\') quoted += '\\';
        if (is_unprintable(code_point)) quoted += fmt::format("\\U{:08X}", static_cast<std::uint32_t>(code_point));
        else quoted += rest.substr(0, rest.size() - name.size());
    }
    return quoted + '"';
}

std::string words(const Question& question, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i)
        text += fmt::format("{}{}", i == from ? "" : i + 1 == to ? " or " : ", ", question.words[i]);
    return text;
}

std::string possible_answers(const Question& question) {
    std::string text;
    switch (question.kind) {
        case AnswerKind::yes_no:
            text = "yes or no";
            break;
        case AnswerKind::date:
            text = "a date such as 2026-01-31";
            break;
        case AnswerKind::number:
            text = "a whole number";
            break;
        case AnswerKind::decimal:
            text = "a number";
            break;
        case AnswerKind::text:
            text = "a short text";
            break;
        case AnswerKind::code:
            text = "a code such as exc-01";
            break;
        case AnswerKind::choice:
            return "one of these words";
        case AnswerKind::choices:
            text = fmt::format("any of them, such as [{}], or []", question.words.front());
            break;
        case AnswerKind::list:
            text = "[] for none, or items as shown here";
            break;
    }
    if (question.choices < question.words.size())
        text += ", or " + words(question, question.choices, question.words.size());
    return text;
}

class LineBuilder {
public:
    explicit LineBuilder(std::vector<page::YamlLine>& lines) : lines_(lines) {}

    void add(const Branch& branch, std::size_t depth) {
        const Evidence* missing = branch.missing;
        if (missing) question(*missing->question, depth);
        std::string comment;
        if (missing) {
            comment = possible_answers(*missing->question);
            if (missing->answer->written)
                comment += fmt::format("; already in your file, line {}", missing->answer->place.line);
        }
        lines_.push_back({depth, yaml_key(branch.name) + ":", comment, false});
        if (missing && missing->question->kind == AnswerKind::list) item(*missing->question, depth + 1);
        for (const Branch& child : branch.branches) add(child, depth + 1);
    }

private:
    void question(const Question& question, std::size_t depth) {
        const AnswerGuide guide = guide_to(question);
        const auto say = [&](std::string text) { lines_.push_back({depth, std::move(text), {}, true}); };
        say(fmt::format("Question: {}", question.ask));
        if (!guide.where.empty()) say(fmt::format("Where to look: {}", guide.where));
        const bool explained =
            std::ranges::any_of(guide.answers, [](const AnswerMeaning& answer) { return !answer.meaning.empty(); });
        if (!explained && question.words.empty()) return;
        say("Answers:");
        for (const AnswerMeaning& answer : guide.answers)
            say(fmt::format("  {}{}", answer.word, answer.meaning.empty() ? "" : " = " + answer.meaning));
    }

    void item(const Question& list, std::size_t depth) {
        bool first = true;
        for (const Question& field : list.fields) {
            lines_.push_back({depth + (first ? 0 : 1), (first ? "- " : "") + field.key + ":",
                              fmt::format("{} ({})", field.ask, possible_answers(field)), false});
            first = false;
        }
    }

    std::vector<page::YamlLine>& lines_;
};

/// Of generic checklists, by where their answers stand.
using Products = std::map<std::string_view, std::string_view>;

Products products_of(const Practice& practice) {
    Products products;
    for (const Sheet& sheet : practice.sheets)
        if (!sheet.product.empty()) products.emplace(sheet.about, sheet.product);
    return products;
}

/// The keys above the question's own, outermost first. A product's own key may hold dots.
std::vector<std::string> keys_above(std::string_view about, const Products& products) {
    if (const auto product = products.find(about); product != products.end())
        return {"products", std::string(product->second)};
    std::vector<std::string> keys;
    while (!about.empty()) {
        const std::size_t dot = std::min(about.find('.'), about.size());
        keys.emplace_back(about.substr(0, dot));
        about.remove_prefix(std::min(dot + 1, about.size()));
    }
    return keys;
}

void split(std::string_view key, std::vector<std::string>& keys) {
    for (std::size_t dot = key.find('.'); dot != key.npos; dot = key.find('.')) {
        keys.emplace_back(key.substr(0, dot));
        key.remove_prefix(dot + 1);
    }
    keys.emplace_back(key);
}

}  // namespace

std::vector<Evidence> item_answers_to_add(const Assessment& assessment) {
    std::vector<Evidence> missing = missing_answers(assessment);
    std::erase_if(missing, [](const Evidence& evidence) { return evidence.list == nullptr; });
    return missing;
}

std::vector<page::YamlLine> answers_to_add(const PracticeReport& report) {
    std::vector<page::YamlLine> lines;
    if (!report.assessment) return lines;
    if (report.assessment->stale) {
        lines.push_back(
            {0, "When every answer in the file has been checked again: the day on which that was done.", {}, true});
        const Answer& confirmed = report.practice.fact(Fact::confirmed_on);
        lines.push_back({0, "confirmed_on:",
                         confirmed.known() ? fmt::format("already in your file, line {}", confirmed.place.line)
                                           : "a date such as 2026-01-31",
                         false});
    }
    const std::vector<Evidence> missing = missing_answers(*report.assessment);
    const Products products = products_of(report.practice);
    Branch root;
    for (const Evidence& evidence : missing) {
        const bool told = report.assessment->stale && evidence.about.empty() &&
                          evidence.answer == &report.practice.fact(Fact::confirmed_on);
        if (evidence.list || told) continue;
        std::vector<std::string> keys = keys_above(evidence.about, products);
        split(evidence.question->key, keys);
        Branch* at = &root;
        for (const std::string& key : keys) at = &at->child(key);
        at->missing = &evidence;
    }
    LineBuilder builder(lines);
    for (const Branch& branch : root.branches) builder.add(branch, 0);
    return lines;
}

}  // namespace hipaa
