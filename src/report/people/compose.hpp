// Writing a report for people as pages, the same for every format that a person reads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.hpp"
#include "report/run.hpp"
#include "report/triage.hpp"

namespace hipaa {

/// How much a report says.
enum class Detail : std::uint8_t {
    brief,       // one screen: how things stand, and what to do
    concise,     // what is open, in short
    open_notes,  // what is open in full, with reasons, sources, what vendors say and ready-made wording
    everything,  // all notes with all of their checks
};

struct Composition {
    Detail detail = Detail::concise;
    std::size_t acts = 5;     // of a brief page: so many things to do, or mistakes of the file, at the most
    bool looks_ahead = true;  // past what is overdue, to what falls due next

    bool brief() const { return detail == Detail::brief; }
    bool concise() const { return detail == Detail::concise; }
    bool in_full() const { return detail >= Detail::open_notes; }
    bool everything() const { return detail == Detail::everything; }
};

/// The page of one practice. `triage` is that of its assessment, if something was checked.
page::Page compose_practice(const PracticeReport& report, const Triage& triage, const Run& run,
                            const Composition& composition);

/// A brief report of one practice has at most so many lines, 80 cells wide.
inline constexpr std::ptrdiff_t most_brief_lines = 24;

/// The brief page of one practice at all lengths, the longest first.
std::vector<page::Page> compose_brief(const PracticeReport& report, const Triage& triage, const Run& run);

/// The first of the pages `drawn`, the longest first, that is brief with a blank line and `closing` below; the last, if none
/// is.
const std::string& longest_brief(const std::vector<std::string>& drawn, std::string_view closing);

/// Of a practice in which nothing was checked it is empty. Worked out once for each report, and lasts as long.
const Triage& triage_of(const PracticeReport& report);

/// What the end of a report gathers from its practices. It keeps no reference to them.
class ReportFooter {
public:
    ReportFooter(const Run& run, const Composition& composition) : run_(run), composition_(composition) {}

    void add(const PracticeReport& report);
    /// Files that were skipped, what an earlier report had, the checklists with their origin, the disclaimer.
    page::Page compose(const Totals& totals) const;

private:
    struct ChecklistEntry {
        std::string identity;
        std::string example;  // the id of one of its notes
        std::string explain;  // the command that says more about that
        page::Line credit;    // who wrote what it is made from, and where that is; may be empty
        bool is_review;       // of a product
        page::Page page;
    };

    /// What an earlier report had for a practice, and this run does not.
    struct Lacking {
        std::string file;
        std::string checklist;
    };

    void add_checklists(const Assessment& assessment);
    void append_missing(const Totals& totals, page::Page& page) const;
    /// That the practices are only a part, as a sentence with a blank in front; empty if they are not.
    std::string part() const;
    page::Page fine_print() const;

    Run run_;
    Composition composition_;
    std::vector<ChecklistEntry> checklists_;
    std::vector<Lacking> lacking_;  // the first ones
    std::size_t more_lacking_ = 0;
};

}  // namespace hipaa
