// Explaining a checklist or a part of it as a page.
#include "authoring/explain/explain.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "authoring/explain/answers.hpp"
#include "authoring/explain/clause.hpp"
#include "authoring/explain/explain_question.hpp"
#include "authoring/explain/sentence.hpp"
#include "engine/decisions.hpp"
#include "page/wording.hpp"

namespace hipaa {
namespace {

using page::Line;
using page::Row;
using page::Tone;

void prefix(std::vector<Line>& lines, std::string_view text) {
    lines.front().insert(lines.front().begin(), page::Span{std::string(text)});
}

template <typename Texts>
Line joined(const Texts& texts, bool code) {
    Line line;
    for (const auto& text : texts) {
        if (!line.empty()) line.push_back({", "});
        line.push_back({text, code});
    }
    return line;
}

class Explanation {
public:
    Explanation(const Library& library, const Subject& subject, page::Page& page)
        : checklist_(*subject.checklist), sentences_(library, *subject.checklist), page_(page) {}

    void checklist() {
        heading(1, fmt::format("{} ({})", checklist_.title, checklist_.id));
        rows([&] { about_checklist(); });
        for (const Note& note : checklist_.notes) this->note(note, 2);
        if (!checklist_.caveats.empty()) heading(2, "Caveats");
        for (const Caveat& caveat : checklist_.caveats) this->caveat(caveat, 3);
        if (!checklist_.deadlines.empty()) heading(2, "Deadlines");
        for (const Deadline& deadline : checklist_.deadlines) this->deadline(deadline, 3);
        if (!checklist_.contradictions.empty()) heading(2, "Contradictions");
        for (const Contradiction& contradiction : checklist_.contradictions) this->contradiction(contradiction, 3);
        asked_.clear();
        for (const Question& question : checklist_.group.questions)
            asked_.push_back({checklist_.group.about + "." + question.key, &question});
        heading(2, "Questions");
        questions();
    }

    void whole_note(const Note& note) {
        this->note(note, 1);
        acceptance(note, nullptr);
        contradictions_of(note);
        heading(2, "Questions");
        questions();
    }

    void whole_check(const Note& note, const Check& check) {
        heading(1, check.full_id);
        paragraph(
            {{fmt::format("A check of note {}, \"{}\" (", note.number, note.title)}, {note.full_id, true}, {")."}});
        rows([&] {
            applies({checklist_.when ? &*checklist_.when : nullptr, note.when ? &*note.when : nullptr,
                     check.when ? &*check.when : nullptr});
            verdict(check);
            add("Why", {{{note.why}}});
            if (!check.after) first(note.after);
            background(note);
            unanswered();
        });
        wording(note);
        acceptance(note, &check);
        contradictions_of(note);
        heading(2, "Questions");
        questions();
    }

    void whole_caveat(const Caveat& caveat) {
        this->caveat(caveat, 1);
        if (asked_.empty()) return;
        heading(2, "Questions");
        questions();
    }

    void whole_deadline(const Deadline& deadline) {
        this->deadline(deadline, 1);
        heading(2, "Questions");
        questions();
    }

    void whole_contradiction(const Contradiction& contradiction) {
        this->contradiction(contradiction, 1);
        heading(2, "Questions");
        questions();
    }

private:
    void contradictions_of(const Note& note) {
        for (const Contradiction& contradiction : checklist_.contradictions) {
            const bool affects = std::ranges::any_of(
                contradiction.affects, [&](std::size_t index) { return &checklist_.notes[index] == &note; });
            if (affects) this->contradiction(contradiction, 2);
        }
    }

    void unanswered() {
        add("Missing",
            "An answer that is missing, and that decides, makes a check \"Not answered\" (unknown). It never passes.");
    }

    template <typename Fill>
    void rows(Fill&& fill) {
        rows_.rows.clear();
        fill();
        page_.push_back(rows_);
    }

