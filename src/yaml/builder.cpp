// Builds the tree from what a reader meets.
#include "yaml/builder.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "yaml/fields.hpp"

namespace hipaa::yaml {
namespace {

/// What stands in the tree for a key that was refused; no other key is without a text pointer.
bool is_placeholder(const Record& key) { return key.text == nullptr; }

}  // namespace

/// A scalar that is the root, has an anchor, or may be a merge key.
void Builder::add_special(Place place, std::string_view text, bool quoted) {
    Record record{place, static_cast<std::uint32_t>(text.size()), Kind::scalar, quoted, {text.data()}};
    if (at_key() && text == "<<" && !quoted) {
        problems_.add(place, "merge_key",
                      "the merge key `<<` is not supported here; write out the keys that it would bring in");
        record.text = nullptr;
        record.size = 0;
    }
    remember(std::exchange(pending_anchor_, 0), {record, 1, 0});
    add(record);
}

/// A null that is the root, has an anchor, or stands where a key should.
void Builder::add_special_null(Place place, std::string_view text) {
    const Record record{place, static_cast<std::uint32_t>(text.size()), Kind::null, false, {text.data()}};
    remember(std::exchange(pending_anchor_, 0), {record, 1, 0});
    add(record);
}

void Builder::missing(Place place) {
    const bool is_value = !open_.empty() && open_.back().kind == Kind::map && !at_key();
    null(is_value ? pending_.back().place : place, {});
}

void Builder::begin(Kind kind, Place place) {
    if (stopped_ || !limit_depth(1, place, "too_deep") || !count(1, place)) return;
    const std::size_t anchor = std::exchange(pending_anchor_, 0);
    if (anchor != 0) remember(anchor, {{place, 0, kind, false, {nullptr}}, 0, 0});
    open_.push_back(
        {place, kind, static_cast<std::uint32_t>(pending_.size()), static_cast<std::uint32_t>(nodes_ - 1), 1, anchor});
}

void Builder::end() {
    if (stopped_) return;
    const Open done = open_.back();
    open_.pop_back();
    const auto first = pending_.begin() + static_cast<std::ptrdiff_t>(done.first_pending);
    auto children = static_cast<std::uint32_t>(pending_.end() - first);
    const auto first_child = static_cast<std::uint32_t>(tree_.records.size());
    tree_.records.insert(tree_.records.end(), first, pending_.end());
    pending_.erase(first, pending_.end());
    if (done.kind == Kind::map) {
        children /= 2;
        find_duplicates(tree_.records.data() + first_child, children);
    }
    Record record{done.place, children, done.kind, false, {nullptr}};
    record.first = first_child;
    if (done.anchor != 0) remember(done.anchor, {record, nodes_ - done.nodes_before, done.height});
    if (!open_.empty()) open_.back().height = std::max(open_.back().height, done.height + 1);
    add(record);
}

void Builder::alias(Place place, std::size_t number) {
    if (stopped_) return;
    const Anchored& anchored = anchors_[number];
    if (anchored.nodes == 0) {
        problems_.add(place, "alias", "this alias (`*`) stands inside of what it refers to; write out what is meant");
        stop();
        return;
    }
    if (anchored.nodes > max_nodes - nodes_) {
        problems_.add(place, "alias", [] {
            return fmt::format(
                "with this alias (`*`) the file would unfold to more than {} values; write out what is meant",
                max_nodes);
        });
        stop();
        return;
    }
    if (anchored.height > 0 && !limit_depth(anchored.height, place, "alias")) return;
    nodes_ += anchored.nodes;
    if (!open_.empty())
        open_.back().height = std::max(open_.back().height, static_cast<std::uint32_t>(anchored.height) + 1);
    Record record = anchored.record;
    record.place = place;
    if (at_key()) {
        problems_.add(place, "key_not_text", "an alias (`*`) cannot be a key; write the key itself");
        record = {place, 0, Kind::scalar, false, {nullptr}};
        pending_.push_back(record);
        return;
    }
    add(record);
}

void Builder::abandon() {
    std::size_t end = pending_.size();
    pending_.emplace_back();  // the value of the last key, if it has none
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
        if (open->kind == Kind::map && end > open->first_pending) {
            find_duplicates(&pending_[open->first_pending], (end - open->first_pending + 1) / 2);
        }
        end = open->first_pending;
    }
}

