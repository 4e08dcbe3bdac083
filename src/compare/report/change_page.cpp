// Changes in words, as pages.
#include "compare/report/change_page.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "page/wording.hpp"

namespace hipaa {
namespace {

using page::Heading;
using page::Item;
using page::Line;
using page::List;
using page::Paragraph;
using page::Tone;

/// The changes that stand under one heading.
struct Section {
    std::string_view heading;
    Tone tone;
    bool (*holds)(const Change& change);
};

bool is(const Change& change, Direction direction) {
    return change.direction == direction && !change.is_of_checklist();
}

constexpr std::array sections{
    Section{"Opened", Tone::urgent, [](const Change& change) { return is(change, Direction::opened); }},
    Section{"Worse than before", Tone::urgent, [](const Change& change) { return is(change, Direction::worse); }},
    Section{"Better, and still open", Tone::open, [](const Change& change) { return is(change, Direction::better); }},
    Section{"In order now", Tone::good,
            [](const Change& change) { return is(change, Direction::closed) && change.to; }},
    Section{"Open before, and not asked anymore", Tone::open,
            [](const Change& change) { return is(change, Direction::closed) && !change.to; }},
    Section{"Different, and not open before or after", Tone::plain,
            [](const Change& change) { return is(change, Direction::same); }},
    Section{"Different because a checklist changed, not the practice", Tone::plain,
            [](const Change& change) { return change.is_of_checklist(); }},
};

std::string label_of(std::optional<Result> result, const std::optional<Basis>& basis) {
    if (!result) return "not there";
    return fmt::format("\"{}\"", label(*result, basis.value_or(Basis::law)));
}

std::string short_key(std::string_view key, const RecordedChecklist& checklist) {
    if (is_below(key, checklist.about)) key.remove_prefix(checklist.about.size() + 1);
    return std::string(key);
}

bool is_no_answer(std::string_view json) { return json.empty() || json == no_answer; }

Line answer_line(const AnswerChange& answer, const RecordedChecklist& checklist) {
    const page::Span key{short_key(answer.key, checklist), true};
    if (answer.now == empty_part) return {key, {" is in the file now"}};
    if (answer.old == empty_part) return {key, {" is not in the file anymore"}};
    if (answer.old_is_assumed && answer.now == no_answer)
        return {
            key,
            {fmt::format(" is in the file now, without an answer; it was assumed to be {}", plain_value(answer.old))}};
    if (answer.now_is_assumed)
        return {key,
                {fmt::format(" is assumed to be {}, as the file does not say; it was {}", plain_value(answer.now),
                             plain_value(answer.old))}};
    if (answer.old_is_assumed)
        return {key,
                {fmt::format(" is {} now; it was assumed to be {}, as the file did not say", plain_value(answer.now),
                             plain_value(answer.old))}};
    if (answer.old.empty() && answer.now == no_answer) return {key, {" is in the file now, without an answer"}};
    if (answer.old == no_answer && answer.now.empty())
        return {key, {" is not in the file anymore, where it had no answer"}};
    if (is_no_answer(answer.old))
        return {key, {fmt::format(" is {} now; it was not answered", plain_value(answer.now))}};
    if (is_no_answer(answer.now))
        return {key, {fmt::format(" is not answered anymore; it was {}", plain_value(answer.old))}};
    return {key, {fmt::format(" was {} and is {} now", plain_value(answer.old), plain_value(answer.now))}};
}

void append(Line& line, const Line& more) { line.insert(line.end(), more.begin(), more.end()); }

Line answers_clause(const Change& change) {
    Line line{{change.answers.size() == 1 ? "an answer changed: " : "answers changed: "}};
    for (const AnswerChange& answer : change.answers) {
        if (line.size() > 1) line.push_back({"; "});
        append(line, answer_line(answer, change.checklist));
    }
    return line;
}

std::string name_of_point(const RecordedPoint& point, const RecordedChecklist& checklist) {
    switch (point.kind) {
        case PointKind::check:
            return fmt::format("{}, note {}: {}", checklist.name, point.number, point.title);
        case PointKind::caveat:
            return fmt::format("{}, a reason not to use it: {}", checklist.name, point.title);
        case PointKind::contradiction:
            break;
    }
    return fmt::format("{}, answers that cannot all be true: {}", checklist.name, point.title);
}

/// Changes that are told in one breath: from and to the same results, for the same reasons, with the same thing to do.
struct Group {
    Line result;
    bool proven = true;
    std::vector<Line> reasons;
    std::string to_do;
    std::vector<std::string> names;        // of the notes, each once
    std::vector<std::string_view> points;  // ids

