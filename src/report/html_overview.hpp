// The overview of many practices in HTML, in bounded memory: the most urgent ones are kept, the others only counted.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "report/outline.hpp"

namespace hipaa {

class HtmlOverview {
public:
    /// How many practices the table lists, and how many of these are shown in full.
    static constexpr std::size_t most_listed = 1000;
    static constexpr std::size_t most_detailed = 200;

    /// Orders practices: the most urgent first, by their results and how many notes are open; those that are alike as
    /// they came.
    static constexpr std::size_t ranked_sections = 4;  // from `duty` to `attention`
    using Rank = std::array<std::size_t, ranked_sections + 2>;

    static Rank rank_of(const Outline& content, Standing standing, std::size_t index);

    /// True if there is room for the details of a practice of this rank, as far as anybody can tell by now.
    bool wants_details(const Rank& rank) const;

    /// `details` is its HTML, whose outermost id is `id`; only kept if it is wanted.
    void add(const PracticeReport& report, const Rank& rank, std::string id, std::string details);
    /// The details of a practice that was added without, if there is still room for them.
    void set_details(const Rank& rank, std::string details);

    std::size_t practices() const { return practices_; }
    /// Heading, verdict, picture, the table of practices against notes.
    std::string head() const;
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
    struct Row {
        std::string name;
        std::string file;
        std::string id;
        Standing standing;
        /// By checklist and note; empty for a checklist that does not apply.
        std::vector<std::vector<Standing>> notes;
    };

    std::vector<std::vector<Standing>> count_notes(const PracticeReport& report);
    std::size_t columns_of(const Checklist& checklist);
    std::string verdict() const;
    std::string picture() const;
    std::string table() const;
    std::string table_head() const;
    std::string table_row(const Row& row, bool leads_somewhere) const;
    std::string table_foot() const;
    std::string note_titles() const;
    std::string left_out() const;

    std::size_t practices_ = 0;
    std::array<std::size_t, standing_count> standings_{};
    std::vector<ChecklistColumns> checklists_;
    std::map<Rank, Row> rows_;
    std::map<Rank, std::string> details_;
};

}  // namespace hipaa
