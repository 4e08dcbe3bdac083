// How a practice stands.
#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/people/compose_parts.hpp"

namespace hipaa {
namespace {

using page::Item;
using page::List;
using page::Paragraph;
using page::Tone;

using NoteCounts = EnumMap<Standing, std::size_t>;

NoteCounts count_notes(const ChecklistResult& checklist) {
    NoteCounts counts{};
    for (const NoteResult& note : checklist.notes) ++counts[standing_of(note)];
    return counts;
}

/// "1 needs action, 2 cannot be judged yet": how many notes there are of each standing that `wanted` picks.
template <typename Wanted>
std::string listed(const NoteCounts& counts, Wanted&& wanted) {
    struct Phrase {
        std::string_view one, many;
    };
    constexpr EnumMap<Standing, Phrase> phrases({
        {},
        {"needs action", "need action"},
        {"has a recommended change", "have a recommended change"},
        {"cannot be judged yet", "cannot be judged yet"},
        {},
        {"needs attention", "need attention"},
        {"is accepted and documented", "are accepted and documented"},
        {"is in place, as reported", "are in place, as reported"},
        {"does not apply", "do not apply"},
    });
    std::string text;
    for (const Standing standing : values_of<Standing>)
        if (const std::size_t count = counts[standing]; count > 0 && wanted(standing))
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count,
                                count == 1 ? phrases[standing].one : phrases[standing].many);
    return text;
}

/// True if a deal-breaker or a contradiction is open.
bool is_open_beside_notes(const ChecklistResult& checklist) {
    return !checklist.contradictions.empty() || std::ranges::any_of(checklist.caveats, [](const CaveatResult& caveat) {
        return caveat.result == Result::fail || caveat.result == Result::unknown;
    });
}

/// "of 6 notes, 1 needs action, 1 needs attention", or "nothing left to do". `open_beside`: something else is.
std::string open_notes(const NoteCounts& counts, bool open_beside) {
    const std::string open = listed(counts, is_open);
    if (open.empty()) return open_beside ? "no note is open" : "nothing left to do";
    return fmt::format("of {}, {}",
                       counted(std::accumulate(counts.begin(), counts.end(), std::size_t{0}), "note", "notes"), open);
}

/// The same with what is not open, but for notes that are all in place.
std::string all_notes(const NoteCounts& counts, bool open_beside) {
    const std::string open = open_notes(counts, open_beside);
    const std::string rest = listed(counts, [](Standing i) { return !is_open(i) && i != Standing::in_place; });
    if (listed(counts, is_open).empty())
        return rest.empty() ? open + "."
                            : fmt::format("{}; {}.", open, listed(counts, [](Standing i) { return !is_open(i); }));
    return fmt::format("{}{}{}. In place, as reported: {}.", open, rest.empty() ? "" : ", ", rest,
                       counts[Standing::in_place]);
}

Tone tone_of(Result result) {
    return result == Result::fail                                     ? Tone::urgent
           : result == Result::unknown || result == Result::attention ? Tone::open
                                                                      : Tone::good;
}

/// The titles of the caveats for which the product is not to be used this way, "; " between them.
std::string deal_breakers(const ChecklistResult& checklist, std::size_t& count) {
    std::string titles;
    for (const CaveatResult& caveat : checklist.caveats) {
        if (caveat.result != Result::fail) continue;
        titles += fmt::format("{}{}", count++ == 0 ? "" : "; ", caveat.caveat->title);
    }
    return titles;
}

/// " One of them is a reason not to use it this way: The free plan shows advertisements."
std::string caveats_in_sentences(const ChecklistResult& checklist) {
    std::string text;
    const auto all = static_cast<std::size_t>(std::ranges::count_if(checklist.caveats, [&](const CaveatResult& caveat) {
        return caveat.applies != Truth::no && !is_general(caveat, checklist);
    }));
    if (is_about_product(checklist) && (all > 0 || !checklist.checklist->generic()))
        text = fmt::format(" {}: {}.", caveats_about(checklist), all);
    std::size_t breaking = 0;
    const std::string titles = deal_breakers(checklist, breaking);
    const bool counted = !text.empty();
    if (breaking == 1)
        text += fmt::format(" {} a reason not to use it this way: {}.",
                            !counted   ? "A caveat is"
                            : all == 1 ? "It is"
                                       : "One of them is",
                            titles);
    else if (breaking > 1)
        text += fmt::format(" {} reasons not to use it this way: {}.",
                            !counted         ? "Caveats are"
                            : breaking < all ? fmt::format("{} of them are", breaking)
                            : breaking == 2  ? "Both are"
                                             : "All of them are",
                            titles);
    else if (std::ranges::count(checklist.caveats, Result::unknown, &CaveatResult::result) > 0)
        text += " Whether a caveat is a reason not to use it is not answered.";
    return text;
}

/// " A reason not to use Mailbox this way: ...", for each product that has one.
std::string reasons_against(const Assessment& assessment) {
    std::string text;
    for (const ChecklistResult& checklist : assessment.checklists) {
        std::size_t breaking = 0;
        const std::string titles = deal_breakers(checklist, breaking);
        if (breaking > 0)
            text += fmt::format(" {} not to use {} this way: {}.", breaking == 1 ? "A reason" : "Reasons",
                                product_name(checklist), titles);
    }
    return text;
}

/// What there is to say beside the notes, in sentences, each with a blank in front.
std::string beside_notes(const ChecklistResult& checklist) {
    return caveats_in_sentences(checklist) +
           (checklist.contradictions.empty() ? "" : " Some of its answers cannot all be true.");
}

std::string name_in_verdict(const ChecklistResult& checklist) {
    return checklist.checklist->generic() ? product_name(checklist) : std::string(checklist.checklist->title);
}

/// Of the only checklist.
std::string verdict_of(const ChecklistResult& checklist) {
    return fmt::format("{}: {}{}", name_in_verdict(checklist),
                       all_notes(count_notes(checklist), is_open_beside_notes(checklist)), beside_notes(checklist));
}

/// Of one among several.
std::string short_verdict_of(const ChecklistResult& checklist) {
    return fmt::format("{}: {}.{}", name_in_verdict(checklist),
                       open_notes(count_notes(checklist), is_open_beside_notes(checklist)), beside_notes(checklist));
}

/// What the review itself says of the product, in a line of 80 cells; empty where there is no such review. How old the
/// review is stands beside its author, at the end of the report.
std::string frame_of(const Checklist& checklist) {
    if (!checklist.vital_stats) return {};
    const VitalStats& stats = *checklist.vital_stats;
    std::string text = fmt::format("Review: compliance appears possible: {}; recommended: {}",
                                   stats.compliance_possible, stats.recommended);
    if (stats.caveats) text += fmt::format("; caveats: {}", *stats.caveats);
    if (stats.notes) text += fmt::format("; notes: {}", *stats.notes);
    return text;
}

/// What the product is, whom it suits, and what the reviewer thinks of it, as far as a review says so.
page::Rows product_rows(const Checklist& checklist) {
    page::Rows rows;
    if (!checklist.characteristics.empty())
        rows.rows.push_back({{"Product", "The product"}, {{{checklist.characteristics.front()}}}});
    std::string suits;
    for (const Text text : checklist.suits) suits += fmt::format("{}{}", suits.empty() ? "" : " ", text);
    if (!suits.empty()) rows.rows.push_back({{"Suits", "It suits you if"}, {{{std::move(suits)}}}});
    if (!checklist.impression.empty())
        rows.rows.push_back({{"Reviewer", "The reviewer's impression"}, {{{checklist.impression}}}});
    return rows;
}

Paragraph staleness(const PracticeContext& context) {
    const Answer& confirmed = context.report.practice.fact(Fact::confirmed_on);
    const std::string_view rest = context.composition.brief()
                                      ? "nothing counts as in place until somebody confirms them"
                                      : "nothing can be counted as in place until somebody checks the answers again "
                                        "and sets confirmed_on to that day";
    if (!confirmed.known())
        return {{{fmt::format("Nobody has said when these answers were last confirmed: {}.", rest)}}, Tone::urgent};
    const long max_age = context.run.max_age;
    const std::string_view whose = max_age == Run().max_age ? "This tool's limit is" : "You set a limit of";
    return {
        {{fmt::format("These answers are {} days old: {}. ({} {}; no rule sets one.)", context.assessment().age_in_days,
                      rest, whose, counted(static_cast<std::size_t>(max_age), "day", "days"))}},
        Tone::urgent};
}

void append_only_verdict(const PracticeContext& context, page::Page& page) {
    const ChecklistResult& only = context.assessment().checklists.front();
    page.push_back(Paragraph{{{verdict_of(only)}}, tone_of(only.result)});
    if (std::string frame = frame_of(*only.checklist); !frame.empty())
        page.push_back(Paragraph{{{std::move(frame)}}, Tone::plain});
    if (!context.composition.in_full()) return;
    if (page::Rows rows = product_rows(*only.checklist); !rows.rows.empty()) page.push_back(std::move(rows));
}

void append_verdicts(const PracticeContext& context, page::Page& page) {
    const Assessment& assessment = context.assessment();
    NoteCounts sum{};
    List list;
    for (const ChecklistResult& checklist : assessment.checklists) {
        const NoteCounts counts = count_notes(checklist);
        for (const Standing standing : values_of<Standing>) sum[standing] += counts[standing];
        Item item{{{short_verdict_of(checklist)}}, {}};
        if (std::string frame = frame_of(*checklist.checklist); !frame.empty())
            item.more.push_back({{std::move(frame)}});
        if (context.composition.in_full())
            for (page::Row& row : product_rows(*checklist.checklist).rows)
                for (page::Line& line : row.lines) item.more.push_back(std::move(line));
        list.items.push_back(std::move(item));
    }
    std::string verdict = fmt::format("In {} checklists: {}", assessment.checklists.size(),
                                      all_notes(sum, std::ranges::any_of(assessment.checklists, is_open_beside_notes)));
    // Otherwise the list below names these.
    if (context.composition.brief() || listed(sum, is_open).empty()) verdict += reasons_against(assessment);
    page.push_back(Paragraph{{{std::move(verdict)}}, tone_of(assessment.result)});
    if (!context.composition.brief()) page.push_back(std::move(list));
}

}  // namespace

