// Writing JSON without white space.
#include "report/json/json_line.hpp"

#include "json/memory.hpp"
#include "json/text.hpp"

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
    to += 1 + text.copy(to + 1, text.size());
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
    text_ += "\"line\":";
    Uint64(place.line);
    text_ += "\"column\":";
    Uint64(place.column);
}

}  // namespace hipaa
