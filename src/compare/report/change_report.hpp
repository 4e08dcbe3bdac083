// The formats in which changes are told: one file each, one row each in the table.
#pragma once

#include <cstddef>
#include <memory>
#include <ostream>
#include <string>

#include "compare/practice_changes.hpp"
#include "report/format.hpp"

namespace hipaa {

/// What is compared.
struct Comparison {
    Date from;
    Date to;
    std::string old_name;  // of the report or file
    std::string now_name;
    std::vector<std::string> set;  // answers that were only supposed, on either side
};

/// Writes one report of changes: `begin`, then each practice, then `end`.
class ChangeWriter {
public:
    virtual ~ChangeWriter() = default;
    virtual void begin(const Comparison& comparison) = 0;
    virtual void practice(const PracticeChanges& practice) = 0;
    virtual void end(const ChangeTotals& totals) = 0;
};

class TimelineWriter;

struct ChangeFormat {
    std::string_view name;
    std::string_view endings;  // of file names that mean this format, separated by spaces
    std::unique_ptr<ChangeWriter> (*make)(std::ostream& out, const Appearance& appearance);
    std::unique_ptr<TimelineWriter> (*make_timeline)(std::ostream& out, const Appearance& appearance);
};

/// Each is defined in the file of its format.
std::unique_ptr<ChangeWriter> make_text_changes(std::ostream& out, const Appearance& appearance);
std::unique_ptr<ChangeWriter> make_markdown_changes(std::ostream& out, const Appearance& appearance);
std::unique_ptr<ChangeWriter> make_html_changes(std::ostream& out, const Appearance& appearance);
std::unique_ptr<ChangeWriter> make_json_changes(std::ostream& out, const Appearance& appearance);

std::span<const ChangeFormat> change_formats();

}  // namespace hipaa
