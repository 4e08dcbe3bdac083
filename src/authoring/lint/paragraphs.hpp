// The paragraphs of the sections of 45 CFR that practices are judged by.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hipaa {

/// All paragraphs of one section: each by its mark, followed by those below it in brackets, as in `a(1 2(i ii)) b`. Of
/// definitions, whose paragraphs have no letters, those of all of them together.
struct SectionParagraphs {
    int part;
    int number;
    std::string_view paragraphs;
};

std::span<const SectionParagraphs> paragraph_table();

/// The paragraphs of a section, if they are in the table.
std::optional<std::string_view> paragraphs_of(int part, int number);

/// The marks right below the paragraph at `path`; nothing if there is no such paragraph.
std::optional<std::vector<std::string_view>> marks_below(std::string_view paragraphs,
                                                         std::span<const std::string_view> path);

}  // namespace hipaa
