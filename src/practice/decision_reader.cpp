// Reading documented decisions.
#include "practice/decision_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "checklist/ids.hpp"
#include "checklist/read/answer_reader.hpp"
#include "practice/key_tree.hpp"
#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using yaml::quote;

struct Target {
    std::size_t sheet = Decision::no_sheet;
    const Note* note = nullptr;
    const Check* check = nullptr;
    std::string now_called;  // of an id from an earlier version
    Text off_by = {};        // the checklist that switches it off
};

class DecisionReader {
public:
    DecisionReader(const Library& library, const Practice& practice, yaml::Problems& problems)
        : library_(library), problems_(problems) {
        for (std::size_t i = 0; i < library.checklists.size(); ++i)
            if (!library.checklists[i].generic())
                add_targets(library.checklists[i], practice.sheet_of_checklist[i], nullptr);
        for (std::size_t i = 0; i < practice.sheets.size(); ++i) {
            if (!practice.sheets[i].checklist->generic()) continue;
            add_targets(*practice.sheets[i].checklist, i, &practice.sheets[i]);
            products_.emplace_back(practice.sheets[i].product);
        }
        for (const Checklist& checklist : library.checklists)
            if (checklist.generic()) add_generic(checklist);
    }

    std::optional<Decision> read(yaml::Node node) {
        yaml::Fields fields("a decision", node, node.place(), problems_, decision_keys);
        Decision decision{};
        const auto accepts = fields.find("accepts");
        decision.accepts = read_text(fields, "accepts", "the id of a check or note, as the report shows it");
        decision.place = accepts ? accepts->value.place() : node.place();
        decision.because = read_text(fields, "because", "why this is accepted");
        decision.instead = fields.text("instead");
        if (const auto instead = fields.find("instead"); instead && is_unanswered(instead->value))
            decision.instead.clear();
        decision.by = read_text(fields, "by", "who decided, such as practice owner");
        const auto decided_on = read_date(fields, "decided_on");
        const auto review_by = read_date(fields, "review_by");
        fields.finish_but_own_keys();
        if (decision.accepts.empty() || !resolve(decision) || !decided_on || !review_by) return std::nullopt;
        decision.decided_on = *decided_on;
        decision.review_by = *review_by;
        return decision;
    }

private:
    /// `generic` is the sheet of a generic checklist, whose ids name the product; null for other checklists.
    void add_targets(const Checklist& checklist, std::size_t sheet, const Sheet* generic) {
        const auto shown = [&](const std::string& id) { return generic ? generic->id_of(id) : id; };
        for (const Caveat& caveat : checklist.caveats) caveats_.try_emplace(shown(caveat.full_id), &caveat);
        for (const Note& note : checklist.notes) {
            ids_.push_back(shown(note.full_id));
            targets_.push_back({sheet, &note, nullptr, {}});
            for (const Check& check : note.checks) {
                ids_.push_back(shown(check.full_id));
                targets_.push_back({sheet, &note, &check, {}});
            }
        }
        for (const FormerId& former : former_ids(checklist))
            former_.try_emplace(shown(former.id), Target{sheet, former.note, former.check,
                                                         former.now == former.id ? "" : shown(former.now)});
        for (const std::string& id : switched_off_ids(checklist))
            former_.try_emplace(shown(id), Target{Decision::no_sheet, nullptr, nullptr, {}, checklist.id});
    }

    /// The ids of a generic checklist without any product in them.
    void add_generic(const Checklist& checklist) {
        const auto add = [&](std::string_view id, const Note& note, const Check* check) {
            generic_.try_emplace(std::string(id), Target{Decision::no_sheet, &note, check, {}});
        };
        for (const Note& note : checklist.notes) {
            add(note.full_id, note, nullptr);
            for (const Check& check : note.checks) add(check.full_id, note, &check);
        }
        for (const FormerId& former : former_ids(checklist)) add(former.id, *former.note, former.check);
    }

    /// What is no answer to a question is none here either.
    std::string read_text(yaml::Fields& fields, std::string_view key, std::string_view what) {
        std::string text = fields.text(key);
        const auto entry = fields.find(key);
        if (text.empty() || !is_unanswered(entry->value)) return text;
        problems_.add(entry->value.place(), "missing_key", [&] {
            return fmt::format("`{}` of a decision is {}, which is not an answer; write {}, or take out the decision",
                               key, quote(text), what);
        });
        return {};
    }

    std::optional<Date> read_date(yaml::Fields& fields, std::string_view key) {
        const std::string text = read_text(fields, key, "a date such as 2026-01-31");
        const auto date = parse_date(text);
        if (!date && !text.empty())
            problems_.add(fields.find(key)->value.place(), "wrong_value", [&] {
                return fmt::format("`{}` of a decision is a date such as 2026-01-31, not {}", key, quote(text));
            });
        return date;
    }

