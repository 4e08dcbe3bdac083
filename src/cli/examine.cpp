// From one file to its report.
#include "cli/examine.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/files.hpp"
#include "practice/practice_reader.hpp"

namespace hipaa {
namespace {

/// True if the first line that is not blank, a comment or `---` begins with the key `checklist`.
bool begins_as_checklist(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        const bool passed_over =
            line.find_first_not_of(" \t\r") == line.npos || line.starts_with('#') || line.starts_with("---");
        if (!passed_over) return line.starts_with("checklist:");
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return false;
}

bool has_known_key(const yaml::Document& document, const KeyTree& keys) {
    return std::ranges::any_of(document.root().entries(),
                               [&](const yaml::Entry& entry) { return keys.top.child(entry.key) != nullptr; });
}

}  // namespace

void Examiner::read(const FoundFile& file, PracticeReport& report) const {
    if (file.path == "-") {
        report.source = read_stream(in_, stdin_name_, report.problems);
    } else if (file.failure.empty()) {
        report.source = read_file(file.path, report.problems);
    } else {
        report.source.name = file.path;
        report.problems.add({}, "unreadable", [&] { return fmt::format("cannot be read: {}", file.failure); });
    }
}

Examination::Kind Examiner::assess_source(const FoundFile& file, PracticeReport& report) const {
    using Kind = Examination::Kind;
    if (!file.named && begins_as_checklist(report.source.text)) return Kind::checklist;
    auto document = yaml::read_out_of(report.source, report.problems);
    if (!document) return Kind::practice;
    const bool is_practice = file.named || has_known_key(*document, keys_);
    if (is_practice) report.practice = read_practice(*document, library_, keys_, report.problems);
    report.source = std::move(*document).take_source();
    document.reset();
    if (!is_practice) return Kind::unknown_key;
    if (refuse_future_) refuse_future_confirmation(report.practice, settings_.today, report.problems);
    if (report.problems.empty()) report.assessment = assess(library_, report.practice, settings_);
    return Kind::practice;
}

Examination Examiner::examine(const FoundFile& file) const {
    Examination examination;
    read(file, examination.report);
    if (examination.report.problems.empty()) examination.kind = assess_source(file, examination.report);
    return examination;
}

}  // namespace hipaa
