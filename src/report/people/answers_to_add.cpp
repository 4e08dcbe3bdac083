// Building the lines to add from the answers that are missing.
#include "report/people/answers_to_add.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "checklist/answer_guide.hpp"
#include "practice/key_path.hpp"
#include "report/triage.hpp"
#include "yaml/rewrite/new_value.hpp"

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

std::string possible_answers(const Question& question) {
    const AnswerForm& form = form_of(question.kind);
    std::string text(form.noun);
    if (!form.example.empty() && !is_numeric(question.kind)) text += fmt::format(" such as {}", form.example);
    if (question.kind == AnswerKind::choice) return "one of these words";
    if (question.kind == AnswerKind::choices)
        text = fmt::format("any of them, such as [{}], or []", question.words.front());
    if (question.kind == AnswerKind::list) text = "[] for none, or items as shown here";
    const std::span<const Text> also = question.also_words();
    for (std::size_t i = 0; i < also.size(); ++i)
        text += fmt::format("{}{}", i == 0 ? ", or " : i + 1 == also.size() ? " or " : ", ", also[i]);
    return text;
}

std::string where_in_file(const Answer& unanswered) {
    if (!unanswered.written) return {};
    return fmt::format("; already in your file, line {}{}", unanswered.place.line,
                       unanswered.records_so_far()
                           ? ", where an item is blank or unknown: fill it in, or delete it if there are no more"
                           : "");
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
            comment += where_in_file(*missing->answer);
        }
        lines_.push_back({depth, yaml::key_text(branch.name) + ":", comment, false});
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
        const auto product = products.find(evidence.about);
        const std::string_view key = product == products.end() ? std::string_view() : product->second;
        Branch* at = &root;
        for (const KeyStep& step : key_path_of(evidence.about, key, *evidence.question).steps)
            if (const std::string* name = std::get_if<std::string>(&step)) at = &at->child(*name);
        at->missing = &evidence;
    }
    LineBuilder builder(lines);
    for (const Branch& branch : root.branches) builder.add(branch, 0);
    return lines;
}

}  // namespace hipaa
