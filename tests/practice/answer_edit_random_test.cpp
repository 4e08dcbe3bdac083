// Answers written into files of all kinds: nothing but the answer changes, whatever the file is like.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "checklist/read/answer_reader.hpp"
#include "practice/edited.hpp"
#include "practice/random_practice.hpp"
#include "yaml/mutants.hpp"

using namespace hipaa::testing;
using hipaa::yaml::Random;

namespace {

/// All leaves of a document, each with the way to it.
using Leaves = std::vector<std::pair<std::string, std::string>>;

void add_leaves(hipaa::yaml::Node node, const std::string& path, Leaves& leaves) {
    std::size_t index = 0;
    for (const hipaa::yaml::Node item : node.items()) add_leaves(item, fmt::format("{}/{}", path, index++), leaves);
    for (const auto& entry : node.entries()) add_leaves(entry.value, fmt::format("{}/{}", path, entry.key), leaves);
    if (node.is_map() || node.is_sequence()) {
        if (node.size() == 0) leaves.emplace_back(path, node.is_map() ? "{}" : "[]");
        return;
    }
    leaves.emplace_back(path, node.is_null() ? "null" : fmt::format("<{}>", node.text()));
}

Leaves leaves_of(hipaa::yaml::Node root) {
    Leaves leaves;
    add_leaves(root, "", leaves);
    return leaves;
}

void add_leaves(const NewValue& value, const std::string& path, Leaves& leaves) {
    for (std::size_t i = 0; i < value.children.size(); ++i)
        add_leaves(value.children[i], path + "/" + (value.keys.empty() ? std::to_string(i) : value.keys[i]), leaves);
    if (!value.children.empty()) return;
    leaves.emplace_back(path, value.kind == hipaa::yaml::Kind::map        ? "{}"
                              : value.kind == hipaa::yaml::Kind::sequence ? "[]"
                                                                          : fmt::format("<{}>", value.text));
}

std::string steps_text(const hipaa::KeyPath& path) {
    std::string text;
    for (const hipaa::KeyStep& step : path.steps) {
        if (const auto* key = std::get_if<std::string>(&step)) text += "/" + *key;
        else text += fmt::format("/{}", std::get<std::size_t>(step));
    }
    return text;
}

bool is_below(const std::string& path, const std::string& above) {
    return path == above || path.starts_with(above + "/");
}

/// Takes away the leaves at and below `path`, and an empty group that `path` leads through.
Leaves without(Leaves leaves, const std::string& path) {
    std::erase_if(leaves, [&](const auto& leaf) { return is_below(leaf.first, path) || is_below(path, leaf.first); });
    return leaves;
}

std::vector<std::string> comments_in(const std::string& text) {
    std::vector<std::string> comments;
    for (std::size_t at = text.find('#'); at != text.npos; at = text.find('#', at + 1)) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        comments.push_back(text.substr(at, end - at));
    }
    return comments;
}

/// Lines with nothing but blanks in them.
std::size_t empty_lines(const std::string& text) {
    std::size_t count = 0;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (text.find_first_not_of(" \r", start) >= end) ++count;
        start = end + 1;
    }
    return count;
}

constexpr std::string_view mark = "\xEF\xBB\xBF";

/// What differs between two texts, from the first byte to the last.
std::pair<std::string, std::string> difference(const std::string& before, const std::string& after) {
    const auto [one, other] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto same = one - before.begin();
    const auto room = std::min(before.end() - one, after.end() - other);
    std::ptrdiff_t tail = 0;
    while (tail < room && before.end()[-1 - tail] == after.end()[-1 - tail]) ++tail;
    return {before.substr(static_cast<std::size_t>(same), before.size() - static_cast<std::size_t>(same + tail)),
            after.substr(static_cast<std::size_t>(same), after.size() - static_cast<std::size_t>(same + tail))};
}

std::optional<hipaa::yaml::Node> value_at(hipaa::yaml::Node root, const hipaa::KeyPath& path) {
    hipaa::yaml::Node at = root;
    for (const hipaa::KeyStep& step : path.steps) {
        if (const auto* key = std::get_if<std::string>(&step)) {
            const auto entry = at.find(*key);
            if (!entry) return std::nullopt;
            at = entry->value;
        } else {
            const std::size_t item = std::get<std::size_t>(step);
            if (item >= at.items().size()) return std::nullopt;
            at = *std::next(at.items().begin(), static_cast<std::ptrdiff_t>(item));
        }
    }
    return at;
}

