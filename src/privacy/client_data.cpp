// What looks like data of clients.
#include "privacy/client_data.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "privacy/birth_date.hpp"
#include "privacy/line_words.hpp"
#include "privacy/patterns.hpp"
#include "privacy/practice_entry.hpp"
#include "text/ascii.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

/// What a line is stopped at: all that is recognized has a digit or an `@`.
constexpr ByteSet telling_bytes("0123456789@\r\n");

using Recognizer = std::optional<Stretch> (*)(std::string_view line, std::size_t at);

struct Numbered {
    ClientDataKind kind;
    Recognizer recognize;
};

constexpr std::array numbers{Numbered{ClientDataKind::social_security_number, social_security_number},
                             Numbered{ClientDataKind::telephone_number, telephone_number},
                             Numbered{ClientDataKind::record_number, record_number},
                             Numbered{ClientDataKind::street_address, street_address}};

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    ClientData scan(const std::vector<Stretch>& left_out) {
        std::size_t at = 0;
        for (const Stretch& stretch : left_out) {
            scan_part(at, std::min(stretch.begin, text_.size()));
            pass(std::max(at, stretch.begin), stretch.end);
            at = stretch.end;
        }
        scan_part(at, text_.size());
        return std::move(found_);
    }

private:
    void scan_part(std::size_t at, std::size_t end) {
        while (at < end) {
            while (at < end && !telling_bytes.has(text_[at])) ++at;
            if (at >= end) return;
            const char c = text_[at];
            if (c == '\n' || c == '\r') at = begin_line(at);
            else if (c == '@') at = take(ClientDataKind::email_address, email_address(line(), at - start_), at + 1);
            else at = look_at_number(at);
        }
    }

    /// Counts the lines of what is left out.
    void pass(std::size_t at, std::size_t end) {
        while (at < end) {
            const std::size_t line_break = text_.substr(at, end - at).find_first_of("\r\n");
            if (line_break == text_.npos) return;
            at = begin_line(at + line_break);
        }
    }

    std::size_t begin_line(std::size_t line_break) {
        start_ = line_break + (text_.substr(line_break, 2) == "\r\n" ? 2 : 1);
        line_end_.reset();
        ++number_;
        seen_.fill(false);
        return start_;
    }

    std::string_view line() {
        if (!line_end_) line_end_ = end_of_line(text_, start_);
        return text_.substr(start_, *line_end_ - start_);
    }

    std::size_t look_at_number(std::size_t at) {
        const std::size_t column = at - start_;
        if (const auto date = written_date(line(), column)) {
            if (is_birth_date(line(), *date)) return take(ClientDataKind::birth_date, date->stretch, at);
            return start_ + date->stretch.end;
        }
        for (const Numbered& number : numbers)
            if (const auto found = number.recognize(line(), column)) return take(number.kind, found, at);
        while (at < text_.size() && is_digit(text_[at])) ++at;
        return at;
    }

    /// Notes what was found, if anything was, and goes on behind it; else at `otherwise`.
    std::size_t take(ClientDataKind kind, const std::optional<Stretch>& found, std::size_t otherwise) {
        if (!found) return otherwise;
        bool& seen = seen_[static_cast<std::size_t>(kind)];
        if (!seen) {
            seen = true;
            if (found_.lines.empty() || found_.lines.back() != number_) found_.lines.push_back(number_);
            if (found_.sightings.size() == ClientData::most_sightings) ++found_.more;
            else found_.sightings.push_back({kind, {number_, column_of(found->begin)}});
        }
        return start_ + found->end;
    }

    std::uint32_t column_of(std::size_t offset) {
        return 1 + static_cast<std::uint32_t>(utf8::count(line().substr(0, offset)));
    }

    std::string_view text_;
    std::size_t start_ = 0;                // of the line
    std::optional<std::size_t> line_end_;  // looked for where it is needed
    std::uint32_t number_ = 1;
    std::array<bool, 6> seen_{};  // by kind, in the line
    ClientData found_;
};

}  // namespace

std::string_view phrase_of(ClientDataKind kind) {
    switch (kind) {
        case ClientDataKind::email_address:
            return "an email address";
        case ClientDataKind::telephone_number:
            return "a telephone number";
        case ClientDataKind::birth_date:
            return "a date of birth";
        case ClientDataKind::social_security_number:
            return "a Social Security number";
        case ClientDataKind::record_number:
            return "the number of a client's record or insurance";
        case ClientDataKind::street_address:
            break;
    }
    return "a street address";
}

bool ClientData::has_line(std::uint32_t line) const { return std::ranges::binary_search(lines, line); }

ClientData find_client_data(std::string_view file) {
    if (file.starts_with(utf8::byte_order_mark)) file.remove_prefix(utf8::byte_order_mark.size());
    return Scanner(file).scan(practice_entries(file));
}

bool has_client_data(std::string_view text) { return !Scanner(text).scan({}).empty(); }

}  // namespace hipaa
