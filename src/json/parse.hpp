// Parsing JSON that may be anything.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <rapidjson/error/error.h>

#include "json/document.hpp"

namespace hipaa {

/// How deep lists and objects may be nested. Reports are nested nine deep.
inline constexpr std::size_t deepest_json = 32;

rapidjson::ParseResult parse_json(std::string_view text, JsonDocument& document);

/// Why that failed, in words, for a clause in brackets.
std::string json_error(const rapidjson::ParseResult& failed);

}  // namespace hipaa
