// What falls due, as a calendar: RFC 5545.
#include <algorithm>
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

    void event(const DueRow& row) {
        const Due& due = row.due;
        // Not of the day or the text: a calendar moves the event that it has rather than add another.
        // Nor of the way in which the file is named, if the practice has a name.
        const std::string_view last = std::string_view(row.file).substr(row.file.rfind('/') + 1);
        const std::string whose = row.practice.empty() ? row.file : fmt::format("{}\n{}", row.practice, last);
        const std::string id = uuid(fmt::format("due\n{}\n{}\n{}", whose, name_of(due.kind), due.id));
        line("BEGIN:VEVENT");
        line(fmt::format("UID:{}@hipaa-check", id));
        line(fmt::format("DTSTAMP:{}T000000Z", digits(run_.as_of)));
        line(fmt::format("DTSTART;VALUE=DATE:{}", digits(due.date)));
        line(fmt::format("SUMMARY:{}", escaped(one_line(due.text))));
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
};

}  // namespace

std::unique_ptr<Writer> make_due_calendar(std::ostream& out, const Appearance&) {
    return std::make_unique<CalendarWriter>(out);
}

}  // namespace hipaa
