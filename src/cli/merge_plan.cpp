// What a merged report is made of.
#include "cli/merge_plan.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/in_order.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

std::string shown(std::string_view path) { return printable(utf8::well_formed(path)); }

std::string listed(const std::vector<std::string>& values) {
    return values.empty() ? "not given" : fmt::format("{}", fmt::join(values, " "));
}

}  // namespace

void MergePlan::make(const ReportOptions& options, std::optional<FailOn> fail_on) {
    const std::vector<LineAt> lines = files_.split();
    const LineReader reader(library_);
    in_order(
        lines.size(), options.threads(lines.size()),
        [&](std::size_t i, std::size_t) {
            const auto text = files_.read(lines[i]);
            ReadLine line = text ? reader.read(*text) : ReadLine{};
            if (!text) line.mistake = "the line cannot be read any more";
            return line;
        },
        [&, i = std::size_t{0}](const ReadLine& line) mutable {
            const LineAt& at = lines[i++];
            if (line.mistake.empty()) {
                compare(at, line, fail_on);
                add(at, line);
            } else {
                files_.problems()[at.file].problems.add({at.number, line.column}, "line", [&] { return line.mistake; });
            }
            return true;
        });
    if (fail_on) run_.fail_on = *fail_on;
    run_.shard.reset();
    check_shards(lines);
    sort();
}

void MergePlan::add(const LineAt& at, const ReadLine& line) {
    if (!any_) run_ = line.run;
    any_ = true;
    entries_.push_back({at, line.report.source.name});
}

void MergePlan::compare(const LineAt& at, const ReadLine& line, std::optional<FailOn> fail_on) {
    const Run& run = line.run;
    compare_setting(at, "day that counted as today", iso(run.as_of), "give every run the same --as-of");
    if (settings_.at("day that counted as today").value == iso(run.as_of))
        compare_setting(at, "origin of the day that counted as today",
                        run.as_of_given ? "--as-of" : "that computer's date", "give every run the same --as-of");
    compare_setting(at, "--max-age", fmt::format("{}", run.max_age), "give every run the same --max-age");
    compare_setting(at, "--rules", listed(run.rules), "give every run the same --rules");
    compare_setting(at, "--checklist", listed(run.checklists), "give every run the same --checklist");
    if (!fail_on)
        compare_setting(at, "--fail-on", std::string(name_of(run.fail_on)), "say with --fail-on what counts now");
    compare_setting(at, "number of shards", run.shard ? fmt::format("{}", run.shard->of) : "none",
                    "give every run the same N in --shard K/N");
    for (const ReadLine::Origin& origin : line.origins)
        compare_setting(at, fmt::format("file of the checklist {}", origin.id), origin.file,
                        "give every run the same --rules");
    for (const ReadLine::Origin& origin : line.origins) origins_.try_emplace(origin.id, Origin{origin.file, at.file});
    count_shard(at, run.shard);
}

void MergePlan::compare_setting(const LineAt& at, const std::string& name, const std::string& value,
                                std::string_view remedy) {
    const auto [first, is_new] = settings_.try_emplace(name, Origin{value, at.file});
    if (is_new || first->second.value == value || !differed_.emplace(at.file, name).second) return;
    refuse(at, [&] {
        return fmt::format("the {} of this run is {}, and in {} it is {}; {}", name, shown(value),
                           shown(files_.name(first->second.file)), shown(first->second.value), remedy);
    });
}

void MergePlan::count_shard(const LineAt& at, const std::optional<Shard>& shard) {
    if (!shard) return;
    shards_of_ = std::max(shards_of_, shard->of);
    std::set<std::uint32_t>& holders = shards_[shard->number];
    if (!holders.insert(at.file).second || holders.size() == 1) return;
    const auto other = std::ranges::find_if(holders, [&](std::uint32_t file) { return file != at.file; });
    refuse(at, [&] {
        return fmt::format("shard {} of {} is in {}, too; give each shard once", shard->number, shard->of,
                           shown(files_.name(*other)));
    });
}

/// A shard may have no practice: then its file is empty, and stands for one that is missing.
void MergePlan::check_shards(const std::vector<LineAt>& lines) {
    if (shards_of_ == 0 || shards_.size() >= shards_of_) return;
    std::set<std::uint32_t> with_lines;
    for (const LineAt& line : lines) with_lines.insert(line.file);
    std::size_t empty = 0;
    for (std::uint32_t file = 0; file < files_.problems().size(); ++file)
        if (!with_lines.contains(file) && files_.problems()[file].problems.empty()) ++empty;
    if (shards_of_ - shards_.size() <= empty) return;
    constexpr std::size_t most_named = 20;
    std::vector<std::string> missing;
    for (std::size_t number = 1; number <= shards_of_ && missing.size() <= most_named; ++number)
        if (!shards_.contains(number)) missing.push_back(fmt::format("{}", number));
    if (missing.size() > most_named) missing.back() = "others";
    const bool one = missing.size() == 1;
    refuse(entries_.empty() ? LineAt{} : entries_.front().at, [&] {
        return fmt::format(
            "shard{} {} of {} {} missing; give the file{} of {} too, and of a shard without practices "
            "its empty file",
            one ? "" : "s", fmt::join(missing, ", "), shards_of_, one ? "is" : "are", one ? "" : "s",
            one ? "that shard" : "those shards");
    });
}

void MergePlan::sort() {
    std::ranges::stable_sort(entries_, {}, &Entry::practice);
    for (std::size_t i = 1; i < entries_.size(); ++i) {
        const Entry& earlier = entries_[i - 1];
        if (entries_[i].practice != earlier.practice) continue;
        refuse(entries_[i].at, [&] {
            return fmt::format("{} is in {}, line {}, too; each practice may be given once",
                               yaml::quote(utf8::well_formed(earlier.practice)), shown(files_.name(earlier.at.file)),
                               earlier.at.number);
        });
    }
}

void MergePlan::name_origins(Library& library) const {
    for (Checklist& checklist : library.checklists) {
        const auto origin = origins_.find(checklist.id);
        if (origin == origins_.end()) continue;
        if (!checklist.texts) checklist.texts = std::make_shared<Texts>();
        checklist.file = checklist.texts->keep(origin->second.value);
    }
}

}  // namespace hipaa
