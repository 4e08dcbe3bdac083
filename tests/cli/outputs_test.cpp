// -o: which report goes where, and that a file is there whole or not at all.
#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include "cli/io/output_file.hpp"
#include "support/program.hpp"

using namespace hipaa::testing;

namespace {

const std::string practice = "confirmed_on: 2026-11-20\nproducts: {spruce: {plan: {tier: free}}}\n";

/// The names of all that is in the current directory, sorted.
std::string names() {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(".")) all.push_back(entry.path().filename().string());
    std::sort(all.begin(), all.end());
    std::string text;
    for (const std::string& name : all) text += (text.empty() ? "" : " ") + name;
    return text;
}

std::string begins(const std::string& path) { return text_of(path).substr(0, 12); }

}  // namespace

TEST_CASE("each -o writes a report in the format of its ending, beside the one on standard output") {
    const Scratch scratch;
    scratch.write("p.yaml", practice);
    const Outcome plain = run_program({"p.yaml"});
    const Outcome outcome = run_program({"p.yaml",  "-o",           "a.txt",   "-o",
                                         "a.md",    "--output",     "a.json",  "-o",
                                         "a.jsonl", "-o",           "a.sarif", "--output=a.sarif.json",
                                         "-o",      "a.xml",        "-o",      "a.csv",
                                         "-o",      "oscal=o.json", "-o",      "github=g=h.txt",
                                         "-o",      "gitlab=l",     "-o",      "B.HTML"});
    CHECK(outcome.status == 1);
    CHECK(outcome.err == "");
    CHECK(outcome.out == plain.out);
    CHECK(begins("B.HTML") == "<!doctype ht");
    CHECK(names() == "B.HTML a.csv a.json a.jsonl a.md a.sarif a.sarif.json a.txt a.xml g=h.txt l o.json p.yaml");
    CHECK(text_of("a.txt") == plain.out);
    CHECK(text_of("a.sarif") == text_of("a.sarif.json"));
    for (const std::string format :
         {"markdown", "json", "jsonl", "sarif", "junit", "csv", "oscal", "github", "gitlab"}) {
        CAPTURE(format);
        const std::string file = format == "markdown" ? "a.md"
                                 : format == "junit"  ? "a.xml"
                                 : format == "oscal"  ? "o.json"
                                 : format == "github" ? "g=h.txt"
                                 : format == "gitlab" ? "l"
                                                      : "a." + format;
        const std::string mark = format == "csv" ? "\xEF\xBB\xBF" : "";  // for spreadsheets
        CHECK(text_of(file) == mark + run_program({"-f", format, "p.yaml"}).out);
    }
}

TEST_CASE("a new report has the mode of a new file, and one that takes the place of another keeps that one's") {
    const Scratch scratch;
    scratch.write("p.yaml", practice);
    const auto mode = [](const std::string& path) {
        return std::filesystem::status(path).permissions() & std::filesystem::perms::all;
    };
    const mode_t before = ::umask(027);
    CHECK(run_program({"-q", "p.yaml", "-o", "new.json"}).status == 1);
    ::umask(before);
    CHECK(mode("new.json") == std::filesystem::perms(0640));

    scratch.write("r.json", "old");
    scratch.link("r.json", "link.json");
    for (const int bits : {0644, 0600, 0444, 0755}) {
        CAPTURE(bits);
        std::filesystem::permissions("r.json", std::filesystem::perms(bits));
        CHECK(run_program({"-q", "p.yaml", "-o", "link.json"}).status == 1);
        CHECK(begins("r.json") == "{\n  \"format\"");
        CHECK(std::filesystem::is_symlink("link.json"));
        CHECK(mode("r.json") == std::filesystem::perms(bits));
    }
}

