// The texts of checklists: long, many, and mostly not shown, so that they are not copied before they are.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hipaa {

/// A view of a text that is part of the program or kept by `Texts`. Where a string is wanted it becomes one; that a string
/// becomes a view of itself, as it does where a `std::string_view` is wanted, does not compile.
class Text : public std::string_view {
public:
    constexpr Text() = default;
// Only g++ holds that it is a literal: clang 14 crashes where such a conversion is consteval.
#ifdef __clang__
    constexpr Text(const char* literal) : std::string_view(literal) {}
#else
    consteval Text(const char* literal) : std::string_view(literal) {}
#endif
    constexpr explicit Text(std::string_view lasting) : std::string_view(lasting) {}
    explicit Text(const std::string&) = delete;

    operator std::string() const { return std::string(data(), size()); }
};

inline std::string operator+(std::string_view left, const Text& right) { return std::string(left) += right; }
inline std::string operator+(const Text& left, std::string_view right) { return std::string(left) += right; }

/// Keeps texts in place, so that views of them hold as long as this object.
class Texts {
public:
    /// What `other` keeps, too.
    void keep(std::shared_ptr<const Texts> other) { others_.push_back(std::move(other)); }

    Text keep(std::string text) { return Text(std::string_view(kept_.emplace_back(std::move(text)))); }

    std::vector<Text> keep(std::vector<std::string> texts) {
        std::vector<Text> views;
        for (std::string& text : texts) views.push_back(keep(std::move(text)));
        return views;
    }

private:
    std::deque<std::string> kept_;
    std::vector<std::shared_ptr<const Texts>> others_;
};

}  // namespace hipaa
