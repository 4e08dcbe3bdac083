// What an image of a checklist holds. The members of each type are taken by a structured binding, which has to name all of
// them, so that a new one cannot be forgotten here.
#pragma once

#include "checklist/checklist.hpp"

namespace hipaa {

template <typename Archive>
void serialize(Archive& archive, Place& value) {
    auto& [line, column] = value;
    archive(line, column);
}

template <typename Archive>
void serialize(Archive& archive, Word& value) {
    auto& [index] = value;
    archive(index);
}

template <typename Archive>
void serialize(Archive& archive, Record& value) {
    auto& [place, answers] = value;
    archive(place, answers);
}

template <typename Archive>
void serialize(Archive& archive, Answer& value) {
    auto& [state, answer, place, written] = value;
    archive(state, answer, place, written);
}

template <typename Archive>
void serialize(Archive& archive, FormerWord& value) {
    auto& [old, now] = value;
    archive(old, now);
}

template <typename Archive>
void serialize(Archive& archive, Question& value) {
    auto& [key, ask, where, name, kind, words, choices, default_value, fields, formerly, former_words, addressable,
           record, broken, place] = value;
    archive(key, ask, where, name, kind, words, choices, default_value, fields, formerly, former_words, addressable,
            record, broken, place);
}

template <typename Archive>
void serialize(Archive& archive, QuestionGroup& value) {
    auto& [about, questions] = value;
    archive(about, questions);
}

template <typename Archive>
void serialize(Archive& archive, QuestionRef& value) {
    auto& [scope, checklist, index] = value;
    if constexpr (requires { archive.look_at(value); }) archive.look_at(value);
    archive(scope, checklist, index);
}

template <typename Archive>
void serialize(Archive&, Today&) {}

template <typename Archive>
void serialize(Archive& archive, OtherChoices& value) {
    auto& [question, words] = value;
    archive(question, words);
}

template <typename Archive>
void serialize(Archive& archive, Bounds& value) {
    auto& [at_least, at_most] = value;
    archive(at_least, at_most);
}

template <typename Archive>
void serialize(Archive& archive, Condition& value) {
    auto& [kind, parts, question, op, operand, place] = value;
    archive(kind, parts, question, op, operand, place);
}

template <typename Archive>
void serialize(Archive& archive, Link& value) {
    auto& [title, url, url_place] = value;
    archive(title, url, url_place);
}

template <typename Archive>
void serialize(Archive& archive, Review& value) {
    auto& [title, author, url, reviewed_on, url_place, reviewed_on_place] = value;
    archive(title, author, url, reviewed_on, url_place, reviewed_on_place);
}

template <typename Archive>
void serialize(Archive& archive, VitalStats& value) {
    auto& [possible, recommended, recommended_note, caveats, notes, caveats_place, notes_place] = value;
    archive(possible, recommended, recommended_note, caveats, notes, caveats_place, notes_place);
}

template <typename Archive>
void serialize(Archive& archive, VendorStatement& value) {
    auto& [text, source, page_date, status] = value;
    archive(text, source, page_date, status);
}

template <typename Archive>
void serialize(Archive& archive, Wording& value) {
    auto& [purpose, text] = value;
    archive(purpose, text);
}

template <typename Archive>
void serialize(Archive& archive, Prerequisite& value) {
    auto& [id, place] = value;
    archive(id, place);
}

template <typename Archive>
void serialize(Archive& archive, CheckCase& value) {
    auto& [when, message, fix, place] = value;
    archive(when, message, fix, place);
}

template <typename Archive>
void serialize(Archive& archive, Check& value) {
    auto& [id, full_id, when, require, otherwise, message, fix, own_fix, cases, basis, waivable, addressable, after,
           formerly, place, fix_place] = value;
    archive(id, full_id, when, require, otherwise, message, fix, own_fix, cases, basis, waivable, addressable, after,
            formerly, place, fix_place);
}

template <typename Archive>
void serialize(Archive& archive, Note& value) {
    auto& [id, full_id, number, urgency, title, why, basis, when, after, relates_to, cites, read_more, vendor_says,
           wording, checks, formerly, place, number_place, cite_places] = value;
    archive(id, full_id, number, urgency, title, why, basis, when, after, relates_to, cites, read_more, vendor_says,
            wording, checks, formerly, place, number_place, cite_places);
}

template <typename Archive>
void serialize(Archive& archive, Caveat& value) {
    auto& [id, full_id, title, text, fix, when, cites, read_more, deal_breaker, place, cite_places] = value;
    archive(id, full_id, title, text, fix, when, cites, read_more, deal_breaker, place, cite_places);
}

template <typename Archive>
void serialize(Archive& archive, Contradiction& value) {
    auto& [id, full_id, condition, message, affects, place] = value;
    archive(id, full_id, condition, message, affects, place);
}

template <typename Archive>
void serialize(Archive& archive, Definition& value) {
    auto& [name, condition, used, place] = value;
    archive(name, condition, used, place);
}

template <typename Archive>
void serialize(Archive& archive, Deadline& value) {
    auto& [id, full_id, when, from, days, end_of_year, text, note, place] = value;
    archive(id, full_id, when, from, days, end_of_year, text, note, place);
}

template <typename Archive>
void serialize(Archive& archive, NoteOff& value) {
    auto& [full_id, title, because, ids] = value;
    archive(full_id, title, because, ids);
}

template <typename Archive>
void serialize(Archive& archive, Checklist& value) {
    auto& [loaded, texts, file, digest, replaces, id, extends, extended_file, extended_digest, extended_replaces, off,
           inherited_questions, inherited_notes, formerly, also_known_as, name, title, when, version_text, review_by,
           disclaimer, impression, source, vital_stats, characteristics, suits, group, definitions, deadlines,
           contradictions, caveats, notes, former_names, place] = value;
    archive(loaded, file, digest, replaces, id, extends, off, inherited_questions, inherited_notes, formerly,
            also_known_as, name, title, when, version_text, review_by, disclaimer, impression, source, vital_stats,
            characteristics, suits, group, definitions, deadlines, contradictions, caveats, notes, place);
}

}  // namespace hipaa
