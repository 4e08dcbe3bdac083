// Charts of how time grows, as one SVG picture.
#include "plot.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "results.hpp"

namespace bench {
namespace {

constexpr double width = 460;
constexpr double height = 380;
constexpr double left = 70;
constexpr double right = 30;
constexpr double top = 50;
constexpr double bottom = 50;
constexpr const char* colors[] = {"#0b6e4f", "#c1440e", "#555555", "#3b5bdb"};

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string label(double x, double y, const char* anchor, const std::string& text, const char* more = "") {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\"" + more + ">" + text +
           "</text>\n";
}

std::string line(double x1, double y1, double x2, double y2) {
    return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) +
           "\" stroke=\"#ddd\"/>\n";
}

/// From the least to the greatest value, logarithmically, onto `from` to `to` on the picture.
struct Axis {
    double least;
    double greatest;
    double from;
    double to;

    double at(double value) const { return from + (to - from) * std::log(value / least) / std::log(greatest / least); }

    /// 1, 10, 100, ... and, where these are few, 2 and 5 times as many.
    std::vector<double> ticks() const {
        std::vector<double> found;
        const bool is_short = greatest / least < 1000;
        for (double decade = std::pow(10, std::floor(std::log10(least))); decade <= greatest; decade *= 10) {
            for (const double times : {1.0, 2.0, 5.0}) {
                const double tick = decade * times;
                if (times > 1 && !is_short) continue;
                if (tick >= least * 0.999 && tick <= greatest * 1.001) found.push_back(tick);
            }
        }
        return found;
    }
};

std::string amount_label(double value) {
    std::string digits = std::to_string(std::llround(value));
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string seconds_label(double value) {
    std::string text = with_unit(value, Unit::seconds);
    // `1.00 ms` and `100 ms` without their zeros behind the point.
    const std::size_t point = text.find('.');
    if (point == std::string::npos) return text;
    const std::size_t space = text.find(' ', point);
    std::size_t last = text.find_last_not_of('0', space - 1);
    if (last == point) --last;
    return text.erase(last + 1, space - last - 1);
}

std::string draw(const Chart& chart, double x0) {
    Axis x{1e99, 0, x0 + left, x0 + width - right};
    Axis y{1e99, 0, height - bottom, top};
    for (const Series& series : chart.series) {
        for (const auto& [amount, seconds] : series.points) {
            x.least = std::min(x.least, amount);
            x.greatest = std::max(x.greatest, amount);
            y.least = std::min(y.least, seconds);
            y.greatest = std::max(y.greatest, seconds);
        }
    }
    y.least /= 1.5;
    y.greatest *= 1.5;

    std::string text = label(x0 + left, 26, "start", chart.title, " font-size=\"15\" font-weight=\"bold\"");
    for (const double tick : x.ticks()) {
        text += line(x.at(tick), top, x.at(tick), height - bottom);
        text += label(x.at(tick), height - bottom + 18, "middle", amount_label(tick));
    }
    for (const double tick : y.ticks()) {
        text += line(x0 + left, y.at(tick), x0 + width - right, y.at(tick));
        text += label(x0 + left - 8, y.at(tick) + 4, "end", seconds_label(tick));
    }
    text += label((x.from + x.to) / 2, height - 12, "middle", chart.amount);

    std::size_t color = 0;
    for (const Series& series : chart.series) {
        const std::string paint = colors[color++ % std::size(colors)];
        std::string points;
        for (const auto& [amount, seconds] : series.points) {
            points += number(x.at(amount)) + "," + number(y.at(seconds)) + " ";
            text += "<circle cx=\"" + number(x.at(amount)) + "\" cy=\"" + number(y.at(seconds)) + "\" r=\"3\" fill=\"" +
                    paint + "\"/>\n";
        }
        points.pop_back();
        text += "<polyline points=\"" + points + "\" fill=\"none\" stroke=\"" + paint + "\" stroke-width=\"2\"/>\n";
        // Time grows with the amount, so the upper left is free.
        const std::string fill = " font-weight=\"bold\" fill=\"" + paint + "\"";
        text += label(x.from + 12, top + 4 + 18 * static_cast<double>(color), "start", series.name, fill.c_str());
    }
    return text;
}

}  // namespace

std::string svg(const std::vector<Chart>& charts) {
    const std::string all = number(width * static_cast<double>(charts.size()));
    std::string text =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + all + " " + number(height) +
        "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n";
    double x0 = 0;
    for (const Chart& chart : charts) {
        text += draw(chart, x0);
        x0 += width;
    }
    return text + "</svg>\n";
}

}  // namespace bench