    bool is_like(const Group& other) const {
        return same(result, other.result) && proven == other.proven && to_do == other.to_do &&
               std::ranges::equal(reasons, other.reasons, same);
    }

private:
    static bool same(const Line& one, const Line& other) {
        return std::ranges::equal(one, other, {}, &page::Span::text, &page::Span::text);
    }
};

Group group_of(const Change& change) {
    Group group;
    group.result = {{fmt::format("Was {}, is {} now", label_of(change.from, change.point.basis),
                                 label_of(change.to, change.point.basis))}};
    group.proven = change.proven || change.is_of_checklist();
    group.reasons = reasons_of(change);
    if (change.to && is_open(*change.to)) group.to_do = change.point.fix;
    group.names = {name_of_point(change.point, change.checklist)};
    group.points = {change.point.id};
    return group;
}

std::vector<Group> group(const std::vector<Change>& changes, bool (*holds)(const Change& change)) {
    std::vector<Group> groups;
    for (const Change& change : changes) {
        if (!holds(change)) continue;
        Group next = group_of(change);
        const auto like = std::ranges::find_if(groups, [&](const Group& known) { return known.is_like(next); });
        if (like == groups.end()) {
            groups.push_back(std::move(next));
            continue;
        }
        if (like->names.back() != next.names.front()) like->names.push_back(next.names.front());
        like->points.push_back(next.points.front());
    }
    return groups;
}

/// One note comes with its reasons, several come below what they have in common.
Item item_of(const Group& group) {
    constexpr std::size_t most_points = 6;
    Item item;
    Line result = group.result;
    if (group.names.size() == 1 && group.points.size() <= most_points) {
        item.line = {{group.names.front()}};
        for (std::size_t i = 0; i < group.points.size(); ++i) {
            result.push_back({i == 0 ? " (" : ", "});
            result.push_back({std::string(group.points[i]), true});
        }
        result.push_back({")."});
        item.more.push_back(std::move(result));
    } else {
        result.push_back({fmt::format(": {}.", counted(group.points.size(), "point", "points"))});
        item.line = std::move(result);
    }
    for (const Line& reason : group.reasons) {
        const bool is_first = &reason == &group.reasons.front();
        const std::string_view perhaps = is_first ? "Perhaps because " : "And perhaps because ";
        Line because{{std::string(!group.proven ? perhaps : is_first ? "Because " : "And because ")}};
        append(because, reason);
        because.push_back({"."});
        item.more.push_back(std::move(because));
    }
    if (!group.to_do.empty()) item.more.push_back({{"What to do: " + group.to_do}});
    if (item.line.front().text != group.names.front())
        for (const std::string& name : group.names) item.more.push_back({{name}});
    return item;
}

std::string title_of(const PracticeChanges& practice) { return practice.name.empty() ? practice.file : practice.name; }

std::string state_sentence(const PracticeChanges& practice) {
    switch (practice.state) {
        case PracticeState::fresh:
            return fmt::format(
                "{} {} open in it.",
                practice.was_broken ? "New: its older file has mistakes, so there is nothing to compare it with."
                                    : "New: there is nothing to compare it with.",
                practice.open.empty() ? "Nothing is" : counted(practice.open.size(), "point is", "points are"));
        case PracticeState::gone:
            return "Gone: the earlier report has it, and now it is missing.";
        case PracticeState::broken:
            return "Its file has mistakes now, so nothing was compared.";
        case PracticeState::both:
            break;
    }
    return {};
}

}  // namespace

std::string counts_in_words(const ChangeTotals& totals) {
    std::string text;
    const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count > 0) text += fmt::format("{}{}", text.empty() ? "" : ", ", counted(count, one, many));
    };
    add(totals.changes[Direction::opened], "point opened", "points opened");
    add(totals.changes[Direction::worse], "became worse", "became worse");
    add(totals.changes[Direction::better], "became better and is still open", "became better and are still open");
    add(totals.changes[Direction::closed], "is closed", "are closed");
    add(totals.of_checklist, "differs because a checklist changed", "differ because a checklist changed");
    add(totals.changes[Direction::same], "differs without being open", "differ without being open");
    add(totals.fresh, "practice is new", "practices are new");
    add(totals.repaired, "practice file with mistakes was corrected", "practice files with mistakes were corrected");
    add(totals.gone, "practice is gone", "practices are gone");
    add(totals.broken, "practice file has mistakes", "practice files have mistakes");
    if (!text.empty()) return text + ".";
    if (totals.practices == 0) return "There was no practice to compare.";
    return totals.judged == 0 ? "Nothing was compared: no checklist applies." : "Nothing changed.";
}

std::vector<std::string> in_words(const LackedChecklists& lacked) {
    std::vector<std::string> clauses;
    const auto add = [&](const std::set<std::string>& ids, std::string_view why_one, std::string_view why_many) {
        if (ids.empty()) return;
        const bool one = ids.size() == 1;
        clauses.push_back(fmt::format("the cause of what differs in the {} {} is not proven, because {}",
                                      one ? "checklist" : "checklists", fmt::join(ids, ", "),
                                      one ? why_one : why_many));
    };
    add(lacked.own,
        "it is not known here as the reports had it; give it with --rules, in both versions if it was changed",
        "they are not known here as the reports had them; give each with --rules, in both versions if it was changed");
    add(lacked.builtin, "a report was written by another version of hipaa-check, which had another version of it",
        "a report was written by another version of hipaa-check, which had other versions of them");
    return clauses;
}

