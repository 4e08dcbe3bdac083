// The report formats: one file each, one row each in the table.
#pragma once

#include <cstddef>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/run.hpp"

namespace hipaa {

/// How a report looks.
struct Appearance {
    std::size_t width = 80;  // terminal cells
    bool color = false;
    bool verbose = false;
    bool brief = false;         // reports for people: one screen
    bool every_result = false;  // SARIF: also what is in place, accepted or does not apply
    bool to_file = false;       // it goes to a file of its own
};

/// Makes the text that one practice adds to a report, and keeps nothing of it. Each thread has its own.
class Drafter {
public:
    virtual ~Drafter() = default;
    virtual std::string draft(const PracticeReport& report) = 0;
};

/// Writes one report: `begin`, then each practice in the order of the input, then `end`.
class Writer {
public:
    virtual ~Writer() = default;
    virtual void begin(const Run& run) = 0;
    virtual void practice(const PracticeReport& report) = 0;
    virtual void end(const Totals& totals) = 0;

    /// For formats in which no practice depends on another, after `begin`: what makes the text of a practice, so that
    /// several threads can. Else null.
    virtual std::unique_ptr<Drafter> drafter() const { return nullptr; }
    /// Instead of `practice`, where `text` is already what a drafter made of it.
    virtual void drafted(const PracticeReport& report, std::string_view text) {
        static_cast<void>(text), practice(report);
    }
};

struct Format {
    std::string_view name;
    std::string_view endings;  // of file names that mean this format, separated by spaces
    /// Shows mistakes in practice files with the line that holds them, as a person reads them.
    bool shows_mistakes;
    std::unique_ptr<Writer> (*make)(std::ostream& out, const Appearance& appearance);
};

/// In the order in which help texts name them.
std::span<const Format> formats();

/// The one of `among` called `name`, or null.
const Format* find_format(std::string_view name, std::span<const Format> among = formats());

}  // namespace hipaa
