// --set: answers to check as if they were in every file.
#include "cli/commands/set_answers.hpp"

#include <algorithm>
#include <tuple>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "checklist/read/answer_reader.hpp"
#include "checklist/vocabulary.hpp"
#include "cli/command_line.hpp"
#include "practice/answer_edit.hpp"
#include "practice/file_kind.hpp"
#include "practice/written_answer.hpp"
#include "privacy/withhold.hpp"
#include "text/loose_name.hpp"
#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

const QuestionGroup& group_of(const QuestionAddress& address, const Library& library) {
    return address.group == 0 ? practice_facts() : library.checklists[address.group - 1].group;
}

/// What stands below `at`, which `key` goes on from, cannot be set.
std::string nothing_below(const Key& at, std::string_view path, std::string_view rest, const Library& library) {
    if (at.holds_labels) return fmt::format("--set takes the answer to a question, and {} are none", yaml::quote(path));
    if (at.answers.empty())
        return fmt::format("--set takes the answer to a question, and {} is none", yaml::quote(path));
    const QuestionAddress& address = at.answers.front();
    if (group_of(address, library).questions[address.question].kind == AnswerKind::list)
        return fmt::format("--set: {} is a list; name an item by its number: `{}[1].{}`", yaml::quote(path),
                           printable(path), printable(rest));
    return fmt::format("--set: {} is an answer, and has no keys of its own", yaml::quote(path));
}

/// The key as far as the tree has it, for a sentence that names what stands there.
[[noreturn]] void refuse_key(std::string_view key, const KeyTree& keys, const Library& library) {
    const Key* group = &keys.top;
    std::string path;
    std::string_view rest = key;
    while (true) {
        const std::string_view part = rest.substr(0, rest.find('.'));
        const Key* next = group->child(part);
        if (!next && path == products_key && rest.size() > part.size()) next = &keys.any_product;
        if (!next || part.size() == rest.size()) break;
        path += (path.empty() ? "" : ".") + std::string(part);
        rest.remove_prefix(part.size() + 1);
        if (next->children.empty()) throw WrongUsage(nothing_below(*next, path, rest, library));
        group = next;
    }
    const std::vector<std::string_view> names = group->child_names();
    const std::string of = path.empty() ? "a practice file" : yaml::quote(path);
    const std::string last = yaml::quote(rest.substr(0, rest.find('.')));
    const Key* known = group->child(rest);
    if (known && known->answers.empty()) {
        const std::vector<std::string_view> inside = known->child_names();
        throw WrongUsage(inside.empty()
                             ? fmt::format("--set takes the answer to a question, and {} is none", yaml::quote(key))
                             : fmt::format("--set takes an answer, and {} is a group; its keys are {}",
                                           yaml::quote(key), yaml::one_of(inside)));
    }
    if (const auto meant = closest(rest.substr(0, rest.find('.')), names))
        throw WrongUsage(fmt::format("--set: {} is not a key of {}; did you mean `{}`? Its keys are {}", last, of,
                                     *meant, yaml::one_of(names)));
    throw WrongUsage(fmt::format("--set: {} is not a key of {}; its keys are {}", last, of, yaml::one_of(names)));
}

/// A key that no file can have.
void refuse_malformed(std::string_view key) {
    for (std::string_view rest = key;;) {
        const auto dot = rest.find('.');
        const std::string_view part = rest.substr(0, dot);
        if (part.empty())
            throw WrongUsage(fmt::format("--set: a part of {} is empty; write a key such as products.spruce.plan.tier",
                                         yaml::quote(key)));
        if (part.starts_with("x-"))
            throw WrongUsage(
                fmt::format("--set: a key that begins with `x-` is a note of your own, which nothing checks: {}",
                            yaml::quote(part)));
        if (dot == rest.npos) return;
        rest.remove_prefix(dot + 1);
    }
}

