// The digests of the files that a run read, as JSON reports name them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "json/builder.hpp"
#include "report/run.hpp"

namespace hipaa {

/// The SHA-256 of files, in hexadecimal, by the files' names.
class Digests {
public:
    void add_practice(const PracticeReport& report) { add(report.source.name, report.source.digest); }
    /// Of the checklists that were assessed.
    void add_checklists(const PracticeReport& report);
    /// The member `digests`.
    void write(JsonBuilder& json) const;

private:
    void add(std::string_view file, std::string_view digest);

    std::map<std::string, std::string, std::less<>> by_file_;
};

}  // namespace hipaa
