// Writing JSON whose shape can be read off the code that writes it.
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "text/place.hpp"

namespace hipaa {

/// Members and elements are written in the order of the calls. `members` and `elements` are called at once. What is built
/// is safe to print: every character that could steer a terminal or turn the reading order is written as `\uXXXX`, and a
/// replacement character for what is not UTF-8.
class JsonBuilder {
public:
    enum class Layout : std::uint8_t { indented, one_line };

    /// `depth`: in how many objects and arrays the first value stands.
    explicit JsonBuilder(Layout layout = Layout::indented, std::size_t depth = 0)
        : indented_(layout == Layout::indented), depth_(depth) {}

    void key(std::string_view name) {
        begin_value();
        quote(name, ':');
        if (indented_) text_ += ' ';
    }
    void text(std::string_view value) {
        begin_value();
        quote(value, ',');
    }
    void number(double value);
    void number(std::integral auto value) {
        std::array<char, 20> digits;
        put({digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr});
    }
    void boolean(bool value) { put(value ? "true" : "false"); }
    void null() { put("null"); }
    /// A value that a builder made before, on one line.
    void built(std::string_view json) { put(json); }

    void field(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void number(std::string_view name, std::integral auto value) {
        key(name);
        number(value);
    }
    void boolean(std::string_view name, bool value) {
        key(name);
        boolean(value);
    }
    /// The members `line` and `column`.
    void place(Place place) {
        number("line", place.line);
        number("column", place.column);
    }

    /// For an array whose elements come one by one.
    void begin_array() { open('['); }
    void end_array() { close(']'); }

    template <typename Members>
    void object(Members&& members) {
        open('{');
        members();
        close('}');
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
    /// An array of objects; `members` is called with each item.
    template <typename Items, typename Members>
    void objects(std::string_view name, const Items& items, Members&& members) {
        array(name, [&] {
            for (const auto& item : items) object([&] { members(item); });
        });
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

    /// What `write` builds, which is the same each time for part `number` of `of`: it is remembered.
    template <typename Write>
    void repeat(const void* of, std::size_t number, Write&& write) {
        const Part part{of, number, depth_};
        if (const auto known = known_.find(part); known != known_.end()) {
            text_ += known->second;
            return;
        }
        const std::size_t before = text_.size();
        write();
        if (known_.size() < most_known) known_.emplace(part, text_.substr(before));
    }

    /// All of it, with a line feed at the end.
    std::string take();
    /// What was built since the last call. The comma before what comes next belongs to the next part.
    std::string take_part();
    /// Elements that were built elsewhere stand here, behind what `take_part` gave.
    void skip_elements() { text_ += ','; }

private:
    /// A few megabytes, however the practices of a run differ.
    static constexpr std::size_t most_known = 2000;

    struct Part {
        const void* of;
        std::size_t number;
        std::size_t depth;  // by which it is indented
        friend bool operator==(const Part&, const Part&) = default;
    };
    struct PartHash {
        std::size_t operator()(const Part& part) const {
            return std::hash<const void*>()(part.of) ^ (part.number << 3) ^ part.depth;
        }
    };

    // A comma is put behind every value, and taken back at the end of what holds it; so what was built stands as it is
    // wherever it is wanted again.
    void put(std::string_view value) {
        begin_value();
        text_ += value;
        text_ += ',';
    }
    void open(char bracket) {
        if (text_.size() <= 1) text_.reserve(usual_size_);  // so that it seldom has to move
        begin_value();
        text_ += bracket;
        ++depth_;
    }
    void close(char bracket) {
        --depth_;
        if (text_.ends_with(',')) {
            text_.pop_back();
            if (indented_) break_line();
        }
        text_ += bracket;
        text_ += ',';
    }
    /// A blank stands at the end of nothing but a key, whose value goes on in its line.
    void begin_value() {
        if (indented_ && depth_ > 0 && !text_.ends_with(' ')) break_line();
    }
    void break_line() { (text_ += '\n').append(2 * depth_, ' '); }
    void quote(std::string_view text, char behind);

    bool indented_;
    std::size_t depth_;
    std::string text_;
    std::size_t usual_size_ = 0;
    std::unordered_map<Part, std::string, PartHash> known_;
};

}  // namespace hipaa
