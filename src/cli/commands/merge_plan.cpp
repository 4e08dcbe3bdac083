// What a merged report is made of.
#include "cli/commands/merge_plan.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/io/parallel_ordered.hpp"
#include "cli/practice_checker.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

std::string shown(std::string_view text) { return printable(text); }

std::string listed(const std::vector<std::string>& values) {
    return values.empty() ? "not given" : fmt::format("{}", fmt::join(values, " "));
}

std::string shown(const std::optional<Shard>& shard) {
    return shard ? fmt::format("shard {} of {}", shard->number, shard->of) : "no shard";
}

}  // namespace

void MergePlan::make(const ReportOptions& options, std::optional<FailOn> fail_on, Date today) {
    run_.as_of = today;
    const std::vector<LineAt> lines = files_.split();
    for (std::size_t file = 0; file < parts_.size(); ++file)
        parts_[file].unreadable = !files_.problems()[file].problems.empty();
    const LineReader reader(library_);
    parallel_ordered(
        lines.size(), options.threads(lines.size()),
        [&](std::size_t i, std::size_t) {
            std::string why;
            const auto text = files_.read(lines[i], why);
            ReadLine line = text ? reader.read(*text) : ReadLine{};
            if (!text) line.mistake.sentence = fmt::format("cannot be read: {}", why);
            return line;
        },
        [&, i = std::size_t{0}](const ReadLine& line) mutable {
            take(lines[i++], line, fail_on);
            return damaged_ < most_damaged;
        });
    // It is no report, and what it lacks is of no interest.
    if (damaged_ == most_damaged) return;
    for (std::uint32_t file = 0; file < parts_.size(); ++file) {
        check_end(file);
        count_shard(file);
    }
    check_shards();
    sort();
    refuse_repeated();
    if (fail_on) run_.fail_on = *fail_on;
    run_.shard.reset();
}

void MergePlan::take(const LineAt& at, const ReadLine& line, std::optional<FailOn> fail_on) {
    Part& part = parts_[at.file];
    part.last_line = at.number;
    if (part.ended) {
        if (!std::exchange(part.continued, true))
            refuse(at, "this line comes after the end of a run; give each run a file of its own");
        return;
    }
    part.damaged = !line.mistake.empty();
    if (!part.damaged && line.end) return end_part(at, *line.end, fail_on);
    ++part.practices;
    if (part.damaged) {
        ++damaged_;
        return refuse_line(at, line);
    }
    compare(at, line.run, fail_on);
    for (const ReadLine::Origin& origin : line.origins) take_origin(at, origin);
    compare_shard(at, line.run.shard);
    if (entries_.empty()) run_ = line.run;
    entries_.push_back({at, utf8::unescape_malformed(line.report.source.name)});
}

void MergePlan::end_part(const LineAt& at, const RunEnd& end, std::optional<FailOn> fail_on) {
    Part& part = parts_[at.file];
    part.ended = true;
    if (end.run) compare(at, *end.run, fail_on);
    if (end.run && entries_.empty()) run_ = *end.run;
    compare_shard(at, end.shard);
    for (const auto& [checklist, digest] : end.digests) {
        compare_setting(at, fmt::format("SHA-256 of {}", checklist), digest, "give every run the same checklists");
        digests_.emplace(checklist, digest);
    }
    gone_.insert(end.gone.begin(), end.gone.end());
    for (const RecordedSkip& skipped : end.skipped)
        skipped_.emplace(utf8::unescape_malformed(skipped.file), skipped.why);
    if (end.practices == part.practices) return;
    refuse(at, [&] {
        return fmt::format("the run wrote {} practice{}, and the file has {}; run that part again", end.practices,
                           end.practices == 1 ? "" : "s", part.practices);
    });
}

void MergePlan::check_end(std::uint32_t file) {
    const Part& part = parts_[file];
    if (part.unreadable || part.ended || part.damaged) return;
    if (part.last_line == 0)
        refuse({file}, "the file is empty: its run was stopped, or could not begin; run that part again");
    else
        refuse(
            {file, part.last_line + 1},
            "the line that ends a run is missing: the run was stopped, or the file was cut off; run that part again");
}

/// What the checklists here are not is true of all lines of all files, and is told once.
void MergePlan::refuse_line(const LineAt& at, const ReadLine& line) {
    const bool of_all = line.mistake.of_checklists;
    std::string sentence =
        of_all && !has_rules_ && !line.run.rules.empty()
            ? fmt::format("the runs had --rules {}; give `merge` the same --rules", shown(listed(line.run.rules)))
            : line.mistake.sentence;
    if (!told_.emplace(of_all ? 0 : at.file, sentence).second) return;
    files_.problems()[at.file].problems.add({at.number, line.column}, "line", [&] { return sentence; });
}

void MergePlan::compare(const LineAt& at, const Run& run, std::optional<FailOn> fail_on) {
    compare_setting(at, "day that counted as today", iso(run.as_of), "give every run the same --as-of");
    if (settings_.at("day that counted as today").value == iso(run.as_of))
        compare_setting(at, "origin of the day that counted as today",
                        run.as_of_given ? "--as-of" : "that computer's date", "give every run the same --as-of");
    compare_setting(at, "--max-age", fmt::format("{}", run.max_age), "give every run the same --max-age");
    compare_setting(at, "--rules", listed(run.rules), "give every run the same --rules");
    compare_setting(at, "--checklist", listed(run.checklists), "give every run the same --checklist");
    compare_setting(at, "--set", listed(run.set), "give every run the same --set, or none");
    compare_setting(at, "--redact", run.redacted ? "there" : "not there", "give every run --redact, or none");
    if (!fail_on)
        compare_setting(at, "--fail-on", std::string(name_of(run.fail_on)), "say with --fail-on what counts now");
    compare_setting(at, "--baseline", run.baseline ? "given" : "not given",
                    "give every run the same --baseline, or none");
    if (run.baseline)
        compare_setting(at, "SHA-256 of the --baseline", run.baseline->digest, "give every run the same --baseline");
}