/// `product` is none that a checklist is about; of what is near to one, a file would be refused.
void refuse_other_name(std::string_view product, const KeyTree& keys) {
    if (const auto several = keys.products_called(product); several.size() > 1)
        throw WrongUsage(fmt::format("--set: {} can be more than one product; write {}", yaml::quote(product),
                                     one_of_products(several)));
    const Text* called = keys.product_called(product);
    if (called && loose_name(product) != loose_name(*called))
        throw WrongUsage(fmt::format("--set: {} is another name of the product `{}`; write `{}`", yaml::quote(product),
                                     *called, *called));
    const auto near = closest_name(product, keys.top.child(products_key)->child_names());
    if (const auto meant = called ? std::optional<std::string_view>(*called) : near)
        throw WrongUsage(fmt::format("--set: {} is not a product that a checklist knows; did you mean `{}`?",
                                     yaml::quote(product), *meant));
}

/// `at`, or the key that a single value there answers; null if that is none either.
const Key* answer_of(const Key* at) {
    if (at && at->answers.empty() && !at->shorthand.empty()) at = at->child(at->shorthand);
    return at && !at->answers.empty() ? at : nullptr;
}

SetTarget target_of(std::string_view key, const KeyTree& keys, const Library& library) {
    refuse_malformed(key);
    const auto target = [&](const Key& at, std::string_view about, std::string_view product) -> SetTarget {
        const QuestionAddress& address = at.answers.front();
        return {std::string(about), std::string(product), &group_of(address, library).questions[address.question]};
    };
    if (const Key* at = answer_of(keys.top.at(key)))
        return target(*at, group_of(at->answers.front(), library).about, "");
    const std::string_view products = products_key;
    if (key.starts_with(products) && key.substr(products.size()).starts_with('.')) {
        const std::string_view rest = key.substr(products.size() + 1);
        const std::size_t dot = std::min(rest.find('.'), rest.size());
        const std::string_view product = rest.substr(0, dot);
        const bool is_reviewed = keys.top.child(products)->child(product) != nullptr;
        if (!is_reviewed && dot < rest.size()) refuse_other_name(product, keys);
        const Key* at = is_reviewed || dot == rest.size() ? nullptr : keys.any_product.at(rest.substr(dot + 1));
        if (const Key* answer = answer_of(at)) return target(*answer, "", product);
    }
    refuse_key(key, keys, library);
}

/// `list[2].field`: the list, the number of the item, the field; no field if that is no such key.
struct ItemKey {
    std::string_view list;
    std::size_t number = 0;
    std::string_view field;
};

ItemKey item_key(std::string_view key) {
    constexpr std::size_t most_digits = 4;
    const std::size_t open = key.find('[');
    const std::size_t close = key.find("].", open);
    if (open == key.npos || close == key.npos) return {};
    const std::string_view digits = key.substr(open + 1, close - open - 1);
    if (digits.empty() || digits.size() > most_digits || digits.find_first_not_of("0123456789") != digits.npos)
        throw WrongUsage(fmt::format("--set takes the number of an item, such as `{}[1].{}`, not {}",
                                     key.substr(0, open), key.substr(close + 2), yaml::quote(digits)));
    const std::size_t number = std::stoul(std::string(digits));
    if (number == 0) throw WrongUsage("--set counts the items of a list from 1");
    return {key.substr(0, open), number, key.substr(close + 2)};
}

/// The field of the items of `list` that is called `name`, now or in an earlier version.
const Question& field_called(std::string_view name, const Question& list, std::string_view key) {
    std::vector<std::string_view> names;
    for (const Question& field : list.fields) {
        if (field.key == name || std::ranges::find(field.formerly, name) != field.formerly.end()) return field;
        names.push_back(field.key);
    }
    throw WrongUsage(names.empty() ? fmt::format("--set: {} is not a list of items", yaml::quote(key))
                                   : fmt::format("--set: {} is not a key of an item of {}; its keys are {}",
                                                 yaml::quote(name), yaml::quote(key), yaml::one_of(names)));
}