void append_baseline(const PracticeContext& context, page::Page& page) {
    if (!context.run.baseline || !context.report.baseline) return;
    const BaselineMarks& marks = *context.report.baseline;
    const std::string day = iso(context.run.baseline->as_of);
    if (!marks.had_practice) {
        const std::string_view why = marks.had_mistakes ? "could not check this practice, because its file had mistakes"
                                                        : "did not have this practice";
        page.push_back(Paragraph{{{fmt::format("The report of {} {}.", day, why)}}, Tone::open});
        return;
    }
    const std::size_t counting = marks.count([](const BaselineMark& mark) { return mark.counts(); });
    const std::size_t known =
        marks.count([](const BaselineMark& mark) { return mark.state == BaselineMark::State::known; });
    const std::size_t of_checklist = marks.open.size() - counting - known;
    std::string text = fmt::format("Since {}: {} new or worse, {} known already, {} closed.", day,
                                   counted(counting, "open point is", "open points are"), known, marks.closed);
    if (of_checklist > 0)
        text += fmt::format(" {} open because a checklist changed.", counted(of_checklist, "more is", "more are"));
    page.push_back(Paragraph{{{std::move(text)}}, counting > 0 ? Tone::urgent : Tone::plain});
}

void append_verdict(const PracticeContext& context, page::Page& page) {
    const Assessment& assessment = context.assessment();
    if (assessment.stale) page.push_back(staleness(context));
    if (assessment.checklists.size() == 1) append_only_verdict(context, page);
    else append_verdicts(context, page);
    if (assessment.hipaa_may_not_bind)
        page.push_back(Paragraph{
            {{fmt::format("The practice says that it is not a covered entity. {}.", may_not_bind)}}, Tone::plain});
}

}  // namespace hipaa
