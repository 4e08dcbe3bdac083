// Enums whose values have names: in files, reports and messages a value is called what its declaration calls it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace hipaa {
namespace enums {

/// `law` of `Basis::law`; empty if the enum has no such value, which GCC and Clang spell as `(hipaa::Basis)4`.
template <auto Value>
consteval std::string_view spelled() {
    constexpr std::string_view lead = "Value = ";
    std::string_view text = __PRETTY_FUNCTION__;
    text.remove_prefix(text.find(lead) + lead.size());
    text = text.substr(0, text.find_first_of(";]"));
    return text.front() == '(' ? std::string_view() : text.substr(text.rfind(':') + 1);
}

template <typename Enum, std::size_t Count = 0>
consteval std::size_t count() {
    if constexpr (spelled<static_cast<Enum>(Count)>().empty()) return Count;
    else return count<Enum, Count + 1>();
}

template <typename Enum>
using Indexes = std::make_index_sequence<count<Enum>()>;

}  // namespace enums

/// All values of an enum, which count from 0 without gaps, in the order of its declaration.
template <typename Enum>
inline constexpr auto values_of = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return std::array{static_cast<Enum>(Index)...};
}
(enums::Indexes<Enum>());

/// Their names, in the same order.
template <typename Enum>
inline constexpr auto names_of = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return std::array{enums::spelled<static_cast<Enum>(Index)>()...};
}
(enums::Indexes<Enum>());

template <typename Enum>
requires std::is_enum_v<Enum>
constexpr std::string_view name_of(Enum value) { return names_of<Enum>[static_cast<std::size_t>(value)]; }

/// The value called `name`, if there is one.
template <typename Enum>
constexpr std::optional<Enum> from_name(std::string_view name) {
    for (const Enum value : values_of<Enum>)
        if (name_of(value) == name) return value;
    return std::nullopt;
}

/// An item for each value of an enum.
template <typename Enum, typename Item>
class EnumMap {
    static constexpr std::size_t size = values_of<Enum>.size();

public:
    constexpr EnumMap() = default;
    template <std::size_t Count>
    constexpr explicit EnumMap(const Item (&items)[Count]) : items_(std::to_array(items)) {
        static_assert(Count == size, "there has to be an item for each value, in their order");
    }

    constexpr Item& operator[](Enum value) { return items_[static_cast<std::size_t>(value)]; }
    constexpr const Item& operator[](Enum value) const { return items_[static_cast<std::size_t>(value)]; }
    constexpr auto begin() const { return items_.begin(); }
    constexpr auto end() const { return items_.end(); }

private:
    std::array<Item, size> items_{};
};

}  // namespace hipaa
