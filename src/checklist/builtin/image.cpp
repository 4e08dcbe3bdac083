// A checklist as bytes. The members of each type are taken by a structured binding, which has to name all of them, so that
// a new one cannot be forgotten here.
#include "checklist/builtin/image.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <set>
#include <sstream>
#include <type_traits>

#include <cereal/archives/binary.hpp>
#include <cereal/types/chrono.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

namespace hipaa {

/// Reads what cereal::BinaryOutputArchive wrote where it is. cereal's own reader wants a stream, and most of what it reads
/// are numbers of a few bytes.
class ImageArchive : public cereal::InputArchive<ImageArchive, cereal::AllowEmptyClassElision> {
public:
    explicit ImageArchive(std::string_view image) : InputArchive(this), rest_(image) {}

    std::string_view take(std::size_t size) {
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

private:
    std::string_view rest_;
};

/// Writes nothing, and takes down to which checklists what goes through it refers.
class ReferenceFinder : public cereal::OutputArchive<ReferenceFinder, cereal::AllowEmptyClassElision> {
public:
    ReferenceFinder() : OutputArchive(this) {}

    void look_at(const QuestionRef& ref) {
        if (ref.scope == QuestionRef::Scope::elsewhere) found_.insert(ref.checklist);
    }
    std::vector<std::uint32_t> found() const { return {found_.begin(), found_.end()}; }

private:
    std::set<std::uint32_t> found_;
};

}  // namespace hipaa

namespace cereal {

void save(BinaryOutputArchive& archive, const hipaa::Text& text) {
    archive(static_cast<std::uint32_t>(text.size()), binary_data(text.data(), text.size()));
}

}  // namespace cereal

template <>
struct cereal::traits::detail::get_output_from_input<hipaa::ImageArchive> {
    using type = cereal::BinaryOutputArchive;
};

namespace hipaa {

template <typename Value>
requires std::is_arithmetic_v<Value>
void save(ReferenceFinder&, const Value&) {}
template <typename Value>
void save(ReferenceFinder&, const cereal::BinaryData<Value>&) {}
template <typename Value>
void save(ReferenceFinder&, const cereal::SizeTag<Value>&) {}
template <typename Value>
void save(ReferenceFinder& finder, const cereal::NameValuePair<Value>& pair) {
    finder(pair.value);
}
void save(ReferenceFinder&, const Text&) {}

template <typename Number>
requires std::is_arithmetic_v<Number>
void load(ImageArchive& archive, Number& number) {
    std::memcpy(&number, archive.take(sizeof number).data(), sizeof number);
}

template <typename Value>
void load(ImageArchive& archive, cereal::BinaryData<Value>& bytes) {
    const auto size = static_cast<std::size_t>(bytes.size);
    std::memcpy(bytes.data, archive.take(size).data(), size);
}

/// A view of the image itself.
void load(ImageArchive& archive, Text& text) {
    std::uint32_t size = 0;
    archive(size);
    text = Text(archive.take(size));
}

template <typename Size>
void serialize(ImageArchive& archive, cereal::SizeTag<Size>& tag) {
    archive(tag.size);
}

template <typename Value>
void serialize(ImageArchive& archive, cereal::NameValuePair<Value>& pair) {
    archive(pair.value);
}

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
    if constexpr (std::is_same_v<Archive, ReferenceFinder>) archive.look_at(value);
    archive(scope, checklist, index);
}

template <typename Archive>
void serialize(Archive&, Today&) {}

template <typename Archive>
void serialize(Archive& archive, Condition& value) {
    auto& [kind, parts, question, op, operand, place] = value;
    archive(kind, parts, question, op, operand, place);
}

template <typename Archive>
void serialize(Archive& archive, Link& value) {
    auto& [title, url] = value;
    archive(title, url);
}

template <typename Archive>
void serialize(Archive& archive, Review& value) {
    auto& [title, author, url, reviewed_on, reviewed_on_place] = value;
    archive(title, author, url, reviewed_on, reviewed_on_place);
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
    auto& [id, full_id, when, require, otherwise, message, fix, own_fix, cases, basis, waivable, after, formerly, place,
           fix_place] = value;
    archive(id, full_id, when, require, otherwise, message, fix, own_fix, cases, basis, waivable, after, formerly,
            place, fix_place);
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
void serialize(Archive& archive, Checklist& value) {
    auto& [loaded, texts, file, replaces, id, formerly, also_known_as, name, title, when, version_text, review_by,
           disclaimer, impression, source, vital_stats, characteristics, suits, group, definitions, deadlines,
           contradictions, caveats, notes, place] = value;
    archive(loaded, file, replaces, id, formerly, also_known_as, name, title, when, version_text, review_by, disclaimer,
            impression, source, vital_stats, characteristics, suits, group, definitions, deadlines, contradictions,
            caveats, notes, place);
}

std::string to_head_image(const Checklist& checklist) {
    Checklist head;
    head.loaded = false;
    head.id = checklist.id;
    head.formerly = checklist.formerly;
    head.also_known_as = checklist.also_known_as;
    head.name = checklist.name;
    head.group.about = checklist.group.about;
    return to_image(head);
}

std::vector<std::uint32_t> referred_checklists(const Checklist& checklist) {
    ReferenceFinder finder;
    finder(checklist);
    return finder.found();
}

std::string to_image(const Checklist& checklist) {
    std::ostringstream out;
    cereal::BinaryOutputArchive archive(out);
    archive(checklist);
    return out.str();
}

Checklist from_image(std::string_view image) {
    ImageArchive archive(image);
    Checklist checklist;
    archive(checklist);
    return checklist;
}

}  // namespace hipaa
