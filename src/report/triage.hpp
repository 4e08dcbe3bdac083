// What stands where in a report for people: the notes by section, and what to do first.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page/standing.hpp"
#include "report/run.hpp"

namespace hipaa {

/// By which a page refers to its list of answers that contradict each other.
inline constexpr std::string_view contradictions_key = "contradictions";

struct NoteEntry {
    const ChecklistResult* checklist;
    const NoteResult* result;
};

/// One thing to do.
struct Todo {
    std::string label;    // what asks for it: "legal duty", "recommendation", ...
    std::string note;     // "note 1"; empty if it is about no single note
    std::string key;      // the id of that note, or of what else says more on the page; may be empty
    std::string problem;  // what is wrong, in a sentence
    std::string act;      // what to do about it first, in a sentence that begins with a verb
    std::string hint;     // what else to know before one begins; may be empty
    Result result = Result::fail;
    Basis basis = Basis::recommendation;
    int urgency = usual_urgency;    // of its note
    const Note* about = nullptr;    // null if it is about no single note
    const Check* check = nullptr;   // of that note
    const Sheet* origin = nullptr;  // of that note
    bool breaks_deal = false;       // it is a caveat for which the product is not to be used
    std::string id = {};            // of that check, or of the caveat or contradiction
    std::string brief_act = {};     // `act` in a few words; empty if that is short enough
};

struct Triage {
    std::vector<Todo> todos;  // the most pressing one first
    EnumMap<Standing, std::vector<NoteEntry>> notes;
    std::size_t questions = 0;  // that have no answer and decide something, each once
    std::size_t decisions = 0;  // checks that rest on a documented decision
};

/// Of one assessment that checked something.
Triage triage(const Assessment& assessment);

Standing standing_of(const NoteResult& note);
/// `triage` is that of its assessment, if something was checked.
Standing standing_of(const PracticeReport& report, const Triage& triage);

/// The answers that are missing among those that decide something. Whether reasons are in writing is not asked before
/// it is known whether something needs a reason.
std::vector<Evidence> missing_in(const std::vector<Evidence>& evidence);

/// The same for all that is undecided, each once, in the order of the checklists' questions.
std::vector<Evidence> missing_answers(const Assessment& assessment);

/// The answers by which a note does not apply: those that rule out each of its checks, or else all that rule out any.
std::vector<Evidence> ruled_out_by(const NoteResult& note);

/// True for what has words of its own to show: what fails or calls for a look, and what is undecided although all of
/// its answers are there.
bool is_spelled_out(const CheckResult& check);

/// `spruce/paid-tier`, of a generic checklist with its product.
std::string note_id(const NoteEntry& note);

/// "note 1", and with several checklists "Spruce, note 1".
std::string note_name(const NoteEntry& note, const Assessment& assessment);

bool is_about_product(const ChecklistResult& checklist);

/// The product or subject that the checklist is about, as people write it: what the practice file or the checklist calls
/// it, else made of its key: "Google Workspace".
std::string product_name(const ChecklistResult& checklist);

/// The label of what a check rests on, with the warning that HIPAA may not bind where that is so.
std::string basis_label(Basis basis, const Assessment& assessment);

/// The first `count` sentences of a text.
std::string_view first_sentences(std::string_view text, std::size_t count = 1);

}  // namespace hipaa
