// Writing JSON whose shape can be read off the code that writes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "report/json_memory.hpp"
#include "report/json_text.hpp"
#include "report/spill.hpp"

namespace hipaa {

class JsonElements;

/// Members and elements are written in the order of the calls. `members` and `elements` are called at once.
class JsonBuilder {
public:
    JsonBuilder() { json_.SetIndent(' ', 2); }

    void key(std::string_view name) { json_.Key(name.data(), size(name)); }
    void text(std::string_view value) { json_.String(value.data(), size(value)); }
    void number(double value) {
        const auto whole = static_cast<std::int64_t>(value);
        if (static_cast<double>(whole) == value) json_.Int64(whole);
        else json_.Double(value);
    }
    void boolean(bool value) { json_.Bool(value); }
    void null() { json_.Null(); }

    void field(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void number(std::string_view name, std::uint64_t value) {
        key(name);
        json_.Uint64(value);
    }
    void boolean(std::string_view name, bool value) {
        key(name);
        json_.Bool(value);
    }

    /// For an array whose elements come one by one.
    void begin_array() { json_.StartArray(); }
    void end_array() { json_.EndArray(); }

    template <typename Members>
    void object(Members&& members) {
        json_.StartObject();
        members();
        json_.EndObject();
    }
    template <typename Members>
    void object(std::string_view name, Members&& members) {
        key(name);
        object(members);
    }

    template <typename Elements>
    void array(Elements&& elements) {
        begin_array();
        elements();
        end_array();
    }
    template <typename Elements>
    void array(std::string_view name, Elements&& elements) {
        key(name);
        array(elements);
    }
    /// An array of texts.
    template <typename Texts>
    void texts(std::string_view name, const Texts& values) {
        array(name, [&] {
            for (const auto& value : values) text(value);
        });
    }

    /// All of it, safe to print, with a line feed at the end.
    std::string take() {
        std::string json = take_part() + '\n';
        json_.Reset(buffer_);
        return json;
    }
    /// What was built since the last call, safe to print.
    std::string take_part() {
        std::string json = escape_invisible({buffer_.GetString(), buffer_.GetSize()});
        buffer_.Clear();
        return json;
    }

    /// An array whose elements were built before. `write` is called with all that stands before it, and then with them.
    template <typename Write>
    void array(std::string_view name, const JsonElements& elements, Write&& write);

private:
    friend class JsonElements;
    static rapidjson::SizeType size(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

    JsonBuffer buffer_;
    PrettyJsonWriter json_{buffer_};
};

/// The elements of an array that stands behind what is not known yet. There may be more of them than there is memory.
class JsonElements {
public:
    /// `depth`: in how many objects and arrays the array stands.
    explicit JsonElements(std::size_t depth) : indentation_(2 * (depth + 1)) {
        for (std::size_t i = 0; i <= depth; ++i) json_.begin_array();
        json_.take_part();
    }

    /// Builds the next elements, until `settle`.
    JsonBuilder& builder() { return json_; }
    void settle() {
        std::string part = json_.take_part();
        if (!part.empty() && text_.empty()) part.erase(0, 1 + indentation_);  // JsonBuilder::array puts them there
        text_.append(part);
    }

private:
    friend class JsonBuilder;

    std::size_t indentation_;
    JsonBuilder json_;
    Spill text_;
};

template <typename Write>
void JsonBuilder::array(std::string_view name, const JsonElements& elements, Write&& write) {
    key(name);
    begin_array();
    if (!elements.text_.empty()) json_.RawValue("", 0, rapidjson::kNullType);
    write(std::string_view(take_part()));
    elements.text_.read(write);
    end_array();
}

}  // namespace hipaa
