// What a note says when it is open, row by row.
#include "report/people/note_rows.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "report/located_fix.hpp"
#include "report/to_do.hpp"

namespace hipaa {
namespace {

using page::Line;
using page::Tone;

/// What comes before each citation is not said again where it is the same as that of the one before.
Line cites_line(const std::vector<Text>& cites) {
    std::string text;
    std::string_view last_title;
    for (const std::string_view cite : cites) {
        const std::size_t space = cite.rfind(' ');
        const std::string_view title = space == std::string_view::npos ? "" : cite.substr(0, space);
        const bool same = !title.empty() && title == last_title;
        if (!text.empty()) text += same ? ", " : "; ";
        text += same ? cite.substr(space + 1) : cite;
        last_title = title;
    }
    return {{text}};
}

Tone tone_of(const CheckResult& check) {
    switch (check.result) {
        case Result::fail:
            return check.check->basis == Basis::recommendation ? Tone::open : Tone::urgent;
        case Result::attention:
        case Result::unknown:
            return Tone::open;
        case Result::pass:
            return Tone::good;
        case Result::accepted:
        case Result::not_applicable:
            break;
    }
    return Tone::plain;
}

/// By a documented decision, which nobody has made yet.
bool could_be_accepted(const CheckResult& check) {
    return check.check->waivable && (check.result == Result::fail || check.result == Result::attention);
}

page::Label row_label(const CheckResult& check) {
    switch (check.result) {
        case Result::fail:
            return "Problem";
        case Result::attention:
            return {"Look at", "Look at this"};
        case Result::unknown:
            return "Find out";
        case Result::pass:
        case Result::accepted:
        case Result::not_applicable:
            break;
    }
    return "Check";
}

/// What is in backquotes as code.
Line with_code(std::string_view text) {
    Line line;
    for (bool code = false; !text.empty(); code = !code) {
        const std::size_t end = std::min(text.find('`'), text.size());
        if (end > 0) line.push_back({std::string(text.substr(0, end)), code});
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return line;
}

std::vector<std::string_view> sentences_of(std::string_view text) {
    std::vector<std::string_view> sentences;
    while (!text.empty()) {
        sentences.push_back(first_sentences(text));
        text.remove_prefix(sentences.back().size());
    }
    return sentences;
}

/// Three sentences of a longer fix: what to do, which lines of the file to change, what never to do, and then what comes
/// first. The lines to change and what never to do are there, however many they are. A single sentence is not left out.
std::string essence_of(std::string_view fix) {
    constexpr std::size_t most = 3;
    const std::vector<std::string_view> sentences = sentences_of(fix);
    if (sentences.size() <= most + 1) return std::string(fix);
    const auto is_essential = [&](std::string_view sentence) {
        return sentence.data() == fix.data() || sentence.starts_with(" Do not ") || names_answer(sentence);
    };
    const auto essential = static_cast<std::size_t>(std::ranges::count_if(sentences, is_essential));
    std::size_t others = most - std::min(most, essential);
    if (essential + others + 1 >= sentences.size()) return std::string(fix);
    std::string essence;
    for (const std::string_view sentence : sentences)
        if (is_essential(sentence) || (others > 0 && others-- > 0)) essence += sentence;
    return essence;
}

class NoteRows {
public:
    NoteRows(const NoteEntry& note, const NoteContext& context)
        : entry_(note),
          id_(note_id(note)),
          note_(*note.result->note),
          result_(*note.result),
          sheet_(*note.checklist->sheet),
          context_(context) {}

    page::Rows make() {
        add("Why", {{{in_full() ? note_.why : std::string(first_sentences(note_.why))}}});
        for (const CheckResult& check : result_.checks)
            if (is_spelled_out(check)) spelled_out(check);
        if (everything()) other_checks();
        else one_line_checks();
        if (in_full()) {
            if (note_.vendor_says && (everything() || vendor_differs())) vendor(*note_.vendor_says);
            if (!note_.cites.empty()) add("Sources", {cites_line(note_.cites)});
        }
        if (everything()) background();
        else more();
        return std::move(rows_);
    }

private:
    bool everything() const { return context_.composition.everything(); }
    bool in_full() const { return everything() || context_.composition.in_full(); }

    void add(page::Label label, std::vector<Line> lines, Tone tone = Tone::plain) {
        rows_.rows.push_back({std::move(label), std::move(lines), tone});
    }

    std::string id_of(const CheckResult& check) const { return sheet_.id_of(check.check->full_id); }

    std::vector<Line> evidence_lines(const CheckResult& check) const {
        std::vector<Line> lines;
        for (const Evidence& evidence : check.evidence) lines.push_back(evidence_line(evidence, sheet_.about));
        return lines;
    }

    /// An answer that two checks of a note have read is shown with the first. A check that has read no other answers shows
    /// all of its own again.
    std::vector<Line> fresh_evidence_lines(const CheckResult& check) {
        std::vector<Line> lines;
        for (const Evidence& evidence : check.evidence)
            if (shown_.insert(evidence.identity()).second) lines.push_back(evidence_line(evidence, sheet_.about));
        return lines.empty() ? evidence_lines(check) : lines;
    }

    void spelled_out(const CheckResult& check) {
        const std::string basis = capitalized(basis_of(entry_, check, context_));
        std::vector<Line> lines{{{fmt::format("{}: {}", basis, told_message(check))}}};
        if (everything()) lines.push_back({{"Check: "}, {id_of(check), true}});
        add(row_label(check), std::move(lines), tone_of(check));
        std::vector<Line> answers = fresh_evidence_lines(check);
        for (const std::string& shortfall : check.shortfalls) answers.push_back(with_code(shortfall));
        if (!answers.empty()) add({"In file", "Now in your file"}, std::move(answers));
        add({"To do", "What to do"}, {{{told_fix(check)}}});
    }

    /// A short report has a part of a long text.
    std::string told_fix(const CheckResult& check) const {
        const Text fix = check.own_fix();
        const std::string part = in_full() ? std::string(fix) : essence_of(fix);
        return located_fix(part, check) + (part.size() < fix.size() ? " (the rest with -v)" : "");
    }

    std::string told_message(const CheckResult& check) const {
        constexpr std::size_t sentences = 2;
        const std::string_view message = check.message();
        return std::string(in_full() ? message : first_sentences(message, sentences));
    }

    /// What is not spelled out, in a line.
    void one_line_checks() {
        Line line;
        std::size_t passed = 0;
        std::size_t accepted = 0;
        for (const CheckResult& check : result_.checks) {
            if (check.result == Result::pass) ++passed;
            if (check.result == Result::accepted) ++accepted;
            if (check.result == Result::unknown && check.cause != Cause::stale)
                for (const Evidence& evidence : missing_in(check.evidence)) add_key(evidence, line);
        }
        const bool missing = !line.empty();
        const auto say = [&](std::string text) { line.push_back({(line.empty() ? "" : "; ") + std::move(text)}); };
        if (missing) line.push_back({" not answered"});
        if (accepted > 0) say(fmt::format("{} accepted by decision", of_checks(accepted)));
        if (passed > 0) say(fmt::format("{} in place, as reported", of_checks(passed)));
        if (!line.empty()) add("Also", {line}, missing ? Tone::open : Tone::plain);
    }

    std::string of_checks(std::size_t count) const {
        return fmt::format("{} of {} checks", count, result_.checks.size());
    }

    void add_key(const Evidence& evidence, Line& line) const {
        const std::string key = evidence.about == sheet_.about ? evidence.short_key() : evidence.key();
        if (std::ranges::find(line, key, &page::Span::text) != line.end()) return;
        if (!line.empty()) line.push_back({", "});
        line.push_back({key, true});
    }

    void other_checks() {
        for (const CheckResult& check : result_.checks) {
            if (is_spelled_out(check)) continue;
            const std::string_view label = hipaa::label(check.result, check.check->basis);
            std::vector<Line> lines{{{fmt::format("{}: ", label)},
                                     {id_of(check), true},
                                     {fmt::format(" ({})", basis_of(entry_, check, context_))}}};
            if (check.cause == Cause::stale || check.cause == Cause::contradiction || check.evidence.empty()) {
                if (const std::string why = reason(check, context_.assessment, context_.run.max_age); !why.empty())
                    lines.push_back({{capitalized(why) + "."}});
            } else {
                for (Line& line : evidence_lines(check)) lines.push_back(std::move(line));
            }
            if (const std::string fix = fix_of(check); !fix.empty()) lines.push_back({{"What to do: " + fix}});
            if (check.decision)
                for (Line& line : decision_lines(*check.decision)) lines.push_back(std::move(line));
            add("Check", std::move(lines), tone_of(check));
        }
    }

    bool vendor_differs() const { return note_.vendor_says && note_.vendor_says->status == VendorStatus::differs; }

    void vendor(const VendorStatement& statement) {
        add({"Vendor", "The vendor says"},
            {{{statement.text}}, {{statement.source, false, true}, {fmt::format(" ({})", standing_of(statement))}}});
    }

    /// Where the rest is: of a short report, what it left out.
    void more() {
        Line line{{explain_command(id_, *entry_.checklist->checklist, context_.run), true}};
        if (!in_full()) {
            std::string kinds;
            const auto has = [&](bool is_there, std::string_view kind) {
                if (is_there) kinds += fmt::format("{}{}", kinds.empty() ? " (" : ", ", kind);
            };
            has(vendor_differs(), "what the vendor says now");
            has(!note_.wording.empty(), "ready-made wording");
            has(!note_.cites.empty(), "sources");
            has(std::ranges::any_of(entry_.result->checks, could_be_accepted), "lines for a decision");
            if (!kinds.empty()) line.push_back({kinds + ")"});
        }
        add("More", {std::move(line)});
    }

    void background() {
        std::vector<Line> lines;
        for (const Link& link : note_.read_more) lines.push_back({{link.title + ": "}, {link.url, false, true}});
        if (!lines.empty()) add({"Links", "Read more"}, std::move(lines));
        Line related;
        for (const Text id : note_.relates_to) {
            if (!related.empty()) related.push_back({", "});
            related.push_back({id, true, false, id});
        }
        if (!related.empty()) add({"Related", "Related notes"}, {related});
    }

    const NoteEntry& entry_;
    const std::string id_;
    const Note& note_;
    const NoteResult& result_;
    const Sheet& sheet_;
    const NoteContext& context_;
    std::set<decltype(Evidence().identity())> shown_;
    page::Rows rows_;
};

}  // namespace

page::Rows note_rows(const NoteEntry& note, const NoteContext& context) { return NoteRows(note, context).make(); }

}  // namespace hipaa
