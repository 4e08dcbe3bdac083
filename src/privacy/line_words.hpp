// Words and numbers of a line, as the recognizers of client data take them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

namespace hipaa {

/// Where the line at `at` ends: the offset of its line break, or of the end.
std::size_t end_of_line(std::string_view text, std::size_t at);

/// True if `text` is one of `words`, in any case; `words` are in small letters.
bool is_any_word(std::string_view text, std::span<const std::string_view> words);

/// True if one of `words` stands in `text` as a whole word, in any case.
bool has_any_word(std::string_view text, std::span<const std::string_view> words);

/// The bytes of `line` before or behind an offset that are near enough to belong to what is there.
std::string_view shortly_before(std::string_view line, std::size_t at);
std::string_view shortly_behind(std::string_view line, std::size_t at);

/// Takes the last word, of letters and digits, off `text`, with what is behind it. Empty if there is none.
std::string_view take_last_word(std::string_view& text);

/// How many bytes the mark at `at` takes that may stand between the groups of a number: a blank, a hyphen or dash of any
/// kind, a point. 0 if there is none.
std::size_t group_mark(std::string_view line, std::size_t at);

/// How many digits there are at `at`; of very many, some.
std::size_t digits_at(std::string_view line, std::size_t at);

/// True if a number or word that ends before `at` may end there.
bool ends_number(std::string_view line, std::size_t at);
/// True if a number may begin at `at`.
bool begins_number(std::string_view line, std::size_t at);

}  // namespace hipaa
