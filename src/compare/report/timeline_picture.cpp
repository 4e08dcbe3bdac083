// A timeline as a picture.
#include "compare/report/timeline_picture.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace hipaa {
namespace {

constexpr int height = 160;  // of the highest bar
constexpr int below = 24;    // for the days
constexpr int above = 20;    // for the numbers
constexpr int bar_width = 48;
constexpr int bar_distance = 96;

/// What is most pressing is the darkest, at the bottom.
struct Share {
    std::string_view label;
    double opacity;
    std::size_t (*count)(const OpenByBasis& open);
};

constexpr std::array shares{
    Share{"law", 1.0, [](const OpenByBasis& open) { return open.checks[Basis::law]; }},
    Share{"HHS guidance", 0.78, [](const OpenByBasis& open) { return open.checks[Basis::guidance]; }},
    Share{"vendor's conditions", 0.56, [](const OpenByBasis& open) { return open.checks[Basis::vendor_condition]; }},
    Share{"recommendations", 0.34, [](const OpenByBasis& open) { return open.checks[Basis::recommendation]; }},
    Share{"other", 0.18, [](const OpenByBasis& open) { return open.others; }},
};

std::string bar(const TimelineReport& report, std::size_t index, double scale) {
    const auto x = static_cast<int>(index) * bar_distance + (bar_distance - bar_width) / 2;
    const int middle = x + bar_width / 2;
    std::string text;
    double top = above + height;
    for (const Share& share : shares) {
        const double size = static_cast<double>(share.count(report.open)) * scale;
        if (size == 0) continue;
        top -= size;
        text += fmt::format(
            "<rect x=\"{}\" y=\"{:.1f}\" width=\"{}\" height=\"{:.1f}\" fill=\"currentColor\" fill-opacity=\"{}\"/>\n",
            x, top, bar_width, size, share.opacity);
    }
    text += fmt::format(
        "<text x=\"{}\" y=\"{:.1f}\" text-anchor=\"middle\" fill=\"currentColor\" font-size=\"14\">{}</text>\n", middle,
        top - 6, report.open.all_in_words());
    text +=
        fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"currentColor\" font-size=\"12\">{}</text>\n",
                    middle, above + height + 17, iso(report.as_of));
    return text;
}

}  // namespace

std::string timeline_picture(const std::vector<TimelineReport>& reports) {
    std::size_t most = 1;
    for (const TimelineReport& report : reports) most = std::max(most, report.open.all());
    const int width = static_cast<int>(reports.size()) * bar_distance;
    std::string bars;
    std::string described;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        bars += bar(reports[i], i, static_cast<double>(height) / static_cast<double>(most));
        described += fmt::format("{}: {}. ", iso(reports[i].as_of), reports[i].open.all_in_words());
    }
    std::string legend;
    for (const Share& share : shares)
        legend += fmt::format(
            "<li><svg width=\"14\" height=\"14\" aria-hidden=\"true\"><rect width=\"14\" height=\"14\" "
            "fill=\"currentColor\" fill-opacity=\"{}\"/></svg> {}</li>\n",
            share.opacity, share.label);
    return fmt::format(
        "<div class=\"picture\">\n<svg role=\"img\" aria-labelledby=\"timeline-title timeline-desc\" viewBox=\"0 0 {0} "
        "{1}\" width=\"{0}\" height=\"{1}\">\n<title id=\"timeline-title\">How many points were open</title>\n<desc "
        "id=\"timeline-desc\">{2}</desc>\n<line x1=\"0\" x2=\"{0}\" y1=\"{3}\" y2=\"{3}\" stroke=\"currentColor\"/>\n"
        "{4}</svg>\n<ul class=\"legend\">\n{5}</ul>\n</div>\n",
        width, above + height + below, described, above + height, bars, legend);
}

}  // namespace hipaa
