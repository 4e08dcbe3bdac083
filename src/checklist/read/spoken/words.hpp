// Words of what a person said.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hipaa {

/// Small letters and digits of ASCII, with one blank for whatever stands between words; apostrophes fall away.
std::string plain_words(std::string_view text);

/// What stands between any of the characters `between`: the words of `said`, which is in plain words, or of a code.
std::vector<std::string_view> split_words(std::string_view said, std::string_view between = " ");

bool is_among(std::string_view word, std::span<const std::string_view> words);

}  // namespace hipaa
