// A writer of JSON without white space that remembers what it wrote of the parts that are the same in every line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/check_look.hpp"
#include "report/wording.hpp"
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

    /// The members `line` and `column`.
    void place(Place place);

    /// What `write` writes, which is the same each time for part number `part` of `of`.
    template <typename Write>
    void repeat(const void* of, int part, Write&& write) {
        std::string& known = known_[{of, part}];
        if (!known.empty()) {
            text_ += known;
            return;
        }
        const std::size_t before = text_.size();
        write();
        known = text_.substr(before);
    }

    /// What `write` writes, which is one object: the same each time for a check of this look, but for the places of its
    /// evidence, which `write` hands to `place`, in order, and the gaps that it tells of.
    template <typename Write>
    void recall(const CheckLook& look, const std::vector<Evidence>& evidence, Write&& write) {
        const auto known = objects_.find(look);
        if (known != objects_.end()) return add(known->second, evidence);
        const std::size_t before = text_.size();
        gaps_.clear();
        has_all_gaps_ = true;
        write();
        constexpr std::size_t most_known = 2000;  // a few megabytes, however the practices of a run differ
        if (has_all_gaps_ && objects_.size() < most_known) objects_.emplace(look, cut_at_gaps(before));
    }

    /// The string just written is `text`, of which `gap` is a date or number that looks leave out.
    void gap_in_text(std::string_view text, Stretch gap);
    /// The value just written is such a date or number.
    void gap_in_value();

private:
    /// An object without what is in its gaps.
    struct Object {
        std::string text;
        std::vector<std::size_t> gaps;  // where in `text`
    };
    struct Part {
        const void* of;
        int number;
        friend bool operator==(const Part&, const Part&) = default;
    };
    struct PartHash {
        std::size_t operator()(const Part& part) const {
            return std::hash<const void*>()(part.of) ^ (static_cast<std::size_t>(part.number) << 3);
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
        if (text_.back() == ',') text_.pop_back();
        text_ += bracket;
        return put(',');
    }

    Object cut_at_gaps(std::size_t begin) const;
    void add(const Object& object, const std::vector<Evidence>& evidence);

    std::string text_;
    std::size_t last_size_ = 0;  // of the line before
    std::unordered_map<Part, std::string, PartHash> known_;
    std::unordered_map<CheckLook, Object, CheckLookHash> objects_;
    std::vector<Stretch> gaps_;  // in `text_`, since the last object that was not known
    bool has_all_gaps_ = true;
};

}  // namespace hipaa
