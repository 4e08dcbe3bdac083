// The overview of many practices in HTML, in bounded memory: the most urgent ones are kept, the others only counted.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "page/html_text.hpp"
#include "report/people/overview.hpp"

namespace hipaa {

class HtmlOverview {
public:
    /// How many practices the table lists, and how many of these are shown in full.
    static constexpr std::size_t most_listed = 1000;
    static constexpr std::size_t most_detailed = 200;

    /// And how long the latter may be together, so that the file can be opened.
    static constexpr std::size_t most_bytes = 2'000'000;

    /// True if there is room for the details of a practice of this rank, as far as anybody can tell by now.
    bool wants_details(const PracticeRank& rank) const { return details_.wants(rank); }

    /// `details` is its HTML, whose outermost id is `id`, and `anchors` are those of its notes; only kept if it is wanted.
    void add(const PracticeReport& report, const PracticeRank& rank, std::string id, std::string details,
             const Anchors& anchors);
    /// The details of a practice that was added without, if there is still room for them.
    void set_details(const PracticeRank& rank, std::string details) { details_.replace(rank, std::move(details)); }

    std::size_t practices() const { return counts_.practices(); }
    /// Heading, verdict, picture, the table of practices against notes.
    std::string head(bool with_details) const;
    /// What `head` leads to.
    std::string details() const;

private:
    struct Column {
        int number;
        std::string title;
        std::size_t open = 0;  // practices in which something is to be done about it
        std::size_t seen = 0;
    };
    struct ChecklistColumns {
        std::string id;
        std::string title;
        std::vector<Column> notes;
    };
    struct Cell {
        Standing standing = Standing::not_applicable;
        std::string anchor;  // of the note, if it has one
    };
    struct Row {
        std::string name;
        std::string file;
        std::string id;
        Standing standing;
        std::string since;  // the earlier report
        /// By checklist and note; empty for a checklist that does not apply.
        std::vector<std::vector<Cell>> notes;
    };

    std::vector<std::vector<Cell>> count_notes(const PracticeReport& report, const Anchors& anchors);
    std::size_t columns_of(const Checklist& checklist);
    std::string picture() const;
    std::string note_titles() const;
    std::string filter() const;
    std::string table(bool with_details) const;
    std::string table_head() const;
    std::string table_row(const Row& row, bool leads_somewhere) const;
    std::string table_foot() const;
    std::string left_out() const;

    StandingCounts counts_;
    std::vector<ChecklistColumns> checklists_;
    std::map<PracticeRank, Row> rows_;
    MostUrgent details_{most_detailed, most_bytes};
};

}  // namespace hipaa
