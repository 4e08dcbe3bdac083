// Conditions with a name: each is read when it is first met, so that they may stand in any order.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "checklist/ids.hpp"
#include "checklist/read/condition_reader.hpp"
#include "checklist/read/question_reader.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
Definitions::Definitions(std::optional<yaml::Entry> entry, std::string_view extended, const Vocabulary& vocabulary,
                         yaml::Problems& problems)
    : extended_(extended), vocabulary_(vocabulary), problems_(problems) {
    if (!entry) return;
    if (!entry->value.is_map()) {
        problems_.add(entry->value.place(), "wrong_type",
                      "`define` takes names and their conditions: {name: {question: value}}");
        return;
    }
    for (const yaml::Entry& definition : entry->value.entries()) {
        if (is_key_segment(definition.key)) {
            index_of_.emplace(definition.key, entries_.size());
            entries_.push_back({definition});
        } else {
            problems_.add(definition.key_place, "wrong_name", [&] {
                return fmt::format("{} cannot be the name of a condition: use small letters, digits, `_` and `-`",
                                   yaml::quote(definition.key));
            });
        }
    }
}

void Definitions::enter() { deepest_ = std::max(deepest_, ++depth_); }

std::optional<Condition> Definitions::find(const yaml::Entry& meets) {
    const yaml::Node node = meets.value;
    const auto found = node.is_scalar() ? index_of_.find(node.text()) : index_of_.end();
    if (found == index_of_.end()) {
        add_unknown(meets);
        return std::nullopt;
    }
    Entry& entry = entries_[found->second];
    entry.used = true;
    if (entry.state == State::being_read) {
        refuse_circle(entry, node.place());
        return std::nullopt;
    }
    const auto refuse_depth = [&] {
        refuse_excess(node.place(), "too_deep",
                      fmt::format("with `{}` conditions are nested more than {} deep here, which is more than is read; "
                                  "meet fewer definitions inside each other",
                                  entry.source.key, most_nested));
        return std::nullopt;
    };
    if (depth_ >= most_nested) return refuse_depth();
    if (entry.state == State::unread) read(entry);
    if (!entry.condition) return std::nullopt;
    if (depth_ + entry.levels > most_nested) return refuse_depth();
    if (entry.size > most_met - met_) {
        refuse_excess(node.place(), "too_large",
                      fmt::format("with `{}` the definitions that this checklist meets come to more than {} tests and "
                                  "values, which is more than is read; meet them less often",
                                  entry.source.key, most_met));
        return std::nullopt;
    }
    met_ += entry.size;
    deepest_ = std::max(deepest_, depth_ + entry.levels);
    return entry.condition;
}

void Definitions::read(Entry& entry) {
    entry.state = State::being_read;
    way_.push_back(entry.source.key);
    const std::size_t deepest_before = std::exchange(deepest_, depth_);
    entry.condition = read_condition(fmt::format("the definition of `{}`", entry.source.key), entry.source.value,
                                     entry.source.key_place, vocabulary_, *this, problems_);
    entry.levels = deepest_ - depth_;
    if (entry.condition) entry.size = size_of(*entry.condition);
    deepest_ = std::max(deepest_, deepest_before);
    way_.pop_back();
    entry.state = State::read;
}

/// Told once: whatever meets what is too large is too large itself.
void Definitions::refuse_excess(Place place, std::string_view kind, const std::string& excess) {
    if (!std::exchange(excess_is_told_, true)) problems_.add(place, kind, [&] { return excess; });
}

void Definitions::refuse_circle(const Entry& entry, Place place) {
    problems_.add(place, "circle", [&] {
        std::string text = fmt::format("`{}` is defined by itself:", entry.source.key);
        const auto begin = std::ranges::find(way_, entry.source.key);
        for (auto name = begin; name != way_.end(); ++name) {
            const std::string_view next = name + 1 == way_.end() ? entry.source.key : *(name + 1);
            text += fmt::format("{} `{}` meets `{}`", name == begin ? "" : ",", *name, next);
        }
        return text;
    });
}

void Definitions::add_unknown(const yaml::Entry& meets) {
    const yaml::Node node = meets.value;
    problems_.add(node.is_null() ? meets.key_place : node.place(), "unknown_definition", [&] {
        if (!node.is_scalar()) return std::string("`meets` takes the name of a condition under `define`");
        std::vector<std::string_view> names;
        for (const Entry& entry : entries_) names.push_back(entry.source.key);
        if (names.empty() && !extended_.empty())
            return fmt::format("{} is not defined, since `{}` has no `define`; write the condition itself",
                               yaml::quote(node.text()), extended_);
        if (names.empty())
            return fmt::format("{} is not defined; write its condition under `define` of the checklist",
                               yaml::quote(node.text()));
        if (const auto meant = closest(node.text(), names))
            return fmt::format("{} is not defined; did you mean `{}`?", yaml::quote(node.text()), *meant);
        return fmt::format("{} is not defined; `define`{} has {}", yaml::quote(node.text()),
                           extended_.empty() ? "" : fmt::format(" of `{}`", extended_), yaml::one_of(names));
    });
}

std::vector<Definition> Definitions::read_all(Texts& texts) {
    std::vector<Definition> all;
    for (Entry& entry : entries_) {
        if (entry.state == State::unread) read(entry);
        if (entry.condition)
            all.push_back(
                {texts.keep(std::string(entry.source.key)), *entry.condition, entry.used, entry.source.key_place});
    }
    return all;
}

}  // namespace hipaa
