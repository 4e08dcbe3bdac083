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

yaml::Source InputReader::source_of(const FoundFile& file, yaml::Problems& problems) const {
    if (file.path == "-") return read_stream(in_, stdin_name_, problems);
    if (file.failure.empty()) return read_file(file.path, problems);
    problems.add({}, "unreadable", [&] { return fmt::format("cannot be read: {}", file.failure); });
    return {file.path, ""};
}

InputFile parse(yaml::Source source, bool named) {
    InputFile reading;
    reading.named = named;
    reading.source = std::move(source);
    reading.is_checklist = !named && begins_as_checklist(reading.source.text);
    if (!reading.is_checklist) reading.document = yaml::read_out_of(reading.source, reading.problems);
    return reading;
}

InputFile InputReader::read(const FoundFile& file) const {
    yaml::Problems problems;
    yaml::Source source = source_of(file, problems);
    if (problems.empty()) return parse(std::move(source), file.named);
    InputFile reading;
    reading.problems = std::move(problems);
    reading.source = std::move(source);
    return reading;
}

Examination Examiner::examine(InputFile reading) const {
    using Kind = Examination::Kind;
    Examination examination;
    PracticeReport& report = examination.report;
    report.problems = std::move(reading.problems);
    if (!reading.document) {
        report.source = std::move(reading.source);
        if (reading.is_checklist) examination.kind = Kind::checklist;
        return examination;
    }
    if (!reading.named && !has_known_key(*reading.document, keys_)) examination.kind = Kind::unknown_key;
    else report.practice = read_practice(*reading.document, library_, keys_, report.problems);
    report.source = std::move(*reading.document).take_source();
    reading.document.reset();
    if (examination.kind == Kind::unknown_key) return examination;
    if (refuse_future_) refuse_future_confirmation(report.practice, settings_.today, report.problems);
    if (report.problems.empty()) report.assessment = assess(library_, report.practice, settings_);
    return examination;
}

}  // namespace hipaa
