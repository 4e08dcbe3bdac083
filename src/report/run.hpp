// What a report is made of: one run over any number of practices.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assessment.hpp"
#include "report/baseline.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// From which result on a run fails.
enum class FailOn : std::uint8_t { law, fail, unknown, attention, never };
/// True if a run at this level fails because of something with this result. `is_duty`: the law, guidance on it or the
/// vendor's conditions ask for it, in a check.
bool counts_for(FailOn level, Result result, bool is_duty);

/// A part of many practices, for one of several machines.
struct Shard {
    std::size_t number = 1;  // 1 to `of`
    std::size_t of = 1;
    bool is_part() const { return number >= 1 && number <= of; }
    friend bool operator==(const Shard&, const Shard&) = default;
};
/// As --shard takes it: `2/8`.
std::string name_of(const Shard& shard);
/// The two numbers of such a text, which may still be no part; nothing if it is not two of at most 6 digits.
std::optional<Shard> parse_shard(std::string_view text);

/// What holds for the whole run.
struct Run {
    Date as_of;
    bool as_of_given = false;
    long max_age = 365;
    FailOn fail_on = FailOn::unknown;
    std::vector<std::string> rules;       // as given with --rules
    std::vector<std::string> checklists;  // as given with --checklist
    std::string config;                   // the file that options came from, as given; may be empty
    bool redacted = false;                // names and free text are withheld
    std::vector<std::string> set;         // KEY=VALUE as given with --set: answers that the files do not have
    std::optional<Shard> shard;           // the practices are only a part
    std::optional<long> within;           // days from `as_of`: what falls due later is left out
    std::optional<BaselineOrigin> baseline;
    std::string directory;  // the current one, an absolute path; may be empty
};

struct Triage;

/// One practice file: its mistakes, or its assessment, which refers to the sheets and decisions of `practice`: moving
/// keeps them where they are, copying does not.
struct PracticeReport {
    PracticeReport() = default;
    PracticeReport(PracticeReport&&) = default;
    PracticeReport& operator=(PracticeReport&&) = default;

    yaml::Source source;  // by the name that the user gave it
    yaml::Problems problems;
    Practice practice;  // the assessment refers to it
    std::optional<Assessment> assessment;
    std::shared_ptr<const BaselineMarks> baseline;  // null if the run is held against no earlier report
    std::vector<Remark> remarks;                    // on a file with mistakes; those on others are the assessment's
    /// Kept by `triage_of`, because a page, an overview and several formats ask for it. One thread at a time has a report.
    mutable std::shared_ptr<const Triage> triage;

    /// `error`, `not_checked` or the name of a result.
    std::string_view result() const;
    const std::vector<Remark>& all_remarks() const { return assessment ? assessment->remarks : remarks; }
    /// What reports call the practice; may be empty.
    std::string name() const;
    std::string
        own_name;  // what its file calls it, to find it in an earlier report; never shown, since `name` may be withheld
    /// All that reports have of its labels, those for programs only.
    const std::vector<PracticeLabel>& labels() const { return practice.labels; }
};

/// Something in a directory that is no practice file.
struct SkippedFile {
    std::string file;
    std::string_view why;  // a clause that begins with "it"; must live as long as the report is written
};

/// What of the results counts for the exit status.
struct Weight {
    bool fails = false;
    bool law_fails = false;  // a failing check rests on law, guidance or a vendor's condition
    bool calls_for_a_look = false;
    bool is_undecided = false;

    /// `is_duty`: it is the result of a check that rests on one of those.
    void add(Result result, bool is_duty);
    /// All checks of a note. One that is undecided does not call for a look.
    void add_note(const Weight& note);
};

/// What all practices of a run add up to.
struct Totals {
    std::size_t practices = 0;
    bool has_other_parts = false;  // with files, of the run of which this is a part
    std::size_t errors = 0;
    std::size_t not_checked = 0;
    bool checked_any = false;
    Result worst = Result::not_applicable;
    Counts counts;
    std::size_t lacking = 0;  // practices and checklists that the baseline had and this run does not
    Weight weight;            // of all but what the baseline had open already
    std::vector<SkippedFile> skipped;
    std::vector<std::string> gone;  // files of those practices

    void add(const PracticeReport& practice);
    /// True if there was no practice file at all, as far as is known here.
    bool has_no_practice() const { return practices == 0 && !has_other_parts; }
    /// `error`, `not_checked` or the name of the worst result, in that order of weight; `not_checked` if no practice
    /// was there.
    std::string_view result() const;
};

/// Names the format of JSON reports and its version, in every report and every line of one.
inline constexpr std::string_view report_format = "hipaa-check/report/1";

/// Stands in every report.
extern const std::string_view disclaimer;

/// The same in a sentence, for a short report.
extern const std::string_view disclaimer_in_brief;

/// The shortest practice file: a report on it lists the questions to answer.
inline constexpr std::string_view first_line = "products: {spruce: {}}";

/// "HIPAA may not bind you; board rules and state law may": labels what rests on law where it may not apply.
extern const std::string_view may_not_bind;

}  // namespace hipaa
