// Numbers, citations and fixes that do not look right.
#include "authoring/lint/lint_texts.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include <fmt/format.h>

#include "authoring/lint/citation.hpp"
#include "authoring/lint/lint_questions.hpp"
#include "text/ascii.hpp"
#include "text/loose_name.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using yaml::quote;

bool is_word_character(char c) { return is_letter_or_digit(c) || c == '_'; }

/// True if `word` stands in `text`, not as a part of a longer one.
bool has_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !is_word_character(text[at - 1]);
        const auto end = at + word.size();
        if (begins && (end == text.size() || !is_word_character(text[end]))) return true;
    }
    return false;
}

std::string_view last_part(std::string_view key) { return key.substr(key.rfind('.') + 1); }

/// A scheme of the web, a host with a dot in it, and nothing that would end the address.
bool is_url(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme)) continue;
        const std::string_view rest = text.substr(scheme.size());
        const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
        const auto dot = host.find('.');
        return dot != host.npos && dot > 0 && dot + 1 < host.size() &&
               text.find_first_of(" \t\n<>\"") == std::string_view::npos;
    }
    return false;
}

class TextJudge {
public:
    TextJudge(const Library& library, const Checklist& checklist, Date today, std::vector<Suspicion>& findings)
        : library_(library), checklist_(checklist), today_(today), findings_(findings) {}

    void judge() {
        if (checklist_.name.empty())
            add(checklist_.place, "no_name",
                "the checklist has no `name`, so reports call its subject by its key; write it as people do, such as "
                "name: Spruce");
        judge_names();
        judge_counts();
        judge_numbers();
        judge_review();
        judge_definitions();
        judge_words();
        for (const Note& note : checklist_.notes) judge_note(note);
        for (const Caveat& caveat : checklist_.caveats) judge_caveat(caveat);
        for (const Contradiction& contradiction : checklist_.contradictions)
            if (contradiction.affects.empty())
                add(contradiction.place, "no_effect",
                    fmt::format("the contradiction `{}` affects no note, so no note says what it leaves open",
                                contradiction.id));
    }

private:
    void add(Place place, std::string_view kind, std::string message) {
        findings_.push_back({place, std::string(kind), std::move(message), {}, false});
    }

    static bool is_about_product(const Checklist& checklist) { return checklist.group.about.starts_with("products."); }

    /// What is only another name of two products is no finding: an owner who writes it is asked which of them she means.
    void judge_names() {
        if (!is_about_product(checklist_)) return;
        for (const Checklist& other : library_.checklists) {
            if (other.group.about == checklist_.group.about || !is_about_product(other)) continue;
            const std::array taken{loose_name(other.group.about.substr(std::string_view("products.").size())),
                                   loose_name(other.name)};
            for (const Text name : checklist_.also_known_as)
                if (std::ranges::find(taken, loose_name(name)) != taken.end())
                    add(checklist_.place, "name_taken",
                        fmt::format("`also_known_as` has {}, which is a name of the product of the checklist {}",
                                    quote(name), other.id));
        }
    }

    void judge_counts() {
        if (!checklist_.vital_stats) return;
        const VitalStats& stats = *checklist_.vital_stats;
        judge_count(stats.notes, checklist_.notes.size(), "notes", stats.notes_place);
        judge_count(stats.caveats, checklist_.caveats.size(), "caveats", stats.caveats_place);
    }

    void judge_count(std::optional<int> stated, std::size_t listed, std::string_view what, Place place) {
        if (!stated || static_cast<std::size_t>(*stated) == listed) return;
        add(place, "count_differs",
            fmt::format("`vital_stats` says {} {}, but the checklist has {}", *stated, what, listed));
    }

    void judge_numbers() {
        const Note* previous = nullptr;
        for (const Note& note : checklist_.notes) {
            const bool twice = std::ranges::any_of(
                checklist_.notes, [&](const Note& other) { return &other < &note && other.number == note.number; });
            if (twice) add(note.number_place, "number_twice", fmt::format("there is a note {} already", note.number));
            else if (previous && note.number < previous->number)
                add(note.number_place, "number_order",
                    fmt::format("note {} stands after note {}; put the notes in the order of their numbers",
                                note.number, previous->number));
            previous = &note;
        }
    }

    void judge_review() {
        if (!checklist_.source) return;
        judge_url(checklist_.source->url, checklist_.source->url_place);
        const auto reviewed_on = parse_date(checklist_.source->reviewed_on);
        if (reviewed_on && *reviewed_on > today_)
            add(checklist_.source->reviewed_on_place, "future_review",
                fmt::format("`reviewed_on` is {}, after today ({})", iso(*reviewed_on), iso(today_)));
    }

