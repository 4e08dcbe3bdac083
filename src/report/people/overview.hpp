// How the practices of a run stand beside each other: the same for every format that people read.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.hpp"
#include "report/triage.hpp"

namespace hipaa {

/// How many points of a practice are open, by what asks for them.
struct OpenPoints {
    std::size_t law = 0;  // or HHS, where it says how to read the law
    std::size_t vendor = 0;
    std::size_t advice = 0;
    std::size_t questions = 0;  // without an answer, or with one that is to be checked
    std::size_t attention = 0;
};

OpenPoints open_points(const PracticeReport& report, const Triage& triage);

/// What changed since the earlier report, in a cell: "+2 -1", "same", "new practice"; empty without one.
std::string since_baseline(const PracticeReport& report);

/// Orders practices: by their standing, then by how many points are open, in the order of `OpenPoints`; those that are
/// alike as they came.
using PracticeRank = std::array<std::size_t, 7>;
PracticeRank rank_of(const OpenPoints& points, Standing standing, std::size_t index);
inline Standing standing_of(const PracticeRank& rank) { return static_cast<Standing>(rank.front()); }

/// The texts of the most urgent practices, of which there may be more than fit.
class MostUrgent {
public:
    MostUrgent(std::size_t most_texts, std::size_t most_bytes) : most_texts_(most_texts), most_bytes_(most_bytes) {}

    /// True if there is room for a practice of this rank, as far as anybody can tell by now.
    bool wants(const PracticeRank& rank) const;
    /// Makes room for `text` in place of what is less urgent, or drops it.
    void add(const PracticeRank& rank, std::string text);
    /// In place of the text that was added for `rank`, if it is still there.
    void replace(const PracticeRank& rank, std::string text);

    const std::map<PracticeRank, std::string>& texts() const { return texts_; }

private:
    void make_room();

    std::size_t most_texts_;
    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    std::map<PracticeRank, std::string> texts_;
};

/// How many practices stand where.
class StandingCounts {
public:
    void add(Standing standing) { ++counts_[standing], ++practices_; }
    std::size_t practices() const { return practices_; }
    std::size_t operator[](Standing standing) const { return counts_[standing]; }
    /// "Of 25 practices, 3 need action, 22 have everything in place, as reported."
    std::string sentence() const;

private:
    EnumMap<Standing, std::size_t> counts_;
    std::size_t practices_ = 0;
};

/// The overview as a page. It keeps no reference to the practices.
class Overview {
public:
    /// `triage` is that of its assessment, if something was checked.
    void add(const PracticeReport& report, const Triage& triage);
    std::size_t practices() const { return counts_.practices(); }
    /// Of the practice that was added last.
    const PracticeRank& last_rank() const { return last_rank_; }
    page::Page compose(const Run& run) const;

private:
    struct Row {
        std::string name;
        std::string file;
        std::size_t mistakes = 0;
        OpenPoints points;
        std::string since;  // the earlier report
    };
    struct OpenNote {
        std::string id;
        std::string title;
        std::size_t practices = 0;  // in which it is open
    };

    void count_notes(const Assessment& assessment);
    page::Table table() const;
    void append_common(page::Page& page) const;

    StandingCounts counts_;
    PracticeRank last_rank_{};
    std::map<PracticeRank, Row> rows_;
    std::map<std::string, OpenNote, std::less<>> notes_;
    bool has_baseline_ = false;
};

}  // namespace hipaa
