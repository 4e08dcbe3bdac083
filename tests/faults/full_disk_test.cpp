// No room: what is asked for is said not to be there, and what was there before still is.
#include <doctest/doctest.h>

#include <cerrno>
#include <string>
#include <vector>

#include <sys/syscall.h>

#include "faults/process.hpp"
#include "faults/system_calls.hpp"
#include "faults/workplace.hpp"

namespace hipaa::testing {
namespace {

TEST_CASE("every command says that standard output is on a full disk") {
    const Workplace here;
    for (const CommandRow& row : command_rows()) {
        CAPTURE(row.line);
        CHECK(shell("$H " + row.line + " > /dev/full; echo $?") == row.unwritten + "there is no space left\n3\n");
    }
    CHECK(shell("echo spruce | $H ask new.yaml > /dev/full; echo $?") ==
          "hipaa-check: standard output could not be written: there is no space left\n3\n");
    CHECK(names_here() == Workplace::names);
}

TEST_CASE("a report on a full device is said not to be written") {
    const Workplace here;
    CHECK(shell("$H -q -o text=/dev/full p.yaml; echo $?") ==
          "hipaa-check: the report /dev/full could not be written: there is no space left\n3\n");
    CHECK(shell("$H diff -o html=/dev/full old.yaml p.yaml > out; echo $?; tail -n 1 out | wc -l") ==
          "hipaa-check: the report /dev/full could not be written: there is no space left\n3\n1\n");
}

/// Runs `line` in the folder `full`, a disk of two pages of which the second is taken. Nothing where that cannot be had.
std::string on_full_disk(const std::string& line) {
    return shell(
        "mkdir -p full && unshare -rm sh -c 'mount -t tmpfs -o size=8k,mode=755 none full && cp p.yaml full && "
        "cd full && head -c 4096 /dev/zero > other && " +
        line + "; ls -A; cmp p.yaml ../p.yaml' 2>&1");
}

TEST_CASE("on a full disk, the files that are there stay as they are, and nothing is added") {
    const Workplace here;
    if (on_full_disk("true") != "other\np.yaml\n") {
        MESSAGE("SKIPPED: a full disk, which needs a name space with a tmpfs of its own");
        return;
    }
    for (const std::string way : {"html", "json", "csv", "sarif", "xml"}) {
        CAPTURE(way);
        CHECK(on_full_disk("$H -q -o r." + way + " p.yaml; echo $?") ==
              "hipaa-check: the report r." + way + " could not be written: there is no space left\n3\nother\np.yaml\n");
    }
    CHECK(on_full_disk("echo spruce | $H ask new.yaml > ../said; echo $?") ==
          "hipaa-check: the practice file new.yaml could not be written: there is no space left. This answer was not "
          "saved.\n3\nother\np.yaml\n");
    CHECK(on_full_disk("$H new acme; echo $?") == "hipaa-check: acme.yaml: there is no space left\n3\nother\np.yaml\n");
}

TEST_CASE("a disk that fails, at whichever step, leaves the old file") {
    const Workplace here;
    here.write("r.html", "old");
    const std::string names = names_here();
    const std::vector<SystemCall> renames{{SYS_rename}, {SYS_renameat}, {SYS_renameat2}};
    struct Row {
        std::vector<SystemCall> step;
        int error;
        std::string reason;
        bool when_named = true;  // true, too, where files have to have a name
    };
    const std::vector<Row> rows{
        {{{SYS_fsync}}, EIO, "Input/output error"},     {{{SYS_fsync}}, ENOSPC, "there is no space left"},
        {{{SYS_fsync}}, EDQUOT, "Disk quota exceeded"}, {{{SYS_linkat}}, EIO, "Input/output error", false},
        {renames, EIO, "Input/output error"},
    };
    for (const bool nameless : {true, false})
        for (const Row& row : rows) {
            if (!nameless && !row.when_named) continue;
            CAPTURE(row.step.front().number);
            CAPTURE(nameless);
            const std::string got = shell("$H -q -o r.html p.yaml; echo $?", [&] {
                if (!nameless) fail_calls({open_nameless}, EOPNOTSUPP);
                fail_calls(row.step, row.error);
            });
            CHECK(got == "hipaa-check: the report r.html could not be written: " + row.reason + "\n3\n");
            CHECK(text_of("r.html") == "old");
            CHECK(names_here() == names);
        }
}

}  // namespace
}  // namespace hipaa::testing