TEST_CASE("through a link to what is not there, a report goes where the link leads") {
    const Scratch scratch;
    scratch.write("p.yaml", practice);
    scratch.write("d/.keep", "");
    scratch.link("d/middle.json", "link.json");
    scratch.link("target.json", "d/middle.json");
    scratch.link("none/target.json", "nowhere.json");
    CHECK(run_program({"-q", "p.yaml", "-o", "link.json"}).status == 1);
    CHECK(std::filesystem::is_symlink("link.json"));
    CHECK(std::filesystem::is_symlink("d/middle.json"));
    CHECK(begins("d/target.json") == "{\n  \"format\"");
    const Outcome outcome = run_program({"-q", "p.yaml", "-o", "nowhere.json"});
    CHECK(outcome.status == 3);
    CHECK(outcome.err == "hipaa-check: the report nowhere.json could not be written: there is no folder none\n");
}

TEST_CASE("links that lead to each other are not replaced") {
    const Scratch scratch;
    scratch.write("p.yaml", practice);
    std::filesystem::create_symlink("two.md", "one.md");
    std::filesystem::create_symlink("one.md", "two.md");
    const Outcome outcome = run_program({"p.yaml", "-o", "one.md"});
    CHECK(outcome.status == 3);
    CHECK(outcome.err == "hipaa-check: the report one.md could not be written: Too many levels of symbolic links\n");
    CHECK(std::filesystem::is_symlink("one.md"));
    CHECK(names() == "one.md p.yaml two.md");
}

TEST_CASE("a wrong -o is refused before anything runs") {
    struct Row {
        std::vector<std::string> arguments;
        std::string sentence;
    };
    const std::string endings = ".txt .md .html .htm .json .jsonl .sarif .sarif.json .xml .csv";
    const std::vector<Row> rows{
        {{"-o", "report"},
         "the ending of `report` names no format; the endings are " + endings + "; for another name write FORMAT=FILE"},
        {{"-o", "report.pdf"},
         "the ending of `report.pdf` names no format; the endings are " + endings +
             "; for another name write FORMAT=FILE"},
        {{"-o=r.json"}, "write -o r.json, without the equals sign"},
        {{"-o", "jsno=r.json"}, "the format of -o cannot be `jsno`; did you mean `json`?"},
        {{"-o", "json="}, "-o `json=` names no file"},
        {{"-o", "json=-"}, "-o `json=-` is not a file; -f says what goes to standard output"},
        {{"-o", "json=q.yaml"},
         "-o cannot write to `q.yaml`: files that end in `.yaml` or `.yml` are practice files and checklists"},
        {{"-o", "json=Q.YAML"},
         "-o cannot write to `Q.YAML`: files that end in `.yaml` or `.yml` are practice files and checklists"},
        {{"-o", "to-p.json"},
         "-o cannot write to `to-p.json`, a link to `p.yaml`: files that end in `.yaml` or `.yml` are practice files "
         "and checklists"},
        {{"d", "-o", "data.txt"},
         "-o cannot write to `data.txt`, because that is `d/found.yaml`, which this run is to read"},
        {{"--files-from", "list", "-o", "data.txt"},
         "-o cannot write to `data.txt`, because that is `data.txt`, which this run is to read"},
        {{"--rules", "d", "-o", "data.txt"},
         "-o cannot write to `data.txt`, because that is `d/found.yaml`, which this run is to read"},
        {{"--files-from", "list", "-o", "text=list"}, "-o cannot write to `list`, which this run is to read"},
        {{"-o", "r.json", "-o", "text=./r.json"}, "two reports cannot both be written to `./r.json`"},
        {{"-o", "dangling.json", "-o", "gone.json"}, "two reports cannot both be written to `gone.json`"},
        {{"in.txt", "-o", "./in.txt"}, "-o cannot write to `./in.txt`, which this run is to read"},
        {{"--sarif-all"}, "--sarif-all is for sarif reports, and there is none; add `-f sarif` or `-o report.sarif`"},
    };
    const Scratch scratch;
    scratch.write("p.yaml", practice);
    scratch.write("in.txt", practice);
    scratch.write("data.txt", practice);
    scratch.write("list", "data.txt\n");
    scratch.write("d/.keep", "");
    scratch.link("../data.txt", "d/found.yaml");
    scratch.link("p.yaml", "to-p.json");
    scratch.link("gone.json", "dangling.json");
    const std::string before = names();
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        std::vector<std::string> arguments{"p.yaml"};
        arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
        const Outcome outcome = run_program(arguments);
        CHECK(outcome.status == 2);
        CHECK(outcome.out == "");
        CHECK(outcome.err == "hipaa-check: " + row.sentence + "\nTry `hipaa-check --help`.\n");
        CHECK(names() == before);
    }
}

