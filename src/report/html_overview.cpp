// The overview of many practices in HTML.
#include "report/html_overview.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/html_mark.hpp"
#include "report/html_text.hpp"

namespace hipaa {
namespace {

bool is_open(Standing standing) {
    return standing == Standing::duty || standing == Standing::recommendation || standing == Standing::unanswered ||
           standing == Standing::attention;
}

template <class Value>
void keep_most_urgent(std::map<HtmlOverview::Rank, Value>& kept, std::size_t most) {
    if (kept.size() > most) kept.erase(std::prev(kept.end()));
}

/// "1 needs action", "3 need action".
std::string counted(Standing standing, std::size_t count) {
    struct Phrase {
        std::string_view one, many;
    };
    constexpr std::array<Phrase, standing_count> phrases{{
        {"has mistakes in its file and was not checked", "have mistakes in their files and were not checked"},
        {"needs action", "need action"},
        {"has a recommended change", "have a recommended change"},
        {"cannot be judged yet", "cannot be judged yet"},
        {"has nothing that could be checked", "have nothing that could be checked"},
        {"is worth a look", "are worth a look"},
        {"has nothing open but what is accepted and documented",
         "have nothing open but what is accepted and documented"},
        {"has everything in place, as reported", "have everything in place, as reported"},
        {"has no note that applies", "have no note that applies"},
    }};
    const Phrase& phrase = phrases[static_cast<std::size_t>(standing)];
    return fmt::format("{} {}", count, count == 1 ? phrase.one : phrase.many);
}

}  // namespace

HtmlOverview::Rank HtmlOverview::rank_of(const Outline& content, Standing standing, std::size_t index) {
    constexpr std::size_t most = 1'000'000;  // more notes come first, and ranks grow
    Rank rank{static_cast<std::size_t>(standing)};
    for (std::size_t i = 0; i < ranked_sections; ++i) rank[i + 1] = most - std::min(most, content.sections[i].size());
    rank.back() = index;
    return rank;
}

bool HtmlOverview::wants_details(const Rank& rank) const {
    return details_.size() < most_detailed || rank < std::prev(details_.end())->first;
}

void HtmlOverview::add(const PracticeReport& report, const Rank& rank, std::string id, std::string details) {
    ++practices_;
    const auto standing = static_cast<Standing>(rank[0]);
    ++standings_[rank[0]];
    std::vector<std::vector<Standing>> notes = count_notes(report);
    if (wants_details(rank)) {
        details_.emplace(rank, std::move(details));
        keep_most_urgent(details_, most_detailed);
    }
    rows_.emplace(rank, Row{report.name(), report.source.name, std::move(id), standing, std::move(notes)});
    keep_most_urgent(rows_, most_listed);
}

void HtmlOverview::set_details(const Rank& rank, std::string details) {
    const auto found = details_.find(rank);
    if (found != details_.end()) found->second = std::move(details);
}

std::size_t HtmlOverview::columns_of(const Checklist& checklist) {
    const auto found = std::ranges::find(checklists_, checklist.id, &ChecklistColumns::id);
    if (found != checklists_.end()) return static_cast<std::size_t>(found - checklists_.begin());
    ChecklistColumns columns{checklist.id, checklist.title, {}};
    for (const Note& note : checklist.notes) columns.notes.push_back({note.number, note.title});
    checklists_.push_back(std::move(columns));
    return checklists_.size() - 1;
}

std::vector<std::vector<Standing>> HtmlOverview::count_notes(const PracticeReport& report) {
    std::vector<std::vector<Standing>> notes;
    if (!report.assessment) return notes;
    for (const ChecklistResult& checklist : report.assessment->checklists) {
        const std::size_t at = columns_of(*checklist.checklist);
        if (notes.size() <= at) notes.resize(at + 1);
        // A generic checklist judges several products; its column shows the worst.
        std::vector<Standing>& cells = notes[at];
        cells.resize(checklist.notes.size(), Standing::not_applicable);
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = std::min(cells[i], standing_of(section_of(checklist.notes[i])));
    }
    for (std::size_t at = 0; at < notes.size(); ++at)
        for (std::size_t i = 0; i < notes[at].size(); ++i) {
            Column& column = checklists_[at].notes[i];
            ++column.seen;
            if (is_open(notes[at][i])) ++column.open;
        }
    return notes;
}

std::string HtmlOverview::verdict() const {
    std::string text;
    for (std::size_t i = 0; i < standing_count; ++i)
        if (standings_[i] > 0) text += (text.empty() ? "" : ", ") + counted(static_cast<Standing>(i), standings_[i]);
    return fmt::format("<p class=\"verdict\">Of {} practices, {}.</p>\n", practices_, text);
}

std::string HtmlOverview::picture() const {
    // A share that is there at all can be seen.
    std::array<double, standing_count> widths{};
    double total = 0;
    for (std::size_t i = 0; i < standing_count; ++i) {
        const double share = 100.0 * static_cast<double>(standings_[i]) / static_cast<double>(practices_);
        widths[i] = standings_[i] == 0 ? 0 : std::max(share, 2.0);
        total += widths[i];
    }
    std::string bars;
    std::string described;
    std::string legend;
    double x = 0;
    for (std::size_t i = 0; i < standing_count; ++i) {
        if (standings_[i] == 0) continue;
        const auto standing = static_cast<Standing>(i);
        const double width = 100 * widths[i] / total;
        bars += fmt::format(
            "<svg class=\"{}\" x=\"{:.2f}%\" width=\"{:.2f}%\" height=\"40\"><rect class=\"share\" width=\"100%\" "
            "height=\"40\"/><svg x=\"50%\" y=\"10\" overflow=\"visible\"><use href=\"#sign-{}\" x=\"-10\" width=\"20\" "
            "height=\"20\"/></svg></svg>\n",
            css_class(standing), x, width, css_class(standing));
        described += fmt::format("{}: {}. ", label(standing), standings_[i]);
        legend += fmt::format("<li>{}<b>{}</b> {}</li>\n", mark(standing), standings_[i], label(standing));
        x += width;
    }
    return fmt::format(
        "<div class=\"picture\">\n<svg class=\"shares\" role=\"img\" aria-labelledby=\"shares-title shares-desc\" "
        "width=\"100%\" height=\"40\">\n<title id=\"shares-title\">How many practices stand where</title>\n"
        "<desc id=\"shares-desc\">{}</desc>\n{}</svg>\n<ul class=\"legend\">\n{}</ul>\n</div>\n",
        described, bars, legend);
}

std::string HtmlOverview::table_head() const {
    std::string titles;
    std::string numbers;
    std::string columns;
    for (const ChecklistColumns& checklist : checklists_) {
        columns += fmt::format("<colgroup span=\"{}\"></colgroup>", checklist.notes.size());
        titles += fmt::format("<th colspan=\"{}\" scope=\"colgroup\">{}</th>", checklist.notes.size(),
                              html_text(checklist.title));
        for (const Column& note : checklist.notes)
            numbers += fmt::format("<th scope=\"col\" title=\"{1}\"><span class=\"hidden\">Note </span>{0}</th>",
                                   note.number, html_text(note.title));
    }
    return fmt::format(
        "<colgroup span=\"2\"></colgroup>{}\n<thead>\n<tr><th rowspan=\"2\" scope=\"col\">Practice</th>"
        "<th rowspan=\"2\" scope=\"col\">Result</th>{}</tr>\n<tr>{}</tr>\n</thead>\n",
        columns, titles, numbers);
}

std::string HtmlOverview::table_row(const Row& row, bool leads_somewhere) const {
    const std::string file = html_text(row.file);
    const std::string name = row.name.empty() ? file : html_text(row.name);
    std::string text = "<tr><th scope=\"row\">";
    text += leads_somewhere ? fmt::format("<a href=\"#{}\"><bdi>{}</bdi></a>", row.id, name)
                            : fmt::format("<bdi>{}</bdi>", name);
    if (!row.name.empty()) text += fmt::format("<small>{}</small>", file);
    text += fmt::format("</th><td class=\"result\">{}<span class=\"words\">{}</span></td>", mark(row.standing),
                        label(row.standing));
    for (std::size_t at = 0; at < checklists_.size(); ++at)
        for (std::size_t i = 0; i < checklists_[at].notes.size(); ++i) {
            if (at >= row.notes.size() || row.notes[at].empty()) {
                text += "<td><span class=\"hidden\">Not checked</span></td>";
                continue;
            }
            const Standing standing = row.notes[at][i];
            text += fmt::format("<td>{}<span class=\"hidden\">{}</span></td>", mark(standing), label(standing));
        }
    return text + "</tr>\n";
}

std::string HtmlOverview::table_foot() const {
    std::string text = "<tfoot>\n<tr><th scope=\"row\" colspan=\"2\">Practices in which it is open</th>";
    for (const ChecklistColumns& checklist : checklists_)
        for (const Column& note : checklist.notes)
            text += fmt::format("<td>{}<span class=\"of\"> of {}</span></td>", note.open, note.seen);
    return text + "</tr>\n</tfoot>\n";
}

std::string HtmlOverview::note_titles() const {
    std::string text;
    for (const ChecklistColumns& checklist : checklists_) {
        text += fmt::format("<p>Notes of &quot;{}&quot;:</p>\n<ul class=\"numbers\">\n", html_text(checklist.title));
        for (const Column& note : checklist.notes)
            text += fmt::format("<li><b>{}</b> {}</li>\n", note.number, html_text(note.title));
        text += "</ul>\n";
    }
    return text;
}

std::string HtmlOverview::left_out() const {
    if (practices_ <= details_.size()) return {};
    std::string text =
        fmt::format("Shown in full are the {} most urgent of {} practices, so that this file can be opened",
                    details_.size(), practices_);
    text +=
        practices_ > rows_.size()
            ? fmt::format("; the table lists the {} most urgent, and counts all of them in its last row.", rows_.size())
            : std::string("; the table lists all of them.");
    return fmt::format(
        "<p class=\"open\">{} For any other practice, check its file by itself; for all of them, write the report with "
        "<code>-f csv</code> (for a spreadsheet) or <code>-f json</code>.</p>\n",
        text);
}

std::string HtmlOverview::table() const {
    std::string text =
        "<section id=\"matrix\">\n<h2 id=\"matrix-title\">Practices and notes, the most urgent first</h2>\n" +
        left_out() +
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"matrix-title\">\n<table "
        "class=\"matrix\">\n" +
        table_head() + "<tbody>\n";
    std::size_t index = 0;
    for (const auto& [rank, row] : rows_) text += table_row(row, index++ < details_.size());
    text += "</tbody>\n";
    if (!checklists_.empty()) text += table_foot();
    return text + "</table>\n</div>\n" + note_titles() + "</section>\n";
}

std::string HtmlOverview::head() const {
    return fmt::format("<h1>{} practices</h1>\n", practices_) + verdict() + picture() + table();
}

std::string HtmlOverview::details() const {
    std::string text;
    for (const auto& [rank, html] : details_)
        text += html + "<p class=\"back\"><a href=\"#matrix\">Back to the overview</a></p>\n";
    return text;
}

}  // namespace hipaa
