// Words of what a person said.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hipaa {

/// Small letters and digits of ASCII, with one blank for whatever stands between words; apostrophes fall away.
std::string plain_words(std::string_view text);

/// The words of `said`, which is in plain words.
std::vector<std::string_view> split_words(std::string_view said);

bool is_among(std::string_view word, std::span<const std::string_view> words);

}  // namespace hipaa