    void heading(int level, std::string text) { page_.push_back(page::Heading{level, std::move(text), Tone::plain}); }
    void paragraph(Line line) { page_.push_back(page::Paragraph{std::move(line), Tone::plain}); }
    void add(std::string label, std::vector<Line> lines) {
        rows_.rows.push_back({std::move(label), std::move(lines), Tone::plain});
    }
    void add(std::string label, const std::string& text) {
        if (!text.empty()) add(std::move(label), {{{text}}});
    }

    std::vector<Line> say(std::string_view lead, const Condition& condition) {
        sentences_.collect(condition, asked_);
        std::vector<Line> lines = sentences_.lines(condition);
        prefix(lines, lead);
        return lines;
    }

    void about_checklist() {
        add("Name", checklist_.name);
        add("From", origin(checklist_));
        left_out();
        add("Version", checklist_.version);
        if (checklist_.review_by) add("Due", fmt::format("For another look by {}.", iso(*checklist_.review_by)));
        if (checklist_.source) {
            const Review& review = *checklist_.source;
            add("Review",
                {{{fmt::format("\"{}\", by {}. {}. ", review.title, review.author, day_or_words(review.reviewed_on))},
                  {review.url, false, true}}});
        }
        add("Applies", {{{checklist_.generic() ? "Where a practice file has a product without a checklist of its own."
                                               : "Where a practice file has the key "},
                         {checklist_.generic() ? "" : checklist_.group.about, true}}});
        if (checklist_.generic()) rows_.rows.back().lines.front().pop_back();
        else rows_.rows.back().lines.front().push_back({"."});
        if (checklist_.when)
            for (Line& line : say("Only when ", *checklist_.when)) rows_.rows.back().lines.push_back(std::move(line));
        add("Verdict", checklist_.impression);
        add("Product", lines_of(checklist_.characteristics));
        add("Suits", lines_of(checklist_.suits));
        if (checklist_.vital_stats) add("Counts", counts(*checklist_.vital_stats));
        unanswered();
        add("Note", checklist_.disclaimer);
        std::erase_if(rows_.rows, [](const Row& row) { return row.lines.empty(); });
    }

    void left_out() {
        std::vector<Line> lines;
        for (const NoteOff& off : checklist_.off)
            lines.push_back({{off.full_id, true}, {fmt::format(" (\"{}\"): {}", off.title, off.because)}});
        add("Left out", std::move(lines));
    }

    static std::string counts(const VitalStats& stats) {
        std::string text;
        if (stats.caveats) text += fmt::format("Caveats: {}. ", *stats.caveats);
        if (stats.notes) text += fmt::format("Notes: {}. ", *stats.notes);
        return text + std::string(what_counts_mean);
    }

    static std::vector<Line> lines_of(const std::vector<Text>& texts) {
        std::vector<Line> lines;
        for (const Text text : texts) lines.push_back({{text}});
        return lines;
    }

    void note(const Note& note, int level) {
        heading(level, fmt::format("Note {}. {}", note.number, note.title));
        paragraph({{note.full_id, true}});
        rows([&] {
            add("Why", note.why);
            add("Basis", capitalized(label(note.basis)) + ".");
            applies({level == 1 && checklist_.when ? &*checklist_.when : nullptr, note.when ? &*note.when : nullptr});
            first(note.after);
            background(note);
            if (level == 1) unanswered();
        });
        for (const Check& check : note.checks) {
            heading(level + 1, fmt::format("Check {}", check.id));
            rows([&] {
                if (check.when) applies({&*check.when});
                verdict(check);
            });
        }
        wording(note);
    }

    /// All of the conditions, those that there are; one after the other.
    void applies(const std::vector<const Condition*>& whens) {
        std::vector<Line> lines;
        for (const Condition* when : whens) {
            if (!when) continue;
            for (Line& line : say(lines.empty() ? "When " : "And when ", *when)) lines.push_back(std::move(line));
        }
        if (lines.empty()) lines.push_back({{"Always."}});
        add("Applies", std::move(lines));
    }

