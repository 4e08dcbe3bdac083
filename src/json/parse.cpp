// Parsing JSON that may be anything.
#include "json/parse.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <rapidjson/encodedstream.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "json/memory.hpp"

namespace hipaa {
namespace {

/// Hands everything on to the document, and stops where it gets too deep: whoever walks through the values later does so
/// with a call for each level. It reads numbers itself, exactly; RapidJSON 1.1 shifts a zero with a large exponent by as
/// many bits as it has.
class LimitedHandler {
public:
    using Ch = char;
    using Size = rapidjson::SizeType;

    explicit LimitedHandler(JsonDocument& document) : document_(document) {}

    bool Null() { return document_.Null(); }
    bool Bool(bool value) { return document_.Bool(value); }
    static bool Int(int) { return false; }  // not called, as are the next four
    static bool Uint(unsigned) { return false; }
    static bool Int64(std::int64_t) { return false; }
    static bool Uint64(std::uint64_t) { return false; }
    static bool Double(double) { return false; }
    bool RawNumber(const char* text, Size size, bool) {
        if (const auto number = read<std::uint64_t>(text, size)) return document_.Uint64(*number);
        if (const auto number = read<std::int64_t>(text, size)) return document_.Int64(*number);
        const auto number = read<double>(text, size);
        if (!number) number_too_big_ = true;
        return number && document_.Double(*number);
    }
    bool String(const char* text, Size size, bool copy) { return document_.String(text, size, copy); }
    bool Key(const char* text, Size size, bool copy) { return document_.Key(text, size, copy); }
    bool StartObject() { return ++depth_ <= deepest_json && document_.StartObject(); }
    bool EndObject(Size size) { return --depth_, document_.EndObject(size); }
    bool StartArray() { return ++depth_ <= deepest_json && document_.StartArray(); }
    bool EndArray(Size size) { return --depth_, document_.EndArray(size); }

    /// Why it stopped: a number is beyond what a double can be; else it got too deep.
    bool number_too_big() const { return number_too_big_; }

private:
    template <typename Number>
    static std::optional<Number> read(const char* text, Size size) {
        Number number{};
        const auto [end, error] = std::from_chars(text, text + size, number);
        if (error != std::errc() || end != text + size) return std::nullopt;
        return number;
    }

    JsonDocument& document_;
    std::size_t depth_ = 0;
    bool number_too_big_ = false;
};

}  // namespace

rapidjson::ParseResult parse_json(std::string_view text, JsonDocument& document) {
    rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>, CheckedAllocator> reader;
    rapidjson::ParseResult result;
    auto generate = [&](JsonDocument& values) {
        LimitedHandler handler(values);
        rapidjson::MemoryStream bytes(text.data(), text.size());
        rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
        result = reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag>(stream, handler);
        if (handler.number_too_big()) result.Set(rapidjson::kParseErrorNumberTooBig, result.Offset());
        return !result.IsError();
    };
    document.Populate(generate);
    return result;
}

std::string json_error(const rapidjson::ParseResult& failed) {
    if (failed.Code() == rapidjson::kParseErrorTermination)
        return fmt::format("it is nested more than {} deep", deepest_json);
    return rapidjson::GetParseError_En(failed.Code());
}

}  // namespace hipaa
