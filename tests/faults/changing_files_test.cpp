// Files that vanish, grow, or turn into something else while the program runs.
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults/process.hpp"
#include "faults/workplace.hpp"

namespace hipaa::testing {
namespace {

namespace fs = std::filesystem;

/// Runs the program on a pipe and the folder `d`, and does `change` when the files of `d` are known but not read yet.
Ended changed_meanwhile(const std::function<void()>& change, std::vector<std::string> arguments = {}) {
    for (const char* argument : {"-q", "--jobs", "1", "first.yaml", "d"}) arguments.emplace_back(argument);
    ::mkfifo("first.yaml", 0600);
    std::thread other([&] {
        const int pipe = ::open("first.yaml", O_WRONLY | O_CLOEXEC);  // waits until the program opens it, too
        change();
        CHECK(::write(pipe, "products: {spruce: {}}\n", 23) == 23);
        ::close(pipe);
    });
    const Ended ended = run_alone(arguments);
    other.join();
    fs::remove("first.yaml");
    return ended;
}

TEST_CASE("a file that is something else when its turn comes is named, and not waited for") {
    const Workplace here;
    fs::create_directory("d");
    for (const char* name : {"dir", "link", "loop", "pipe", "vanished"})
        fs::copy_file("p.yaml", fs::path("d") / (std::string(name) + ".yaml"));
    const Ended ended = changed_meanwhile([] {
        fs::current_path("d");
        for (const char* name : {"dir", "link", "loop", "pipe", "vanished"}) fs::remove(std::string(name) + ".yaml");
        fs::create_directory("dir.yaml");
        fs::create_symlink("not-there.yaml", "link.yaml");
        fs::create_symlink("loop.yaml", "loop.yaml");
        ::mkfifo("pipe.yaml", 0600);
        fs::current_path("..");
    });
    CHECK(ended.err ==
          "d/dir.yaml:1:1: cannot be read: Is a directory\n"
          "d/link.yaml:1:1: cannot be read: it is a link to `not-there.yaml`, which is not there\n"
          "d/loop.yaml:1:1: cannot be read: Too many levels of symbolic links\n"
          "d/pipe.yaml:1:1: cannot be read: it is not a regular file\n"
          "d/vanished.yaml:1:1: cannot be read: No such file or directory; to begin, make this file with the line "
          "`products: {spruce: {}}`: the report lists the questions to answer\n");
    CHECK(ended.status == 3);
}

TEST_CASE("a folder that is gone when its files are read") {
    const Workplace here;
    fs::create_directories("d/e");
    fs::copy_file("p.yaml", "d/e/p.yaml");
    const Ended ended = changed_meanwhile([] { fs::remove_all("d"); });
    CHECK(
        ended.err ==
        "d/e/p.yaml:1:1: cannot be read: No such file or directory; to begin, make this file with the line `products: "
        "{spruce: {}}`: the report lists the questions to answer\n");
    CHECK(ended.status == 3);
}

TEST_CASE("a folder of the report that is gone when the report is whole") {
    const Workplace here;
    fs::create_directory("d");
    fs::copy_file("p.yaml", "d/p.yaml");
    fs::create_directory("reports");
    const Ended ended = changed_meanwhile([] { fs::remove_all("reports"); }, {"-o", "reports/r.html"});
    CHECK(ended.err == "hipaa-check: the report reports/r.html could not be written: there is no folder reports\n");
    CHECK(ended.status == 3);
}

TEST_CASE("a file that is written to while it is read is read whole, or not at all") {
    const Scratch here;
    const std::string line = "x-note: " + std::string(1000, 'x') + "\n";
    here.write("grows.yaml", "products: {spruce: {}}\n" + line);
    std::atomic<bool> stop{false};
    std::thread writer([&] {
        std::ofstream file("grows.yaml", std::ios::binary | std::ios::app);
        for (int i = 0; i < 3000 && !stop; ++i) {
            file << "x-" << i << line.substr(6) << std::flush;
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
    });
    for (int i = 0; i < 5; ++i) {
        const Ended ended = run_alone({"-q", "--jobs", "1", "grows.yaml"});
        const bool was_read = ended.status == 4 && ended.err.empty();
        const bool was_refused =
            ended.status == 3 &&
            ended.err == "grows.yaml:1:1: cannot be read: it was changed while it was read; try again\n";
        CAPTURE(ended.status);
        CAPTURE(ended.err);
        CHECK((was_read || was_refused));
    }
    stop = true;
    writer.join();
}

TEST_CASE("a file of options that is no file is named") {
    const Workplace here;
    const std::string end = "; --no-config runs without this file of options\n3\n1\n";
    const auto check = [&](const std::string& make, const std::string& why) {
        CHECK(shell(make + " hipaa-check.toml; $H -q p.yaml; echo $?; $H -q --no-config p.yaml; echo $?") ==
              "hipaa-check: hipaa-check.toml: " + why + end);
        fs::remove("hipaa-check.toml");
    };
    check("mkfifo", "it is a pipe, not a file");
    check("mkdir", "Is a directory");
    check("ln -s hipaa-check.toml", "Too many levels of symbolic links");
    check("ln -s nowhere", "it is a link to `nowhere`, which is not there");
}

}  // namespace
}  // namespace hipaa::testing