/// An answer, or an empty group where there is a group.
NewValue random_value(const hipaa::yaml::Document& document, const hipaa::KeyPath& path, Random& random) {
    const auto there = value_at(document.root(), path);
    if (there && there->is_map()) return new_map();
    switch (random.below(there ? 9 : 10)) {
        case 0:
            return words({});
        case 1:
            return words({"care_team", "clients"});
        case 2:
            return new_list({group({{"name", new_prose("Oak, Elm")}, {"tier", new_word("basic")}}),
                             group({{"name", new_word("unknown")}})});
        case 3:
            return new_prose("Dana's: \"Oak\"");
        case 4:
            return new_word("2026-11-01");
        case 5:
            return new_word("unknown");
        case 9:
            return new_map();
        default:
            return new_word("basic");
    }
}

/// The first step into a list of groups: an item, or the one behind the last. Nothing for a list of words.
std::optional<std::size_t> random_item(hipaa::yaml::Node list, Random& random) {
    for (const hipaa::yaml::Node item : list.items())
        if (!item.is_map()) return std::nullopt;
    return random.below(list.size() + 1);
}

/// A way that the document has up to some point, most of the time to its end.
hipaa::KeyPath random_path(hipaa::yaml::Node root, Random& random) {
    static const std::vector<std::string> keys = {"products", "spruce", "plan", "tier", "in_use", "used_for", "dr. x"};
    hipaa::KeyPath path;
    hipaa::yaml::Node at = root;
    while (at.size() > 0 && !random.one_in(12)) {
        if (at.is_sequence()) {
            const auto item = random_item(at, random);
            if (!item) return path;
            path.steps.emplace_back(*item);
            if (*item == at.size()) break;
            at = *std::next(at.items().begin(), static_cast<std::ptrdiff_t>(*item));
            if (at.size() == 0) break;
        }
        const hipaa::yaml::Entry entry =
            *std::next(at.entries().begin(), static_cast<std::ptrdiff_t>(random.below(at.size())));
        path.steps.emplace_back(std::string(entry.key));
        at = entry.value;
    }
    if (at.is_sequence() && at.size() > 0 && std::holds_alternative<std::string>(path.steps.back())) return path;
    const bool ends_with_item = !path.steps.empty() && std::holds_alternative<std::size_t>(path.steps.back());
    const bool may_go_on = at.is_map() || hipaa::is_unanswered(at);
    if (at.size() > 0 || path.steps.empty() || ends_with_item || (may_go_on && random.one_in(4)))
        for (std::size_t more = 1 + random.below(3); more > 0; --more) path.steps.emplace_back(random.pick(keys));
    return path;
}

/// True for a way through a value, or to an answer where there is an empty group: files with that mistake are not edited.
bool is_mistaken(hipaa::yaml::Node root, const hipaa::KeyPath& path) {
    hipaa::KeyPath above;
    for (const hipaa::KeyStep& step : path.steps) {
        const auto at = value_at(root, above);
        const bool is_key = std::holds_alternative<std::string>(step);
        if (at && !hipaa::is_unanswered(*at) && at->size() > 0 && at->is_map() != is_key) return true;
        if (at && at->is_scalar() && !hipaa::is_unanswered(*at)) return true;
        if (at && at->size() == 0 && at->is_sequence() && is_key) return true;
        if (const auto* key = std::get_if<std::string>(&step); key && key->starts_with("x-")) return true;
        above.steps.push_back(step);
    }
    return false;
}

/// True if something is written that gives way: the old value, or what stands for an empty group.
bool has_value_on(hipaa::yaml::Node root, hipaa::KeyPath path) {
    for (bool whole = true; !path.steps.empty(); path.steps.pop_back(), whole = false) {
        const auto at = value_at(root, path);
        if (!at || (at->is_null() && at->text().empty())) continue;
        if (whole || at->size() == 0) return true;
    }
    return false;
}

struct Trial {
    std::string before;
    hipaa::KeyPath path;
    NewValue value;
    bool was_list;
    bool is_mistaken;     // as a practice file
    bool had_value;       // there, or in place of a group on the way
    std::string problem;  // empty if the answer was written
    std::string after;
};

/// Bytes came in, and none went but those of an old value; between braces a comma may come before a comment.
void check_difference(const Trial& trial) {
    const auto [removed, inserted] = difference(trial.before, trial.after);
    if (!trial.had_value && !removed.empty()) CHECK(inserted.starts_with("," + removed));
    if (!trial.was_list) CHECK((removed.find('#') == removed.npos || inserted.find('#') != inserted.npos));
}