    void verdict(const Check& check) {
        add("Met when", say("", check.require));
        const Result result = unmet[check.otherwise];
        add("If not", {{{fmt::format("{} (", label(result, check.basis))},
                        {std::string(name_of(result)), true},
                        {"). " + check.message}}});
        add("To do", check.fix);
        for (const CheckCase& one : check.cases) {
            std::vector<Line> lines = say("When ", one.when);
            lines.push_back({{one.message}});
            if (!one.fix.empty()) lines.push_back({{fmt::format("To do: {}", one.fix)}});
            add("Case", std::move(lines));
        }
        std::string basis = capitalized(label(check.basis)) + ". ";
        basis +=
            check.waivable ? "A documented decision may accept it as it is." : "No decision can accept it as it is.";
        add("Basis", basis);
        if (check.after) first(*check.after);
    }

    void first(const std::vector<Prerequisite>& after) {
        std::vector<Text> ids;
        for (const Prerequisite& prerequisite : after) ids.push_back(prerequisite.id);
        if (!ids.empty()) add("Do first", {joined(ids, true)});
    }

    void background(const Note& note) {
        add("Sources", joined_text(note.cites));
        if (note.vendor_says) vendor(*note.vendor_says);
        links(note.read_more);
        if (!note.relates_to.empty()) add("Related", {joined(note.relates_to, true)});
    }

    static std::string joined_text(const std::vector<Text>& texts) { return plain(joined(texts, false)); }

    void vendor(const VendorStatement& statement) {
        const std::string lead = statement.source.empty() ? "" : statement.source + " ";
        add("Vendor", {{{statement.text}}, {{fmt::format("{}({})", lead, standing_of(statement))}}});
    }

    void links(const std::vector<Link>& read_more) {
        std::vector<Line> lines;
        for (const Link& link : read_more)
            lines.push_back(link.url.empty() ? Line{{link.title}}
                                             : Line{{fmt::format("{}: ", link.title)}, {link.url, false, true}});
        if (!lines.empty()) add("Links", std::move(lines));
    }

    void wording(const Note& note) {
        for (const Wording& wording : note.wording) page_.push_back(page::Wording{wording.purpose, wording.text});
    }

    /// A decision to paste, for those checks that one may accept; `only`: for no other check.
    void acceptance(const Note& note, const Check* only) {
        std::vector<std::string> ids;
        for (const Check& check : note.checks)
            if (check.waivable && (!only || only == &check)) ids.push_back(id_in_decision(check));
        if (ids.empty()) return;
        paragraph({{"If you decide to leave it as it is, put this into your practice file:"}});
        page::Yaml decision{{{0, "decisions:", {}}, {1, "- accepts: " + ids.front(), {}}}};
        if (ids.size() > 1)
            decision.lines.push_back({2, fmt::format("or: {}", fmt::join(ids.begin() + 1, ids.end(), ", ")), {}, true});
        decision.lines.push_back({2, "because:", "why it may stay so"});
        decision.lines.push_back({2, "by:", "a role, such as practice owner"});
        decision.lines.push_back({2, "decided_on:", "a date such as 2026-01-31"});
        decision.lines.push_back({2, "review_by:", fmt::format("at most {} days later", longest_decision)});
        page_.push_back(std::move(decision));
    }

    /// KEY stands for that of the product.
    std::string id_in_decision(const Check& check) const {
        if (!checklist_.generic()) return check.full_id;
        return fmt::format("{}@KEY{}", checklist_.id, check.full_id.substr(checklist_.id.size()));
    }

    void caveat(const Caveat& caveat, int level) {
        heading(level, caveat.title);
        paragraph({{caveat.full_id, true}});
        rows([&] {
            add("Caveat", caveat.text);
            applies({caveat.when ? &*caveat.when : nullptr});
            add("To do", caveat.fix);
            add("Weight", caveat.deal_breaker
                              ? "A deal-breaker: while it applies, the result is \"Needs action\" (fail)."
                              : "Shown in reports, and counted in no result.");
            add("Sources", joined_text(caveat.cites));
            links(caveat.read_more);
        });
    }

