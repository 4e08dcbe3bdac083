// Writing one answer into the text of a practice file, or taking it out.
#include "practice/answer_edit.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "checklist/read/answer_reader.hpp"
#include "practice/edit_check.hpp"
#include "yaml/fields.hpp"
#include "yaml/rewrite/splice.hpp"

namespace hipaa {
namespace {

using yaml::Hindrance;
using yaml::Splice;

/// Nothing, where the answer is there already.
struct Unchanged {};
using Plan = std::variant<Splice, Hindrance, Unchanged>;

Plan plan_of(yaml::SpliceOrHindrance planned) {
    if (Splice* splice = std::get_if<Splice>(&planned)) return std::move(*splice);
    return *std::get_if<Hindrance>(&planned);
}

/// Follows a path as far as the file has it, then plans what is needed from there on.
class Planner {
public:
    Planner(const yaml::Document& document, const KeyPath& path, const yaml::NewValue& value)
        : splicer_(document), path_(path), value_(value), at_(document.root()) {}

    Plan plan() {
        for (std::size_t i = 0; i < path_.steps.size(); ++i) {
            const std::span<const KeyStep> rest = std::span(path_.steps).subspan(i);
            if (const auto sigil = splicer_.sigil(at_)) return *sigil;
            const std::string* key = std::get_if<std::string>(&rest.front());
            if (auto planned = key ? enter(*key, rest) : enter(*std::get_if<std::size_t>(&rest.front()), rest))
                return std::move(*planned);
        }
        return at_end();
    }

    /// The last place that the path and the file have in common.
    Place place() const { return slot_ ? slot_->entry.key_place : at_.place(); }

private:
    std::size_t step() const { return splicer_.step(maps_); }

    std::optional<Plan> enter(const std::string& key, std::span<const KeyStep> rest) {
        if (is_unanswered(at_) || (at_.is_map() && at_.size() == 0)) return fill(nested(rest, value_));
        if (at_.is_scalar() && slot_ && path_.addressable && rest.size() == 1) return beside_single(key);
        if (!at_.is_map()) return Hindrance{Hindrance::Kind::inner_value, at_.place()};
        const auto entry = at_.find(key);
        if (!entry) {
            maps_.push_back(at_);
            return splicer_.added_entry(at_, key, nested(rest.subspan(1), value_), step());
        }
        maps_.push_back(at_);
        slot_ = yaml::Splicer::Slot{at_, *entry};
        at_ = entry->value;
        return std::nullopt;
    }

    std::optional<Plan> enter(std::size_t item, std::span<const KeyStep> rest) {
        if (item == 0 && slot_ && (is_unanswered(at_) || (at_.is_sequence() && at_.size() == 0)))
            return fill(nested(rest, value_));
        if (!at_.is_sequence() || !slot_ || item > at_.size())
            return Hindrance{Hindrance::Kind::inner_value, at_.place()};
        if (item == at_.size()) {
            const yaml::NewValue added = nested(rest.subspan(1), value_);
            return splicer_.added_items(*slot_, std::span(&added, 1), step());
        }
        auto node = at_.items().begin();
        for (std::size_t i = 0; i < item; ++i) ++node;
        at_ = *node;
        slot_.reset();
        return std::nullopt;
    }

    /// Puts `value` where a group or a list is empty.
    Plan fill(const yaml::NewValue& value) const {
        if (slot_) return plan_of(splicer_.replaced(*slot_, value, step()));
        if (at_.is_map()) return splicer_.filled(at_, value);
        if (maps_.empty()) return plan_of(splicer_.first_entries(value, step()));
        return Hindrance{Hindrance::Kind::unknown_form, at_.place()};
    }

    /// In place of the group of an addressable question there is its status alone.
    Plan beside_single(const std::string& key) const {
        if (key != addressable_status) return plan_of(splicer_.wrapped(*slot_, addressable_status, key, value_));
        if (yaml::says(at_, value_)) return Unchanged{};
        return plan_of(splicer_.replaced(*slot_, value_, step()));
    }

    Plan at_end() const {
        const bool wants_group = value_.kind == yaml::Kind::map;
        if (yaml::says(at_, value_) || (wants_group && (at_.is_map() || is_unanswered(at_)))) return Unchanged{};
        if (wants_group || at_.is_map() || !slot_) return Hindrance{Hindrance::Kind::inner_value, at_.place()};
        return plan_of(splicer_.replaced(*slot_, value_, step()));
    }

