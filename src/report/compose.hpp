// Writing a report for people as pages, the same for every format that a person reads.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "report/outline.hpp"
#include "report/page.hpp"
#include "report/run.hpp"

namespace hipaa {

struct Composition {
    bool everything = false;  // all notes with all of their checks, and all sources
    bool in_full = false;     // reasons, what vendors say and ready-made wording in full, where a note is open
};

/// The page of one practice.
page::Page compose_practice(const PracticeReport& report, const Run& run, const Composition& composition);

/// What the end of a report gathers from its practices. It keeps no reference to them.
class Closing {
public:
    Closing(const Run& run, const Composition& composition) : run_(run), composition_(composition) {}

    void add(const PracticeReport& report);
    void add_checklists(const Assessment& assessment);
    /// The overview of several practices, files that were skipped, the checklists with their origin, the disclaimer. The
    /// page refers to this.
    page::Page compose(const Totals& totals) const;
    /// The same without the overview, for which no practice has to be added.
    page::Page compose_origins(const Totals& totals) const;

private:
    struct Entry {
        std::string name;
        Standing standing;
        std::array<std::size_t, section_count> counts;
    };
    struct ChecklistEntry {
        std::string identity;
        std::string example;  // the id of one of its notes
        page::Page page;
    };

    Run run_;
    Composition composition_;
    std::vector<Entry> practices_;
    std::vector<ChecklistEntry> checklists_;
};

}  // namespace hipaa
