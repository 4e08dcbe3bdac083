// Writing JSON without white space.
#include "report/json_line.hpp"

#include <charconv>
#include <iterator>

#include "report/json_memory.hpp"
#include "report/json_text.hpp"

namespace hipaa {
namespace {

/// What RapidJSON makes of a value.
template <typename Write>
std::string written(Write&& write) {
    JsonBuffer buffer;
    JsonWriter json(buffer);
    write(json);
    return {buffer.GetString(), buffer.GetSize()};
}

constexpr std::size_t most_digits = 10;  // of a number or a date

char* put(std::uint32_t number, char* to) {
    if (number >= 100) return std::to_chars(to, to + most_digits, number).ptr;
    if (number >= 10) *to++ = static_cast<char>('0' + number / 10);
    *to++ = static_cast<char>('0' + number % 10);
    return to;
}

char* put(std::string_view text, char* to) { return to + text.copy(to, text.size()); }

constexpr std::string_view line_name = "\"line\":";
constexpr std::string_view column_name = ",\"column\":";
/// Of what stands in a gap.
constexpr std::size_t most_missing = most_digits + column_name.size() + most_digits;

/// From the number of the line on.
char* put(Place place, char* to) { return put(place.column, put(column_name, put(place.line, to))); }

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

bool JsonLine::quote(std::string_view text, char behind) {
    const std::size_t before = text_.size();
    text_.resize(before + text.size() + 3);
    char* to = text_.data() + before;
    *to = '"';
    to = hipaa::put(text, to + 1);
    to[0] = '"';
    to[1] = behind;
    return true;
}

bool JsonLine::Key(const char* name, std::size_t length) { return quote({name, length}, ':'); }

bool JsonLine::String(const char* value, std::size_t length) {
    if (is_plain({value, length})) return quote({value, length}, ',');
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
    char members[line_name.size() + most_missing + 1];
    char* to = hipaa::put(place, hipaa::put(line_name, members));
    *to++ = ',';
    text_.append(members, to);
}

void JsonLine::place(Place place, std::size_t item) {
    const std::size_t begin = text_.size() + line_name.size();
    this->place(place);
    if (notes_gaps_) gaps_.push_back({begin, text_.size() - 1, item, Missing::place});
}

void JsonLine::gap_in_text(std::string_view text, Stretch stretch, std::size_t item) {
    const std::size_t begin = text_.size() - 2 - text.size();               // quote and comma are behind it
    if (text_.compare(begin, text.size(), text) != 0) notes_gaps_ = false;  // it was not plain
    if (notes_gaps_) gaps_.push_back({begin + stretch.begin, begin + stretch.end, item, Missing::answer});
}

void JsonLine::gap_in_value(std::size_t item) {
    if (!notes_gaps_) return;
    const std::size_t last = text_.find_last_not_of("\",");
    gaps_.push_back({text_.find_last_of("\":", last) + 1, last + 1, item, Missing::answer});
}

/// Looks come in much the same order in each line, so that the next one seldom has to be searched for.
const JsonLine::Object* JsonLine::find(const CheckLook& look) {
    auto* known = last_ ? last_->next : nullptr;
    if (!known || !(known->first == look)) {
        const auto found = objects_.find(look);
        if (found == objects_.end()) return nullptr;
        known = &*found;
        if (last_) last_->next = known;
    }
    last_ = &known->second;
    return last_;
}

JsonLine::Object JsonLine::cut_at_gaps(std::size_t begin) const {
    Object object;
    for (const Gap& gap : gaps_) {
        object.text.append(text_, begin, gap.begin - begin);
        object.gaps.push_back({object.text.size(), object.text.size(), gap.item, gap.missing});
        begin = gap.end;
    }
    object.text.append(text_, begin);
    return object;
}

char* JsonLine::put_missing(const Gap& gap, const Answer& answer, char* to) {
    if (gap.missing == Missing::place) return hipaa::put(answer.place, to);
    const Scalar& value = std::get<Scalar>(answer.value);
    if (const auto* date = std::get_if<Date>(&value)) return hipaa::put(iso(*date), to);
    return hipaa::put(static_cast<std::uint32_t>(std::get<double>(value)), to);
}

void JsonLine::add(const Object& object, const std::vector<Evidence>& evidence) {
    const std::size_t before = text_.size();
    text_.resize(before + object.text.size() + object.gaps.size() * most_missing);
    const std::string_view text = object.text;
    char* to = text_.data() + before;
    std::size_t from = 0;
    for (const Gap& gap : object.gaps) {
        to = hipaa::put(text.substr(from, gap.begin - from), to);
        to = put_missing(gap, *evidence[gap.item].answer, to);
        from = gap.begin;
    }
    to = hipaa::put(text.substr(from), to);
    text_.resize(static_cast<std::size_t>(to - text_.data()));
}

}  // namespace hipaa