    yaml::Splicer splicer_;
    const KeyPath& path_;
    const yaml::NewValue& value_;
    yaml::Node at_;
    std::vector<yaml::Node> maps_;             // around `at_`, the outermost first
    std::optional<yaml::Splicer::Slot> slot_;  // that `at_` is in, if that is not a list
};

/// What is on `line`, in the way of a change.
std::string obstacle(Hindrance::Kind kind, std::uint32_t line) {
    switch (kind) {
        case Hindrance::Kind::alias:
            return fmt::format("line {} has an alias (`*`)", line);
        case Hindrance::Kind::anchor:
            return fmt::format("line {} has an anchor (`&`), so a change there may count elsewhere too", line);
        case Hindrance::Kind::tag:
            return fmt::format("line {} has a tag (`!`)", line);
        case Hindrance::Kind::block:
            return fmt::format("line {} begins a text of several lines (`|` or `>`)", line);
        case Hindrance::Kind::comment:
            return fmt::format("the answer on line {} has a comment inside, which would be lost", line);
        case Hindrance::Kind::inner_value:
            return fmt::format("what is on line {} leaves no place for it", line);
        case Hindrance::Kind::unknown_form:
            break;
    }
    return fmt::format("line {} is written in a way that cannot be changed safely here", line);
}

/// What to do about that; empty if only an editor helps.
std::string_view remedy(Hindrance::Kind kind) {
    switch (kind) {
        case Hindrance::Kind::alias:
            return "write out what it stands for";
        case Hindrance::Kind::anchor:
            return "remove the anchor";
        case Hindrance::Kind::tag:
            return "remove it";
        case Hindrance::Kind::block:
        case Hindrance::Kind::comment:
        case Hindrance::Kind::inner_value:
        case Hindrance::Kind::unknown_form:
            break;
    }
    return {};
}

yaml::Problem refusal(const KeyPath& path, Hindrance::Kind kind, Place place, EditPurpose purpose = EditPurpose::save) {
    const std::string key = yaml::quote(key_text_of(path));
    const std::string why = obstacle(kind, place.line);
    const std::string_view what = remedy(kind);
    if (purpose == EditPurpose::suppose)
        return {place, "not_set",
                fmt::format("{} cannot be set in this file: {}; {}", key, why,
                            what.empty() ? "change it in a copy of the file, and check that" : what)};
    const std::string advice = what.empty() ? "change it in an editor" : fmt::format("{}, then answer again", what);
    return {place, "not_saved", fmt::format("{} cannot be saved in this file: {}; {}", key, why, advice)};
}

std::optional<yaml::Document> read_again(std::string_view text, const yaml::Document& before) {
    yaml::Problems problems;
    auto document = yaml::read({before.source().name, std::string(text)}, problems);
    if (!problems.empty()) document.reset();
    return document;
}

struct Found {
    std::size_t index;  // in the collection
    yaml::Node value;
};

std::optional<Found> member_at(yaml::Node collection, const KeyStep& step) {
    std::size_t index = 0;
    if (const std::string* key = std::get_if<std::string>(&step)) {
        for (const yaml::Entry& entry : collection.entries()) {
            if (entry.key == *key) return Found{index, entry.value};
            ++index;
        }
        return std::nullopt;
    }
    for (const yaml::Node item : collection.items())
        if (index++ == *std::get_if<std::size_t>(&step)) return Found{index - 1, item};
    return std::nullopt;
}

}  // namespace

const std::string_view starting_text =
    "# Answers about your practice, read by hipaa-check. You may change them here by hand.\n"
    "# Never put client names or other client information in this file.\n"
    "\n";

std::variant<EditedFile, yaml::Problem> set_answer(std::string_view file, const yaml::Document& document,
                                                   const KeyPath& path, const yaml::NewValue& value,
                                                   EditPurpose purpose) {
    Planner planner(document, path, value);
    const Plan plan = planner.plan();
    if (const Hindrance* hindrance = std::get_if<Hindrance>(&plan))
        return refusal(path, hindrance->kind, hindrance->place, purpose);
    const Splice* splice = std::get_if<Splice>(&plan);
    auto text = yaml::spliced(file, document.source(), splice ? *splice : Splice{});
    auto after = text ? read_again(*text, document) : std::nullopt;
    const bool is_right =
        after && (splice ? differs_only_at(path, value, document.root(), after->root()) : *text == file);
    if (!is_right) return refusal(path, Hindrance::Kind::unknown_form, planner.place(), purpose);
    return EditedFile{std::move(*text), std::move(*after)};
}

std::variant<EditedFile, yaml::Problem> remove_answer(std::string_view file, const yaml::Document& document,
                                                      KeyPath path) {
    struct Member {
        yaml::Node collection;
        std::size_t index;
    };
    std::vector<Member> way;
    yaml::Node at = document.root();
    for (const KeyStep& step : path.steps) {
        const auto next = member_at(at, step);
        if (!next) return set_answer(file, document, {}, yaml::new_map());
        way.push_back({at, next->index});
        at = next->value;
    }
    while (way.size() > 1 && way.back().collection.is_map() && way.back().collection.size() == 1) {
        way.pop_back();
        path.steps.pop_back();
    }
    const yaml::SpliceOrHindrance planned = yaml::Splicer(document).without(way.back().collection, way.back().index);
    if (const Hindrance* hindrance = std::get_if<Hindrance>(&planned))
        return refusal(path, hindrance->kind, hindrance->place);
    auto text = yaml::spliced(file, document.source(), *std::get_if<Splice>(&planned));
    auto after = text ? read_again(*text, document) : std::nullopt;
    if (!after || !lacks_only(path, document.root(), after->root()))
        return refusal(path, Hindrance::Kind::unknown_form, way.back().collection.place());
    return EditedFile{std::move(*text), std::move(*after)};
}

}  // namespace hipaa
