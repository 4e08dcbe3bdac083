// A writer of JSON without white space that remembers what it wrote of the parts that are the same in every line.
#pragma once

#include <cstddef>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "report/json_text.hpp"

namespace hipaa {

class JsonLine : public rapidjson::Writer<rapidjson::StringBuffer> {
public:
    JsonLine() : Writer(buffer_) {}

    void begin() {
        buffer_.Clear();
        Reset(buffer_);
        plain_ = true;
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

    rapidjson::StringBuffer buffer_;
    bool plain_ = true;  // `escape_invisible` would change nothing
    std::unordered_map<Part, Members, PartHash> known_;
};

}  // namespace hipaa
