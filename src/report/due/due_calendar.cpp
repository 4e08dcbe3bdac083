// What falls due, as a calendar: RFC 5545.
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "digest/content_ids.hpp"
#include "report/due/due_formats.hpp"
#include "report/due/due_rows.hpp"
#include "report/machine/finding.hpp"

namespace hipaa {
namespace {

/// RFC 5545, 3.1: a line is at most 75 octets long, and goes on in the next one behind a space.
void append_folded(std::string_view line, std::string& to) {
    constexpr std::size_t most_octets = 75;
    const auto goes_on = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    for (std::size_t room = most_octets; line.size() > room; room = most_octets - 1) {
        std::size_t end = room;
        while (goes_on(line[end])) --end;  // no character is cut
        to += line.substr(0, end);
        to += "\r\n ";
        line.remove_prefix(end);
    }
    to += line;
    to += "\r\n";
}

/// As a value of the type TEXT. `text` is one line.
std::string escaped(std::string_view text) {
    std::string value;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') value += '\\';
        value += c;
    }
    return value;
}

std::string digits(Date date) {
    std::string text = iso(date);
    std::erase(text, '-');
    return text;
}

class CalendarWriter final : public DueWriter {
public:
    using DueWriter::DueWriter;

private:
    void write(const std::vector<DueRow>& rows, const Totals&) override {
        for (const Checked& checked : checked_) {
            ++of_name_[checked.practice];
            ++of_identity_[identity(checked.file, checked.practice)];
        }
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//hipaa-check//What falls due//EN");
        line("CALSCALE:GREGORIAN");
        if (rows.empty()) time_zone();
        for (const DueRow& row : rows) event(row);
        line("END:VCALENDAR");
        out_ << text_;
    }

    void line(std::string_view content) { append_folded(content, text_); }

    /// A calendar without anything in it would not be one by the RFC.
    void time_zone() {
        for (const std::string_view content :
             {"BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
              "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"})
            line(content);
    }

    /// Of a practice: not of the way in which its file is named, if it has a name.
    static std::string identity(std::string_view file, std::string_view practice) {
        return practice.empty() ? std::string(file) : fmt::format("{}\n{}", practice, file.substr(file.rfind('/') + 1));
    }

    /// The same of two practices only if they are one.
    std::string unique_identity(const DueRow& row) const {
        std::string whose = identity(row.file, row.practice);
        if (of_identity_.at(whose) > 1) whose += fmt::format("\n{}", path_of(row.file));
        return whose;
    }

    std::string summary(const DueRow& row) const {
        if (checked_.size() < 2) return row.due.text;
        const std::string_view path = path_of(row.file);
        if (row.practice.empty()) return fmt::format("{}: {}", path, row.due.text);
        if (of_name_.at(row.practice) > 1) return fmt::format("{} ({}): {}", row.practice, path, row.due.text);
        return fmt::format("{}: {}", row.practice, row.due.text);
    }

    void event(const DueRow& row) {
        const Due& due = row.due;
        // Not of the day or the text: a calendar moves the event that it has rather than add another.
        const std::string id = uuid(fmt::format("due\n{}\n{}\n{}", unique_identity(row), name_of(due.kind), due.id));
        line("BEGIN:VEVENT");
        line(fmt::format("UID:{}@hipaa-check", id));
        line(fmt::format("DTSTAMP:{}T000000Z", digits(run_.as_of)));
        line(fmt::format("DTSTART;VALUE=DATE:{}", digits(due.date)));
        line(fmt::format("SUMMARY:{}", escaped(one_line(summary(row)))));
        line(fmt::format("DESCRIPTION:{}", description(row)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    std::string description(const DueRow& row) const {
        const std::string file = one_line(row.file);
        const std::string practice = one_line(row.practice);
        std::string text = escaped(practice.empty() ? file : fmt::format("{} ({})", practice, file));
        const auto add = [&](std::string_view line_of_text) { text += "\\n" + escaped(line_of_text); };
        if (row.due.overdue) add(fmt::format("Overdue on {}.", iso(run_.as_of)));
        add(fmt::format("About: {} ({})", one_line(row.due.id), name_of(row.due.kind)));
        add(disclaimer_in_brief);
        return text;
    }

    std::string text_;
    std::map<std::string, std::size_t> of_name_;      // how many practices are called so
    std::map<std::string, std::size_t> of_identity_;  // and how many have this identity
};

}  // namespace

std::unique_ptr<Writer> make_due_calendar(std::ostream& out, const Appearance&) {
    return std::make_unique<CalendarWriter>(out);
}

}  // namespace hipaa
