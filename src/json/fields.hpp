// Reading the members of JSON objects, where anything may be missing or of another type.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/date.hpp"
#include "json/document.hpp"
#include "text/enums.hpp"
#include "text/place.hpp"

namespace hipaa {

/// What keeps a report from being read: one sentence without a full stop, empty if nothing does.
struct JsonMistake {
    std::string sentence;
    bool of_checklists = false;  // those here are not those of the run, so the other lines have it too

    bool empty() const { return sentence.empty(); }
};

/// One object. What is asked for and is not there as it should be gives an empty value, and a clause in `mistake`, where
/// the first one is kept.
class JsonFields {
public:
    JsonFields(const JsonValue& object, JsonMistake& mistake) : object_(&object), mistake_(&mistake) {}

    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// Its value, or JSON's null if it is not there.
    const JsonValue& value(std::string_view name) const;

    /// Well-formed UTF-8.
    std::string_view text(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;
    /// The members of an object whose values are texts.
    std::map<std::string, std::string> text_members(std::string_view name) const;
    std::uint32_t whole(std::string_view name, std::uint32_t least = 0) const;
    bool flag(std::string_view name) const;
    /// Any value as JSON on one line; nothing if it is not there or null.
    std::string json(std::string_view name) const;
    /// True if it is there and true.
    bool mark(std::string_view name) const;
    Date date(std::string_view name) const;
    /// From `line` and `column`.
    Place place() const { return {whole("line", 1), whole("column", 1)}; }
    /// A value of an enum, one of `values`, by its name.
    template <typename Enum>
    Enum one_of(std::string_view name, std::span<const Enum> values = values_of<Enum>) const {
        const auto found = std::ranges::find(values, text(name), name_of<Enum>);
        if (found != values.end()) return *found;
        wrong(name);
        return values.front();
    }

    JsonFields object(std::string_view name) const { return {value(name), *mistake_}; }
    /// Calls `read` with each object of an array.
    template <typename Read>
    void each(std::string_view name, Read&& read) const {
        const JsonValue& array = value(name);
        if (!array.IsArray()) return wrong(name);
        for (const JsonValue& item : array.GetArray()) {
            if (!mistake_->empty()) return;
            read(JsonFields(item, *mistake_));
        }
    }
    /// Calls `take` with the name and the text of each member of an object of texts.
    template <typename Take>
    void each_text(std::string_view name, Take&& take) const {
        const JsonValue& texts = value(name);
        if (!texts.IsObject()) return wrong(name);
        for (const auto& member : texts.GetObject()) {
            const std::string_view key(member.name.GetString(), member.name.GetStringLength());
            take(key, text_in(member.value, key));
        }
    }
    /// How many items an array has; 0 if it is none.
    std::size_t count(std::string_view name) const;

    /// Notes that a member is not as it should be.
    void wrong(std::string_view name) const;
    /// Notes another mistake.
    void refuse(std::string sentence) const;
    /// Notes that the checklists here are not those of the run.
    void refuse_checklists(std::string sentence) const;

private:
    const JsonValue* find(std::string_view name) const;
    /// The text of `value`, which is the member `name`.
    std::string_view text_in(const JsonValue& value, std::string_view name) const;

    const JsonValue* object_;
    JsonMistake* mistake_;
};

}  // namespace hipaa
