// What falls due, for the owner of a practice and for whoever looks after several.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "page/text_page.hpp"
#include "page/wording.hpp"
#include "report/due/due_formats.hpp"
#include "report/due/due_rows.hpp"

namespace hipaa {
namespace {

using page::Line;
using page::Tone;

constexpr long soon = 30;  // days
constexpr std::size_t most_named = 10;

/// What is the same in several practices, which a reader wants to be told once.
using Alike = std::vector<const DueRow*>;

std::vector<Alike> group_alike(std::span<const DueRow> rows) {
    std::vector<Alike> groups;
    std::size_t same_day = 0;  // index of the first group of the row's day
    for (const DueRow& row : rows) {
        if (groups.empty() || groups.back().front()->due.date != row.due.date) same_day = groups.size();
        const auto known = std::find_if(groups.begin() + static_cast<std::ptrdiff_t>(same_day), groups.end(),
                                        [&](const Alike& group) { return group.front()->due == row.due; });
        if (known != groups.end()) known->push_back(&row);
        else groups.push_back({&row});
    }
    return groups;
}

std::string distance(long days) {
    if (days == 0) return "today";
    if (days == 1) return "tomorrow";
    return days < 0 ? fmt::format("{} ago", counted(static_cast<std::size_t>(-days), "day", "days"))
                    : fmt::format("in {} days", days);
}

class DueTextWriter final : public DueWriter {
public:
    DueTextWriter(std::ostream& out, const Appearance& appearance) : DueWriter(out), appearance_(appearance) {}

private:
    void write(const std::vector<DueRow>& rows, const Totals& totals) override {
        page::Page page{page::Heading{1, title(rows, totals)},
                        page::Paragraph{{{fmt::format("As of {}.{}", iso(run_.as_of), summary(rows, totals))}}}};
        add_broken(page);
        several_ = totals.practices > 1;
        const long near = std::min(soon, run_.within.value_or(soon));
        const auto is_later = [&](const DueRow& row) { return days_between(run_.as_of, row.due.date) > near; };
        add_group(
            "Overdue", Tone::urgent, rows, [](const DueRow& row) { return row.due.overdue; }, page);
        add_group(
            near == 0 ? "Today" : fmt::format("In the next {}", counted(static_cast<std::size_t>(near), "day", "days")),
            Tone::open, rows, [&](const DueRow& row) { return !row.due.overdue && !is_later(row); }, page);
        add_group(
            "Later", Tone::plain, rows, [&](const DueRow& row) { return !row.due.overdue && is_later(row); }, page);
        std::string closing(disclaimer_in_brief);
        if (const auto deadline =
                std::ranges::find(rows, DueKind::deadline, [](const DueRow& row) { return row.due.kind; });
            deadline != rows.end())
            closing += fmt::format(" `hipaa-check explain {}` says more about that one.", deadline->due.id);
        draw(page);
        out_ << '\n';
        draw({page::Paragraph{{{closing}}}});
    }

    void draw(const page::Page& page) { out_ << text_page(page, appearance_.width, appearance_.color); }

    std::string title(const std::vector<DueRow>& rows, const Totals& totals) const {
        if (totals.practices != 1 || rows.empty()) return "What falls due";
        const DueRow& row = rows.front();
        return fmt::format("What falls due: {}", row.practice.empty() ? row.file : row.practice);
    }

    std::string summary(const std::vector<DueRow>& rows, const Totals& totals) const {
        if (totals.practices == 0) return " There was no practice file.";
        const auto overdue =
            static_cast<std::size_t>(std::ranges::count_if(rows, [](const DueRow& row) { return row.due.overdue; }));
        const std::string horizon =
            run_.within ? fmt::format(" up to {}", iso(run_.as_of + std::chrono::days(*run_.within))) : "";
        if (rows.empty()) return broken_.empty() ? fmt::format(" Nothing falls due{}.", horizon) : "";
        return fmt::format(" Overdue: {}. Still to come{}: {}.", overdue, horizon, rows.size() - overdue);
    }

    void add_broken(page::Page& page) const {
        if (broken_.empty()) return;
        page::List list;
        for (const std::string& file : broken_) list.items.push_back({{{file, true}}, {}});
        page.push_back(page::Paragraph{{{"Left out, because these files have mistakes:"}}, Tone::urgent});
        page.push_back(std::move(list));
    }

    template <typename Wanted>
    void add_group(std::string heading, Tone tone, const std::vector<DueRow>& rows, Wanted&& wanted,
                   page::Page& page) const {
        std::vector<DueRow> chosen;
        std::ranges::copy_if(rows, std::back_inserter(chosen), wanted);
        if (chosen.empty()) return;
        page::List list;
        for (const Alike& group : group_alike(chosen)) list.items.push_back(item(group));
        page.push_back(page::Heading{2, std::move(heading), tone});
        page.push_back(std::move(list));
    }

    page::Item item(const Alike& group) const {
        const Due& due = group.front()->due;
        page::Item item{
            {{fmt::format("{} ({}): {}", iso(due.date), distance(days_between(run_.as_of, due.date)), due.text)}}, {}};
        if (due.kind == DueKind::deadline) {
            item.line.push_back({" ("});
            item.line.push_back({due.id, true});
            item.line.push_back({")"});
        }
        if (!several_) return item;
        for (const DueRow* row : std::span(group).first(std::min(group.size(), most_named))) {
            Line line;
            if (!row->practice.empty()) line.push_back({row->practice + ", "});
            line.push_back({row->file, true});
            item.more.push_back(std::move(line));
        }
        if (group.size() > most_named)
            item.more.push_back({{fmt::format("and {} more practices", group.size() - most_named)}});
        return item;
    }

    Appearance appearance_;
    bool several_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_due_text(std::ostream& out, const Appearance& appearance) {
    return std::make_unique<DueTextWriter>(out, appearance);
}

}  // namespace hipaa
