// What must hold for whatever the program is given. Where something does not, the process aborts: libFuzzer saves the
// input then, and a test fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/program.hpp"

namespace hipaa::fuzz {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Aborts unless `holds`, with `what` was promised and what there is instead.
void require(bool holds, std::string_view what, std::string_view instead = {});

/// Whether the `part`-th of `parts` ways to try `input` has its turn. All have, unless HIPAA_CHECK_FUZZ_IN_TURN is set, as it
/// is in long runs: then a hash of the input chooses one, so that many more inputs are tried in the same time.
bool has_turn(std::string_view input, std::size_t part, std::size_t parts);

/// The options that make the program know the checklists of tests and examples that `text` names. The fuzzers for which
/// that matters have them built in, and need none.
std::vector<std::string> rules_for(std::string_view text, const testing::Scratch& files);

/// Runs the program. Its exit status is a documented one; refusing a command line writes nothing to standard output; and
/// neither stream has a character that steers a terminal.
testing::Outcome run(const std::vector<std::string>& arguments, const testing::Setting& setting = {});

/// The report that a run has written to the file `name`.
std::string written(const std::string& name);

void require_clean_text(std::string_view text, std::string_view what);
void require_json(const std::string& text, std::string_view what);
/// A value a line, the last one ended too.
void require_json_lines(const std::string& text, std::string_view what);
void require_xml(const std::string& text, std::string_view what);
/// A document of ours, which is XML but for its first line and a few elements that have no end.
void require_html(const std::string& text, std::string_view what);
/// RFC 4180, as many cells in every row.
void require_csv(std::string_view text, std::string_view what);
/// No practice is ever called compliant, unless the input has the word.
void require_no_verdict(std::string_view text, std::string_view input);

}  // namespace hipaa::fuzz
