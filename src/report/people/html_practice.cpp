// One practice in HTML: its page, with the picture and what the notes look like before they are opened.
#include "report/people/html_practice.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "page/icons.hpp"
#include "page/wording.hpp"
#include "report/people/compose_note.hpp"

namespace hipaa {
namespace {

/// Notes stand side by side in rows of this many.
constexpr std::size_t tiles_across = 8;
constexpr int tile = 40;  // units of the picture, with the gap
constexpr int margin = 2;

bool is_more_pressing(const CheckResult* one, const CheckResult* other) {
    return std::tuple(other->result, one->check->basis) < std::tuple(one->result, other->check->basis);
}

/// The most pressing problem, in a sentence; else what the note's result goes by.
page::Line gist(const NoteEntry& note, const NoteContext& context) {
    std::vector<const CheckResult*> problems;
    for (const CheckResult& check : note.result->checks)
        if (is_spelled_out(check)) problems.push_back(&check);
    if (!problems.empty()) {
        const CheckResult& worst = **std::ranges::min_element(problems, is_more_pressing);
        const std::string more =
            problems.size() == 1 ? std::string() : fmt::format(" And {} more.", problems.size() - 1);
        return {{std::string(first_sentences(worst.message())) + more}};
    }
    page::Line line = note_item(note, context).line;
    const std::size_t before = std::min<std::size_t>(2, line.size());  // the title and its colon
    line.erase(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(before));
    if (!line.empty()) line[0].text = line[0].code ? line[0].text : capitalized(line[0].text);
    for (const CheckResult& check : note.result->checks)
        if (line.empty() && check.decision)
            line.push_back({fmt::format("To be reviewed by {}", iso(check.decision->review_by))});
    if (line.empty() && note.result->result == Result::unknown)
        line.push_back({has_confirmation(context.assessment) ? "The answers are too old to count"
                                                             : "Nobody has confirmed the answers yet"});
    return line;
}

std::map<std::string, NoteFace, std::less<>> faces(const Triage& content, const NoteContext& context) {
    std::map<std::string, NoteFace, std::less<>> result;
    for (const Standing standing : values_of<Standing>)
        for (const NoteEntry& note : content.notes[standing])
            result.emplace(note_id(note), NoteFace{standing, gist(note, context)});
    return result;
}

/// The notes of one checklist as tiles that lead to them.
std::string board(const ChecklistResult& checklist, const std::string& id, const Anchors& anchors,
                  const Assessment& assessment) {
    const std::size_t count = checklist.notes.size();
    const std::size_t across = std::min(count, tiles_across);
    const int width = static_cast<int>(across) * tile;
    const int height = static_cast<int>((count + tiles_across - 1) / tiles_across) * (tile + 14);
    std::string tiles;
    std::string described;
    for (std::size_t i = 0; i < count; ++i) {
        const NoteEntry note{&checklist, &checklist.notes[i]};
        const Standing standing = standing_of(*note.result);
        const int x = static_cast<int>(i % tiles_across) * tile;
        const int y = static_cast<int>(i / tiles_across) * (tile + 14);
        const int number = note.result->note->number;
        const std::string words = fmt::format("Note {}: {}", number, label(standing));
        described += words + ". ";
        const auto anchor = anchors.find(note_id(note));
        tiles += fmt::format(
            "<a href=\"#{}\" aria-label=\"{}\"><title>{}: {}</title>"
            "<rect class=\"tile {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"5\"/>{}"
            "<text x=\"{}\" y=\"{}\">{}</text></a>\n",
            anchor == anchors.end() ? id : anchor->second, words, html_text(note_title(note, assessment)),
            label(standing), css_class(standing), x + margin, y + margin, tile - 2 * margin, tile + 14 - 2 * margin,
            icon_at(standing, x + 9, y + 6, 22), x + tile / 2, y + 44, number);
    }
    return fmt::format(
        "<svg class=\"board across-{5}\" role=\"group\" aria-labelledby=\"{0}-title\" aria-describedby=\"{0}-desc\" "
        "viewBox=\"0 0 {1} {2}\">\n<title id=\"{0}-title\">Where the notes of &quot;{3}&quot; "
        "stand</title>\n<desc id=\"{0}-desc\">{4}</desc>\n{6}</svg>\n",
        id, width, height, html_text(checklist.checklist->title), described, across, tiles);
}

std::string legend(const Triage& content, const std::string& prefix) {
    std::string text = "<ul class=\"legend\">\n";
    for (const Standing standing : values_of<Standing>)
        if (const std::size_t count = content.notes[standing].size(); count > 0)
            text += fmt::format("<li><a href=\"#{}-{}\">{}<b>{}</b> <span>{}</span></a></li>\n", prefix,
                                key_of(standing), icon(standing), count, label(standing));
    return text + "</ul>\n";
}

std::string picture(const Assessment& assessment, const Triage& content, const std::string& prefix,
                    const Anchors& anchors) {
    std::string text = "<div class=\"picture\">\n<div>\n";
    for (std::size_t i = 0; i < assessment.checklists.size(); ++i) {
        const ChecklistResult& checklist = assessment.checklists[i];
        if (checklist.notes.empty()) continue;
        if (assessment.checklists.size() > 1)
            text += fmt::format("<p class=\"caption\">{} ({})</p>\n", html_text(checklist.checklist->title),
                                html_text(product_name(checklist)));
        text += board(checklist, fmt::format("{}-board-{}", prefix, i + 1), anchors, assessment);
    }
    return text + "</div>\n" + legend(content, prefix) + "</div>\n";
}

}  // namespace

HtmlPractice::HtmlPractice(const PracticeReport& report, const Run& run, const Triage& content,
                           const std::string& prefix, const Composition& composition)
    : page_(compose_practice(report, content, run, composition)), anchors_(anchors_of(page_, prefix)) {
    place_.prefix = prefix;
    if (!report.assessment || !report.assessment->checked || composition.brief()) return;
    const Assessment& assessment = *report.assessment;
    place_.notes = faces(content, {assessment, run, composition, nullptr});
    place_.picture = picture(assessment, content, prefix, anchors_);
}

std::string HtmlPractice::draw(int top_level) {
    place_.top_level = top_level;
    std::string html = html_page(page_, place_);
    html.insert(0, fmt::format("<article aria-labelledby=\"{}\">\n", place_.prefix));
    return html += "</article>\n";
}

}  // namespace hipaa
