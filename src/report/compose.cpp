// Writing the page of one practice.
#include "report/compose.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/answers_to_add.hpp"
#include "report/compose_note.hpp"
#include "report/wording.hpp"

namespace hipaa {
namespace {

using page::Heading;
using page::Item;
using page::Line;
using page::List;
using page::Paragraph;
using page::Tone;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string at(Place place) { return fmt::format("line {}, column {}", place.line, place.column); }

std::string capitalized(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// "of 6 notes, 1 needs action, 1 is worth a look. In place, as reported: 4."
std::string verdict(const ChecklistResult& checklist) {
    std::array<std::size_t, section_count> counts{};
    for (const NoteResult& note : checklist.notes) ++counts[static_cast<std::size_t>(section_of(note))];
    const std::array<std::array<std::string_view, 2>, section_count> phrases{{
        {"needs action", "need action"},
        {"has a recommended change", "have a recommended change"},
        {"cannot be judged yet", "cannot be judged yet"},
        {"is worth a look", "are worth a look"},
        {"is accepted and documented", "are accepted and documented"},
        {},
        {"does not apply", "do not apply"},
    }};
    const auto in_place = static_cast<std::size_t>(Section::in_place);
    std::string text;
    for (std::size_t i = 0; i < section_count; ++i)
        if (counts[i] > 0 && i != in_place)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", counts[i], phrases[i][counts[i] == 1 ? 0 : 1]);
    if (text.empty()) text = "nothing is open";
    return fmt::format("of {}, {}. In place, as reported: {}.", counted(checklist.notes.size(), "note", "notes"), text,
                       counts[in_place]);
}

std::size_t caveat_count(const ChecklistResult& checklist) {
    return static_cast<std::size_t>(std::ranges::count_if(
        checklist.caveats, [](const CaveatResult& caveat) { return caveat.applies != Truth::no; }));
}

class PracticePage {
    /// A longer list of things to do first would not be read.
    static constexpr std::size_t longest_list = 12;

public:
    PracticePage(const PracticeReport& report, const Run& run, const Composition& composition)
        : report_(report), run_(run), composition_(composition) {}

    page::Page make() {
        const std::string name = report_.name();
        page_.push_back(Heading{1, name.empty() ? report_.source.name : name, Tone::plain});
        if (!report_.assessment) {
            mistakes();
            return std::move(page_);
        }
        origin();
        if (!assessment().checked) {
            nothing_checked();
            remarks();
            return std::move(page_);
        }
        outline_ = outline(assessment());
        summary();
        todos();
        contradictions();
        for (std::size_t i = 0; i < section_count; ++i) section(static_cast<Section>(i));
        caveats();
        remarks();
        assumed();
        return std::move(page_);
    }

private:
    const Assessment& assessment() const { return *report_.assessment; }
    NoteContext context() const { return {assessment(), run_, composition_}; }

    void say(std::string text, Tone tone = Tone::plain) { page_.push_back(Paragraph{{{std::move(text)}}, tone}); }
    void head(std::string text, Tone tone = Tone::plain, std::string_view key = {}) {
        page_.push_back(Heading{2, std::move(text), tone, std::string(key)});
    }

    void mistakes() {
        const std::size_t count = report_.problems.count();
        say(fmt::format("This file was not checked: it has {}. Mend {}, and run the check again.",
                        counted(count, "mistake", "mistakes"), count == 1 ? "it" : "them"),
            Tone::urgent);
        page_.push_back(page::Preformatted{yaml::describe(report_.problems, report_.source)});
    }

    void origin() {
        const std::string origin = fmt::format("{}, as of {}", report_.source.name, iso(run_.as_of));
        const Answer& confirmed = report_.practice.fact(Fact::confirmed_on);
        if (confirmed.known())
            say(fmt::format("{}, answers confirmed on {}.", origin,
                            show(report_.practice.facts.group->questions[0], confirmed)));
        else if (assessment().stale) say(origin + ".");
        else say(origin + "; nobody has said when these answers were confirmed.");
    }

    void nothing_checked() {
        say("Nothing was checked: no checklist applies to what is in this file. So this report says nothing about the "
            "practice, neither good nor bad.",
            Tone::open);
        gaps();
        if (!assessment().not_checked.empty()) return;
        say("A checklist applies as soon as the file names the product that it is about. For Spruce, begin with these "
            "lines, and run the check again: it will list the questions to answer.");
        page_.push_back(page::Yaml{{{0, "products:", {}, false}, {1, "spruce: {}", {}, false}}});
    }

    void summary() {
        if (assessment().stale) stale();
        for (const ChecklistResult& checklist : assessment().checklists) {
            const std::size_t caveats = caveat_count(checklist);
            const Tone tone = checklist.result == Result::fail ? Tone::urgent
                              : checklist.result == Result::unknown || checklist.result == Result::attention
                                  ? Tone::open
                                  : Tone::good;
            std::string sentence = fmt::format("{}: {}", checklist.checklist->title, verdict(checklist));
            if (is_about_product(checklist))
                sentence += fmt::format(" Caveats about {} itself: {}.", product_name(checklist), caveats);
            say(std::move(sentence), tone);
        }
        if (assessment().hipaa_may_not_bind)
            say(fmt::format("The practice says that it is no covered entity. {}.", may_not_bind));
    }

    void stale() {
        const Answer& confirmed = report_.practice.fact(Fact::confirmed_on);
        const std::string_view rest =
            "nothing can be counted as in place until somebody checks the answers again and sets confirmed_on to that "
            "day";
        if (confirmed.known())
            say(fmt::format("These answers are {} days old: {}. (This tool's limit is {} days; no rule sets one.)",
                            assessment().age_in_days, rest, run_.max_age),
                Tone::urgent);
        else say(fmt::format("Nobody has said when these answers were last confirmed: {}.", rest), Tone::urgent);
    }

    void todos() {
        List list{true, {}};
        const auto add = [&](const Todo& todo) {
            Item item{{{todo.label}}, {}};
            if (!todo.note.empty()) {
                item.line.push_back({" ("});
                item.line.push_back({todo.note, false, false, todo.key});
                item.line.push_back({")"});
            }
            item.line.push_back({": " + todo.what});
            if (!todo.first_step.empty()) item.more.push_back({{"First: " + todo.first_step}});
            list.items.push_back(std::move(item));
        };
        const auto say_item = [&](Line line) { list.items.push_back({std::move(line), {}}); };
        std::size_t to_look_at = 0;
        std::size_t left_out = 0;
        for (const Todo& todo : outline_.todos) {
            if (todo.result == Result::attention) ++to_look_at;
            else if (list.items.size() < longest_list) add(todo);
            else ++left_out;
        }
        if (left_out > 0)
            say_item({{fmt::format("Then go through {} in the sections below.",
                                   counted(left_out, "more point", "more points"))}});
        if (assessment().stale)
            say_item({{"Check that all answers are still true; then set "}, {"confirmed_on", true}, {"."}});
        if (outline_.questions > 0)
            say_item({{fmt::format("Answer {}; the lines to add are below, under \"",
                                   counted(outline_.questions, "question", "questions"))},
                      {"Not answered", false, false, std::string(key_of(Section::unanswered))},
                      {"\"."}});
        if (to_look_at > 0) say_item({{look_at(to_look_at)}});
        if (list.items.empty()) return;
        head("Do this first");
        page_.push_back(std::move(list));
    }

    /// One line for what is least pressing.
    std::string look_at(std::size_t count) const {
        std::vector<std::string> notes;
        for (const Todo& todo : outline_.todos)
            if (todo.result == Result::attention && std::ranges::find(notes, todo.note) == notes.end())
                notes.push_back(todo.note);
        std::string text = fmt::format("Look at {}, in ", counted(count, "more point", "more points"));
        for (std::size_t i = 0; i < notes.size(); ++i)
            text += (i == 0 ? "" : i + 1 == notes.size() ? " and " : ", ") + notes[i];
        return text + ".";
    }

    void contradictions() {
        List list;
        for (const ChecklistResult& checklist : assessment().checklists)
            for (const ContradictionResult& found : checklist.contradictions) {
                Item item{{{found.contradiction->message}}, {}};
                for (const Evidence& evidence : found.evidence)
                    item.more.push_back(evidence_line(evidence, checklist.sheet->about));
                std::string notes;
                for (const std::size_t index : found.contradiction->affects)
                    notes +=
                        (notes.empty() ? "" : "; ") + note_name({&checklist, &checklist.notes[index]}, assessment());
                item.more.push_back({{fmt::format("Until this is put right, it cannot be judged: {}", notes)}});
                list.items.push_back(std::move(item));
            }
        if (list.items.empty()) return;
        head("Answers that cannot all be true", Tone::open);
        page_.push_back(std::move(list));
    }

    void section(Section section) {
        const std::vector<NoteEntry>& notes = outline_.in(section);
        const bool asks = section == Section::unanswered && (outline_.questions > 0 || assessment().stale);
        const bool accepts = section == Section::accepted && outline_.decisions > 0;
        if (notes.empty() && !asks && !accepts) return;
        head(std::string(title_of(section)), tone_of(section), key_of(section));
        List list;
        std::string too_old;
        for (const NoteEntry& note : notes) {
            if (is_only_stale(*note.result) && !composition_.everything)
                too_old += (too_old.empty() ? "" : ", ") + note_name(note, assessment());
            else if (composition_.everything || needs_room(*note.result)) append_note(note, context(), page_);
            else if (section != Section::accepted) list.items.push_back(note_item(note, context()));
        }
        if (!too_old.empty()) list.items.push_back({{{"Too old to count as in place: " + too_old}}, {}});
        if (!list.items.empty()) page_.push_back(std::move(list));
        if (asks) missing();
        if (accepts) accepted();
    }

    static bool is_only_stale(const NoteResult& note) {
        return note.result == Result::unknown && std::ranges::all_of(note.checks, [](const CheckResult& check) {
                   return check.result < Result::attention || check.cause == Cause::stale;
               });
    }

    static std::string_view title_of(Section section) {
        switch (section) {
            case Section::duty:
                return "Needs action: legal duty or vendor's condition";
            case Section::recommendation:
                return "Recommended change";
            case Section::unanswered:
                return "Not answered";
            case Section::attention:
                return "Look at this";
            case Section::accepted:
                return "Accepted, documented";
            case Section::in_place:
                return "In place, as reported; nothing was verified";
            case Section::not_applicable:
                break;
        }
        return "Does not apply";
    }

    static Tone tone_of(Section section) {
        switch (section) {
            case Section::duty:
                return Tone::urgent;
            case Section::recommendation:
            case Section::unanswered:
            case Section::attention:
                return Tone::open;
            case Section::in_place:
                return Tone::good;
            default:
                return Tone::plain;
        }
    }

    void missing() {
        say(
            fmt::format("Lines to add to {}. Keep the indentation, and write each below the key it belongs to; what is "
                        "already there is to be filled in there.",
                        report_.source.name));
        page_.push_back(page::Yaml{answers_to_add(report_)});
        List list;
        for (const Evidence& item : item_answers_to_add(assessment()))
            list.items.push_back({{{"In item "},
                                   {fmt::format("{}", item.item + 1)},
                                   {" of "},
                                   {item.list->key, true},
                                   {fmt::format(" ({}), add ", at(item.answer->place))},
                                   {item.question->key + ":", true},
                                   {fmt::format(" {}", item.question->ask)}},
                                  {}});
        if (!list.items.empty()) page_.push_back(std::move(list));
    }

    void accepted() {
        say(outline_.decisions == 1
                ? "1 check rests on a documented decision: what it accepts is not in place."
                : fmt::format("{} checks rest on documented decisions: what these accept is not in place.",
                              outline_.decisions));
        List list;
        for (const ChecklistResult& checklist : assessment().checklists)
            for (const NoteResult& note : checklist.notes)
                for (const CheckResult& check : note.checks) {
                    if (!check.decision) continue;
                    const NoteEntry entry{&checklist, &note};
                    Item item{
                        {{fmt::format("{}: {}", capitalized(note_name(entry, assessment())), check.check->message)}},
                        decision_lines(*check.decision)};
                    list.items.push_back(std::move(item));
                }
        page_.push_back(std::move(list));
    }

    void caveats() {
        for (const ChecklistResult& checklist : assessment().checklists) {
            List list;
            for (const CaveatResult& result : checklist.caveats) {
                if (result.applies == Truth::no && !composition_.everything) continue;
                const Caveat& caveat = *result.caveat;
                Item item{{{fmt::format("{}{}", caveat.title, state_of(result))}}, {{{caveat.text}}}};
                for (const Evidence& evidence : result.evidence)
                    item.more.push_back(evidence_line(evidence, checklist.sheet->about));
                for (const std::string& cite : caveat.cites) item.more.push_back({{cite}});
                if (composition_.everything)
                    for (const Link& link : caveat.read_more)
                        item.more.push_back({{link.title + ": "}, {link.url, false, true}});
                list.items.push_back(std::move(item));
            }
            if (list.items.empty()) continue;
            head(fmt::format("Caveats about {} itself", product_name(checklist)));
            page_.push_back(std::move(list));
        }
    }

    static std::string_view state_of(const CaveatResult& result) {
        if (result.applies == Truth::no) return " (does not apply)";
        if (!result.caveat->deal_breaker) return result.applies == Truth::unknown ? " (perhaps)" : "";
        return result.result == Result::fail      ? " (needs action: a reason not to use it)"
               : result.result == Result::unknown ? " (perhaps a reason not to use it: not answered)"
                                                  : " (does not apply)";
    }

    void gaps() {
        List list;
        for (const NotChecked& gap : assessment().not_checked)
            list.items.push_back({{{gap.key, true}, {fmt::format(": {} ({})", gap.reason, at(gap.place))}}, {}});
        if (list.items.empty()) return;
        head("Not checked", Tone::open);
        page_.push_back(std::move(list));
    }

    void remarks() {
        if (assessment().checked) gaps();
        List list;
        for (const Remark& remark : assessment().remarks) {
            const bool is_gap = std::ranges::any_of(assessment().not_checked, [&](const NotChecked& gap) {
                return gap.place == remark.place && remark.text.starts_with("`" + gap.key + "` was not checked");
            });
            if (!is_gap)
                list.items.push_back({{{fmt::format("{} ({})", capitalized(remark.text), at(remark.place))}}, {}});
        }
        if (list.items.empty()) return;
        head("Remarks", Tone::open);
        page_.push_back(std::move(list));
    }

    void assumed() {
        if (assessment().assumed.empty()) return;
        Line line{{"Assumed, because the file does not say: "}};
        for (const Evidence& evidence : assessment().assumed) {
            if (line.size() > 1) line.push_back({"; "});
            line.push_back({evidence.key(), true});
            line.push_back({fmt::format(" is {}", show(*evidence.question, *evidence.answer))});
        }
        line.push_back({"."});
        page_.push_back(Paragraph{std::move(line), Tone::plain});
    }

    const PracticeReport& report_;
    const Run& run_;
    const Composition& composition_;
    Outline outline_;
    page::Page page_;
};

}  // namespace

page::Page compose_practice(const PracticeReport& report, const Run& run, const Composition& composition) {
    return PracticePage(report, run, composition).make();
}

}  // namespace hipaa
