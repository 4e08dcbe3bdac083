// Reading a text with both readers of YAML, and comparing all that they make of it.
#include "yaml/reader_comparison.hpp"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "shown.hpp"
#include "yaml/fast/plain_reader.hpp"
#include "yaml/normalize.hpp"
#include "yaml/tree.hpp"
#include "yaml/yamlcpp/yamlcpp_reader.hpp"

namespace hipaa::yaml {
namespace {

std::uint32_t first_child(const Record& record) { return record.is_collection() ? record.first : 0; }
bool has_text(const Record& record) { return !record.is_collection() && record.text != nullptr; }

std::string shown(const Record& record) {
    return fmt::format("{}:{} kind {} quoted {} size {} first {} '{}'", record.place.line, record.place.column,
                       static_cast<int>(record.kind), record.quoted, record.size, first_child(record), record.view());
}

using Outcome = Comparison::Outcome;

/// What differs, or nothing.
std::string difference(const Tree& plain, const Tree& general) {
    if (plain.records.size() != general.records.size() || plain.root != general.root)
        return fmt::format("{} nodes, and {}", plain.records.size(), general.records.size());
    for (std::size_t i = 0; i < plain.records.size(); ++i) {
        const Record& a = plain.records[i];
        const Record& b = general.records[i];
        if (a.place != b.place || a.kind != b.kind || a.quoted != b.quoted || a.size != b.size ||
            first_child(a) != first_child(b) || a.view() != b.view() || has_text(a) != has_text(b))
            return shown(a) + "\n" + shown(b);
    }
    return {};
}

Comparison compared(std::string difference) {
    return {difference.empty() ? Outcome::same : Outcome::different, std::move(difference)};
}

}  // namespace

Comparison compare(std::string text) {
    Problems problems;
    Source source{"file.yaml", std::move(text)};
    if (!normalize(source, problems)) return {Outcome::not_clean, {}};
    Tree plain(std::move(source));
    if (!read_plain(plain)) {
        if (plain.records.empty()) return {Outcome::declined, {}};
        return {Outcome::different, "nodes are left behind"};
    }
    Tree general({"file.yaml", plain.source.text});
    if (!read_with_yaml_cpp(general, problems)) return {Outcome::different, "not YAML: " + shown(problems)};
    if (!problems.empty()) return {Outcome::different, shown(problems)};
    return compared(difference(plain, general));
}

Comparison compare_with_mistakes(std::string text) {
    Problems problems;
    Source source{"file.yaml", std::move(text)};
    if (!normalize(source, problems)) return {Outcome::not_clean, {}};
    Tree plain(std::move(source));
    Problems plain_problems;
    std::optional<Place> not_plain;
    const bool readable = read_only_plain(plain, plain_problems, not_plain);
    if (not_plain) return {readable ? Outcome::different : Outcome::declined, "plain and not plain"};
    Tree general({"file.yaml", plain.source.text});
    if (readable != read_with_yaml_cpp(general, problems)) return {Outcome::different, "only one can be used"};
    if (shown(plain_problems) != shown(problems))
        return {Outcome::different, shown(plain_problems) + "\n" + shown(problems)};
    return compared(readable ? difference(plain, general) : "");
}

}  // namespace hipaa::yaml
