// A practice file made of what a report says of one.
#include "compare/rewritten.hpp"

#include <algorithm>
#include <utility>

#include "json/builder.hpp"

namespace hipaa {
namespace {

/// A key of the file, with what stands below it.
struct Branch {
    std::string_view name;
    std::string_view key;    // dotted, from the top
    std::string_view value;  // JSON; empty of a group
    std::vector<Branch> below;

    Branch& child(std::string_view child_name) {
        const auto found = std::ranges::find(below, child_name, &Branch::name);
        if (found != below.end()) return *found;
        below.push_back({child_name, {}, {}, {}});
        return below.back();
    }
};

constexpr std::string_view products_prefix = "products.";

/// The first name in `path`, which is taken off. The name of a product may have dots in it: what `parts` names is whole.
std::string_view take_name(std::string_view& path, std::string_view key, const std::vector<std::string_view>& parts) {
    std::size_t length = std::min(path.find('.'), path.size());
    if (key.starts_with(products_prefix) && path.size() + products_prefix.size() == key.size())
        for (const std::string_view part : parts)
            if (key == part || is_below(key, part)) length = std::max(length, part.size() - products_prefix.size());
    const std::string_view name = path.substr(0, length);
    path.remove_prefix(std::min(length + 1, path.size()));
    return name;
}

class Writing {
public:
    void branch(const Branch& branch, std::size_t depth) {
        indent(depth);
        quote(branch.name);
        practice.text += ':';
        if (branch.below.empty()) {
            practice.keys.emplace(line_, branch.key);
            (practice.text += ' ') += branch.value;
        }
        end_line();
        for (const Branch& child : branch.below) this->branch(child, depth + 1);
    }

    void decisions(const std::vector<std::string>& decisions) {
        if (decisions.empty()) return;
        practice.text += "decisions:";
        end_line();
        for (std::size_t i = 0; i < decisions.size(); ++i) {
            practice.text += "  - " + decisions[i];
            practice.decisions.emplace(line_, i);
            end_line();
        }
    }

    RewrittenPractice practice;

private:
    void indent(std::size_t depth) { practice.text.append(2 * depth, ' '); }
    void quote(std::string_view text) {
        JsonBuilder json(JsonBuilder::Layout::one_line);
        json.text(text);
        practice.text += json.take_part();
        if (practice.text.ends_with(',')) practice.text.pop_back();
    }
    void end_line() {
        practice.text += '\n';
        ++line_;
    }

    std::uint32_t line_ = 1;
};

}  // namespace

RewrittenPractice rewrite_practice(const RecordedAnswers& answers, const std::vector<std::string>& decisions) {
    std::vector<std::string_view> parts;
    for (const auto& [key, value] : answers)
        if (value == empty_part && key.starts_with(products_prefix)) parts.push_back(key);
    Branch top;
    for (const auto& [key, value] : answers) {
        std::string_view path = key;
        Branch* branch = &top;
        while (!path.empty()) branch = &branch->child(take_name(path, key, parts));
        branch->key = key;
        branch->value = value;
    }
    Writing writing;
    for (const Branch& branch : top.below) writing.branch(branch, 0);
    writing.decisions(decisions);
    return std::move(writing.practice);
}

}  // namespace hipaa
