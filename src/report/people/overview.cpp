// Comparing practices.
#include "report/people/overview.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/hypothetical.hpp"

namespace hipaa {
namespace {

/// A longer list of what many practices have in common would not be read.
constexpr std::size_t most_common = 10;

/// "3", and nothing for 0.
std::string cell(std::size_t count) { return count == 0 ? "" : fmt::format("{}", count); }

std::string phrase(Standing standing, std::size_t count) {
    struct Phrase {
        std::string_view one, many;
    };
    constexpr EnumMap<Standing, Phrase> phrases({
        {"has mistakes in its file and was not checked", "have mistakes in their files and were not checked"},
        {"needs action", "need action"},
        {"has a recommended change", "have a recommended change"},
        {"cannot be judged yet", "cannot be judged yet"},
        {"has nothing that could be checked", "have nothing that could be checked"},
        {"needs attention", "need attention"},
        {"has nothing open but what is accepted and documented",
         "have nothing open but what is accepted and documented"},
        {"has everything in place, as reported", "have everything in place, as reported"},
        {"has no note that applies", "have no note that applies"},
    });
    const Phrase& words = phrases[standing];
    return fmt::format("{} {}", count, count == 1 ? words.one : words.many);
}

bool is_open(Result result) {
    return result == Result::fail || result == Result::unknown || result == Result::attention;
}

}  // namespace

std::string since_baseline(const PracticeReport& report) {
    if (!report.baseline) return {};
    if (report.baseline->had_mistakes) return "not checked then";
    if (!report.baseline->had_practice) return "new practice";
    const std::size_t fresh = report.baseline->count([](const BaselineMark& mark) { return mark.counts(); });
    if (fresh == 0 && report.baseline->closed == 0) return "same";
    return fmt::format("+{} -{}", fresh, report.baseline->closed);
}

OpenPoints open_points(const PracticeReport& report, const Triage& triage) {
    OpenPoints points;
    points.questions = triage.questions;
    if (report.assessment && report.assessment->checked && report.assessment->stale) ++points.questions;
    for (const Todo& todo : triage.todos) {
        if (todo.result == Result::attention) ++points.attention;
        if (todo.result == Result::unknown) ++points.questions;
        if (todo.result != Result::fail) continue;
        if (rests_on_law(todo.basis)) ++points.law;
        else if (todo.basis == Basis::vendor_condition) ++points.vendor;
        else ++points.advice;
    }
    return points;
}

PracticeRank rank_of(const OpenPoints& points, Standing standing, std::size_t index) {
    static constexpr std::size_t most = 1'000'000;  // more points come first, and ranks grow
    const auto down = [](std::size_t count) { return most - std::min(most, count); };
    return {static_cast<std::size_t>(standing),
            down(points.law),
            down(points.vendor),
            down(points.advice),
            down(points.questions),
            down(points.attention),
            index};
}

bool MostUrgent::wants(const PracticeRank& rank) const {
    return (texts_.size() < most_texts_ && bytes_ < most_bytes_) || rank < std::prev(texts_.end())->first;
}

void MostUrgent::add(const PracticeRank& rank, std::string text) {
    bytes_ += text.size();
    texts_.emplace(rank, std::move(text));
    make_room();
}

void MostUrgent::replace(const PracticeRank& rank, std::string text) {
    const auto found = texts_.find(rank);
    if (found == texts_.end()) return;
    bytes_ += text.size() - found->second.size();
    found->second = std::move(text);
    make_room();
}

/// The most urgent one stays however long it is.
void MostUrgent::make_room() {
    while (texts_.size() > 1 && (texts_.size() > most_texts_ || bytes_ > most_bytes_)) {
        const auto last = std::prev(texts_.end());
        bytes_ -= last->second.size();
        texts_.erase(last);
    }
}

std::string StandingCounts::sentence() const {
    std::string text;
    for (const Standing standing : values_of<Standing>)
        if (counts_[standing] > 0) text += (text.empty() ? "" : ", ") + phrase(standing, counts_[standing]);
    return fmt::format("Of {}, {}.", counted(practices_, "practice", "practices"), text);
}

void Overview::add(const PracticeReport& report, const Triage& triage) {
    const Standing standing = standing_of(report, triage);
    const OpenPoints points = open_points(report, triage);
    last_rank_ = rank_of(points, standing, counts_.practices());
    has_baseline_ = has_baseline_ || report.baseline;
    rows_.emplace(last_rank_,
                  Row{report.name(), report.source.name, report.problems.count(), points, since_baseline(report)});
    counts_.add(standing);
    if (report.assessment) count_notes(*report.assessment);
}

/// Of a generic checklist a note counts once, whatever number of products it is open for.
void Overview::count_notes(const Assessment& assessment) {
    std::set<std::string_view> open;
    for (const ChecklistResult& checklist : assessment.checklists)
        for (const NoteResult& note : checklist.notes) {
            if (!is_open(note.result) || !open.insert(note.note->full_id).second) continue;
            const std::string id(note.note->full_id);
            const auto known = notes_.try_emplace(id, OpenNote{id, std::string(note.note->title), 0}).first;
            ++known->second.practices;
        }
}

page::Table Overview::table() const {
    std::vector<const std::pair<const PracticeRank, Row>*> rows;
    for (const auto& row : rows_) rows.push_back(&row);
    std::vector<std::string> header{"Practice", "Result", "Law", "Vendor", "Advice", "Open", "Look"};
    if (has_baseline_) header.push_back("Since");
    return {header, rows.size(), [rows, has_baseline = has_baseline_](std::size_t index) {
                const auto& [rank, row] = *rows[index];
                const std::string name = row.name.empty() ? row.file : fmt::format("{} ({})", row.file, row.name);
                const Standing standing = standing_of(rank);
                const std::string result = standing == Standing::mistakes ? counted(row.mistakes, "mistake", "mistakes")
                                                                          : std::string(label(standing));
                const OpenPoints& points = row.points;
                std::vector<std::string> cells{name,
                                               result,
                                               cell(points.law),
                                               cell(points.vendor),
                                               cell(points.advice),
                                               cell(points.questions),
                                               cell(points.attention)};
                if (has_baseline) cells.push_back(row.since);
                return cells;
            }};
}

void Overview::append_common(page::Page& page) const {
    std::vector<const OpenNote*> notes;
    for (const auto& [id, note] : notes_)
        if (note.practices > 1) notes.push_back(&note);
    if (notes.empty()) return;
    std::ranges::stable_sort(notes, std::greater{}, &OpenNote::practices);
    page::List list;
    for (std::size_t i = 0; i < std::min(notes.size(), most_common); ++i)
        list.items.push_back({{{fmt::format("in {} of {}: {} (", notes[i]->practices, practices(), notes[i]->title)},
                               {notes[i]->id, true},
                               {")"}},
                              {}});
    page.push_back(page::Heading{2, "Open in several practices"});
    page.push_back(std::move(list));
}

page::Page Overview::compose(const Run& run) const {
    page::Page page;
    page.push_back(page::Heading{
        1, hypothetical_title(
               run, fmt::format("{}, the most urgent first", counted(practices(), "practice", "practices")))});
    if (const std::string set = hypothetical_sentence(run); !set.empty())
        page.push_back(page::Paragraph{{{set}}, page::Tone::urgent});
    page.push_back(page::Paragraph{{{counts_.sentence()}}, page::Tone::plain});
    page.push_back(
        page::Paragraph{{{"Each number counts points: what the law or HHS asks for, what the vendor asks for, "
                          "a reviewer's advice, answers to give or check, and what to look at."}},
                        page::Tone::plain});
    if (has_baseline_)
        page.push_back(page::Paragraph{{{"Since the earlier report: + what is new or worse, - what is closed."}}});
    page.push_back(table());
    append_common(page);
    return page;
}

}  // namespace hipaa