    const Target* find(const std::string& id) const {
        const auto found = std::ranges::find(ids_, id);
        if (found != ids_.end()) return &targets_[static_cast<std::size_t>(found - ids_.begin())];
        const auto former = former_.find(id);
        return former == former_.end() ? nullptr : &former->second;
    }

    bool has_own_checklist(std::string_view product) const {
        const std::string about = fmt::format("{}.{}", products_key, product);
        return std::ranges::any_of(library_.checklists, [&](const Checklist& one) { return one.group.about == about; });
    }

    /// `any-product@loom/agreement`, where the file has no `products.loom` (any more), nor one that is near.
    const Target* find_absent_product(std::string_view id) const {
        const auto at = id.find('@');
        const auto slash = id.find('/', at);
        if (at == id.npos || slash == id.npos) return nullptr;
        const std::string_view product = id.substr(at + 1, slash - at - 1);
        const auto found = generic_.find(fmt::format("{}{}", id.substr(0, at), id.substr(slash)));
        const bool is_absent = found != generic_.end() && !product.empty() && !has_own_checklist(product) &&
                               !closest_name(product, products_);
        return is_absent ? &found->second : nullptr;
    }

    bool resolve(Decision& decision) {
        const Target* found = find(decision.accepts);
        if (!found) found = find_absent_product(decision.accepts);
        if (!found) {
            problems_.add(decision.place, "unknown_id", [&] { return unknown_id(decision.accepts); });
            return false;
        }
        const Target& target = *found;
        decision.now_called = target.now_called;
        decision.sheet = target.sheet;
        decision.note = target.note;
        decision.check = target.check;
        decision.off_by = target.off_by;
        return true;
    }

    std::string unknown_id(std::string_view id) const {
        if (const auto caveat = caveats_.find(id); caveat != caveats_.end())
            return caveat->second->deal_breaker
                       ? fmt::format("{} is a deal-breaking caveat, which no decision can accept", quote(id))
                       : fmt::format("{} is a caveat, which counts in no result: there is nothing to accept",
                                     quote(id));
        if (generic_.contains(id)) return without_product(id);
        const std::vector<std::string_view> known = ids_to_suggest();
        std::string with_hyphens(id);
        std::ranges::replace(with_hyphens, '_', '-');
        const auto written_so = std::ranges::find(known, with_hyphens);
        auto meant = written_so != known.end() ? std::optional(*written_so) : closest(id, known);
        for (const std::string_view full : known)
            if (!meant && full.ends_with(fmt::format("/{}", id))) meant = full;
        if (meant) return fmt::format("{} is not a note or check; did you mean `{}`?", quote(id), *meant);
        return fmt::format("{} is not a note or check; write its id as the report shows it, such as {}", quote(id),
                           known.empty() ? "spruce/paid-tier/paid" : known.front());
    }

    /// Those of checklists that the file has answers to come first.
    std::vector<std::string_view> ids_to_suggest() const {
        std::vector<std::string_view> ids;
        for (const bool is_in_file : {true, false})
            for (std::size_t i = 0; i < ids_.size(); ++i)
                if ((targets_[i].sheet != Decision::no_sheet) == is_in_file) ids.push_back(ids_[i]);
        return ids;
    }

    /// Of `any-product/agreement`, which says nothing of the product.
    std::string without_product(std::string_view id) const {
        const auto slash = id.find('/');
        const std::string_view product = products_.empty() ? "KEY" : products_.front();
        const std::string meant = printable(fmt::format("{}@{}{}", id.substr(0, slash), product, id.substr(slash)));
        if (products_.empty())
            return fmt::format("{} does not name its product; write `{}`, where KEY is the product's key in the file",
                               quote(id), meant);
        return fmt::format("{} is not a note or check; did you mean `{}`?", quote(id), meant);
    }

    const Library& library_;
    yaml::Problems& problems_;
    std::vector<std::string> ids_;
    std::vector<Target> targets_;                         // by index in `ids_`
    std::map<std::string, Target, std::less<>> former_;   // and those that are switched off
    std::map<std::string, Target, std::less<>> generic_;  // of generic checklists, without a product
    std::vector<std::string_view> products_;              // in the file, about which those are
    std::map<std::string, const Caveat*, std::less<>> caveats_;
};

}  // namespace

std::vector<Decision> read_decisions(const yaml::Entry& entry, const Library& library, const Practice& practice,
                                     yaml::Problems& problems) {
    std::vector<Decision> decisions;
    if (entry.value.is_null()) return decisions;
    if (!entry.value.is_sequence()) {
        problems.add(entry.value.place(), "wrong_type",
                     "`decisions` takes a list: begin each decision with `- accepts: ` and the id of a check");
        return decisions;
    }
    if (entry.value.items().empty()) return decisions;
    DecisionReader reader(library, practice, problems);
    for (const yaml::Node node : entry.value.items())
        if (auto decision = reader.read(node)) decisions.push_back(std::move(*decision));
    return decisions;
}

}  // namespace hipaa
