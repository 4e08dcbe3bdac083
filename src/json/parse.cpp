// Parsing JSON that may be anything.
#include "json/parse.hpp"

#include <cstdint>

#include <fmt/format.h>
#include <rapidjson/encodedstream.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "json/memory.hpp"

namespace hipaa {
namespace {

/// Hands everything on to the document, and stops where it gets too deep: whoever walks through the values later does so
/// with a call for each level.
class DepthLimit {
public:
    using Ch = char;
    using Size = rapidjson::SizeType;

    explicit DepthLimit(JsonDocument& document) : document_(document) {}

    bool Null() { return document_.Null(); }
    bool Bool(bool value) { return document_.Bool(value); }
    bool Int(int value) { return document_.Int(value); }
    bool Uint(unsigned value) { return document_.Uint(value); }
    bool Int64(std::int64_t value) { return document_.Int64(value); }
    bool Uint64(std::uint64_t value) { return document_.Uint64(value); }
    bool Double(double value) { return document_.Double(value); }
    bool RawNumber(const char* text, Size size, bool copy) { return document_.RawNumber(text, size, copy); }
    bool String(const char* text, Size size, bool copy) { return document_.String(text, size, copy); }
    bool Key(const char* text, Size size, bool copy) { return document_.Key(text, size, copy); }
    bool StartObject() { return ++depth_ <= deepest_json && document_.StartObject(); }
    bool EndObject(Size size) { return --depth_, document_.EndObject(size); }
    bool StartArray() { return ++depth_ <= deepest_json && document_.StartArray(); }
    bool EndArray(Size size) { return --depth_, document_.EndArray(size); }

private:
    JsonDocument& document_;
    std::size_t depth_ = 0;
};

}  // namespace

rapidjson::ParseResult parse_json(std::string_view text, JsonDocument& document) {
    rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>, CheckedAllocator> reader;
    rapidjson::ParseResult result;
    auto generate = [&](JsonDocument& values) {
        DepthLimit handler(values);
        rapidjson::MemoryStream bytes(text.data(), text.size());
        rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
        result = reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(stream, handler);
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
