// Comparing a practice file before and after one answer was written into it.
#include "practice/edit_check.hpp"

#include <span>
#include <utility>

#include "checklist/read/answer_reader.hpp"

namespace hipaa {
namespace {

using Steps = std::span<const KeyStep>;
using Entries = yaml::Node::Entries;

bool is_same(yaml::Node one, yaml::Node other) {
    if (one.kind() != other.kind() || one.size() != other.size()) return false;
    if (one.text() != other.text() || one.quoted() != other.quoted()) return false;
    auto item = other.items().begin();
    for (const yaml::Node node : one.items())
        if (!is_same(node, *item++)) return false;
    auto entry = other.entries().begin();
    for (const yaml::Entry& before : one.entries()) {
        const yaml::Entry after = *entry++;
        if (before.key != after.key || !is_same(before.value, after.value)) return false;
    }
    return true;
}

class Comparison {
public:
    Comparison(const KeyPath& path, const yaml::NewValue& value) : path_(path), value_(value) {}

    bool differs_only_at(Steps steps, yaml::Node before, yaml::Node after) const {
        if (steps.empty()) return yaml::says(after, value_);
        const bool is_single = path_.addressable && steps.size() == 1 && before.is_scalar() && !is_unanswered(before);
        if (is_single) return differs_from_single(steps, before, after);
        if (before.is_scalar() && !is_unanswered(before)) return false;
        if (before.size() == 0) return yaml::says(after, nested(steps, value_));
        const std::string* key = std::get_if<std::string>(&steps.front());
        if (before.is_map() && after.is_map() && key) return differs_in_map(*key, steps, before, after);
        const std::size_t* item = std::get_if<std::size_t>(&steps.front());
        return before.is_sequence() && after.is_sequence() && item && differs_in_list(*item, steps, before, after);
    }

private:
    bool differs_in_map(std::string_view key, Steps steps, yaml::Node before, yaml::Node after) const {
        const Entries entries = after.entries();
        auto at = entries.begin();
        bool found = false;
        for (const yaml::Entry& entry : before.entries()) {
            if (at == entries.end() || (*at).key != entry.key) return false;
            const yaml::Node now = (*at++).value;
            const bool is_it = entry.key == key;
            found = found || is_it;
            if (!(is_it ? differs_only_at(steps.subspan(1), entry.value, now) : is_same(entry.value, now)))
                return false;
        }
        if (found) return at == entries.end();
        if (at == entries.end() || (*at).key != key) return false;
        const yaml::Node added = (*at++).value;
        return at == entries.end() && yaml::says(added, nested(steps.subspan(1), value_));
    }

    bool differs_in_list(std::size_t item, Steps steps, yaml::Node before, yaml::Node after) const {
        const yaml::Node::Items items = after.items();
        auto at = items.begin();
        std::size_t index = 0;
        for (const yaml::Node node : before.items()) {
            if (at == items.end()) return false;
            const yaml::Node now = *at++;
            if (!(index++ == item ? differs_only_at(steps.subspan(1), node, now) : is_same(node, now))) return false;
        }
        if (item < index) return at == items.end();
        if (item != index || at == items.end()) return false;
        const yaml::Node added = *at++;
        return at == items.end() && yaml::says(added, nested(steps.subspan(1), value_));
    }

    /// `before` is the status of an addressable question, and stands for the group.
    bool differs_from_single(Steps steps, yaml::Node before, yaml::Node after) const {
        const std::string* key = std::get_if<std::string>(&steps.front());
        if (!key) return false;
        if (*key == addressable_status) return yaml::says(after, value_);
        const auto status = after.find(addressable_status);
        const auto added = after.find(*key);
        return after.size() == 2 && status && added && is_same(before, status->value) &&
               yaml::says(added->value, value_);
    }

    const KeyPath& path_;
    const yaml::NewValue& value_;
};

bool lacks_only(Steps steps, yaml::Node before, yaml::Node after) {
    const bool is_last = steps.size() == 1;
    if (is_last && before.size() == 1) return after.size() == 0 && !after.is_scalar();
    if (before.kind() != after.kind() || before.size() != after.size() + (is_last ? 1 : 0)) return false;
    const std::string* key = std::get_if<std::string>(&steps.front());
    const std::size_t* item = std::get_if<std::size_t>(&steps.front());
    auto entry_after = after.entries().begin();
    for (const yaml::Entry& entry : before.entries()) {
        const bool is_it = key && entry.key == *key;
        if (is_it && is_last) continue;
        const yaml::Entry now = *entry_after++;
        if (now.key != entry.key) return false;
        if (!(is_it ? lacks_only(steps.subspan(1), entry.value, now.value) : is_same(entry.value, now.value)))
            return false;
    }
    auto item_after = after.items().begin();
    std::size_t index = 0;
    for (const yaml::Node node : before.items()) {
        const bool is_it = item && index++ == *item;
        if (is_it && is_last) continue;
        const yaml::Node now = *item_after++;
        if (!(is_it ? lacks_only(steps.subspan(1), node, now) : is_same(node, now))) return false;
    }
    return true;
}

}  // namespace

yaml::NewValue nested(std::span<const KeyStep> steps, yaml::NewValue value) {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const std::string* key = std::get_if<std::string>(&*step);
        if (key) {
            value = yaml::new_map(*key, std::move(value));
        } else {
            std::vector<yaml::NewValue> items;
            items.push_back(std::move(value));
            value = yaml::new_list(std::move(items));
        }
    }
    return value;
}

bool differs_only_at(const KeyPath& path, const yaml::NewValue& value, yaml::Node before, yaml::Node after) {
    return Comparison(path, value).differs_only_at(path.steps, before, after);
}

bool lacks_only(const KeyPath& path, yaml::Node before, yaml::Node after) {
    return lacks_only(Steps(path.steps), before, after);
}

}  // namespace hipaa