    /// Other programs that read the practice file may take such a word for true or false.
    void judge_words() {
        const auto judge = [&](const Question& question, std::string_view name) {
            for (const Text word : question.words)
                if (yaml::parse_yes_no(word))
                    add(question.place, "boolean_word",
                        fmt::format("{} offers {}, which YAML 1.1 reads as true or false; choose another word",
                                    quote(name), quote(word)));
        };
        for (const Question& question : std::span(checklist_.group.questions).subspan(checklist_.inherited_questions)) {
            judge(question, question.key);
            for (const Question& field : question.fields) judge(field, fmt::format("{}[].{}", question.key, field.key));
        }
    }

    void judge_url(std::string_view url, Place place) {
        if (url.empty() || is_url(url)) return;
        add(place, "no_url", fmt::format("{} is no address of a page; it begins with https:// or http://", quote(url)));
    }

    void judge_links(const std::vector<Link>& links) {
        for (const Link& link : links) judge_url(link.url, link.url_place);
    }

    void judge_definitions() {
        for (const Definition& definition : checklist_.definitions)
            if (!definition.used)
                add(definition.place, "unused_definition",
                    fmt::format("no condition meets `{}`; remove it", definition.name));
    }

    void judge_caveat(const Caveat& caveat) {
        judge_links(caveat.read_more);
        judge_citations(caveat.cites, caveat.cite_places);
        if (caveat.deal_breaker && caveat.fix.empty())
            add(caveat.place, "no_fix",
                fmt::format("the caveat `{}` is a deal-breaker but does not say what to do; add `fix`", caveat.id));
    }

    /// The loader lets what names a checklist that is not here pass: it may be given in another run.
    void judge_prerequisites(const std::vector<Prerequisite>& after) {
        for (const Prerequisite& first : after) {
            const std::string_view id = first.id.substr(0, first.id.find('/'));
            if (std::ranges::find(library_.checklists, id, &Checklist::id) == library_.checklists.end())
                add(first.place, "unknown_prerequisite",
                    fmt::format("`after` names {}, but no checklist {} is known here", quote(first.id), quote(id)));
        }
    }

    void judge_note(const Note& note) {
        judge_prerequisites(note.after);
        judge_links(note.read_more);
        if (note.cites.empty() && note.read_more.empty())
            add(note.place, "no_citation",
                fmt::format("the note `{}` says nowhere where it comes from; add `cites` or `read_more`", note.id));
        judge_citations(note.cites, note.cite_places);
        const bool cited = std::ranges::any_of(note.cites, cites_regulation);
        for (const Check& check : note.checks) {
            if (rests_on_law(check.basis) && !cited)
                add(check.place, "law_without_cfr",
                    fmt::format("the check `{}` rests on {}, but its note cites no section of the CFR", check.id,
                                name_of(check.basis)));
            judge_fix(check);
            if (check.after) judge_prerequisites(*check.after);
        }
    }

    void judge_citations(const std::vector<Text>& cites, const std::vector<Place>& places) {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < cites.size(); ++i) {
            if (const auto mistake = citation_mistake(cites[i]))
                add(places[i], "citation", fmt::format("{} cannot be looked up: {}", quote(cites[i]), *mistake));
            else if (!seen.insert(cites[i]).second)
                add(places[i], "citation", fmt::format("{} is cited twice here", quote(cites[i])));
        }
    }

    /// An owner must learn which answer to change once the work is done.
    void judge_fix(const Check& check) {
        // What only a decision can settle leaves the answers as they are.
        if (check.waivable && has_word(check.fix, "decisions")) return;
        std::set<const Question*> read;
        collect_read(check.require, library_, checklist_, read);
        std::set<std::string_view> keys;
        for (const Question* question : read) {
            keys.insert(last_part(question->key));
            // In short: `encryption: implemented`.
            if (question->addressable) keys.insert(last_part(question->key.substr(0, question->key.rfind('.'))));
        }
        if (std::ranges::any_of(keys, [&](std::string_view key) { return has_word(check.fix, key); })) return;
        const std::vector<std::string_view> known(keys.begin(), keys.end());
        add(check.fix_place, "fix_names_no_key",
            fmt::format("the fix of `{}` does not say which answer to change afterwards: {}", check.id,
                        yaml::one_of(known)));
    }

    const Library& library_;
    const Checklist& checklist_;
    Date today_;
    std::vector<Suspicion>& findings_;
};

}  // namespace

void judge_texts(const Library& library, std::size_t checklist, Date today, std::vector<Suspicion>& findings) {
    TextJudge(library, library.checklists[checklist], today, findings).judge();
}

}  // namespace hipaa
