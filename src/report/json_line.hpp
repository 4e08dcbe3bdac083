// A writer of JSON without white space that remembers what it wrote of the parts that are the same in every line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "report/check_look.hpp"
#include "report/wording.hpp"
#include "text/place.hpp"

namespace hipaa {

/// A handler of RapidJSON's, like its writers, which know more of JSON than a report needs. A comma is put behind every
/// value, and taken back at the end of what holds it; so what was written stands as it is wherever it is wanted again.
class JsonLine {
    enum class Missing : std::uint8_t { answer, place };

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

    /// What `write` writes, which is the same each time for a check of this look, but for the gaps that it tells of.
    template <typename Write>
    void recall(const CheckLook& look, const std::vector<Evidence>& evidence, Write&& write) {
        if (const Object* known = find(look)) return add(*known, evidence);
        const std::size_t before = text_.size();
        gaps_.clear();
        notes_gaps_ = objects_.size() < most_known;
        write();
        if (std::exchange(notes_gaps_, false)) objects_.emplace(look, cut_at_gaps(before));
    }

    /// The members `line` and `column`.
    void place(Place place);

    /// The string just written is `text`, of which `stretch` is a date or number that looks leave out: the answer of piece
    /// `item` of the evidence.
    void gap_in_text(std::string_view text, Stretch stretch, std::size_t item);
    /// The value just written is such a date or number.
    void gap_in_value(std::size_t item);
    /// The members `line` and `column` of where that answer stands.
    void place(Place place, std::size_t item);

private:
    /// Parts, and looks: a few megabytes, however the practices of a run differ.
    static constexpr std::size_t most_known = 2000;

    /// Where something belongs that is not the same in each line.
    struct Gap {
        std::size_t begin;
        std::size_t end;
        std::size_t item;
        Missing missing;
    };
    struct Object {
        std::string text;                                    // without what is in its gaps
        std::vector<Gap> gaps;                               // all empty
        std::pair<const CheckLook, Object>* next = nullptr;  // that was wanted after this one the last time
    };
    struct Part {
        const void* of;
        std::uint64_t number;
        friend bool operator==(const Part&, const Part&) = default;
    };
    struct PartHash {
        std::size_t operator()(const Part& part) const {
            return std::hash<const void*>()(part.of) ^ (part.number << 3);
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
    static char* put_missing(const Gap& gap, const Answer& answer, char* to);

    const Object* find(const CheckLook& look);
    Object cut_at_gaps(std::size_t begin) const;
    void add(const Object& object, const std::vector<Evidence>& evidence);

    std::string text_;
    std::size_t last_size_ = 0;  // of the line before
    std::unordered_map<Part, std::string, PartHash> known_;
    std::unordered_map<CheckLook, Object, CheckLookHash> objects_;
    Object* last_ = nullptr;  // that was found
    std::vector<Gap> gaps_;   // in `text_`, of the object that is written to be known
    bool notes_gaps_ = false;
};

}  // namespace hipaa
