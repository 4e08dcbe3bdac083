// Options from a TOML file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace hipaa {

/// What a file sets an option to.
struct FileOption {
    std::string name;                 // without hyphens before it
    std::vector<std::string> values;  // as a command line has them; of a list one by one
    std::string where;                // `FILE:LINE`, good for a terminal
};

/// What the TOML document `text` sets, in its order; `file` is what to call it. Throws WrongUsage, with a message that begins
/// with the file and the line, where it is no TOML, or sets something to what no option can be.
std::vector<FileOption> read_option_file(const std::string& file, const std::string& text);

}  // namespace hipaa
