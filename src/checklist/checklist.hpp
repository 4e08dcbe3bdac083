// A checklist as it was read: data only. Its texts are views of `Checklist::texts`, or of the program.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "checklist/condition.hpp"
#include "checklist/question.hpp"
#include "checklist/texts.hpp"
#include "text/enums.hpp"

namespace hipaa {

/// What asks for a check, the strictest first: the text of the regulation, HHS where it says how to read that text, the
/// vendor's terms, or good practice.
enum class Basis : std::uint8_t { law, guidance, vendor_condition, recommendation };

/// True for what binds only those whom HIPAA binds.
constexpr bool rests_on_law(Basis basis) { return basis == Basis::law || basis == Basis::guidance; }

/// The result of an applicable check whose requirement is not met.
enum class Otherwise : std::uint8_t { fail, attention, unknown };

/// True for what is more than a recommendation.
constexpr bool is_duty(Basis basis) { return basis != Basis::recommendation; }

struct Link {
    Text title;
    Text url;
    Place url_place;
};

/// What the review of a product says of its own origin.
struct Review {
    Text title;
    Text author;
    Text url;
    Text reviewed_on;  // a date, or `unknown`
    Place url_place;
    Place reviewed_on_place;
};

/// The judgements that a review states in numbers and words.
struct VitalStats {
    Text compliance_possible;  // `yes`, `no` or `unknown`
    Text recommended;
    Text recommended_note;
    std::optional<int> caveats;
    std::optional<int> notes;
    Place caveats_place;  // of the two numbers
    Place notes_place;
};

enum class VendorStatus : std::uint8_t { differs, agrees, unconfirmed };

/// What the vendor's own pages say about the point of a note, where that was looked up.
struct VendorStatement {
    Text text;
    Text source;
    Text page_date;                                   // a date, or `unknown`
    VendorStatus status = VendorStatus::unconfirmed;  // beside what the review says
};

/// Ready-made text that the owner may paste.
struct Wording {
    Text purpose;  // `for`
    Text text;
};

/// A note or check that has to be done before another one.
struct Prerequisite {
    Text id;  // full
    Place place;
};

/// What is wrong, and what to do, where the answers tell one of several ways in which a check is not met.
struct CheckCase {
    Condition when;
    Text message;
    Text fix;  // may be empty: that of the check
    Place place;
};

struct Check {
    Text id;
    Text full_id;  // `spruce/paid-tier/paid`; of a generic checklist without its product
    std::optional<Condition> when;
    Condition require;
    Otherwise otherwise = Otherwise::fail;
    Text message;
    Text fix;                      // of what is addressable with `way_out_of_addressable` at its end
    Text own_fix;                  // `fix` without that
    std::vector<CheckCase> cases;  // the first whose `when` is true counts, in place of `message` and `fix`
    Basis basis = Basis::recommendation;
    bool waivable = false;
    bool addressable = false;  // `require` reads an addressable question, whose own answer settles it
    std::optional<std::vector<Prerequisite>> after;  // in place of its note's
    std::vector<Text> formerly;                      // ids that it had in earlier versions, relative like `id`
    Place place;
    Place fix_place;
};

/// Of a note that does not say how urgent it is.
inline constexpr int usual_urgency = 5;

struct Note {
    Text id;
    Text full_id;
    int number = 0;
    int urgency = usual_urgency;  // 1 (first) to 9, for the order of what needs action
    Text title;
    Text why;
    Basis basis = Basis::recommendation;
    std::optional<Condition> when;
    std::vector<Prerequisite> after;
    std::vector<Text> relates_to;
    std::vector<Text> cites;
    std::vector<Link> read_more;
    std::optional<VendorStatement> vendor_says;
    std::vector<Wording> wording;
    std::vector<Check> checks;
    std::vector<Text> formerly;  // ids that it had in earlier versions, relative like `id`
    Place place;
    Place number_place;
    std::vector<Place> cite_places;  // by index of `cites`
};

/// What has to be done before a check of `note`.
inline const std::vector<Prerequisite>& prerequisites_of(const Note& note, const Check& check) {
    return check.after ? *check.after : note.after;
}

/// A criticism of the product itself. Shown, never counted, unless it is a deal-breaker.
struct Caveat {
    Text id;
    Text full_id;
    Text title;
    Text text;
    Text fix;  // what to do about a deal-breaker; may be empty
    std::optional<Condition> when;
    std::vector<Text> cites;
    std::vector<Link> read_more;
    bool deal_breaker = false;
    Place place;
    std::vector<Place> cite_places;  // by index of `cites`
};

/// Answers that cannot all be true.
struct Contradiction {
    Text id;
    Text full_id;
    Condition condition;  // `if`
    Text message;
    std::vector<std::uint32_t> affects;  // indexes into `Checklist::notes`
    Place place;
};

/// A condition with a name, which others are made of.
struct Definition {
    Text name;
    Condition condition;
    bool used = false;
    Place place;
};

/// What falls due a number of days after an answer.
struct Deadline {
    Text id;
    Text full_id;
    std::optional<Condition> when;
    QuestionRef from;  // a date
    int days = 0;
    bool end_of_year = false;  // the days count from 31 December of that year
    Text text;                 // what to do
    std::uint32_t note = 0;    // index into `Checklist::notes`
    Place place;
};

/// A note of the checklist that another one extends, which this one leaves out.
struct NoteOff {
    Text full_id;  // with the id of the checklist that has it
    Text title;
    Text because;
    std::vector<Text> ids;  // of it and its checks, those of earlier versions too, without the checklist's
};

/// The `about` of a checklist for every product entry that has none of its own.
inline constexpr std::string_view any_product_about = "products.*";

/// What the name of a file begins with that is part of the program.
inline constexpr std::string_view builtin_prefix = "built-in ";
inline bool is_builtin(std::string_view file) { return file.starts_with(builtin_prefix); }

struct Checklist {
    bool loaded = true;            // false: nothing in a run calls for it, and only its names and `about` are here
    std::shared_ptr<Texts> texts;  // null of a built-in one, whose texts are part of the program; shared by copies
    Text file;                     // where it was read: a path, or `built-in NAME`
    Text digest;                   // the SHA-256 of that file, in hexadecimal; empty if nobody asked for it
    Text replaces;                 // where the checklist of the same id came from that this one replaced; empty if none
    Text id;
    Text extends;                           // the checklist that it tailors, and whose place it takes; empty if none
    Text extended_file;                     // where that one was read, as `file`
    Text extended_digest;                   // as `digest`, of that file
    Text extended_replaces;                 // as `replaces` of that one
    std::vector<NoteOff> off;               // notes of that one that it leaves out
    std::uint32_t inherited_questions = 0;  // how many of the first of `group` are those of that one
    std::uint32_t inherited_notes = 0;
    std::vector<Text> formerly;       // ids that it had in earlier versions
    std::vector<Text> also_known_as;  // other names of its product
    Text name;                        // of the product or subject as people write it; may be empty
    Text title;
    std::optional<Condition> when;
    Text version;
    std::optional<Date> review_by;  // from this day on the checklist itself is due for review
    Text disclaimer;
    Text impression;
    std::optional<Review> source;
    std::optional<VitalStats> vital_stats;
    std::vector<Text> characteristics;
    std::vector<Text> suits;
    QuestionGroup group;                  // its questions, and `about`
    std::vector<Definition> definitions;  // `define`
    std::vector<Deadline> deadlines;
    std::vector<Contradiction> contradictions;
    std::vector<Caveat> caveats;
    std::vector<Note> notes;
    std::vector<FormerNameUse> former_names;  // that it uses for others; not in an image
    Place place;                              // of its id

    bool generic() const { return group.about == any_product_about; }
};

/// All checklists that are known in a run, each id once. Conditions refer to a checklist by its index, so each has its
/// place here, loaded or not.
struct Library {
    std::vector<Checklist> checklists;

    bool complete() const { return std::ranges::all_of(checklists, &Checklist::loaded); }
};

}  // namespace hipaa
