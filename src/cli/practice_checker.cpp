// From one file to its report.
#include "cli/practice_checker.hpp"

#include <cerrno>

#include <fmt/format.h>

#include "cli/io/error_text.hpp"
#include "cli/io/files.hpp"
#include "cli/io/find_files.hpp"
#include "practice/file_kind.hpp"
#include "practice/practice_reader.hpp"
#include "report/conclude.hpp"
#include "report/run.hpp"
#include "text/path.hpp"

namespace hipaa {
namespace {

/// Whoever names a file that is not there, nor one like it, is about to begin.
yaml::Source read_practice_file(const FoundFile& file, yaml::Problems& problems) {
    std::string why;
    yaml::Source source = read_found(file, why);
    if (why == error_text(ENOENT) && has_yaml_ending(file.path))
        why += fmt::format("; to begin, make this file with the line `{}`: the report lists the questions to answer",
                           first_line);
    if (!why.empty()) add_unreadable(problems, why);
    return source;
}

}  // namespace

yaml::Source InputReader::source_of(const FoundFile& file, yaml::Problems& problems) const {
    if (file.path == "-") return read_stream(in_, stdin_name_, problems);
    return read_practice_file(file, problems);
}

InputFile parse(yaml::Source source, bool named) {
    InputFile reading;
    reading.named = named;
    reading.source = std::move(source);
    reading.begins_as_checklist = begins_as_checklist(reading.source.text);
    reading.document = yaml::read_out_of(reading.source, reading.problems);
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

/// A practice whose file was cut off or misspelt must not vanish from a run.
CheckedFile::Kind PracticeChecker::kind_of(const InputFile& reading) const {
    using Kind = CheckedFile::Kind;
    if (reading.named || strictness_.insist) return Kind::practice;
    if (!reading.document) {
        const bool is_checklist = reading.begins_as_checklist && !has_line_of(products_key, reading.source.text);
        return is_checklist ? Kind::checklist : Kind::practice;
    }
    const yaml::Node root = reading.document->root();
    if (root.is_null() || is_meant_as_practice(root, keys_)) return Kind::practice;
    return reading.begins_as_checklist ? Kind::checklist : Kind::unknown_key;
}

CheckedFile PracticeChecker::refuse(InputFile reading, yaml::Problems problems) const {
    CheckedFile checked;
    checked.kind = CheckedFile::Kind::practice;
    PracticeReport& report = checked.report;
    report.source = reading.document ? std::move(*reading.document).take_source() : std::move(reading.source);
    report.problems = std::move(problems);
    conclude(report, library_, settings_, strictness_.redact);
    report.remarks.clear();  // what it may have of clients is none of this program's business
    return checked;
}

CheckedFile PracticeChecker::check(InputFile reading) const {
    const yaml::Document* const document = reading.document ? &*reading.document : nullptr;
    yaml::Problems refusal;
    if (reading.named &&
        refuse_other_kind(document ? document->source().text : reading.source.text, document, keys_, refusal))
        return refuse(std::move(reading), std::move(refusal));
    CheckedFile checked;
    checked.kind = kind_of(reading);
    PracticeReport& report = checked.report;
    report.problems = std::move(reading.problems);
    if (!reading.document) {
        report.source = std::move(reading.source);
        if (checked.kind == CheckedFile::Kind::practice) conclude(report, library_, settings_, strictness_.redact);
        return checked;
    }
    const yaml::Node root = reading.document->root();
    if (checked.kind == CheckedFile::Kind::practice) {
        if (!reading.named && root.is_null())
            report.problems.add({}, "empty_file",
                                "the file is empty; write the practice's answers in it, or delete it");
        report.practice = read_practice(*reading.document, library_, keys_, report.problems);
        if (strictness_.insist && !reading.named && report.problems.empty() && !is_meant_as_practice(root, keys_))
            report.problems.add(root.place(), no_practice,
                                "this is not a practice file: it has none of the keys of one");
    }
    report.source = std::move(*reading.document).take_source();
    reading.document.reset();
    if (checked.kind != CheckedFile::Kind::practice) return checked;
    if (strictness_.refuse_future) refuse_future_confirmation(report.practice, settings_.today, report.problems);
    conclude(report, library_, settings_, strictness_.redact);
    return checked;
}

}  // namespace hipaa
