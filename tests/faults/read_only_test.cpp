// Folders and files that may not be written, and files that may not be read.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "faults/process.hpp"
#include "faults/workplace.hpp"

namespace hipaa::testing {
namespace {

namespace fs = std::filesystem;

/// A folder that nobody may write to, until the end.
class ReadOnlyFolder {
public:
    ReadOnlyFolder() {
        fs::create_directory("closed");
        fs::copy_file("p.yaml", "closed/p.yaml");
        fs::permissions("closed", fs::perms::owner_read | fs::perms::owner_exec);
    }
    ~ReadOnlyFolder() { fs::permissions("closed", fs::perms::owner_all); }
};

TEST_CASE("a folder that may not be written is named, and stays as it is") {
    const Workplace here;
    const ReadOnlyFolder closed;
    const auto check = [](const std::string& line, const std::string& expected) {
        CAPTURE(line);
        CHECK(shell("cd closed; " + line + "; echo $?; ls -A; cmp p.yaml ../p.yaml", obey_modes) ==
              expected + "3\np.yaml\n");
    };
    check("$H -q -o r.html p.yaml", "hipaa-check: the report r.html could not be written: Permission denied\n");
    check("$H diff -o r.html ../old.yaml p.yaml > /dev/null",
          "hipaa-check: the report r.html could not be written: Permission denied\n");

    check("echo spruce | $H ask > /dev/null",
          "hipaa-check: the practice file practice.yaml could not be written: Permission denied. This answer was not "
          "saved.\n");
    check("$H new acme", "hipaa-check: acme.yaml: Permission denied\n");
    check("$H new acme --directory sub", "hipaa-check: sub: Permission denied\n");
}

TEST_CASE("what may not be read is named, and the rest is checked") {
    const Workplace here;
    fs::create_directories("d/locked");
    fs::copy_file("p.yaml", "d/p.yaml");
    fs::copy_file("p.yaml", "d/secret.yaml");
    fs::permissions("d/secret.yaml", fs::perms::none);
    fs::permissions("d/locked", fs::perms::none);
    CHECK(shell("$H -q d; echo $?; $H -f csv d 2>/dev/null | grep -c '^d/p.yaml,'", obey_modes) ==
          "d/locked:1:1: cannot be read: Permission denied\nd/secret.yaml:1:1: cannot be read: Permission denied\n3\n" +
              shell("$H -f csv d/p.yaml | grep -c '^d/p.yaml,'"));
    fs::permissions("d/locked", fs::perms::owner_all);
}

}  // namespace
}  // namespace hipaa::testing
