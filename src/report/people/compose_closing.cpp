// Writing the end of a report.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/people/compose.hpp"
#include "report/people/compose_note.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

using page::Line;

std::string review_age(const Review& review, Date as_of) {
    const auto date = parse_date(review.reviewed_on);
    if (!date) return "The review has no date, so nobody can say how old it is.";
    const long age = days_between(*date, as_of);
    if (age <= 0) return fmt::format("Reviewed on {}.", review.reviewed_on);
    return fmt::format("Reviewed on {}, {} {} before {}.", review.reviewed_on, age, age == 1 ? "day" : "days",
                       iso(as_of));
}

std::string stated(const VitalStats& stats) {
    return fmt::format("{}{}{}", stats.recommended_note, stats.recommended_note.empty() ? "" : " ", what_counts_mean);
}

std::vector<Line> lines_of(const std::vector<Text>& texts) {
    std::vector<Line> lines;
    for (const Text text : texts) lines.push_back({{text}});
    return lines;
}

page::Page about_checklist(const Checklist& checklist, const Run& run, bool everything) {
    page::Rows rows;
    if (checklist.source) {
        const Review& review = *checklist.source;
        rows.rows.push_back({"Review",
                             {{{fmt::format("\"{}\", by {}: ", review.title, review.author)},
                               {review.url, false, true},
                               {" " + review_age(review, run.as_of)}}}});
    }
    if (checklist.vital_stats)
        rows.rows.push_back({{"It says", "The review says"}, {{{stated(*checklist.vital_stats)}}}});
    if (everything && checklist.characteristics.size() > 1)
        rows.rows.push_back({{"Product", "About the product"}, lines_of(checklist.characteristics)});
    if (!checklist.disclaimer.empty()) rows.rows.push_back({{"Note", "Please note"}, {{{checklist.disclaimer}}}});
    if (rows.rows.empty()) rows.rows.push_back({"Review", {{{"None; the checklist names no review."}}}});
    const std::string version = checklist.version.empty() ? "" : fmt::format(", version {}", checklist.version);
    return {page::Heading{
                2, fmt::format("Checklist \"{}\" ({}{}, {})", checklist.title, checklist.id, version, checklist.file),
                page::Tone::plain},
            std::move(rows)};
}

constexpr std::size_t most_missing = 10;  // in a line of a short report
constexpr std::size_t most_skipped = 3;

void end_list(Line& line, std::size_t more) {
    line.push_back({more == 0 ? std::string(".") : fmt::format(", and {} more.", more)});
}

/// "Missing: a.yaml, b.yaml, and 3 more."
Line line_of(std::string begin, const std::vector<std::string>& files, std::size_t most) {
    Line line{{std::move(begin)}};
    const std::size_t named = std::min(files.size(), most);
    for (std::size_t i = 0; i < named; ++i) {
        if (i > 0) line.push_back({", "});
        line.push_back({files[i], true});
    }
    end_list(line, files.size() - named);
    return line;
}

/// "Person Centered Tech, undated, https://...": who wrote what the checklist is made from, a review with its age.
Line credit(const Checklist& checklist) {
    if (!checklist.source) return {};
    const Text date = checklist.source->reviewed_on;
    const std::string age = !checklist.vital_stats ? ""
                            : parse_date(date)     ? fmt::format(", reviewed on {}", date)
                                                   : ", undated";
    return {{fmt::format("{}{}, ", checklist.source->author, age)}, {checklist.source->url, false, true}};
}

}  // namespace

void ReportFooter::add(const PracticeReport& report) {
    if (report.assessment && report.assessment->checked) add_checklists(*report.assessment);
    if (!report.baseline) return;
    for (const std::string& checklist : report.baseline->lacking) {
        if (lacking_.size() < most_missing) lacking_.push_back({report.source.name, checklist});
        else ++more_lacking_;
    }
}

void ReportFooter::add_checklists(const Assessment& assessment) {
    for (const ChecklistResult& checked : assessment.checklists) {
        const Checklist& checklist = *checked.checklist;
        if (std::ranges::find(checklists_, checklist.id, &ChecklistEntry::identity) != checklists_.end()) continue;
        const std::string example(checklist.notes.front().full_id);
        checklists_.push_back({std::string(checklist.id), example, explain_command(example, checklist, run_),
                               credit(checklist), checklist.vital_stats.has_value(),
                               about_checklist(checklist, run_, composition_.everything())});
    }
}