    void contradiction(const Contradiction& contradiction, int level) {
        heading(level, fmt::format("Answers that contradict each other: {}", contradiction.id));
        paragraph({{contradiction.full_id, true}});
        rows([&] {
            add("True if", say("", contradiction.condition));
            std::vector<std::string> notes;
            for (const std::size_t index : contradiction.affects) notes.push_back(checklist_.notes[index].full_id);
            Line line{{"At best \"Not answered\" (unknown): "}};
            for (page::Span& span : joined(notes, true)) line.push_back(std::move(span));
            line.push_back({notes.empty() ? "the practice as a whole." : "."});
            add("Then", {line});
            add("To do", contradiction.message);
        });
    }

    void deadline(const Deadline& deadline, int level) {
        heading(level, deadline.text);
        paragraph({{deadline.full_id, true}});
        rows([&] {
            applies({deadline.when ? &*deadline.when : nullptr});
            const std::string_view from = deadline.end_of_year ? "the end of the year of the day in " : "the day in ";
            add("Due",
                {{{fmt::format("{} after {}", counted(static_cast<std::size_t>(deadline.days), "day", "days"), from)},
                  {sentences_.collect(deadline.from, asked_), true},
                  {"."}}});
            add("Note", {{{checklist_.notes[deadline.note].full_id, true}}});
        });
    }

    /// Those that have been spoken of.
    void questions() {
        page::List list;
        for (const Asked& asked : asked_) {
            const Question& question = *asked.question;
            const std::string name = question.name.empty() ? "" : fmt::format(" ({})", question.name);
            page::Item item{{{asked.path, true}, {fmt::format("{}: {}", name, question.ask)}}, {}};
            Line answers{{"Answer: "}};
            for (page::Span& span : answers_line(question)) answers.push_back(std::move(span));
            answers.push_back({"."});
            item.more.push_back(std::move(answers));
            if (!question.where.empty()) item.more.push_back({{question.where}});
            for (const Question& field : question.fields) {
                const std::string field_name = field.name.empty() ? "" : fmt::format(" ({})", field.name);
                Line line{{"Each item: "}, {field.key, true}, {fmt::format("{}: {} Answer: ", field_name, field.ask)}};
                for (page::Span& span : answers_line(field)) line.push_back(std::move(span));
                line.push_back({"."});
                item.more.push_back(std::move(line));
            }
            list.items.push_back(std::move(item));
        }
        page_.push_back(std::move(list));
    }

    const Checklist& checklist_;
    Sentences sentences_;
    page::Page& page_;
    page::Rows rows_;
    std::vector<Asked> asked_;
};

}  // namespace

std::string origin(const Checklist& checklist) {
    if (!checklist.extends.empty()) {
        const std::string extended = checklist.extended_replaces.empty()
                                         ? std::string(checklist.extends)
                                         : fmt::format("{} ({}, in place of {})", checklist.extends,
                                                       checklist.extended_file, checklist.extended_replaces);
        return fmt::format("{}, which extends {} and takes its place", checklist.file, extended);
    }
    return checklist.replaces.empty() ? checklist.file
                                      : fmt::format("{}, in place of {}", checklist.file, checklist.replaces);
}

std::string day_or_words(const std::string& day) {
    return day == "unknown" ? "The review has no date" : fmt::format("Reviewed on {}", day);
}

page::Page explanation_page(const Library& library, const std::vector<Subject>& subjects) {
    page::Page page;
    for (const Subject& subject : subjects) {
        if (subject.question) {
            explain_question(subject, library, page);
            continue;
        }
        Explanation explanation(library, subject, page);
        if (subject.check) explanation.whole_check(*subject.note, *subject.check);
        else if (subject.note) explanation.whole_note(*subject.note);
        else if (subject.caveat) explanation.whole_caveat(*subject.caveat);
        else if (subject.contradiction) explanation.whole_contradiction(*subject.contradiction);
        else if (subject.deadline) explanation.whole_deadline(*subject.deadline);
        else explanation.checklist();
    }
    return page;
}

}  // namespace hipaa