std::string plain_value(std::string_view json) {
    if (json.empty()) return "not answered";
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> plain_parts{{{"null", "not answered"},
                                                                                        {"true", "yes"},
                                                                                        {"false", "no"},
                                                                                        {"[]", "none"},
                                                                                        {"[", ""},
                                                                                        {"]", ""},
                                                                                        {",", ", "},
                                                                                        {":", ": "}}};
    std::string text;
    bool is_quoted = false;
    while (!json.empty()) {
        const auto part =
            std::ranges::find_if(plain_parts, [&](const auto& one) { return json.starts_with(one.first); });
        if (!is_quoted && part != plain_parts.end()) {
            text += part->second;
            json.remove_prefix(part->first.size());
            continue;
        }
        const bool is_escape = json.starts_with("\\\"") || json.starts_with("\\\\");
        if (is_escape) json.remove_prefix(1);
        if (json.front() == '"' && !is_escape) is_quoted = !is_quoted;
        else text += json.front();
        json.remove_prefix(1);
    }
    return text;
}

namespace {

std::string age_limit(long days) {
    return days == 0 ? "no limit" : counted(static_cast<std::size_t>(days), "day", "days");
}

std::string time_clause(const Change& change) {
    std::string clause = change.time_passed ? "time passed" : "";
    if (change.age_limit)
        clause += fmt::format("{}the limit on the age of answers changed from {} to {} (--max-age)",
                              clause.empty() ? "" : ", and because ", age_limit(change.age_limit->old),
                              age_limit(change.age_limit->now));
    if (change.point.is_stale) return fmt::format("{}: {}", clause, change.point.reason);
    const bool lapsed = change.from == Result::accepted && change.direction == Direction::opened;
    return clause + (lapsed ? ": the decision that accepted it no longer counts" : "");
}

}  // namespace

std::vector<Line> reasons_of(const Change& change) {
    std::vector<Line> reasons;
    for (const ChangeCause cause : change.causes) {
        switch (cause) {
            case ChangeCause::answers:
                reasons.push_back(answers_clause(change));
                break;
            case ChangeCause::decisions:
                reasons.push_back({{change.to == Result::accepted ? "a decision accepts it now"
                                                                  : "the decisions in the file changed"}});
                break;
            case ChangeCause::checklist:
                reasons.push_back({{change.proven || !change.is_of_checklist()
                                        ? "the checklist changed"
                                        : "the checklist changed, since nothing else explains it"}});
                break;
            case ChangeCause::time:
                reasons.push_back({{time_clause(change)}});
                break;
        }
    }
    return reasons;
}

page::Page compose_comparison(const Comparison& comparison, const ChangeTotals& totals) {
    page::Page page;
    page.push_back(Heading{1, comparison.set.empty() ? "What changed" : "HYPOTHETICAL: what would change"});
    page.push_back(Paragraph{{{fmt::format("From {} (", iso(comparison.from))},
                              {comparison.old_name, true},
                              {fmt::format(") to {} (", iso(comparison.to))},
                              {comparison.now_name, true},
                              {")."}}});
    for (const std::string& set : comparison.set)
        page.push_back(Paragraph{{{"Only supposed, not answered: "}, {set, true}, {"."}}, Tone::open});
    const bool bad =
        totals.changes[Direction::opened] + totals.changes[Direction::worse] + totals.broken + totals.gone > 0;
    const Tone unless_bad = totals.judged == 0 ? Tone::open : Tone::good;
    page.push_back(Paragraph{{{counts_in_words(totals)}}, bad ? Tone::urgent : unless_bad});
    return page;
}

page::Page compose_changes(const PracticeChanges& practice, bool several) {
    page::Page page;
    const std::string state = state_sentence(practice);
    if (state.empty() && practice.changes.empty() && practice.lacking.empty()) return page;
    if (several || !state.empty()) page.push_back(Heading{several ? 1 : 2, title_of(practice)});
    if (!practice.name.empty() && several) page.push_back(Paragraph{{{practice.file, true}}});
    if (!practice.was_file.empty() && several)
        page.push_back(Paragraph{{{"It was "}, {practice.was_file, true}, {" before."}}});
    if (!state.empty()) page.push_back(Paragraph{{{state}}, Tone::open});
    for (const std::string& name : practice.lacking)
        page.push_back(Paragraph{{{fmt::format("Not judged anymore: {}.", name)}}, Tone::urgent});
    for (const Section& section : sections) {
        List list;
        for (const Group& group : group(practice.changes, section.holds)) list.items.push_back(item_of(group));
        if (list.items.empty()) continue;
        page.push_back(Heading{2, std::string(section.heading), section.tone});
        page.push_back(std::move(list));
    }
    return page;
}

page::Page compose_change_closing(const ChangeTotals& totals) {
    page::Page page;
    for (const std::string& clause : in_words(totals.lacked))
        page.push_back(Paragraph{{{capitalized(clause + ".")}}, Tone::open});
    if (totals.of_checklist > 0)
        page.push_back(
            Paragraph{{{"What only a changed checklist opened is no fault of the practice, and does not count "
                        "for the exit status."}}});
    page.push_back(Paragraph{{{std::string(disclaimer_in_brief)}}});
    return page;
}

}  // namespace hipaa
