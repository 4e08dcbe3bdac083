// A writer of JSON without white space that remembers what it wrote of the parts that are the same in every line.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "report/check_look.hpp"
#include "report/json_text.hpp"
#include "text/place.hpp"

namespace hipaa {

class JsonLine : public rapidjson::Writer<rapidjson::StringBuffer> {
public:
    JsonLine() : Writer(buffer_) {}

    void begin() {
        buffer_.Clear();
        Reset(buffer_);
        plain_ = true;
        numbers_.clear();
    }

    /// The line with its end, safe to print.
    std::string text() {
        buffer_.Put('\n');
        return plain_ ? std::string(written()) : escape_invisible(written());
    }

    /// As the base class, for a name that needs no escapes.
    bool Key(const char* name, rapidjson::SizeType length) {
        Prefix(rapidjson::kStringType);
        char* to = buffer_.Push(length + 2);
        to[0] = '"';
        std::memcpy(to + 1, name, length);
        to[length + 1] = '"';
        return true;
    }

    /// As the base class, which looks at each character, but at once where none needs an escape.
    bool String(const char* value, rapidjson::SizeType length) {
        if (is_plain({value, length})) return Key(value, length);
        plain_ = false;
        return Writer::String(value, length);
    }

    /// What `write` writes, which is one or more whole members of the object that is open, the same each time for part
    /// number `part` of `of`.
    template <typename Write>
    void repeat(const void* of, int part, Write&& write) {
        Members& members = known_[{of, part}];
        if (!members.first_key.empty()) return add(members);
        const std::size_t before = buffer_.GetSize();
        write();
        members = split(escape_invisible(written().substr(before)));
    }

    /// The members `line` and `column`.
    void place(Place place) {
        Prefix(rapidjson::kStringType);
        put_number("\"line\":", place.line);
        put_number(",\"column\":", place.column);
        level_stack_.Top<Level>()->valueCount += 3;  // a name was counted, but not the other one and the numbers
    }

    /// What `write` writes, which is one object: the same each time for a check of this look, but for the places of its
    /// evidence, each of which `write` hands to `place`, in order.
    template <typename Write>
    void recall(const CheckLook& look, const std::vector<Evidence>& evidence, Write&& write) {
        const auto known = objects_.find(look);
        if (known != objects_.end()) return add(known->second, evidence);
        const std::size_t before = buffer_.GetSize();
        numbers_.clear();
        write();
        constexpr std::size_t most_known = 2000;  // a few megabytes, however the practices of a run differ
        if (objects_.size() < most_known) objects_.emplace(look, cut_at_numbers(written().find('{', before)));
    }

private:
    /// Members in two parts, because the writer counts keys and values.
    struct Members {
        std::string first_key;
        std::string rest;  // the first value and what follows it
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

    /// An object without the numbers of its places.
    struct Object {
        std::string text;
        std::vector<std::size_t> cuts;  // where in `text` a number belongs
    };
    /// Where a number of a place stands in the line.
    struct Number {
        std::size_t begin;
        std::size_t end;
    };

    std::string_view written() const { return {buffer_.GetString(), buffer_.GetSize()}; }

    static Members split(std::string_view text) {
        const std::size_t begin = text.find('"') + 1;
        const std::size_t end = text.find('"', begin);
        return {std::string(text.substr(begin, end - begin)), std::string(text.substr(end + 2))};
    }

    void add(const Members& members) {
        Key(members.first_key.data(), static_cast<rapidjson::SizeType>(members.first_key.size()));
        Prefix(rapidjson::kObjectType);
        std::memcpy(buffer_.Push(members.rest.size()), members.rest.data(), members.rest.size());
    }

    void put_number(std::string_view name, std::uint32_t value) {
        char* to = buffer_.Push(name.size() + most_digits);
        std::memcpy(to, name.data(), name.size());
        const std::size_t begin = buffer_.GetSize() - most_digits;
        buffer_.Pop(static_cast<std::size_t>(to + name.size() + most_digits - put(value, to + name.size())));
        numbers_.push_back({begin, buffer_.GetSize()});
    }

    static char* put(std::uint32_t value, char* to) { return std::to_chars(to, to + most_digits, value).ptr; }

    /// What was written from `begin` on.
    Object cut_at_numbers(std::size_t begin) const {
        Object object;
        for (const Number& number : numbers_) {
            object.text += escape_invisible(written().substr(begin, number.begin - begin));
            object.cuts.push_back(object.text.size());
            begin = number.end;
        }
        object.text += escape_invisible(written().substr(begin));
        return object;
    }

    void add(const Object& object, const std::vector<Evidence>& evidence) {
        Prefix(rapidjson::kObjectType);
        const std::size_t room = object.text.size() + object.cuts.size() * most_digits;
        char* to = buffer_.Push(room);
        const char* const end = to + room;
        std::size_t from = 0;
        const auto add_number = [&](std::size_t cut, std::uint32_t value) {
            std::memcpy(to, object.text.data() + from, cut - from);
            to = put(value, to + (cut - from));
            from = cut;
        };
        for (std::size_t i = 0; i < evidence.size(); ++i) {
            const Place place = evidence[i].answer->place;
            add_number(object.cuts[2 * i], place.line);
            add_number(object.cuts[2 * i + 1], place.column);
        }
        std::memcpy(to, object.text.data() + from, object.text.size() - from);
        to += object.text.size() - from;
        buffer_.Pop(static_cast<std::size_t>(end - to));
    }

    static constexpr std::size_t most_digits = 10;

    rapidjson::StringBuffer buffer_;
    bool plain_ = true;  // `escape_invisible` would change nothing
    std::unordered_map<Part, Members, PartHash> known_;
    std::unordered_map<CheckLook, Object, CheckLookHash> objects_;
    std::vector<Number> numbers_;  // since the line or the last object that was not known
};

}  // namespace hipaa
