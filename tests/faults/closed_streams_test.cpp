// Standard streams that are closed, and pipes that nobody reads.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include <unistd.h>

#include "faults/process.hpp"
#include "faults/workplace.hpp"

namespace hipaa::testing {
namespace {

TEST_CASE("every command says that standard output is closed") {
    const Workplace here;
    for (const CommandRow& row : command_rows()) {
        CAPTURE(row.line);
        CHECK(shell("$H " + row.line + " >&-; echo $?") == row.unwritten + "it is closed\n3\n");
    }
    CHECK(shell("echo spruce | $H ask new.yaml >&-; echo $?") ==
          "hipaa-check: standard output could not be written: it is closed\n3\n");
    CHECK(names_here() == Workplace::names);
}

TEST_CASE("what reads nothing from standard input, and says nothing on standard error, needs neither") {
    const Workplace here;
    for (const CommandRow& row : command_rows()) {
        CAPTURE(row.line);
        CHECK(shell("$H " + row.line + " <&- 2>&- | cksum") == shell("$H " + row.line + " 2>/dev/null | cksum"));
        CHECK(shell("$H " + row.line + " > out; echo $?") == shell("$H " + row.line + " <&- 2>&- > out; echo $?"));
    }
}

TEST_CASE("an interview without standard input says so") {
    const Scratch here;
    CHECK(shell("$H ask new.yaml <&- > out; echo $?") ==
          "hipaa-check: standard input cannot be read: it is closed\n3\n");
    CHECK(shell("$H ask new.yaml < . > out; echo $?") ==
          "hipaa-check: standard input cannot be read: Is a directory\n3\n");
    CHECK(
        shell("$H ask new.yaml < /dev/null > out; echo $?") ==
        "hipaa-check: there is nobody to ask: run it in a terminal, or give the answers on standard input, one a line\n"
        "Try `hipaa-check ask --help`.\n2\n");
    CHECK(names_here() == "out");
}

/// Standard output becomes a pipe whose other end is closed.
void write_to_nobody() {
    int ends[2];
    if (::pipe(ends) != 0) std::_Exit(125);
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("nobody is told that nobody reads a pipe") {
    const Workplace here;
    for (const CommandRow& row : command_rows()) {
        CAPTURE(row.line);
        CHECK(shell("$H " + row.line + "; echo $? >&2", write_to_nobody) == "3\n");
    }
    CHECK(shell("echo spruce | $H ask new.yaml; echo $? >&2", write_to_nobody) == "3\n");
    CHECK(shell("$H -q -o text=/dev/stdout p.yaml; echo $? >&2", write_to_nobody) == "3\n");
    CHECK(names_here() == Workplace::names);
}

TEST_CASE("a report for people is written though nobody reads the other one") {
    const Workplace here;
    const std::string& day = Workplace::on_its_day;
    CHECK(shell("$H -f csv -o r.json p.yaml" + day + "; echo $? >&2; $H -f json p.yaml" + day +
                    " > whole; cmp r.json whole",
                write_to_nobody) == "3\n");
}

}  // namespace
}  // namespace hipaa::testing
