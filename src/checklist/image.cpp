// A checklist as bytes. The members of each type are taken by a structured binding, which has to name all of them, so that
// a new one cannot be forgotten here.
#include "checklist/image.hpp"

#include <algorithm>
#include <istream>
#include <sstream>
#include <streambuf>

#include <cereal/archives/binary.hpp>
#include <cereal/types/chrono.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

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
void serialize(Archive& archive, Question& value) {
    auto& [key, ask, where, name, kind, words, choices, preset, fields, addressable, record, broken, place] = value;
    archive(key, ask, where, name, kind, words, choices, preset, fields, addressable, record, broken, place);
}

template <typename Archive>
void serialize(Archive& archive, QuestionGroup& value) {
    auto& [about, questions] = value;
    archive(about, questions);
}

template <typename Archive>
void serialize(Archive& archive, QuestionRef& value) {
    auto& [scope, checklist, index] = value;
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
    auto& [title, author, url, reviewed_on] = value;
    archive(title, author, url, reviewed_on);
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
void serialize(Archive& archive, Check& value) {
    auto& [id, full_id, when, require, otherwise, message, fix, basis, waivable, formerly, place, fix_place] = value;
    archive(id, full_id, when, require, otherwise, message, fix, basis, waivable, formerly, place, fix_place);
}

template <typename Archive>
void serialize(Archive& archive, Note& value) {
    auto& [id, full_id, number, urgency, title, why, basis, when, relates_to, cites, read_more, vendor_says, wording,
           checks, formerly, place, number_place, title_place, cite_places] = value;
    archive(id, full_id, number, urgency, title, why, basis, when, relates_to, cites, read_more, vendor_says, wording,
            checks, formerly, place, number_place, title_place, cite_places);
}

template <typename Archive>
void serialize(Archive& archive, Caveat& value) {
    auto& [id, full_id, title, text, when, cites, read_more, deal_breaker, place, cite_places] = value;
    archive(id, full_id, title, text, when, cites, read_more, deal_breaker, place, cite_places);
}

template <typename Archive>
void serialize(Archive& archive, Contradiction& value) {
    auto& [id, full_id, condition, message, affects, place] = value;
    archive(id, full_id, condition, message, affects, place);
}

template <typename Archive>
void serialize(Archive& archive, Checklist& value) {
    auto& [file, replaces, id, formerly, title, when, version, disclaimer, impression, source, vital_stats,
           characteristics, suits, group, contradictions, caveats, notes] = value;
    archive(file, replaces, id, formerly, title, when, version, disclaimer, impression, source, vital_stats,
            characteristics, suits, group, contradictions, caveats, notes);
}

namespace {

/// Reads bytes where they are.
class BytesInPlace : public std::streambuf {
public:
    explicit BytesInPlace(std::string_view bytes) {
        char* begin = const_cast<char*>(bytes.data());  // a get area is never written to
        setg(begin, begin, begin + bytes.size());
    }

protected:
    std::streamsize xsgetn(char* to, std::streamsize wanted) override {
        const std::streamsize count = std::min(wanted, egptr() - gptr());
        std::copy_n(gptr(), count, to);
        setg(eback(), gptr() + count, egptr());
        return count;
    }
};

}  // namespace

std::string to_image(const Checklist& checklist) {
    std::ostringstream out;
    cereal::BinaryOutputArchive archive(out);
    archive(checklist);
    return out.str();
}

Checklist from_image(std::string_view image) {
    BytesInPlace bytes(image);
    std::istream in(&bytes);
    cereal::BinaryInputArchive archive(in);
    Checklist checklist;
    archive(checklist);
    return checklist;
}

}  // namespace hipaa