/// What is written for VALUE, which is read as in a file.
yaml::NewValue read_value(const std::string& text, const std::string& key, const Question& question) {
    yaml::Problems problems;
    const auto document = yaml::read({"", text}, problems);
    Answer answer;
    if (document && problems.empty()) read_answer(answer, question, question.key, {}, document->root(), problems);
    if (!problems.empty())
        throw WrongUsage(fmt::format("--set {}: {}", printable(key), problems.shown().begin()->message));
    return answer.known() ? written_answer(question, answer.value) : written_unknown();
}

}  // namespace

bool SetTarget::is_item_of(const SetTarget& list) const {
    return field && !list.field &&
           std::tie(about, product, question) == std::tie(list.about, list.product, list.question);
}

KeyPath SetTarget::path() const {
    KeyPath path = key_path_of(about, product, *question);
    return field ? key_path_of_field(std::move(path), item, field->key) : path;
}

KeyPath SetTarget::path_in(const yaml::Document& document) const {
    const KeyPath path = key_path_in(document, about, product, *question);
    return field ? key_path_of_field_in(document, path, item, *field) : path;
}

SetAnswers::SetAnswers(const std::vector<std::string>& words, const Library& library) {
    if (!words.empty()) keys_.emplace(library);
    for (const std::string& word : words) {
        Assignment next = assignment(word, library);
        const KeyPath path = next.target.path();
        for (const Assignment& one : assignments_) {
            if (one.target.path().steps == path.steps)
                throw WrongUsage(fmt::format("--set answers {} twice: {} and {}; leave one of them out",
                                             yaml::quote(key_text_of(path)), yaml::quote(one.word), yaml::quote(word)));
            if (one.target.is_item_of(next.target))
                throw WrongUsage(fmt::format("--set: {} would undo {}; put the list before its items",
                                             yaml::quote(word), yaml::quote(one.word)));
        }
        assignments_.push_back(std::move(next));
    }
}

SetAnswers::Assignment SetAnswers::assignment(const std::string& word, const Library& library) const {
    const std::size_t sign = word.find('=');
    if (sign == word.npos || sign == 0)
        throw WrongUsage(
            fmt::format("--set takes KEY=VALUE, such as products.spruce.plan.tier=basic, not {}", yaml::quote(word)));
    const std::string key = word.substr(0, sign);
    const ItemKey item = item_key(key);
    SetTarget target = target_of(item.field.empty() ? std::string_view(key) : item.list, *keys_, library);
    if (!item.field.empty()) {
        target.field = &field_called(item.field, *target.question, item.list);
        target.item = item.number - 1;
    }
    yaml::NewValue value = read_value(word.substr(sign + 1), key, target.asked());
    return {word, std::move(target), std::move(value)};
}

std::vector<std::string> SetAnswers::told(bool redact) const {
    std::vector<std::string> words;
    for (const Assignment& one : assignments_) {
        const std::string word = utf8::escape_malformed(one.word);
        words.push_back(redact && one.target.asked().kind == AnswerKind::text
                            ? fmt::format("{}={}", word.substr(0, word.find('=')), withheld)
                            : word);
    }
    return words;
}

InputFile SetAnswers::in(InputFile file) const {
    if (assignments_.empty() || !file.document || !file.problems.empty()) return file;
    const bool is_practice = file.named || is_meant_as_practice(file.document->root(), *keys_);
    if (!is_practice) return file;
    for (const Assignment& assignment : assignments_) {
        const std::string text = file.document->source().text;
        const KeyPath path = assignment.target.path_in(*file.document);
        auto edited = set_answer(text, *file.document, path, assignment.value, EditPurpose::suppose);
        if (const auto* refused = std::get_if<yaml::Problem>(&edited)) {
            file.problems.add(refused->place, refused->kind, [&] { return refused->message; });
            break;
        }
        file.document = std::move(std::get_if<EditedFile>(&edited)->document);
    }
    return file;
}

}  // namespace hipaa