page::Page ReportFooter::compose(const Totals& totals) const {
    page::Page page;
    if (totals.practices == 0 && totals.has_other_parts && run_.shard)
        page.push_back(
            page::Paragraph{{{fmt::format("Nothing was checked: part {} of {} has none of the practice files.",
                                          run_.shard->number, run_.shard->of)}},
                            page::Tone::plain});
    else if (totals.has_no_practice())
        page.push_back(page::Paragraph{{{"Nothing was checked: there was no practice file. To begin, make a file "},
                                        {"practice.yaml", true},
                                        {" with the line "},
                                        {std::string(first_line), true},
                                        {", and run "},
                                        {"hipaa-check practice.yaml", true},
                                        {": the report lists the questions to answer."}},
                                       page::Tone::open});
    if (!totals.skipped.empty() && composition_.brief()) {
        std::vector<std::string> files;
        for (const SkippedFile& skipped : totals.skipped) files.push_back(skipped.file);
        page.push_back(page::Paragraph{line_of("Skipped, because they are not practice files: ", files, most_skipped)});
    } else if (!totals.skipped.empty()) {
        page::List list;
        for (const SkippedFile& skipped : totals.skipped)
            list.items.push_back({{{skipped.file, true}, {fmt::format(": {}", skipped.why)}}, {}});
        page.push_back(page::Heading{2, "Skipped, because they are not practice files", page::Tone::plain});
        page.push_back(std::move(list));
    }
    append_missing(totals, page);
    if (!composition_.in_full()) {
        page::Page print = fine_print();
        page.insert(page.end(), std::make_move_iterator(print.begin()), std::make_move_iterator(print.end()));
        return page;
    }
    for (const ChecklistEntry& checklist : checklists_)
        page.insert(page.end(), checklist.page.begin(), checklist.page.end());
    page.push_back(page::Heading{2, "About this report", page::Tone::plain});
    page.push_back(page::Paragraph{{{std::string(disclaimer)}}, page::Tone::plain});
    if (composition_.everything() && !checklists_.empty())
        page.push_back(page::Paragraph{{{"For more about anything here that has an id, such as "},
                                        {checklists_.front().example, true},
                                        {", run "},
                                        {checklists_.front().explain, true},
                                        {"."}},
                                       page::Tone::plain});
    page.push_back(
        page::Paragraph{{{fmt::format("hipaa-check {}. {} counted as today ({}).{}", version, iso(run_.as_of),
                                      run_.as_of_given ? "as asked with --as-of" : "this computer's date", part())}},
                        page::Tone::plain});
    return page;
}

std::string ReportFooter::part() const {
    return run_.shard ? fmt::format(" This is part {} of {} (--shard).", run_.shard->number, run_.shard->of) : "";
}

/// A report that is not short names checklists with the practices that lack them.
void ReportFooter::append_missing(const Totals& totals, page::Page& page) const {
    if (totals.gone.empty() && lacking_.empty()) return;
    const std::string earlier = run_.baseline ? fmt::format("in the report of {}", iso(run_.baseline->as_of))
                                              : std::string("in the earlier report");
    if (!composition_.brief()) {
        if (totals.gone.empty()) return;
        page::List list;
        for (const std::string& file : totals.gone) list.items.push_back({{{file, true}}, {}});
        page.push_back(page::Heading{2, fmt::format("Missing: {}, and not in this run", earlier), page::Tone::urgent});
        page.push_back(std::move(list));
        return;
    }
    if (!totals.gone.empty())
        page.push_back(page::Paragraph{
            line_of(fmt::format("Missing: {}, and not in this run: ", earlier), totals.gone, most_missing),
            page::Tone::urgent});
    if (!lacking_.empty()) {
        Line line{{fmt::format("Not judged anymore, and {}: ", earlier)}};
        for (const Lacking& lacking : lacking_) {
            if (&lacking != &lacking_.front()) line.push_back({", "});
            line.push_back({lacking.checklist, true});
            line.push_back({" for "});
            line.push_back({lacking.file, true});
        }
        end_list(line, more_lacking_);
        page.push_back(page::Paragraph{std::move(line), page::Tone::urgent});
    }
}

/// All that a short report says of its origin, in a paragraph.
page::Page ReportFooter::fine_print() const {
    const std::string day =
        run_.as_of_given ? fmt::format(" {} counted as today (--as-of).", iso(run_.as_of)) : std::string();
    Line line{{fmt::format("hipaa-check {} (more with -v).{}{} {} Products and rules change.", version, day, part(),
                           disclaimer_in_brief)}};
    std::vector<std::string> named;
    for (const ChecklistEntry& checklist : checklists_) {
        const page::Line& credit = checklist.credit;
        if (credit.empty() || (composition_.brief() && !checklist.is_review)) continue;
        if (std::ranges::find(named, credit.front().text) != named.end()) continue;
        line.push_back({named.empty() ? " Source (not affiliated): " : "; "});
        line.insert(line.end(), credit.begin(), credit.end());
        named.push_back(credit.front().text);
    }
    if (!named.empty()) line.push_back({"."});
    return {page::Paragraph{std::move(line), page::Tone::plain}};
}

}  // namespace hipaa
