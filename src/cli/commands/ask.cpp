// `hipaa-check ask [PRACTICE]`
#include <array>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/checklists.hpp"
#include "cli/command_table.hpp"
#include "cli/commands/ask_session.hpp"
#include "cli/commands/assessment_options.hpp"
#include "cli/io/files.hpp"
#include "cli/write_out.hpp"
#include "interview/interview.hpp"
#include "interview/unasked.hpp"
#include "interview/worksheet.hpp"
#include "page/html_document.hpp"
#include "page/html_page.hpp"
#include "page/markdown_page.hpp"
#include "page/text_page.hpp"
#include "page/wording.hpp"
#include "practice/practice_reader.hpp"
#include "privacy/withhold.hpp"
#include "text/path.hpp"
#include "text/printable.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

/// Of a worksheet.
constexpr std::array<std::string_view, 3> paper_formats{"text", "markdown", "html"};

constexpr std::string_view ask_footer = R"(
PRACTICE is the practice file to write; without it practice.yaml. If it is there, only what is left is asked, and everything
else in it stays as it is. Each answer is saved at once.

Answers come from the terminal, or one a line from standard input.

Exit status: that of the check at the end; 2 without a terminal and without input, 3 if the file could not be read or
written.

Examples:
  hipaa-check ask
  hipaa-check ask my-practice.yaml
  hipaa-check ask --print > worksheet.txt
)";

struct AskOptions : AssessmentOptions {
    bool print = false;
    std::string format = "text";
    std::string fail_on = "unknown";
    std::string practice = "practice.yaml";
};

void interpret(const RawAssessmentOptions& raw, AskOptions& options) {
    interpret_assessment_options(raw, options);
    static_cast<void>(pick("--format", options.format, paper_formats));
    static_cast<void>(pick<FailOn>("--fail-on", options.fail_on));
    if (options.format != "text" && !options.print) throw WrongUsage("--format is for the worksheet of --print");
    if (options.practice == "-") throw WrongUsage("ask writes the practice file, so it needs a name: practice.yaml");
    options.practice = normalize_path(options.practice);
    std::error_code error;
    if (std::filesystem::is_directory(options.practice, error))
        throw WrongUsage(fmt::format("{} is a folder; name the practice file in it, such as {}/practice.yaml",
                                     yaml::quote(options.practice), printable(options.practice)));
}

/// The file as it is, or what a new one begins with; nothing if it has mistakes, which are said.
struct Beginning {
    std::optional<std::string> bytes;  // nothing if there is no file
    interview::Sitting sitting;
};

std::optional<Beginning> begin(const AskOptions& options, const Library& library, const KeyTree& keys,
                               Environment& environment) {
    std::error_code error;
    const bool is_there = std::filesystem::exists(options.practice, error);
    yaml::Problems problems;
    yaml::Source source =
        is_there ? read_file(options.practice, problems) : yaml::Source{options.practice, std::string(starting_text)};
    std::string bytes = source.text;
    std::optional<interview::Sitting> sitting;
    if (problems.empty())
        sitting = interview::Sitting::begin(library, keys, options.settings(environment.today), source, problems);
    if (sitting && !options.as_of) {
        refuse_future_confirmation(sitting->practice(), environment.today, problems);
        source = {options.practice, bytes};
    }
    if (!problems.empty()) {
        Discretion(source, false).withhold_mistakes(problems, source, library);
        environment.err << yaml::describe(problems, source)
                        << "hipaa-check: the file is left as it is; correct it, then run this again\n";
        return std::nullopt;
    }
    return Beginning{is_there ? std::optional(std::move(bytes)) : std::nullopt, std::move(*sitting)};
}

/// The arguments of the check that the interview ends with.
std::vector<std::string> check_arguments(const AskOptions& options) {
    std::vector<std::string> arguments{"--brief",   "--no-config",  "--max-age", std::to_string(options.max_age),
                                       "--fail-on", options.fail_on};
    for (const std::string& path : options.rules) arguments.insert(arguments.end(), {"--rules", path});
    for (const std::string& id : options.checklists) arguments.insert(arguments.end(), {"--checklist", id});
    if (options.as_of) arguments.insert(arguments.end(), {"--as-of", iso(*options.as_of)});
    arguments.insert(arguments.end(), {"--", options.practice});
    return arguments;
}

/// What has changed in the file since the interview began.
enum class Saved : std::uint8_t { nothing, answers, only_by_others };

std::string saved_line(const std::set<std::string>& refused, Saved saved, const std::string& file) {
    if (refused.size() == 1)
        return printable(
            fmt::format("Your answer to {} was not saved in {}; the reason is above.", *refused.begin(), file));
    if (!refused.empty())
        return printable(fmt::format("Your answers to {} were not saved in {}; the reasons are above.",
                                     fmt::join(refused, ", "), file));
    switch (saved) {
        case Saved::answers:
            return fmt::format("Your answers are saved in {}.", printable(file));
        case Saved::only_by_others:
            return fmt::format("No answer of yours was saved in {}, which another program changed.", printable(file));
        case Saved::nothing:
            break;
    }
    return fmt::format("Nothing was changed in {}.", printable(file));
}

bool is_confirmed_today(const interview::Sitting& sitting) {
    const Date* confirmed = sitting.practice().fact(Fact::confirmed_on).date();
    return confirmed && *confirmed == sitting.settings().today;
}

