// Writing JSON whose shape can be read off the code that writes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "json/memory.hpp"
#include "json/text.hpp"

namespace hipaa {

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
    void texts(std::string_view name, std::initializer_list<std::string_view> values) {
        texts<std::initializer_list<std::string_view>>(name, values);
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

    /// Opens an array whose elements, `any` of them, are written elsewhere: they stand behind what `take_part` gives
    /// then. `end_array` closes it.
    void begin_foreign_array(std::string_view name, bool any) {
        key(name);
        begin_array();
        if (any) json_.RawValue("", 0, rapidjson::kNullType);
    }

private:
    static rapidjson::SizeType size(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

    JsonBuffer buffer_;
    PrettyJsonWriter json_{buffer_};
};

}  // namespace hipaa
