// Every key of a checklist file.
#include "checklist/keys.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "checklist/checklist.hpp"

namespace hipaa {
namespace {

/// What stands under a key, by the name of its definition in the schema.
const std::map<std::string_view, std::string_view> kinds_of_values{
    {"format", "the number 1"},
    {"id", "an id"},
    {"text", "a text"},
    {"day", "a date"},
    {"day_or_unknown", "a date, or unknown"},
    {"condition", "a condition (a map)"},
    {"source", "a map"},
    {"vital_stats", "a map"},
    {"vendor_says", "a map"},
    {"questions", "a map of questions"},
    {"definitions", "a map of conditions"},
    {"stricter", "a map of checks and bases"},
    {"judgement", "yes, no or unknown"},
    {"yes_no", "yes or no"},
    {"whole_number", "a whole number"},
    {"answer_type", "a type of answer"},
    {"any_value", "an answer"},
    {"former_names", "a list of keys, and of maps for words"},
    {"word", "a number, or a question"},
    // In the tests of checklists:
    {"practice", "a map, or a path"},
    {"settings", "a map of keys and answers"},
    {"results", "a map of ids and results"},
    {"result", "a result"},
    {"days_due", "a map of ids and dates"},
};

}  // namespace

const std::vector<MapRow>& checklist_maps() {
    using enum yaml::Need;
    static const std::vector<MapRow> rows{
        {"checklist",
         "A checklist of hipaa-check",
         {{"checklist", required, "format", "The version of the format: 1"},
          {"id", required, "id", "Its name in ids: spruce in spruce/paid-tier"},
          {"formerly", optional, "[id]", "Ids that it had in earlier versions; they keep working"},
          {"also_known_as", optional, "[text]",
           "Other names of the product, which an owner may write as its key; the mistake names the right one, or each "
           "if another product has the name, too. Of a subject what she may call it when she is asked what she uses"},
          {"name", optional, "text", "The product or subject as people write it: Spruce"},
          {"title", required, "text", "What a report calls it"},
          {"about", required, "text",
           "Where its answers live in a practice file: products.NAME, products.* or a key of its own"},
          {"when", optional, "condition", "If this is false, no note of the checklist applies"},
          {"version", optional, "text", "The day or number of this version"},
          {"review_by", optional, "day",
           "From this day on reports say that the checklist itself is due for another look"},
          {"source", optional, "source", "The review that it follows"},
          {"disclaimer", optional, "text", "What a report adds about this checklist"},
          {"vital_stats", optional, "vital_stats", "The review's own judgements"},
          {"characteristics", optional, "[text]", "What the review says of the product"},
          {"suits", optional, "[text]", "For whom the product is a workable choice"},
          {"impression", optional, "text", "The review's verdict in short"},
          {"questions", required, "questions", "Every key that a practice file may have under `about`"},
          {"define", optional, "definitions", "Conditions with a name, used in others as meets: NAME"},
          {"deadlines", optional, "[deadline]", "What falls due some days after an answer"},
          {"contradictions", optional, "[contradiction]", "Answers that cannot all be true"},
          {"caveats", optional, "[caveat]", "Criticisms of the product itself"},
          {"notes", required, "[note]+", "The practice's part"}}},
        {"source",
         "The review that a checklist follows",
         {{"title", optional, "text", "What the review is called"},
          {"author", optional, "text", "Who wrote it"},
          {"url", optional, "text", "Its address"},
          {"reviewed_on", optional, "day_or_unknown", "The day of the review, or unknown: then reports say so"}}},
        {"vital_stats",
         "The review's own judgements",
         {{"compliance_possible", optional, "judgement", "Does the review think that compliance is possible?"},
          {"recommended", optional, "judgement", "Does the review recommend the product?"},
          {"recommended_note", optional, "text", "What it adds to that"},
          {"caveats", optional, "whole_number", "How many caveats the review counts"},
          {"notes", optional, "whole_number", "How many notes the review counts"}}},
        {"question",
         "A question to the practice",
         {{"ask", required, "text", "The question as a person is asked it"},
          {"where", optional, "text", "Where to look the answer up, and what each answer means"},
          {"name", optional, "text", "How sentences call what is asked for: the first day of the agreement"},
          {"answer", required, "answer_type", "The type of the answer"},
          {"also", optional, "[word]+", "Words that are an answer too: not_yet beside a date"},
          {"formerly", optional, "former_names",
           "Keys that it had in earlier versions, which keep working; {new: [old]} for its words"},
          {"default", optional, "any_value", "What counts where the key is absent; reports say that it was assumed"},
          {"record", optional, "yes_no", "yes: asked for the record only, so no check has to read it"}}},
        {"note",
         "A note: one part of what a practice has to do",
         {{"id", required, "id", "Its name in ids: paid-tier in spruce/paid-tier"},
          {"formerly", optional, "[id]", "Ids that it had in earlier versions; they keep working"},
          {"number", required, "whole_number", "The review's own number"},
          {"urgency", optional, "whole_number",
           "From 1 (first) to 9, for the order of what needs action; 5 if it does not say"},
          {"title", required, "text", "What to do, as an instruction"},
          {"why", required, "text", "Why, in words that an owner understands"},
          {"basis", required, "basis", "What asks for it"},
          {"when", optional, "condition", "If this is false, the note does not apply"},
          {"after", optional, "[text]",
           "Ids of the notes and checks that have to be done first: paid-tier, or spruce/paid-tier of another "
           "checklist"},
          {"relates_to", optional, "[text]",
           "Ids of related notes: paid-tier, or spruce/paid-tier of another checklist"},
          {"cites", optional, "[text]", "Sources in the law; required where it rests on law or guidance"},
          {"read_more", optional, "[link]", "Pages to read"},
          {"vendor_says", optional, "vendor_says", "What the vendor's own pages say"},
          {"wording", optional, "[wording]", "Ready-made text to paste"},
          {"checks", required, "[check]+", "What has to be true"}}},
        {"check",
         "One thing that has to be true",
         {{"id", required, "id", "Its name in ids: paid in spruce/paid-tier/paid"},
          {"formerly", optional, "[id]", "Ids that it had in earlier versions; they keep working"},
          {"when", optional, "condition", "If this is false, the check does not apply"},
          {"require", required, "condition", "The check is met when this is true"},
          {"otherwise", optional, "otherwise", "The result if it is not met; fail if absent"},
          {"message", required, "text", "What is wrong, in words of the owner"},
          {"fix", required, "text", "What to do, where, and which key to change then"},
          {"cases", optional, "[case]", "Ways in which it is not met; the first that is true says what is wrong"},
          {"basis", optional, "basis", "What asks for it; that of the note if absent"},
          {"after", optional, "[text]", "What has to be done first, in place of what the note says; [] for nothing"},
          {"waivable", optional, "yes_no", "May a documented decision accept it? If absent: only a recommendation"}}},
        {"case",
         "One of several ways in which a check is not met",
         {{"when", required, "condition", "It is this case when this is true"},
          {"message", required, "text", "What is wrong then"},
          {"fix", optional, "text", "What to do then; that of the check if absent"}}},
        {"caveat",
         "A criticism of the product itself",
         {{"id", required, "id", "Its name in ids"},
          {"title", required, "text", "The criticism in short"},
          {"text", required, "text", "The criticism"},
          {"fix", optional, "text", "What to do about it; a deal-breaker should have one"},
          {"when", optional, "condition", "If this is false, it is not shown"},
          {"cites", optional, "[text]", "Sources in the law"},
          {"read_more", optional, "[link]", "Pages to read"},
          {"deal_breaker", optional, "yes_no", "yes: while it applies, the checklist's result is fail"}}},
        {"contradiction",
         "Answers that cannot all be true",
         {{"id", required, "id", "Its name in ids"},
          {"if", required, "condition", "The contradiction"},
          {"message", required, "text", "What cannot be, and which keys to correct"},
          {"affects", required, "[text]", "Ids of the notes that are undecided while it is true"}}},
        {"deadline",
         "What falls due some days after an answer",
         {{"id", required, "id", "Its name in ids"},
          {"when", optional, "condition", "If this is false, nothing falls due"},
          {"from", required, "text", "The question whose answer is the day to count from"},
          {"days", required, "whole_number", "How many days later it falls due"},
          {"end_of_year", optional, "yes_no", "yes: the days count from 31 December of that year"},
          {"text", required, "text", "What to do by then"},
          {"note", required, "text", "Id of the note that it belongs to"}}},
        {"count",
         "How many items of a list are to meet a condition",
         {{"where", required, "condition", "The condition; its keys are those of an item, then the checklist's"},
          {"at_least", optional, "word", "So many items, or more: a number or a number question"},
          {"at_most", optional, "word", "So many items, or fewer: a number or a number question"}}},
        {"link",
         "A page to read",
         {{"title", required, "text", "What it is called"}, {"url", optional, "text", "Its address"}}},
        {"wording",
         "Ready-made text to paste",
         {{"for", required, "text", "Where to use it"}, {"text", required, "text", "The text"}}},
        {"vendor_says",
         "What the vendor's own pages say",
         {{"text", required, "text", "What they say, in own words"},
          {"source", optional, "text", "Where that stands"},
          {"page_date", optional, "day_or_unknown", "The date of the page, or unknown"},
          {"status", required, "vendor_status", "Does it differ from the review?"}}},
        {"extension",
         "A checklist that tailors another",
         {{"checklist", required, "format", "The version of the format: 1"},
          {"id", required, "id", "Its own name in ids: our-spruce in our-spruce/paid-tier"},
          {"extends", required, "id", "The checklist that it tailors, and whose place it takes"},
          {"title", optional, "text", "What a report calls it; as that one if absent"},
          {"version", optional, "text", "The day or number of this version"},
          {"review_by", optional, "day",
           "From this day on reports say that the checklist itself is due for another look"},
          {"off", optional, "[off]", "Notes that do not count; never what rests on more than a recommendation"},
          {"basis", optional, "stricter", "Checks that somebody asks for in earnest: NOTE/CHECK and a stricter basis"},
          {"questions", optional, "questions", "More keys that a practice file may have"},
          {"notes", optional, "[note]+", "More notes"}}},
        {"off",
         "A note that a tailored checklist leaves out",
         {{"note", required, "text", "Its id in the checklist that is tailored"},
          {"because", required, "text", "Why; reports say so"}}},
    };
    return rows;
}

std::span<const yaml::KeyRow> keys_of(std::string_view map) {
    return std::ranges::find(checklist_maps(), map, &MapRow::name)->keys;
}

std::string describe_value(const yaml::KeyRow& key) {
    const std::string_view holds = key.holds;
    if (holds == "basis") return yaml::one_of(names_of<Basis>);
    if (holds == "otherwise") return yaml::one_of(names_of<Otherwise>);
    if (holds == "vendor_status") return yaml::one_of(names_of<VendorStatus>);
    if (!holds.starts_with('[')) return std::string(kinds_of_values.at(holds));
    const std::string_view item = holds.substr(1, holds.find(']') - 1);
    const bool is_scalar = item == "id" || item == "text" || item == "word";
    return fmt::format("a list of {}s{}", is_scalar ? item : "map", holds.ends_with('+') ? ", at least one" : "");
}

}  // namespace hipaa
