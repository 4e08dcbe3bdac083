// Mistakes in an input file: collected while reading goes on, then shown with the line that holds them.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/place.hpp"

namespace hipaa::yaml {

struct Source;

/// One mistake. `kind` is a stable word for scripts (`syntax`, `unknown_key`, ...); `message` is one sentence with its
/// suggestion, safe to print, without place and without a line break.
struct Problem {
    Place place;
    std::string kind;
    std::string message;

    friend auto operator<=>(const Problem&, const Problem&) = default;
};

/// The mistakes of one file, in the order of the file and each once. Only the first `shown_limit` are kept; the others
/// are counted, so that a hostile file costs bounded memory and a message that is not shown is never worded.
class Problems {
public:
    static constexpr std::size_t shown_limit = 100;

    /// Notes a mistake at `place`. `word` is called to make the message only if the mistake may be among those shown.
    template <typename Word>
    void add(Place place, std::string_view kind, Word&& word) {
        if (has_room_for(place)) insert({place, std::string(kind), std::forward<Word>(word)()});
        else ++hidden_;
    }
    void add(Place place, std::string_view kind, const char* message) {
        add(place, kind, [&] { return std::string(message); });
    }

    /// False if a mistake at `place` would only be counted.
    bool has_room_for(Place place) const;

    /// Counts mistakes that were not kept when these were noted.
    void add_hidden(std::size_t count) { hidden_ += count; }

    bool empty() const { return shown_.empty(); }
    const std::set<Problem>& shown() const { return shown_; }
    /// How many more there are than those shown.
    std::size_t hidden() const { return hidden_; }
    std::size_t count() const { return shown_.size() + hidden_; }

private:
    void insert(Problem problem);

    std::set<Problem> shown_;
    std::size_t hidden_ = 0;
};

/// `file:line:col: sentence`, safe to print, without a line break.
std::string headline(const Problem& problem, std::string_view file);

/// The source line and a caret line under it, for a terminal, each indented by two spaces and ended by a line feed;
/// a long line is cut to the part around the caret. Empty when the source has no such line.
std::string excerpt(const Problem& problem, const Source& source);

/// Keeps the excerpts of all `places` in `source`: `excerpt` alone goes through the file for each.
void keep_excerpts(Source& source, const std::set<Place>& places);

/// "... and 3 more mistakes".
std::string more_mistakes(std::size_t count);

/// All of them as a person reads them: headline and excerpt each, and at the end how many more there are.
std::string describe(const Problems& problems, const Source& source);

}  // namespace hipaa::yaml
