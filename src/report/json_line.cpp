// Writing JSON without white space.
#include "report/json_line.hpp"

#include <charconv>
#include <iterator>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "report/json_text.hpp"

namespace hipaa {
namespace {

/// What RapidJSON makes of a value.
template <typename Write>
std::string written(Write&& write) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    write(json);
    return {buffer.GetString(), buffer.GetSize()};
}

constexpr std::size_t most_digits = 10;  // of a number or date in a gap

char* put(std::uint32_t number, char* to) {
    if (number >= 10) return std::to_chars(to, to + most_digits, number).ptr;
    *to = static_cast<char>('0' + number);
    return to + 1;
}

char* put(const Scalar& value, char* to) {
    if (const auto* date = std::get_if<Date>(&value)) return to + iso(*date).copy(to, most_digits);
    return put(static_cast<std::uint32_t>(std::get<double>(value)), to);
}

/// Fills the gaps of a text, one after another.
class Filler {
public:
    Filler(std::string_view text, const std::vector<std::size_t>& gaps, char* to)
        : text_(text), gap_(gaps.begin()), to_(to) {}

    template <typename Value>
    void fill(const Value& value) {
        to_ = put(value, put_text(*gap_++));
    }
    /// The end of what was filled.
    char* end() { return put_text(text_.size()); }

private:
    char* put_text(std::size_t end) {
        const std::string_view piece = text_.substr(begin_, end - begin_);
        begin_ = end;
        return to_ + piece.copy(to_, piece.size());
    }

    std::string_view text_;
    std::vector<std::size_t>::const_iterator gap_;
    std::size_t begin_ = 0;
    char* to_;
};

}  // namespace

void JsonLine::begin() {
    text_.clear();
    text_.reserve(last_size_ + last_size_ / 8);  // so that it seldom has to move
}

std::string JsonLine::take() {
    text_.back() = '\n';
    last_size_ = text_.size();
    return std::move(text_);
}

bool JsonLine::Key(const char* name, std::size_t length) {
    put('"');
    text_.append(name, length);
    return put("\":");
}

bool JsonLine::String(const char* value, std::size_t length) {
    if (is_plain({value, length})) {
        put('"');
        text_.append(value, length);
        return put("\",");
    }
    const auto size = static_cast<rapidjson::SizeType>(length);
    text_ += escape_invisible(written([&](auto& json) { json.String(value, size); }));
    return put(',');
}

bool JsonLine::Uint64(std::uint64_t value) {
    if (value < 10) put(static_cast<char>('0' + value));
    else text_ += std::to_string(value);
    return put(',');
}

bool JsonLine::Int64(std::int64_t value) {
    if (value >= 0) return Uint64(static_cast<std::uint64_t>(value));
    text_ += std::to_string(value);
    return put(',');
}

bool JsonLine::Double(double value) {
    text_ += written([&](auto& json) { json.Double(value); });
    return put(',');
}

void JsonLine::place(Place place) {
    for (const auto& [name, number] : {std::pair("\"line\":", place.line), std::pair("\"column\":", place.column)}) {
        put(name);
        const std::size_t begin = text_.size();
        Uint64(number);
        gaps_.push_back({begin, text_.size() - 1});
    }
}

void JsonLine::gap_in_text(std::string_view text, Stretch gap) {
    const std::size_t begin = text_.size() - 2 - text.size();  // quote and comma are behind it
    if (text_.compare(begin, text.size(), text) == 0) gaps_.push_back({begin + gap.begin, begin + gap.end});
    else has_all_gaps_ = false;  // it was not plain
}

void JsonLine::gap_in_value() {
    const std::size_t last = text_.find_last_not_of("\",");
    gaps_.push_back({text_.find_last_of("\":", last) + 1, last + 1});
}

JsonLine::Object JsonLine::cut_at_gaps(std::size_t begin) const {
    Object object;
    for (const Stretch& gap : gaps_) {
        object.text.append(text_, begin, gap.begin - begin);
        object.gaps.push_back(object.text.size());
        begin = gap.end;
    }
    object.text.append(text_, begin);
    return object;
}

void JsonLine::add(const Object& object, const std::vector<Evidence>& evidence) {
    const std::size_t before = text_.size();
    text_.resize(before + object.text.size() + object.gaps.size() * most_digits);
    Filler filler(object.text, object.gaps, text_.data() + before);
    for (const Evidence& item : evidence)
        if (const Scalar* value = gap_in_look(*item.answer)) filler.fill(*value);
    for (const Evidence& item : evidence) {
        if (const Scalar* value = gap_in_look(*item.answer)) filler.fill(*value);
        filler.fill(item.answer->place.line);
        filler.fill(item.answer->place.column);
    }
    text_.resize(static_cast<std::size_t>(filler.end() - text_.data()));
}

}  // namespace hipaa
