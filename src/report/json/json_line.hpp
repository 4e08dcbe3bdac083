// A writer of JSON without white space that remembers what it wrote of the parts that are the same in every line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/place.hpp"

namespace hipaa {

/// A handler of RapidJSON's, like its writers, which know more of JSON than a report needs. A comma is put behind every
/// value, and taken back at the end of what holds it; so what was written stands as it is wherever it is wanted again.
class JsonLine {
public:
    void begin();
    /// The line with its end, safe to print.
    std::string take();

    bool StartObject() { return put('{'); }
    bool EndObject() { return end('}'); }
    bool StartArray() { return put('['); }
    bool EndArray() { return end(']'); }
    /// A name that needs no escapes.
    bool Key(const char* name, std::size_t length);
    bool String(const char* value, std::size_t length);
    bool Null() { return put("null,"); }
    bool Bool(bool value) { return put(value ? "true," : "false,"); }
    bool Int(int value) { return Int64(value); }
    bool Int64(std::int64_t value);
    bool Uint64(std::uint64_t value);
    bool Double(double value);

    /// What `write` writes, which is the same each time for part number `part` of `of`.
    template <typename Write>
    void repeat(const void* of, std::uint64_t part, Write&& write) {
        const auto known = known_.find({of, part});
        if (known != known_.end()) {
            text_ += known->second;
            return;
        }
        const std::size_t before = text_.size();
        write();
        if (known_.size() < most_known) known_.emplace(Part{of, part}, text_.substr(before));
    }

    /// The members `line` and `column`.
    void place(Place place);

private:
    /// A few megabytes, however the practices of a run differ.
    static constexpr std::size_t most_known = 2000;

    struct Part {
        const void* of;
        std::uint64_t number;
        friend bool operator==(const Part&, const Part&) = default;
    };
    struct PartHash {
        std::size_t operator()(const Part& part) const {
            return std::hash<const void*>()(part.of) ^ static_cast<std::size_t>(part.number << 3);
        }
    };

    bool put(char c) {
        text_ += c;
        return true;
    }
    bool put(std::string_view text) {
        text_ += text;
        return true;
    }
    bool end(char bracket) {
        if (text_.back() == ',') text_.back() = bracket;
        else text_ += bracket;
        return put(',');
    }
    bool quote(std::string_view text, char behind);

    std::string text_;
    std::size_t last_size_ = 0;  // of the line before
    std::unordered_map<Part, std::string, PartHash> known_;
};

}  // namespace hipaa
