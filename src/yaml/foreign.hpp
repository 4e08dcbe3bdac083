// Files of other programs, which somebody saved or named as a practice file.
#pragma once

#include <string>
#include <string_view>

namespace hipaa::yaml {

/// The sentence that refuses a file that is no plain text in UTF-8 by its first bytes: a Word or other office document,
/// RTF, a PDF, a picture, an archive, UTF-16. Empty for everything else.
std::string refusal_of_foreign(std::string_view bytes);

}  // namespace hipaa::yaml
