// Which practices of two reports are the same.
#include "compare/practice_index.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace hipaa {
namespace {

std::string_view directory_of(std::string_view file) { return file.substr(0, file.rfind('/') + 1); }

/// Practices by their names; of a name that several have, none.
std::unordered_map<std::uint64_t, std::uint32_t> by_name(const PracticeIndex& index,
                                                         const std::vector<std::uint32_t>& among) {
    std::unordered_map<std::uint64_t, std::uint32_t> found;
    for (const std::uint32_t i : among)
        if (index.name(i) != 0)
            if (const auto [there, is_new] = found.emplace(index.name(i), i); !is_new) there->second = Pair::none;
    return found;
}

}  // namespace

void PracticeIndex::add(std::string_view file, std::string_view name) {
    entries_.push_back({number_of(name), static_cast<std::uint32_t>(files_.size())});
    (files_ += file.substr(0, file.find('\0'))) += '\0';
}

std::uint64_t PracticeIndex::number_of(std::string_view name) {
    return name.empty() ? 0 : std::max<std::uint64_t>(std::hash<std::string_view>()(name), 1);
}

std::string_view PracticeIndex::path(std::size_t index) const { return file(index).substr(common_); }

void PracticeIndex::find_common_directory() {
    if (entries_.empty()) return;
    std::string_view common = directory_of(file(0));
    for (std::size_t i = 1; i < size() && !common.empty(); ++i)
        while (!file(i).starts_with(common)) common = directory_of(common.substr(0, common.size() - 1));
    common_ = common.size();
}

namespace {

/// Matches those that are alone on both sides and have the same text, as `text_of(index, number)` tells it.
template <typename TextOf>
void match_by(TextOf&& text_of, const PracticeIndex& old, const PracticeIndex& now, std::vector<Pair>& pairs,
              std::vector<bool>& is_matched) {
    std::vector<std::uint32_t> alone;
    for (std::uint32_t i = 0; i < old.size(); ++i)
        if (!is_matched[i]) alone.push_back(i);
    const auto text = [&](std::uint32_t i) { return text_of(old, i); };
    std::ranges::stable_sort(alone, {}, text);
    for (Pair& pair : pairs) {
        if (pair.old != Pair::none) continue;
        const auto found = std::ranges::lower_bound(alone, text_of(now, pair.now), {}, text);
        if (found == alone.end() || text(*found) != text_of(now, pair.now) || is_matched[*found]) continue;
        pair.old = *found;
        is_matched[*found] = true;
    }
}

void match_by_name(const PracticeIndex& old, const PracticeIndex& now, std::vector<Pair>& pairs,
                   std::vector<bool>& is_matched) {
    std::vector<std::uint32_t> old_alone;
    for (std::uint32_t i = 0; i < old.size(); ++i)
        if (!is_matched[i]) old_alone.push_back(i);
    std::vector<std::uint32_t> now_alone;
    for (const Pair& pair : pairs)
        if (pair.old == Pair::none) now_alone.push_back(pair.now);
    const auto old_names = by_name(old, old_alone);
    for (const auto& [name, index] : by_name(now, now_alone)) {
        const auto was = old_names.find(name);
        if (index == Pair::none || was == old_names.end() || was->second == Pair::none) continue;
        pairs[index].old = was->second;
        is_matched[was->second] = true;
    }
}

}  // namespace

std::vector<Pair> match(const PracticeIndex& old, const PracticeIndex& now) {
    std::vector<Pair> pairs(now.size());
    for (std::uint32_t i = 0; i < now.size(); ++i) pairs[i].now = i;
    if (old.size() == 1 && now.size() == 1) {
        pairs.front().old = 0;
        return pairs;
    }
    std::vector<bool> is_matched(old.size());
    match_by([](const PracticeIndex& side, std::uint32_t i) { return side.file(i); }, old, now, pairs, is_matched);
    match_by([](const PracticeIndex& side, std::uint32_t i) { return side.path(i); }, old, now, pairs, is_matched);
    match_by_name(old, now, pairs, is_matched);
    for (std::uint32_t i = 0; i < old.size(); ++i)
        if (!is_matched[i]) pairs.push_back({i, Pair::none});
    return pairs;
}

}  // namespace hipaa
