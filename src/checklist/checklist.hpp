// A checklist as it was read: data only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/condition.hpp"
#include "checklist/question.hpp"

namespace hipaa {

/// What asks for a check: the regulation, the vendor's terms, or good practice.
enum class Basis : std::uint8_t { law, vendor_condition, recommendation };
std::string_view name_of(Basis basis);

/// The result of an applicable check whose requirement is not met.
enum class Otherwise : std::uint8_t { fail, attention, unknown };

struct Link {
    std::string title;
    std::string url;
};

/// What the review of a product says of its own origin.
struct Review {
    std::string title;
    std::string author;
    std::string url;
    std::string reviewed_on;  // a date, or `unknown`
};

/// The judgements that a review states in numbers and words.
struct VitalStats {
    std::string compliance_possible;  // `yes`, `no` or `unknown`
    std::string recommended;
    std::string recommended_note;
    std::optional<int> caveats;
    std::optional<int> notes;
    Place caveats_place;  // of the two numbers
    Place notes_place;
};

/// What the vendor's own pages say about the point of a note, where that was looked up.
struct VendorStatement {
    std::string text;
    std::string source;
    std::string page_date;  // a date, or `unknown`
    std::string status;     // `differs`, `agrees` or `unconfirmed`
};

/// Ready-made text that the owner may paste.
struct Wording {
    std::string purpose;  // `for`
    std::string text;
};

struct Check {
    std::string id;
    std::string full_id;  // `spruce/paid-tier/paid`; of a generic checklist without its product
    std::optional<Condition> when;
    Condition require;
    Otherwise otherwise = Otherwise::fail;
    std::string message;
    std::string fix;
    Basis basis = Basis::recommendation;
    bool waivable = false;
    std::vector<std::string> formerly;  // ids that it had in earlier versions, relative like `id`
    Place place;
    Place fix_place;
};

/// Of a note that does not say how urgent it is.
inline constexpr int usual_urgency = 5;

struct Note {
    std::string id;
    std::string full_id;
    int number = 0;
    int urgency = usual_urgency;  // 1 (first) to 9, for the order of what needs action
    std::string title;
    std::string why;
    Basis basis = Basis::recommendation;
    std::optional<Condition> when;
    std::vector<std::string> relates_to;
    std::vector<std::string> cites;
    std::vector<Link> read_more;
    std::optional<VendorStatement> vendor_says;
    std::vector<Wording> wording;
    std::vector<Check> checks;
    std::vector<std::string> formerly;  // ids that it had in earlier versions, relative like `id`
    Place place;
    Place number_place;
    Place title_place;
    std::vector<Place> cite_places;  // by index of `cites`
};

/// A criticism of the product itself. Shown, never counted, unless it is a deal-breaker.
struct Caveat {
    std::string id;
    std::string full_id;
    std::string title;
    std::string text;
    std::optional<Condition> when;
    std::vector<std::string> cites;
    std::vector<Link> read_more;
    bool deal_breaker = false;
    Place place;
    std::vector<Place> cite_places;  // by index of `cites`
};

/// Answers that cannot all be true.
struct Contradiction {
    std::string id;
    std::string full_id;
    Condition condition;  // `if`
    std::string message;
    std::vector<std::size_t> affects;  // indexes into `Checklist::notes`
    Place place;
};

/// The `about` of a checklist for every product entry that has none of its own.
inline constexpr std::string_view any_product_about = "products.*";

struct Checklist {
    std::string file;      // where it was read: a path, or `built-in`
    std::string replaces;  // where the checklist of the same id came from that this one replaced; empty if none
    std::string id;
    std::vector<std::string> formerly;  // ids that it had in earlier versions
    std::string title;
    std::optional<Condition> when;
    std::string version;
    std::string disclaimer;
    std::string impression;
    std::optional<Review> source;
    std::optional<VitalStats> vital_stats;
    std::vector<std::string> characteristics;
    std::vector<std::string> suits;
    QuestionGroup group;  // its questions, and `about`
    std::vector<Contradiction> contradictions;
    std::vector<Caveat> caveats;
    std::vector<Note> notes;

    bool generic() const { return group.about == any_product_about; }
};

/// A checklist that is known but that nothing in a run calls for.
struct ChecklistNotLoaded {
    std::string id;
    std::string about;
};

/// All checklists that are known in a run, each id once.
struct Library {
    std::vector<Checklist> checklists;
    std::vector<ChecklistNotLoaded> not_loaded;
};

}  // namespace hipaa