void Builder::add(Record record) {
    if (open_.empty()) {
        tree_.root = static_cast<std::uint32_t>(tree_.records.size());
        tree_.records.push_back(record);
        return;
    }
    if (record.kind != Kind::scalar && at_key()) refuse_key(record);
    pending_.push_back(record);
}

/// Notes that `key` cannot be one, and puts what stands for a refused key in its place.
void Builder::refuse_key(Record& key) {
    problems_.add(key.place, "key_not_text", [&]() -> std::string {
        if (key.kind != Kind::null) return "a list or a group cannot be a key; write a word before the colon";
        if (key.size == 0) return "there is no key before the colon; write one, or put the text in quotes";
        return fmt::format("the key `{0}` means \"nothing\" in YAML; write it in quotes: `\"{0}\"`", key.view());
    });
    key = {key.place, 0, Kind::scalar, false, {nullptr}};
}

bool Builder::refuse_size(Place place) {
    if (stopped_) return false;
    problems_.add(place, "too_large", [] {
        return fmt::format("the file holds more than {} values, which is more than is read; is it the right file?",
                           max_nodes);
    });
    return stop();
}

bool Builder::limit_depth(std::size_t levels, Place place, std::string_view kind) {
    if (open_.size() + levels <= max_depth) return true;
    problems_.add(place, kind, [] {
        return fmt::format(
            "lists and groups are nested more than {} deep here, which is more than is read; is it the "
            "right file?",
            max_depth);
    });
    return stop();
}

bool Builder::stop() {
    stopped_ = true;
    nodes_ = max_nodes;  // so that `count` refuses whatever may follow, and need not ask
    return false;
}

void Builder::remember(std::size_t anchor, Anchored anchored) {
    if (anchor == 0) return;
    if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
    anchors_[anchor] = anchored;
}

void Builder::find_duplicates(const Record* entries, std::size_t size) {
    constexpr std::size_t few = 8;
    if (size <= few) {
        for (std::size_t i = 1; i < size; ++i) {
            const Record& key = entries[2 * i];
            for (std::size_t j = 0; j < i && !is_placeholder(key); ++j) {
                const Record& earlier = entries[2 * j];
                if (is_placeholder(earlier) || earlier.view() != key.view()) continue;
                note_duplicate(key, earlier);
                break;
            }
        }
        return;
    }
    // Sorted instead of hashed: no choice of keys makes this slow.
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0u);
    const auto key = [&](std::uint32_t i) -> const Record& { return entries[2 * std::size_t{i}]; };
    std::erase_if(order, [&](std::uint32_t i) { return is_placeholder(key(i)); });
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int compared = key(a).view().compare(key(b).view());
        return compared != 0 ? compared < 0 : a < b;
    });
    std::size_t first = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (key(order[i]).view() == key(order[first]).view()) note_duplicate(key(order[i]), key(order[first]));
        else first = i;
    }
}

void Builder::note_duplicate(const Record& key, const Record& first) {
    const auto has_keys = [](const Record& entry) {
        const Record& value = (&entry)[1];
        return value.kind == Kind::map && value.size > 0;
    };
    const bool can_be_one = has_keys(key) && has_keys(first);
    problems_.add(key.place, "duplicate_key", [&] {
        return fmt::format("the key {} is already on line {}; {}", quote(key.view()), first.place.line,
                           can_be_one ? "put what is under this one under that one, and delete this line"
                                      : "keep only one of the two");
    });
}

}  // namespace hipaa::yaml