std::string what_is_left(const interview::ToGo& left, const interview::Sitting& sitting) {
    if (!sitting.knows_what_is_in_use())
        return "One question is left: what the practice uses. Run the same command to go on.";
    if (left.questions == 0 && is_confirmed_today(sitting)) return "Nothing is left to ask.";
    if (left.questions == 0) return "Only the confirmation of your answers is left; run the same command to go on.";
    return fmt::format("{} {} left; run the same command to go on.", capitalized(interview::at_most(left)),
                       left.questions == 1 && !left.with_items ? "is" : "are");
}

void say_farewell(const interview::Interview& interview, const interview::Sitting& sitting, interview::End end,
                  const std::string& file, Saved saved, Environment& environment) {
    environment.out << '\n' << saved_line(interview.refused(), saved, file);
    const interview::ToGo left = interview.to_go();
    if (end == interview::End::stopped || left.questions > 0) environment.out << ' ' << what_is_left(left, sitting);
    environment.out << '\n';
    if (interview.left_out() > 0)
        environment.out << fmt::format("So far {} left out, because no answer to {} could change a result.\n",
                                       counted(interview.left_out(), "question was", "questions were"),
                                       interview.left_out() == 1 ? "it" : "them");
    for (const std::string& line : interview::unasked_lines(sitting)) environment.out << line << '\n';
}

/// `command` with the same checklists and practice file.
std::string with_options(std::string command, const AskOptions& options) {
    for (const std::string& path : options.rules) command += fmt::format(" --rules {}", shell_word(path));
    for (const std::string& id : options.checklists) command += fmt::format(" --checklist {}", shell_word(id));
    return fmt::format("{} {}", command, shell_word(options.practice));
}

/// What writes at full length the report that the interview ends with.
std::string checking_command(const AskOptions& options) {
    std::string command = "hipaa-check";
    if (options.as_of) command += fmt::format(" --as-of {}", iso(*options.as_of));
    if (options.max_age != AssessmentOptions().max_age) command += fmt::format(" --max-age {}", options.max_age);
    return with_options(std::move(command), options);
}

ExitStatus print_worksheet(const AskOptions& options, const interview::Sitting& sitting, Environment& environment) {
    const page::Page page = interview::worksheet(sitting, with_options("hipaa-check ask", options));
    if (options.format == "markdown") return write_out(markdown_page(page), environment);
    if (options.format == "text")
        return write_out(text_page(page, environment.width, environment.shows_color()), environment);
    HtmlPlace place;
    place.prefix = "worksheet";
    return write_out(fmt::format("{}<main id=\"main\">\n{}</main>\n{}",
                                 html_begin("Worksheet, hipaa-check", "worksheet"), html_page(page, place), html_end),
                     environment);
}

}  // namespace

ExitStatus ask(CommandLine& line, Environment& environment) {
    AskOptions options;
    RawAssessmentOptions raw;
    line.word("PRACTICE", options.practice, "The practice file to write");
    line.flag("--print", options.print, "Print the open questions as a worksheet to fill in by hand, and ask nothing");
    line.option("-f,--format", "F", options.format, "The format of the worksheet");
    line.one_of("--format", paper_formats);
    declare_assessment_options(line, options, raw);
    line.option("--fail-on", "LEVEL", options.fail_on, "Lowest result that fails the check at the end");
    line.one_of("--fail-on", names_of<FailOn>);
    declare_shared_config(line, options.config, {"rules", "checklist", "max-age", "fail-on"});
    line.footer(ask_footer);
    if (const auto ended = line.parse([&] { interpret(raw, options); })) return *ended;

    const auto library = load_checklists(options.rules, environment);
    if (!library) return ExitStatus::invalid;
    const KeyTree keys(*library);
    auto beginning = begin(options, *library, keys, environment);
    if (!beginning) return ExitStatus::invalid;
    if (options.print) return print_worksheet(options, beginning->sitting, environment);

    if (options.as_of && *options.as_of > environment.today)
        environment.err << fmt::format(
            "hipaa-check: {} is in the future; until then, a check refuses answers confirmed on that day\n",
            iso(*options.as_of));
    AskSession session(environment, options.practice, beginning->bytes);
    interview::Interview interview(beginning->sitting, session);
    const interview::End end = interview.hold();
    if (end == interview::End::not_kept || !flush_out(environment)) return ExitStatus::invalid;
    if (!session.unheard().empty()) {
        environment.err << fmt::format("hipaa-check: standard input cannot be read: {}\n", session.unheard());
        return ExitStatus::invalid;
    }
    if (!session.heard_anything() && !environment.in_is_terminal)
        return line.refuse(
            "there is nobody to ask: run it in a terminal, or give the answers on standard input, one a line");
    if (!session.has_file()) {
        environment.out << "\nNothing was answered, so no file was written.\n";
        return ExitStatus::not_checked;
    }
    const bool is_changed = beginning->bytes.value_or(std::string(starting_text)) != beginning->sitting.text();
    const Saved saved = !is_changed ? Saved::nothing : session.has_written() ? Saved::answers : Saved::only_by_others;
    say_farewell(interview, beginning->sitting, end, options.practice, saved, environment);
    environment.out << fmt::format("The report below is a short one; the whole report: {}\n\n",
                                   checking_command(options));
    const ExitStatus status = check(check_arguments(options), environment);
    return interview.refused().empty() ? status : ExitStatus::invalid;
}

}  // namespace hipaa
