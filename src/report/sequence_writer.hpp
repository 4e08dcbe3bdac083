// A report that is the texts of its practices, one after another, each made by a drafter.
#pragma once

#include "report/format.hpp"

namespace hipaa {

class SequenceWriter : public Writer {
public:
    explicit SequenceWriter(std::ostream& out) : out_(out) {}

    void begin(const Run& run) override { run_ = run; }
    void practice(const PracticeReport& report) override { drafted(report, drafter()->draft(report)); }
    void end(const Totals&) override {}
    void drafted(const PracticeReport&, std::string_view text) override {
        out_ << text;
        out_.flush();
    }

protected:
    std::ostream& out_;
    Run run_;
};

}  // namespace hipaa
