// An answer at random, written at random into a text.
#include "practice/edit_trial.hpp"

#include <algorithm>
#include <iterator>

#include "checklist/read/answer_reader.hpp"

namespace hipaa::testing {
namespace {

using yaml::Random;

void add_leaves(const NewValue& value, const std::string& path, Leaves& leaves) {
    for (std::size_t i = 0; i < value.children.size(); ++i)
        add_leaves(value.children[i], path + "/" + (value.keys.empty() ? std::to_string(i) : value.keys[i]), leaves);
    if (!value.children.empty()) return;
    leaves.emplace_back(path, value.kind == yaml::Kind::map        ? "{}"
                              : value.kind == yaml::Kind::sequence ? "[]"
                                                                   : fmt::format("<{}>", value.text));
}

bool is_below(const std::string& path, const std::string& above) {
    return path == above || path.starts_with(above + "/");
}

/// Takes away the leaves at and below `path`, and an empty group that `path` leads through.
Leaves without(Leaves leaves, const std::string& path) {
    std::erase_if(leaves, [&](const auto& leaf) { return is_below(leaf.first, path) || is_below(path, leaf.first); });
    return leaves;
}

std::optional<yaml::Node> value_at(yaml::Node root, const KeyPath& path) {
    yaml::Node at = root;
    for (const KeyStep& step : path.steps) {
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
NewValue random_value(const yaml::Document& document, const KeyPath& path, Random& random) {
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
std::optional<std::size_t> random_item(yaml::Node list, Random& random) {
    for (const yaml::Node item : list.items())
        if (!item.is_map()) return std::nullopt;
    return random.below(list.size() + 1);
}

/// A way that the document has up to some point, most of the time to its end.
KeyPath random_path(yaml::Node root, Random& random) {
    static const std::vector<std::string> keys = {"products", "spruce", "plan", "tier", "in_use", "used_for", "dr. x"};
    KeyPath path;
    yaml::Node at = root;
    while (at.size() > 0 && !random.one_in(12)) {
        if (at.is_sequence()) {
            const auto item = random_item(at, random);
            if (!item) return path;
            path.steps.emplace_back(*item);
            if (*item == at.size()) break;
            at = *std::next(at.items().begin(), static_cast<std::ptrdiff_t>(*item));
            if (at.size() == 0) break;
        }
        const yaml::Entry entry =
            *std::next(at.entries().begin(), static_cast<std::ptrdiff_t>(random.below(at.size())));
        path.steps.emplace_back(std::string(entry.key));
        at = entry.value;
    }
    if (at.is_sequence() && at.size() > 0 && std::holds_alternative<std::string>(path.steps.back())) return path;
    const bool ends_with_item = !path.steps.empty() && std::holds_alternative<std::size_t>(path.steps.back());
    const bool may_go_on = at.is_map() || is_unanswered(at);
    if (at.size() > 0 || path.steps.empty() || ends_with_item || (may_go_on && random.one_in(4)))
        for (std::size_t more = 1 + random.below(3); more > 0; --more) path.steps.emplace_back(random.pick(keys));
    return path;
}

/// True for a way through a value, or to an answer where there is an empty group: files with that mistake are not edited.
bool is_mistaken(yaml::Node root, const KeyPath& path) {
    KeyPath above;
    for (const KeyStep& step : path.steps) {
        const auto at = value_at(root, above);
        const bool is_key = std::holds_alternative<std::string>(step);
        if (at && !is_unanswered(*at) && at->size() > 0 && at->is_map() != is_key) return true;
        if (at && at->is_scalar() && !is_unanswered(*at)) return true;
        if (at && at->size() == 0 && at->is_sequence() && is_key) return true;
        if (const auto* key = std::get_if<std::string>(&step); key && key->starts_with("x-")) return true;
        above.steps.push_back(step);
    }
    return false;
}

/// True if something is written that gives way: the old value, or what stands for an empty group.
bool has_value_on(yaml::Node root, KeyPath path) {
    for (bool whole = true; !path.steps.empty(); path.steps.pop_back(), whole = false) {
        const auto at = value_at(root, path);
        if (!at || (at->is_null() && at->text().empty())) continue;
        if (whole || at->size() == 0) return true;
    }
    return false;
}

}  // namespace

std::string steps_text(const KeyPath& path) {
    std::string text;
    for (const KeyStep& step : path.steps) {
        if (const auto* key = std::get_if<std::string>(&step)) text += "/" + *key;
        else text += fmt::format("/{}", std::get<std::size_t>(step));
    }
    return text;
}

std::optional<Trial> trial_of(std::string before, Random& random) {
    yaml::Problems problems;
    const auto document = yaml::read({"practice.yaml", before}, problems);
    if (!document || !problems.empty() || (!document->root().is_map() && !document->root().is_null()))
        return std::nullopt;
    const KeyPath target = random_path(document->root(), random);
    if (target.steps.empty()) return std::nullopt;
    Trial trial{std::move(before), target, random_value(*document, target, random), false, false, false, {}, {}};
    const auto there = value_at(document->root(), target);
    trial.was_list = there && there->is_sequence();
    trial.is_mistaken = is_mistaken(document->root(), target);
    trial.had_value = has_value_on(document->root(), target);
    auto result = set_answer(trial.before, *document, trial.path, trial.value);
    if (const auto* refused = std::get_if<yaml::Problem>(&result)) {
        trial.problem = fmt::format("{}:{}: {}", refused->place.line, refused->place.column, refused->message);
        return trial;
    }
    trial.after = std::move(std::get<EditedFile>(result).text);

    const auto read_again = yaml::read({"practice.yaml", trial.after}, problems);
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

}  // namespace hipaa::testing