void MergePlan::take_origin(const LineAt& at, const ReadLine::Origin& origin) {
    compare_setting(at, fmt::format("file of the checklist {}", origin.id), origin.file,
                    "give every run the same --rules");
    origins_.try_emplace(origin.id, Origin{origin.file, at.file});
}

void MergePlan::compare_setting(const LineAt& at, const std::string& name, const std::string& value,
                                std::string_view remedy) {
    const auto [found, is_new] = settings_.try_emplace(name, Origin{value, at.file});
    const Origin& first = found->second;
    if (is_new || first.value == value || !differed_.emplace(at.file, name).second) return;
    refuse(at, [&] {
        return fmt::format("the {} of this run is {}, and in {} it is {}; {}", name, shown(value),
                           shown(files_.name(first.file)), shown(first.value), remedy);
    });
}

/// The lines of a file are of one run.
void MergePlan::compare_shard(const LineAt& at, const std::optional<Shard>& shard) {
    std::optional<std::optional<Shard>>& first = parts_[at.file].shard;
    if (!first) first = shard;
    if (*first == shard || !differed_.emplace(at.file, "shard").second) return;
    refuse(at, [&] {
        return fmt::format(
            "this line is of {}, and the first line of the file is of {}; give each run a file of its own",
            shown(shard), shown(*first));
    });
}

void MergePlan::count_shard(std::uint32_t file) {
    if (!parts_[file].shard) return;
    const std::optional<Shard>& shard = *parts_[file].shard;
    const std::string number_of_shards = shard ? fmt::format("{}", shard->of) : "none";
    compare_setting({file}, "number of shards", number_of_shards, "give every run the same N in --shard K/N");
    if (!shard || settings_.at("number of shards").value != number_of_shards) return;
    shards_of_ = shard->of;
    const auto [found, is_new] = shards_.try_emplace(shard->number, file);
    if (is_new) return;
    const std::uint32_t holder = found->second;
    parts_[file].repeated = true;
    refuse({file}, [&] {
        return fmt::format("{} is in {}, too; give each shard once", shown(shard), shown(files_.name(holder)));
    });
}

/// Where a file was refused, it may be what is missing.
void MergePlan::check_shards() {
    const auto is_sound = [](const FileProblems& file) { return file.problems.empty(); };
    if (shards_.size() >= shards_of_ || !std::ranges::all_of(files_.problems(), is_sound)) return;
    constexpr std::size_t most_named = 20;
    std::vector<std::string> missing;
    for (std::size_t number = 1; number <= shards_of_ && missing.size() <= most_named; ++number)
        if (!shards_.contains(number)) missing.push_back(fmt::format("{}", number));
    if (missing.size() > most_named) missing.back() = "others";
    const bool one = missing.size() == 1;
    refuse({shards_.begin()->second}, [&] {
        return fmt::format("shard{} {} of {} {} missing; give {} too", one ? "" : "s", fmt::join(missing, ", "),
                           shards_of_, one ? "is" : "are", one ? "its file" : "their files");
    });
}

void MergePlan::sort() { std::ranges::stable_sort(entries_, {}, &Entry::practice); }

/// Of a file, its first practice that was given before is named, and the others are counted.
void MergePlan::refuse_repeated() {
    struct Repeated {
        const Entry* first = nullptr;
        const Entry* earlier = nullptr;
        std::size_t more = 0;
    };
    std::map<std::uint32_t, Repeated> files;
    for (std::size_t i = 1; i < entries_.size(); ++i) {
        if (entries_[i].practice != entries_[i - 1].practice || parts_[entries_[i].at.file].repeated) continue;
        Repeated& repeated = files[entries_[i].at.file];
        if (repeated.first) ++repeated.more;
        else repeated = {&entries_[i], &entries_[i - 1]};
    }
    for (const auto& [file, repeated] : files) {
        const Entry& earlier = *repeated.earlier;
        refuse(repeated.first->at, [&, more = repeated.more] {
            return fmt::format("{} is in {}, line {}, too{}; give each practice once",
                               yaml::quote(utf8::escape_malformed(earlier.practice)),
                               shown(files_.name(earlier.at.file)), earlier.at.number,
                               more == 0 ? "" : fmt::format(", and {} more of this file were given before", more));
        });
    }
}

/// A run knows that a file has none of the keys of a practice file only when it has read it, and what it is not to read
/// before.
std::vector<SkippedFile> MergePlan::skipped() const {
    std::vector<SkippedFile> files;
    for (const auto& [file, why] : skipped_) files.push_back({utf8::escape_malformed(file), why});
    std::ranges::stable_sort(files, {}, [](const SkippedFile& skipped) { return skipped.why == no_known_key; });
    return files;
}

void MergePlan::name_origins(Library& library) const {
    const auto name_origin = [&](const Text& id, Checklist& checklist, Text& file, Text& digest) {
        const auto origin = origins_.find(id);
        if (origin == origins_.end()) return;
        if (!checklist.texts) checklist.texts = std::make_shared<Texts>();
        file = checklist.texts->keep(origin->second.value);
        const auto found = digests_.find(origin->second.value);
        digest = checklist.texts->keep(found == digests_.end() ? "" : found->second);
    };
    for (Checklist& checklist : library.checklists) {
        name_origin(checklist.id, checklist, checklist.file, checklist.digest);
        if (!checklist.extends.empty())
            name_origin(checklist.extends, checklist, checklist.extended_file, checklist.extended_digest);
    }
}

}  // namespace hipaa
