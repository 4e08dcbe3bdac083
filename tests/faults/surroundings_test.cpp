// What is around the program makes no difference: locale, time zone, home, the size that variables say, threads.
#include <doctest/doctest.h>

#include <string>

#include "faults/process.hpp"
#include "faults/workplace.hpp"

namespace hipaa::testing {
namespace {

/// The checksums of what all commands print, and their statuses, in a shell that `first` has prepared.
std::string of_all_commands(const std::string& first, const std::string& options = "") {
    std::string script = first + "; ";
    for (const CommandRow& row : command_rows()) {
        const bool is_check = row.line.front() == '-' && !row.line.ends_with("help") && !row.line.ends_with("version");
        script +=
            "$H " + row.line + (is_check ? options : "") + " 2>&1 > out; echo \"$? " + row.line + "\"; cksum < out;";
    }
    return shell(script);
}

TEST_CASE("the same bytes whatever the locale, zone, home, terminal and number of threads") {
    const Workplace here;
    const std::string usual = of_all_commands("true");
    CHECK(usual == of_all_commands("true"));
    CHECK(usual == of_all_commands("export TZ=Pacific/Kiritimati"));
    CHECK(usual == of_all_commands("export LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 LANGUAGE=tr COLUMNS=20 LINES=2"));
    CHECK(usual == of_all_commands("export LC_ALL=nonsense TERM=nonsense; unset HOME"));
    CHECK(usual == of_all_commands(
                       "export H; exec 3>&1; unset HOME PATH TERM LANG USER LOGNAME TMPDIR PWD; PATH=/bin:/usr/bin"));
    CHECK(usual == of_all_commands("export HOME=/nonexistent XDG_CONFIG_HOME=/nonexistent TERM=dumb LC_ALL=C"));
    CHECK(usual == of_all_commands("true", " --jobs 7"));
}

TEST_CASE("a temporary folder that is not there is no fault where none is needed") {
    const Workplace here;
    CHECK(shell("export TMPDIR=/nonexistent; $H -q p.yaml; echo $?") == "1\n");
    CHECK(shell("export TMPDIR=/nonexistent; $H -q -o r.html p.yaml; echo $?; head -c 9 r.html") == "1\n<!doctype");
}

TEST_CASE("a current folder that is gone is no fault either, unless something is to be written there") {
    const Workplace here;
    const auto from_gone_folder = [](const std::string& line) {
        return shell("F=$PWD; mkdir gone; cd gone; rmdir ../gone; " + line + "; echo $?");
    };
    CHECK(from_gone_folder("$H -q $F/p.yaml") == "1\n");
    CHECK(from_gone_folder("$H -q p.yaml") ==
          "p.yaml:1:1: cannot be read: No such file or directory; to begin, make this file with the line `products: "
          "{spruce: {}}`: the report lists the questions to answer\n3\n");
    CHECK(from_gone_folder("$H -q -o r.html $F/p.yaml") ==
          "hipaa-check: the report r.html could not be written: No such file or directory\n3\n");
    CHECK(
        from_gone_folder("echo spruce | $H ask > $F/out") ==
        "hipaa-check: the practice file practice.yaml could not be written: No such file or directory. This answer was "
        "not saved.\n3\n");
    CHECK(from_gone_folder("$H new acme") == "hipaa-check: acme.yaml: No such file or directory\n3\n");
}

}  // namespace
}  // namespace hipaa::testing