TEST_CASE("a report that cannot be written ends in status 3 and a sentence, before anything runs") {
    const Scratch scratch;
    scratch.write("p.yaml", practice);
    scratch.write("folder.txt/inside", "");
    Outcome outcome = run_program({"p.yaml", "-o", "missing/r.json", "-o", "folder.txt"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out == "");
    CHECK(outcome.err ==
          "hipaa-check: the report missing/r.json could not be written: there is no folder missing\n"
          "hipaa-check: the report folder.txt could not be written: it is a folder\n");
    outcome = run_program({"-q", "p.yaml", "-o", "text=/dev/full"});
    CHECK(outcome.status == 3);
    CHECK(outcome.err == "hipaa-check: the report /dev/full could not be written: there is no space left\n");
    CHECK(names() == "folder.txt p.yaml");
}

TEST_CASE("when a report does not fit, the one before stays whole and nothing else is left") {
    const Scratch scratch;
    scratch.write("p.yaml", practice);
    scratch.write("r.json", "the report before");
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1000, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const Outcome outcome = run_program({"p.yaml", "-o", "r.json"});
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(outcome.status == 3);
    CHECK(outcome.err == "hipaa-check: the report r.json could not be written: File too large\n");
    CHECK(outcome.out == run_program({"p.yaml"}).out);
    CHECK(text_of("r.json") == "the report before");
    CHECK(names() == "p.yaml r.json");
}

TEST_CASE("a report goes to its file even if standard output takes nothing") {
    const Scratch scratch;
    scratch.write("p.yaml", practice);
    Setting full;
    full.out_is_full = true;
    const Outcome outcome = run_program({"p.yaml", "-o", "r.json"}, full);
    CHECK(outcome.status == 3);
    CHECK(outcome.err == "hipaa-check: the report could not be written to standard output\n");
    CHECK(text_of("r.json") == run_program({"-f", "json", "p.yaml"}).out);
}

TEST_CASE("of a pipe that nobody reads any more nothing is said") {
    const Scratch scratch;
    scratch.write("p.yaml", practice);
    Setting closed;
    closed.out_is_full = true;
    closed.out_error = EPIPE;
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"p.yaml"}, {"--help"}, {"list"}, {"explain", "spruce"}, {"schema", "practice"}}) {
        const Outcome outcome = run_program(arguments, closed);
        CHECK(outcome.status == 3);
        CHECK(outcome.err == "");
    }
    closed.out_error = ENOSPC;
    CHECK(run_program({"p.yaml"}, closed).err ==
          "hipaa-check: the report could not be written to standard output: there is no space left\n");
}

TEST_CASE("a signal takes the temporary file away, and ends the program as it always does") {
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU}) {
        CAPTURE(signal);
        const Scratch scratch;
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const rlimit no_core{0, 0};
            ::setrlimit(RLIMIT_CORE, &no_core);
            std::signal(signal, SIG_DFL);  // whatever whoever runs the tests ignores
            hipaa::OutputFile file("r.json");
            file.stream() << "half a report" << std::flush;
            const std::string there = names();  // nothing where files without a name can be had
            std::raise(there.empty() || there.starts_with(".hipaa-check-") ? signal : SIGKILL);
            std::_Exit(1);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == signal);
        CHECK(names() == "");
    }
}
