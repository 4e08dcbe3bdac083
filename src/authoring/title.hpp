// Whether a title tells its reader to do something.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hipaa {

/// Why `title` is hardly an instruction, as a clause, or nothing. English has no sure sign of an instruction, so this
/// names only titles that show a sign of being something else: they begin with an article, a pronoun, a preposition, a
/// number, an abbreviation in capitals, or a word in -ing, -tion, -ment or -ness; they are a question; or one of their
/// next two words is a verb that needs a subject before it ("Clients are told").
std::optional<std::string> not_an_instruction(std::string_view title);

}  // namespace hipaa