/// Nothing where the text is not a document that a practice could have.
std::optional<Trial> trial_of(std::string before, Random& random) {
    hipaa::yaml::Problems problems;
    const auto document = hipaa::yaml::read({"practice.yaml", before}, problems);
    if (!document || !problems.empty() || (!document->root().is_map() && !document->root().is_null()))
        return std::nullopt;
    const hipaa::KeyPath target = random_path(document->root(), random);
    if (target.steps.empty()) return std::nullopt;
    Trial trial{std::move(before), target, random_value(*document, target, random), false, false, false, {}, {}};
    const auto there = value_at(document->root(), target);
    trial.was_list = there && there->is_sequence();
    trial.is_mistaken = is_mistaken(document->root(), target);
    trial.had_value = has_value_on(document->root(), target);
    auto result = hipaa::set_answer(trial.before, *document, trial.path, trial.value);
    if (const auto* refused = std::get_if<hipaa::yaml::Problem>(&result)) {
        trial.problem = fmt::format("{}:{}: {}", refused->place.line, refused->place.column, refused->message);
        return trial;
    }
    trial.after = std::move(std::get<hipaa::EditedFile>(result).text);

    const auto read_again = hipaa::yaml::read({"practice.yaml", trial.after}, problems);
    CHECK(problems.empty());
    if (!read_again) return trial;
    const std::string path = steps_text(trial.path);
    const Leaves old_leaves = leaves_of(document->root());
    const Leaves new_leaves = leaves_of(read_again->root());
    CHECK(without(old_leaves, path) == without(new_leaves, path));
    if (trial.before == trial.after) return trial;
    Leaves now = new_leaves;
    std::erase_if(now, [&](const auto& leaf) { return !is_below(leaf.first, path); });
    Leaves wanted;
    add_leaves(trial.value, path, wanted);
    CHECK(now == wanted);
    return trial;
}

std::string contents(const std::string& name) {
    std::ifstream file(std::string(HIPAA_CHECK_ROOT) + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

NewValue copy_of(hipaa::yaml::Node node) {
    if (!node.is_map() && !node.is_sequence()) return new_word(node.text());
    NewValue value = node.is_map() ? new_map() : new_list();
    for (const hipaa::yaml::Node item : node.items()) value.children.push_back(copy_of(item));
    for (const auto& entry : node.entries()) {
        value.keys.emplace_back(entry.key);
        value.children.push_back(copy_of(entry.value));
    }
    return value;
}

using Answers = std::vector<std::pair<hipaa::KeyPath, NewValue>>;

void add_answers(hipaa::yaml::Node node, hipaa::KeyPath path, Answers& answers) {
    if (!node.is_map() || node.size() == 0) return answers.emplace_back(path, copy_of(node)), void();
    for (const auto& entry : node.entries()) {
        path.steps.emplace_back(std::string(entry.key));
        add_answers(entry.value, path, answers);
        path.steps.pop_back();
    }
}

}  // namespace

TEST_CASE("only the answer changes, in files such as people write") {
    Random random(20261101);
    std::size_t written = 0;
    std::size_t refused = 0;
    while (written < 5000) {
        const auto trial = trial_of(random_practice(random), random);
        REQUIRE(trial);
        if (trial->is_mistaken) continue;
        CAPTURE(trial->before);
        CAPTURE(steps_text(trial->path));
        CAPTURE(trial->after);
        if (!trial->problem.empty()) {
            ++refused;
            continue;
        }
        ++written;
        CHECK(comments_in(trial->before) == comments_in(trial->after));
        if (!trial->was_list) CHECK(empty_lines(trial->before) == empty_lines(trial->after));
        CHECK((trial->before.back() == '\n') == (trial->after.back() == '\n'));
        CHECK(trial->before.starts_with(mark) == trial->after.starts_with(mark));
        if (trial->before.find('\r') != std::string::npos)
            CHECK(std::ranges::count(trial->after, '\r') == std::ranges::count(trial->after, '\n'));
        else CHECK(trial->after.find('\r') == std::string::npos);
        check_difference(*trial);
    }
    CHECK(refused * 50 < written);
}

TEST_CASE("only the answer changes, in all that is YAML") {
    Random random(1);
    std::vector<std::string> texts;
    for (const char* name : {"willow-creek", "small-practice", "group-practice", "solo-practice", "first-draft"})
        texts.push_back(contents(fmt::format("examples/{}.yaml", name)));
    std::size_t written = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto trial = trial_of(random.one_in(2) ? hipaa::yaml::generate(random) : mutate(texts, random), random);
        if (trial && trial->problem.empty()) ++written;
    }
    CHECK(written > 1000);
}

TEST_CASE("all answers of a file, one by one, bring it from nothing to what it says") {
    for (const char* name : {"willow-creek", "small-practice", "group-practice", "solo-practice"}) {
        CAPTURE(name);
        hipaa::yaml::Problems problems;
        const auto wanted =
            hipaa::yaml::read({"practice.yaml", contents(fmt::format("examples/{}.yaml", name))}, problems);
        REQUIRE(wanted);
        std::string text;
        Answers answers;
        add_answers(wanted->root(), {}, answers);
        for (const auto& [path, value] : answers) text = edited(text, path, value);
        const auto made = hipaa::yaml::read({"practice.yaml", text}, problems);
        REQUIRE(made);
        CHECK(leaves_of(made->root()) == leaves_of(wanted->root()));
    }
}
