// More than two reports, the oldest first: how what is open came and went.
#pragma once

#include <cstddef>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "compare/report/change_report.hpp"
#include "page/page.hpp"

namespace hipaa {

/// How many points are open, by what asks for them.
struct OpenByBasis {
    EnumMap<Basis, std::size_t> checks;
    std::size_t others = 0;  // deal-breakers and contradictions, which rest on nothing of the kind
    // Practices of which nobody knows what is open:
    std::size_t broken = 0;     // their files have mistakes
    std::size_t unchecked = 0;  // no checklist applies to them

    void add(const RecordedPractice& practice);
    OpenByBasis& operator+=(const OpenByBasis& more);
    std::size_t all() const;
    /// All, with an asterisk if some practices are not counted.
    std::string all_in_words() const;
};

struct TimelineReport {
    Date as_of;
    std::string name;
    std::vector<std::string> set;  // answers that were only supposed
    std::size_t practices = 0;
    OpenByBasis open;
    ChangeTotals since;  // what changed since the report before; nothing for the first
};

/// Writes a timeline: what changed in each practice, step by step, then `end`.
class TimelineWriter {
public:
    virtual ~TimelineWriter() = default;
    /// `several`: there is more than one practice. Step 0 leads from the first report to the second one.
    virtual void practice(std::size_t step, const PracticeChanges& practice, bool several) = 0;
    virtual void end(const std::vector<TimelineReport>& reports) = 0;
};

/// Each is defined in the file of its format.
std::unique_ptr<TimelineWriter> make_text_timeline(std::ostream& out, const Appearance& appearance);
std::unique_ptr<TimelineWriter> make_markdown_timeline(std::ostream& out, const Appearance& appearance);
std::unique_ptr<TimelineWriter> make_html_timeline(std::ostream& out, const Appearance& appearance);
std::unique_ptr<TimelineWriter> make_json_timeline(std::ostream& out, const Appearance& appearance);

/// The numbers of a timeline as a table.
page::Table timeline_table(const std::vector<TimelineReport>& reports);
/// What its asterisks mean; none if there is none.
std::vector<std::string> timeline_footnotes(const std::vector<TimelineReport>& reports);

}  // namespace hipaa
