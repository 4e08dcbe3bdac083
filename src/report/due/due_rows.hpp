// What falls due in all practices of a run, as one list.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/format.hpp"

namespace hipaa {

struct DueRow {
    Due due;
    std::string file;
    std::string practice;  // its name; may be empty
};

/// Gathers the rows, because the practices of a run are not in the order of days.
class DueWriter : public Writer {
public:
    explicit DueWriter(std::ostream& out) : out_(out) {}

    void begin(const Run& run) final { run_ = run; }
    void practice(const PracticeReport& report) final;
    void end(const Totals& totals) final;

protected:
    /// `rows`: by day, file, kind and id.
    virtual void write(const std::vector<DueRow>& rows, const Totals& totals) = 0;

    struct Checked {
        std::string file;
        std::string practice;  // its name; may be empty
    };

    /// Below the directory that all files of the run have in common.
    std::string_view path_of(std::string_view file) const { return file.substr(directory_ ? directory_->size() : 0); }

    std::ostream& out_;
    Run run_;
    std::vector<std::string> broken_;  // files with mistakes
    std::vector<Checked> checked_;     // the others, those too in which nothing falls due

private:
    void add_to_directory(std::string_view file);

    std::vector<DueRow> rows_;
    std::optional<std::string> directory_;  // that all files have in common, up to its last slash
};

}  // namespace hipaa
