// The overview of many practices in HTML.
#include "report/people/html_overview.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "page/html_text.hpp"
#include "page/icons.hpp"

namespace hipaa {
void HtmlOverview::add(const PracticeReport& report, const PracticeRank& rank, std::string id, std::string details,
                       const Anchors& anchors) {
    const Standing standing = standing_of(rank);
    counts_.add(standing);
    std::vector<std::vector<Cell>> notes = count_notes(report, anchors);
    if (wants_details(rank)) details_.add(rank, std::move(details));
    rows_.emplace(rank, Row{report.name(), report.source.name, std::move(id), standing, since_baseline(report),
                            std::move(notes)});
    if (rows_.size() > most_listed) rows_.erase(std::prev(rows_.end()));
}

std::size_t HtmlOverview::columns_of(const Checklist& checklist) {
    const auto found = std::ranges::find(checklists_, checklist.id, &ChecklistColumns::id);
    if (found != checklists_.end()) return static_cast<std::size_t>(found - checklists_.begin());
    ChecklistColumns columns{checklist.id, checklist.title, {}};
    for (const Note& note : checklist.notes) columns.notes.push_back({note.number, note.title});
    checklists_.push_back(std::move(columns));
    return checklists_.size() - 1;
}

std::vector<std::vector<HtmlOverview::Cell>> HtmlOverview::count_notes(const PracticeReport& report,
                                                                       const Anchors& anchors) {
    std::vector<std::vector<Cell>> notes;
    if (!report.assessment) return notes;
    for (const ChecklistResult& checklist : report.assessment->checklists) {
        const std::size_t at = columns_of(*checklist.checklist);
        if (notes.size() <= at) notes.resize(at + 1);
        // A generic checklist judges several products; its column shows the worst.
        std::vector<Cell>& cells = notes[at];
        const bool is_first = cells.empty();
        cells.resize(checklist.notes.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const NoteEntry note{&checklist, &checklist.notes[i]};
            const Standing standing = standing_of(*note.result);
            if (!is_first && standing >= cells[i].standing) continue;
            const auto anchor = anchors.find(note_id(note));
            cells[i] = {standing, anchor == anchors.end() ? std::string() : anchor->second};
        }
    }
    for (std::size_t at = 0; at < notes.size(); ++at)
        for (std::size_t i = 0; i < notes[at].size(); ++i) {
            Column& column = checklists_[at].notes[i];
            ++column.seen;
            if (is_open(notes[at][i].standing)) ++column.open;
        }
    return notes;
}

std::string HtmlOverview::picture() const {
    // A share that is there at all can be seen.
    EnumMap<Standing, double> widths;
    double total = 0;
    for (const Standing standing : values_of<Standing>) {
        const double share = 100.0 * static_cast<double>(counts_[standing]) / static_cast<double>(practices());
        widths[standing] = counts_[standing] == 0 ? 0 : std::max(share, 2.0);
        total += widths[standing];
    }
    std::string bars;
    std::string described;
    std::string legend;
    double x = 0;
    for (const Standing standing : values_of<Standing>) {
        if (counts_[standing] == 0) continue;
        const double width = 100 * widths[standing] / total;
        bars += fmt::format(
            "<svg class=\"{}\" x=\"{:.2f}%\" width=\"{:.2f}%\" height=\"40\"><rect class=\"share\" width=\"100%\" "
            "height=\"40\"/><svg x=\"50%\" y=\"10\" overflow=\"visible\"><use href=\"#sign-{}\" x=\"-10\" width=\"20\" "
            "height=\"20\"/></svg></svg>\n",
            css_class(standing), x, width, css_class(standing));
        described += fmt::format("{}: {}. ", label(standing), counts_[standing]);
        legend += fmt::format("<li>{}<b>{}</b> {}</li>\n", icon(standing), counts_[standing], label(standing));
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
            numbers += fmt::format("<th scope=\"col\"><div><span><b>{0}.</b> <i>{1}</i></span></div></th>", note.number,
                                   html_text(note.title));
    }
    return fmt::format(
        "<colgroup span=\"2\"></colgroup>{}\n<thead>\n<tr><th rowspan=\"2\" scope=\"col\">Practice</th>"
        "<th rowspan=\"2\" scope=\"col\">Result</th>{}</tr>\n<tr>{}</tr>\n</thead>\n",
        columns, titles, numbers);
}

std::string HtmlOverview::table_row(const Row& row, bool leads_somewhere) const {
    const std::string file = html_text(row.file);
    const std::string name = row.name.empty() ? file : html_text(row.name);
    std::string text = fmt::format("<tr class=\"is-{}\"><th scope=\"row\">", css_class(row.standing));
    text += leads_somewhere ? fmt::format("<a href=\"#{}\"><bdi>{}</bdi></a>", row.id, name)
                            : fmt::format("<bdi>{}</bdi>", name);
    if (!row.name.empty()) text += fmt::format("<small>{}</small>", file);
    const std::string since = row.since.empty() ? "" : fmt::format("<small>{}</small>", row.since);
    text += fmt::format("</th><td class=\"result\">{}<span class=\"words\">{}</span>{}</td>", icon(row.standing),
                        label(row.standing), since);
    for (std::size_t at = 0; at < checklists_.size(); ++at)
        for (std::size_t i = 0; i < checklists_[at].notes.size(); ++i) {
            if (at >= row.notes.size() || row.notes[at].empty()) {
                text += "<td><span class=\"hidden\">Not checked</span></td>";
                continue;
            }
            const Cell& cell = row.notes[at][i];
            const std::string sign =
                fmt::format("{}<span class=\"hidden\">{}</span>", icon(cell.standing), label(cell.standing));
            text += leads_somewhere && !cell.anchor.empty()
                        ? fmt::format("<td><a href=\"#{}\">{}</a></td>", cell.anchor, sign)
                        : fmt::format("<td>{}</td>", sign);
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

/// On paper the heads of the columns have room for numbers only.
std::string HtmlOverview::note_titles() const {
    std::string text;
    for (const ChecklistColumns& checklist : checklists_) {
        text += fmt::format("<p class=\"on-paper\">Notes of &quot;{}&quot;:</p>\n<ul class=\"numbers on-paper\">\n",
                            html_text(checklist.title));
        for (const Column& note : checklist.notes)
            text += fmt::format("<li><b>{}</b> {}</li>\n", note.number, html_text(note.title));
        text += "</ul>\n";
    }
    return text;
}

/// Which practices the table shows, without any script: a style for each choice hides the other rows.
std::string HtmlOverview::filter() const {
    std::string choices = "<label><input type=\"radio\" name=\"show\" checked> All</label>\n";
    std::size_t kinds = 0;
    for (const Standing standing : values_of<Standing>) {
        if (counts_[standing] == 0) continue;
        ++kinds;
        choices += fmt::format("<label><input type=\"radio\" name=\"show\" id=\"show-{}\"> {}{}</label>\n",
                               css_class(standing), icon(standing), label(standing));
    }
    return kinds < 2 ? std::string()
                     : "<fieldset class=\"filter\">\n<legend>Show practices</legend>\n" + choices + "</fieldset>\n";
}

std::string HtmlOverview::left_out() const {
    if (practices() <= details_.texts().size()) return {};
    std::string text =
        fmt::format("Shown in full are the {} most urgent of {} practices, so that this file can be opened",
                    details_.texts().size(), practices());
    text +=
        practices() > rows_.size()
            ? fmt::format("; the table lists the {} most urgent, and counts all of them in its last row.", rows_.size())
            : std::string("; the table lists all of them.");
    return fmt::format(
        "<p class=\"open\">{} For any other practice, check its file by itself; for all of them, write the report with "
        "<code>-f csv</code> (for a spreadsheet) or <code>-f json</code>.</p>\n",
        text);
}

std::string HtmlOverview::table(bool with_details) const {
    std::string text =
        "<section id=\"matrix\">\n<h2 id=\"matrix-title\">Practices and notes, the most urgent first</h2>\n" +
        (with_details ? left_out() : std::string()) + filter() +
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"matrix-title\">\n<table "
        "class=\"matrix\">\n" +
        table_head() + "<tbody>\n";
    std::size_t index = 0;
    for (const auto& [rank, row] : rows_) text += table_row(row, with_details && index++ < details_.texts().size());
    text += "</tbody>\n";
    if (!checklists_.empty()) text += table_foot();
    return text + "</table>\n</div>\n" + note_titles() + "</section>\n";
}

std::string HtmlOverview::head(bool with_details) const {
    return fmt::format("<h1>{} practices</h1>\n<p class=\"verdict\">{}</p>\n", practices(), counts_.sentence()) +
           picture() + table(with_details);
}

std::string HtmlOverview::details() const {
    std::string text;
    for (const auto& [rank, html] : details_.texts())
        text += html + "<p class=\"back\"><a href=\"#matrix\">Back to the overview</a></p>\n";
    return text;
}

}  // namespace hipaa
