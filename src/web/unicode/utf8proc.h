/* The part of utf8proc that src/text/ uses, for the page, which cannot have the library. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "web/unicode/unicode.hpp"

using utf8proc_int32_t = std::int32_t;
using utf8proc_uint8_t = std::uint8_t;
using utf8proc_ssize_t = std::ptrdiff_t;

struct utf8proc_property_t {
    bool ignorable;
};

/* With utf8proc's numbers, which are in the tables too. */
enum utf8proc_category_t {
    UTF8PROC_CATEGORY_MN = 6,
    UTF8PROC_CATEGORY_ME = 8,
    UTF8PROC_CATEGORY_ZS = 23,
    UTF8PROC_CATEGORY_ZL = 24,
    UTF8PROC_CATEGORY_ZP = 25,
    UTF8PROC_CATEGORY_CC = 26,
    UTF8PROC_CATEGORY_CF = 27,
    UTF8PROC_CATEGORY_CS = 28,
};

/* utf8proc_map does what all of them ask for, whichever are given: nobody asks for anything else. */
enum utf8proc_option_t {
    UTF8PROC_STABLE = 0,
    UTF8PROC_COMPOSE = 0,
    UTF8PROC_COMPAT = 0,
    UTF8PROC_CASEFOLD = 0,
    UTF8PROC_IGNORE = 0,
    UTF8PROC_STRIPCC = 0,
};

constexpr utf8proc_ssize_t UTF8PROC_ERROR_INVALIDUTF8 = -3;

inline std::string_view hipaa_text_of(const utf8proc_uint8_t* bytes, utf8proc_ssize_t size) {
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

inline utf8proc_ssize_t utf8proc_iterate(const utf8proc_uint8_t* bytes, utf8proc_ssize_t size,
                                         utf8proc_int32_t* code_point) {
    char32_t found = 0;
    const std::size_t length = hipaa::unicode::decode(hipaa_text_of(bytes, size), found);
    if (length == 0) return UTF8PROC_ERROR_INVALIDUTF8;
    *code_point = static_cast<utf8proc_int32_t>(found);
    return static_cast<utf8proc_ssize_t>(length);
}

inline utf8proc_category_t utf8proc_category(utf8proc_int32_t code_point) {
    return static_cast<utf8proc_category_t>(hipaa::unicode::category(static_cast<char32_t>(code_point)));
}

inline int utf8proc_charwidth(utf8proc_int32_t code_point) {
    return hipaa::unicode::width(static_cast<char32_t>(code_point));
}

inline utf8proc_int32_t utf8proc_tolower(utf8proc_int32_t code_point) {
    return static_cast<utf8proc_int32_t>(hipaa::unicode::to_lower(static_cast<char32_t>(code_point)));
}

inline const utf8proc_property_t* utf8proc_get_property(utf8proc_int32_t code_point) {
    static constexpr utf8proc_property_t properties[]{{false}, {true}};
    return &properties[hipaa::unicode::is_ignorable(static_cast<char32_t>(code_point)) ? 1 : 0];
}

/* `found` is to be freed. */
inline utf8proc_ssize_t utf8proc_map(const utf8proc_uint8_t* bytes, utf8proc_ssize_t size, utf8proc_uint8_t** found,
                                     utf8proc_option_t) {
    const auto folded = hipaa::unicode::folded(hipaa_text_of(bytes, size));
    if (!folded) return UTF8PROC_ERROR_INVALIDUTF8;
    *found = static_cast<utf8proc_uint8_t*>(std::malloc(folded->size() + 1));
    if (*found == nullptr) std::abort();
    std::memcpy(*found, folded->c_str(), folded->size() + 1);
    return static_cast<utf8proc_ssize_t>(folded->size());
}
