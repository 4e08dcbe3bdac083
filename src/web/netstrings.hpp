// Texts of any bytes, one after another.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace hipaa::web {

/// The texts of `LENGTH:BYTES,LENGTH:BYTES,`, as views of `bytes`; nothing if it is written otherwise.
std::optional<std::vector<std::string_view>> read_netstrings(std::string_view bytes);

}  // namespace hipaa::web
