// A JSON report as short texts that a table can hold.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace hipaa::testing {

class Report {
public:
    /// Throws std::runtime_error, with the text in it, if that is not JSON.
    explicit Report(const std::string& json);
    ~Report();

    /// What stands at a path such as `practices/0/checklists/0/id`: a text as it is, anything else as JSON in one line;
    /// `(absent)` if nothing does.
    std::string at(std::string_view path) const;

    /// A member of the check, note, caveat, contradiction or checklist with this id, in whichever practice comes first.
    std::string of(std::string_view id, std::string_view member) const;
    std::string result(std::string_view id) const { return of(id, "result"); }
    /// The result in one of several practices, by its index.
    std::string result(std::string_view id, std::size_t practice) const;

    /// Its evidence: `key=value` joined by `, `, with ` assumed` where it was; with `places`, ` @line:column` too.
    std::string evidence(std::string_view id, bool places = false) const;

    /// Of the first practice, a line each: `line:column text`, and `line:column kind: message`.
    std::string remarks() const;
    std::string problems() const;
    /// Of the first practice: `key: reason`, a line each.
    std::string not_checked() const;

    /// `id result`, a line each, of all checks.
    std::string checks() const;

private:
    struct Parsed;
    std::unique_ptr<Parsed> parsed_;
};

}  // namespace hipaa::testing
