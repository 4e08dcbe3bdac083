// Reading the notes, caveats and contradictions of a checklist.
#include "checklist/read/note_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "checklist/date.hpp"
#include "checklist/ids.hpp"
#include "checklist/keys.hpp"
#include "text/spelling.hpp"

namespace hipaa {
namespace {

using yaml::Entry;
using yaml::Fields;
using yaml::Node;
using yaml::quote;

void require_id(std::string_view id, Place place, yaml::Problems& problems) {
    if (is_id(id)) return;
    problems.add(place, "wrong_name", [&] {
        return fmt::format("{} cannot be an id: use small letters and digits in parts joined by `-`, such as paid-tier",
                           quote(id));
    });
}

/// The date question that a deadline counts from; nothing after a mistake.
std::optional<QuestionRef> find_date(Node node, const Vocabulary& vocabulary, yaml::Problems& problems) {
    const auto found = vocabulary.find(node.text(), nullptr);
    if (found && found->question->broken) return std::nullopt;
    if (found && found->question->kind == AnswerKind::date) return found->ref;
    problems.add(node.place(), found ? "wrong_operand" : "unknown_question", [&] {
        if (found)
            return fmt::format("`from` of a deadline is a date question, but the answer to `{}` is of type {}",
                               node.text(), name_of(found->question->kind));
        const std::string_view key = node.text();
        const auto dot = key.rfind('.');
        const auto list = dot == key.npos ? std::nullopt : vocabulary.find(key.substr(0, dot), nullptr);
        if (list && list->question->kind == AnswerKind::list)
            return fmt::format("{} is a key of the list `{}`, and those cannot start a deadline", quote(key),
                               key.substr(0, dot));
        const auto names = vocabulary.names(nullptr);
        const std::vector<std::string_view> known(names.begin(), names.end());
        const auto meant = closest(key, known);
        return fmt::format("{} is not a question{}", quote(node.text()),
                           meant ? fmt::format("; did you mean `{}`?", *meant) : "");
    });
    return std::nullopt;
}

/// The first addressable question of `group` that a test in the condition reads, or null.
const Question* find_addressable(const Condition& condition, const QuestionGroup& group) {
    if (condition.kind == Condition::Kind::test && condition.question.scope == QuestionRef::Scope::checklist)
        if (const Question& question = group.questions[condition.question.index]; question.addressable)
            return &question;
    for (const Condition& part : condition.parts)
        if (const Question* question = find_addressable(part, group)) return question;
    return nullptr;
}

/// What else may be done about an addressable implementation specification (45 CFR 164.306(d)(3)(ii)). Every author would
/// have to say so of each.
std::string way_out(const Question& question) {
    std::string_view key = question.key;
    key = key.substr(0, key.rfind('.'));
    return fmt::format(
        " If it does not fit your practice: write down why, see whether another measure would do, and put \"{}: {{{}: "
        "alternative, {}: yes}}\", or the same with \"{}: not_reasonable\".",
        key.substr(key.rfind('.') + 1), addressable_status, addressable_rationale, addressable_status);
}

}  // namespace

std::string read_id(Fields& fields, yaml::Problems& problems) {
    std::string id = fields.text("id");
    if (!id.empty()) require_id(id, place_of(fields, "id"), problems);
    return id;
}

std::vector<std::string> read_former_ids(Fields& fields, yaml::Problems& problems) {
    for (const Node node : fields.items("formerly"))
        if (node.is_scalar()) require_id(node.text(), node.place(), problems);
    return fields.texts("formerly");
}

Place place_of(Fields& fields, std::string_view key) {
    const auto entry = fields.find(key);
    return entry ? entry->value.place() : fields.place();
}

std::string read_day_or_unknown(Fields& fields, std::string_view key, yaml::Problems& problems) {
    std::string text = fields.text(key);
    if (text.empty() || yaml::is_same_word(text, "unknown")) return "unknown";
    if (!parse_date(text))
        problems.add(fields.find(key)->value.place(), "wrong_value", [&] {
            return fmt::format("`{}` is a date such as 2026-01-31, or unknown, not {}", key, quote(text));
        });
    return text;
}

std::optional<Date> read_day(Fields& fields, std::string_view key, yaml::Problems& problems) {
    const std::string text = fields.text(key);
    const auto date = parse_date(text);
    if (!date && !text.empty())
        problems.add(place_of(fields, key), "wrong_value",
                     [&] { return fmt::format("`{}` is a date such as 2026-01-31, not {}", key, quote(text)); });
    return date;
}

Text NoteReader::full_id(std::string_view id) { return keep(fmt::format("{}/{}", checklist_.id, id)); }

Text NoteReader::claim_id(Fields& fields, Ids& ids) {
    const Text id = keep(read_id(fields, problems_));
    if (id.empty()) return id;
    claim(id, place_of(fields, "id"), ids);
    return id;
}

void NoteReader::claim(std::string_view id, Place place, Ids& ids) {
    const auto [earlier, is_new] = ids.try_emplace(id, place);
    if (!is_new)
        problems_.add(place, "duplicate_id", [&, line = earlier->second.line] {
            return fmt::format("the id `{}` is taken already, in line {}; choose another", id, line);
        });
}

std::vector<Text> NoteReader::claim_former_ids(Fields& fields, Ids& ids) {
    for (const Node node : fields.items("formerly"))
        if (node.is_scalar()) claim(node.text(), node.place(), ids);
    return checklist_.texts->keep(read_former_ids(fields, problems_));
}

void NoteReader::read_cites(Fields& fields, std::vector<Text>& cites, std::vector<Place>& places) {
    cites = checklist_.texts->keep(fields.texts("cites"));
    for (const Node node : fields.items("cites"))
        if (node.is_scalar()) places.push_back(node.place());
}

std::optional<Condition> NoteReader::read_when(Fields& fields, std::string_view owner) {
    const auto when = fields.find("when");
    if (!when) {
        fields.refuse_null("when");
        return std::nullopt;
    }
    return read_condition(fmt::format("`when` of {}", owner), when->value, when->key_place, vocabulary_, definitions_,
                          problems_);
}

Basis NoteReader::read_basis(Fields& fields, Basis otherwise) {
    return fields.word<Basis>("basis").value_or(otherwise);
}

std::vector<Prerequisite> NoteReader::read_after(Fields& fields) {
    std::vector<Prerequisite> after;
    fields.texts("after");
    for (const Node node : fields.items("after"))
        if (node.is_scalar()) after.push_back({keep(std::string(node.text())), node.place()});
    return after;
}

std::vector<Link> NoteReader::read_links(Fields& fields) {
    std::vector<Link> links;
    for (const Node node : fields.items("read_more")) {
        Fields link("an item of `read_more`", node, node.place(), problems_, keys_of("link"));
        links.push_back({keep(link.text("title")), keep(link.text("url")), place_of(link, "url")});
        link.finish();
    }
    return links;
}

std::vector<Wording> NoteReader::read_wording(Fields& fields) {
    std::vector<Wording> wordings;
    for (const Node node : fields.items("wording")) {
        Fields wording("an item of `wording`", node, node.place(), problems_, keys_of("wording"));
        wordings.push_back({keep(wording.text("for")), keep(wording.text("text"))});
        wording.finish();
    }
    return wordings;
}

std::vector<CheckCase> NoteReader::read_cases(Fields& fields, std::string_view owner) {
    std::vector<CheckCase> cases;
    const std::string name = fmt::format("a case of {}", owner);
    for (const Node node : fields.items("cases")) {
        Fields item(name, node, node.place(), problems_, keys_of("case"));
        CheckCase found;
        found.place = node.place();
        if (auto when = read_when(item, name)) found.when = std::move(*when);
        found.message = keep(item.text("message"));
        found.fix = keep(item.text("fix"));
        item.finish();
        cases.push_back(std::move(found));
    }
    return cases;
}

std::optional<VendorStatement> NoteReader::read_vendor_statement(Fields& fields) {
    const auto entry = fields.find("vendor_says");
    if (!entry) return std::nullopt;
    Fields vendor("`vendor_says`", entry->value, entry->key_place, problems_, keys_of("vendor_says"));
    VendorStatement statement;
    statement.text = keep(vendor.text("text"));
    statement.source = keep(vendor.text("source"));
    statement.page_date = keep(read_day_or_unknown(vendor, "page_date", problems_));
    statement.status = vendor.word<VendorStatus>("status").value_or(statement.status);
    vendor.finish();
    return statement;
}

Check NoteReader::read_check(Node node, const Note& note, Ids& ids) {
    Check check;
    check.place = node.place();
    Fields fields("a check", node, node.place(), problems_, keys_of("check"));
    check.id = claim_id(fields, ids);
    check.full_id = keep(fmt::format("{}/{}", note.full_id, check.id));
    check.formerly = claim_former_ids(fields, ids);
    const std::string owner = fmt::format("the check `{}`", check.id);
    check.when = read_when(fields, owner);
    if (const auto require = fields.find("require"))
        if (auto condition = read_condition(fmt::format("`require` of {}", owner), require->value, require->key_place,
                                            vocabulary_, definitions_, problems_))
            check.require = std::move(*condition);
    check.otherwise = fields.word<Otherwise>("otherwise").value_or(check.otherwise);
    check.message = keep(fields.text("message"));
    const Question* addressable = find_addressable(check.require, checklist_.group);
    const std::string fix = fields.text("fix");
    check.fix = keep(addressable && !fix.empty() ? fix + way_out(*addressable) : fix);
    check.own_fix = keep(fix);
    check.cases = read_cases(fields, owner);
    check.fix_place = place_of(fields, "fix");
    check.basis = read_basis(fields, note.basis);
    if (fields.find("after")) check.after = read_after(fields);
    const auto waivable = fields.yes_no("waivable");
    check.addressable = addressable != nullptr;
    check.waivable = waivable.value_or(check.basis == Basis::recommendation && !addressable);
    if (addressable && check.waivable)
        problems_.add(fields.find("waivable")->value.place(), "wrong_value",
                      "what is addressable is settled by its own answer (45 CFR 164.306(d)(3)), so no decision can "
                      "accept it");
    fields.finish();
    return check;
}

void NoteReader::read_checks(Fields& fields, Note& note) {
    const auto entry = fields.find("checks");
    if (!entry) return;
    if (entry->value.is_sequence() && entry->value.size() == 0)
        problems_.add(entry->key_place, "missing_key", "a note needs at least one check");
    Ids ids;
    for (const Node node : fields.items("checks")) note.checks.push_back(read_check(node, note, ids));
}

int NoteReader::read_urgency(Fields& fields) {
    const int urgency = fields.whole_number("urgency").value_or(usual_urgency);
    if (urgency >= 1 && urgency <= 9) return urgency;
    problems_.add(fields.find("urgency")->value.place(), "wrong_value",
                  [&] { return fmt::format("`urgency` of a note is a number from 1 (first) to 9, not {}", urgency); });
    return usual_urgency;
}

void NoteReader::read_note(Node node) {
    Note note;
    note.place = node.place();
    Fields fields("a note", node, node.place(), problems_, keys_of("note"));
    note.id = claim_id(fields, ids_);
    note.full_id = full_id(note.id);
    note.formerly = claim_former_ids(fields, ids_);
    note.number = fields.whole_number("number").value_or(0);
    note.urgency = read_urgency(fields);
    note.number_place = place_of(fields, "number");
    note.title = keep(fields.text("title"));
    note.why = keep(fields.text("why"));
    note.basis = read_basis(fields, Basis::recommendation);
    note.when = read_when(fields, fmt::format("the note `{}`", note.id));
    note.after = read_after(fields);
    note.relates_to = checklist_.texts->keep(fields.texts("relates_to"));
    read_cites(fields, note.cites, note.cite_places);
    note.read_more = read_links(fields);
    note.vendor_says = read_vendor_statement(fields);
    note.wording = read_wording(fields);
    read_checks(fields, note);
    fields.finish();
    if (note.cites.empty() && fields.valid()) require_cites(note);
    checklist_.notes.push_back(std::move(note));
}

void NoteReader::require_cites(const Note& note) {
    Basis strictest = note.basis;
    for (const Check& check : note.checks) strictest = std::min(strictest, check.basis);
    if (!rests_on_law(strictest)) return;
    problems_.add(note.place, "missing_key", [&] {
        return fmt::format("the note `{}` rests on {}, so it needs `cites`, such as [\"{}\"]", note.id,
                           name_of(strictest), strictest == Basis::law ? "45 CFR 164.308(b)(1)" : "45 CFR 164.522(b)");
    });
}

void NoteReader::read_caveat(Node node) {
    Caveat caveat;
    caveat.place = node.place();
    Fields fields("a caveat", node, node.place(), problems_, keys_of("caveat"));
    caveat.id = claim_id(fields, ids_);
    caveat.full_id = full_id(caveat.id);
    caveat.title = keep(fields.text("title"));
    caveat.text = keep(fields.text("text"));
    caveat.fix = keep(fields.text("fix"));
    caveat.when = read_when(fields, fmt::format("the caveat `{}`", caveat.id));
    read_cites(fields, caveat.cites, caveat.cite_places);
    caveat.read_more = read_links(fields);
    caveat.deal_breaker = fields.yes_no("deal_breaker").value_or(false);
    fields.finish();
    checklist_.caveats.push_back(std::move(caveat));
}

void NoteReader::read_contradiction(Node node) {
    Contradiction contradiction;
    contradiction.place = node.place();
    Fields fields("a contradiction", node, node.place(), problems_, keys_of("contradiction"));
    contradiction.id = claim_id(fields, ids_);
    contradiction.full_id = full_id(contradiction.id);
    if (const auto condition = fields.find("if")) {
        yaml::Problems mistakes;
        if (auto read = read_condition(fmt::format("`if` of the contradiction `{}`", contradiction.id),
                                       condition->value, condition->key_place, vocabulary_, definitions_, mistakes))
            contradiction.condition = std::move(*read);
        // A built-in checklist cannot know what somebody's own asks that takes the place of another built-in one.
        if (!mistakes.empty() && vocabulary_.has_replacement() && is_builtin(checklist_.file)) return;
        for (const yaml::Problem& mistake : mistakes.shown())
            problems_.add(mistake.place, mistake.kind, [&] { return mistake.message; });
        problems_.add_hidden(mistakes.hidden());
    }
    contradiction.message = keep(fields.text("message"));
    read_affected_notes(fields, contradiction);
    fields.finish();
    checklist_.contradictions.push_back(std::move(contradiction));
}

std::optional<std::uint32_t> NoteReader::find_note(Node node) {
    std::vector<std::string_view> known;
    for (const Note& note : checklist_.notes) known.push_back(note.id);
    const auto found = std::ranges::find(known, node.text());
    if (node.is_scalar() && found != known.end()) return static_cast<std::uint32_t>(found - known.begin());
    problems_.add(node.place(), "unknown_id", [&] {
        if (const auto meant = closest(node.text(), known))
            return fmt::format("{} is not a note of this checklist; did you mean `{}`?", quote(node.text()), *meant);
        return fmt::format("{} is not a note of this checklist; its notes are {}", quote(node.text()),
                           yaml::one_of(known));
    });
    return std::nullopt;
}

void NoteReader::read_affected_notes(Fields& fields, Contradiction& contradiction) {
    for (const Node node : fields.items("affects"))
        if (const auto note = find_note(node)) contradiction.affects.push_back(*note);
}

void NoteReader::read_deadline(Node node) {
    Deadline deadline;
    deadline.place = node.place();
    Fields fields("a deadline", node, node.place(), problems_, keys_of("deadline"));
    deadline.id = claim_id(fields, ids_);
    deadline.full_id = full_id(deadline.id);
    deadline.when = read_when(fields, fmt::format("the deadline `{}`", deadline.id));
    if (!fields.text("from").empty())
        if (const auto found = find_date(fields.find("from")->value, vocabulary_, problems_)) deadline.from = *found;
    deadline.days = fields.whole_number("days").value_or(0);
    deadline.end_of_year = fields.yes_no("end_of_year").value_or(false);
    deadline.text = keep(fields.text("text"));
    if (!fields.text("note").empty()) deadline.note = find_note(fields.find("note")->value).value_or(0);
    fields.finish();
    checklist_.deadlines.push_back(std::move(deadline));
}

}  // namespace hipaa
