// Mistakes in an input file, as a person reads them.
#include "yaml/problem.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "text/ci_log.hpp"
#include "text/printable.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"
#include "text/width.hpp"
#include "yaml/document.hpp"
#include "yaml/foreign.hpp"

namespace hipaa::yaml {
namespace {

constexpr std::size_t widest_line = 100;  // cells of an excerpt, without its indentation

/// A character of a source line as it is shown.
struct Cell {
    std::string shown;
    std::size_t width;
};

/// The part of a source line around the caret, before it is fitted to its width.
struct Stretch {
    std::vector<Cell> cells;
    std::size_t caret = 0;  // index into the cells; their number if it stands behind the last
    bool more_before = false;
    bool more_behind = false;
};

constexpr std::size_t reach = 2 * widest_line;  // characters on either side of the caret that are looked at
constexpr std::size_t longest_character = 4;    // bytes

/// Looks at no more of a line than could be shown, as it may be megabytes long.
Stretch around(std::string_view line, std::size_t column) {
    Stretch stretch;
    const std::size_t first = column > reach ? column - reach : 1;
    for (std::size_t at = 1; !line.empty() && at < first + 2 * reach; ++at) {
        const std::string_view before = line;
        utf8::take(line);
        if (at < first) continue;
        const std::string_view character = before.substr(0, before.size() - line.size());
        const bool is_plain = is_printable_ascii(character.front());
        std::string shown = is_plain ? std::string(character) : printable(character);
        const std::size_t width = is_plain ? 1 : display_width(shown);
        stretch.cells.push_back({std::move(shown), width});
    }
    stretch.caret = std::min(column - first, stretch.cells.size());
    stretch.more_before = first > 1;
    stretch.more_behind = !line.empty();
    return stretch;
}

std::size_t total_width(const std::vector<Cell>& cells, std::size_t from, std::size_t to) {
    std::size_t width = 0;
    for (std::size_t at = from; at < to; ++at) width += cells[at].width;
    return width;
}

/// `bytes` are a line of the source, or what is behind its first characters: no more of them than stand `reach` before
/// `column`, which counts from where `bytes` begin.
std::string excerpt_of(std::string_view bytes, std::size_t column) {
    const std::string line = utf8::well_formed(bytes.substr(0, longest_character * (column + 2 * reach)));
    if (line.empty()) return {};
    const auto [cells, caret, more_before, more_behind] = around(line, std::min(column, utf8::count(line) + 1));

    // A line that fits is shown whole; of another what is around the caret, with room for dots at both ends.
    std::size_t from = 0;
    std::size_t to = cells.size();
    if (more_before || more_behind || total_width(cells, 0, to) > widest_line) {
        constexpr std::size_t room = widest_line - 2;
        from = to = caret;
        std::size_t width = 0;
        while (from > 0 && width + cells[from - 1].width <= room / 2) width += cells[--from].width;
        while (to < cells.size() && width + cells[to].width <= room) width += cells[to++].width;
        while (from > 0 && width + cells[from - 1].width <= room) width += cells[--from].width;
    }
    const bool cut_before = more_before || from > 0;
    const bool cut_behind = more_behind || to < cells.size();

    std::string result = cut_before ? "  …" : "  ";
    for (std::size_t at = from; at < to; ++at) result += cells[at].shown;
    result += cut_behind ? "…\n  " : "\n  ";
    result.append((cut_before ? 1 : 0) + total_width(cells, from, caret), ' ');
    return result + "^\n";
}

bool is_shown(const Source& source) { return source.unmarked || refusal_of_foreign(source.text).empty(); }

}  // namespace

bool Problems::has_room_for(Place place) const { return shown_.size() < shown_limit || place < shown_.rbegin()->place; }

void Problems::insert(Problem problem) {
    // Whatever a message repeats of a file, or lists of what a checklist offers, goes to terminals and logs.
    for (std::string* text : {&problem.kind, &problem.message})
        if (printable_ascii(*text) != text->size()) *text = printable(*text);
    shown_.insert(std::move(problem));
    if (shown_.size() <= shown_limit) return;
    shown_.erase(std::prev(shown_.end()));
    ++hidden_;
}

std::string headline(const Problem& problem, std::string_view file) {
    return without_log_commands(
        fmt::format("{}:{}:{}: {}", printable(file), problem.place.line, problem.place.column, problem.message));
}

std::string excerpt(const Problem& problem, const Source& source) {
    if (const auto kept = source.excerpts.find(problem.place); kept != source.excerpts.end()) return kept->second;
    return is_shown(source) ? excerpt_of(source.line(problem.place.line), problem.place.column) : std::string();
}

void keep_excerpts(Source& source, const std::set<Place>& places) {
    if (!is_shown(source)) return;
    LineCursor cursor(source);
    std::string_view rest = cursor.next().value_or(std::string_view());
    Place begin;  // of `rest`
    for (const Place place : places) {
        for (; begin.line < place.line; begin = {begin.line + 1, 1}) rest = cursor.next().value_or(std::string_view());
        // One character more is left, to tell that there are some before; and the end of the line, for a place behind it.
        for (; begin.column + reach + 1 < place.column && rest.size() > 2 * reach * longest_character; ++begin.column)
            utf8::take(rest);
        source.excerpts.emplace(place, excerpt_of(rest, place.column - begin.column + 1));
    }
}

std::string more_mistakes(std::size_t count) {
    return fmt::format("... and {} more mistake{}", count, count == 1 ? "" : "s");
}

std::string describe(const Problems& problems, const Source& source) {
    std::string result;
    for (const Problem& problem : problems.shown()) {
        result += headline(problem, source.name);
        result += '\n';
        result += excerpt(problem, source);
    }
    if (problems.hidden() > 0) result += more_mistakes(problems.hidden()) + '\n';
    return without_log_commands(std::move(result));
}

}  // namespace hipaa::yaml
