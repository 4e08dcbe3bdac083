// Every command works where it is killed if it opens a socket or starts another program.
#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "faults/process.hpp"
#include "faults/workplace.hpp"
#include "security/confinement.hpp"

namespace hipaa::testing {
namespace {

Ended run_confined(const std::string& program, const std::vector<std::string>& arguments, const std::string& in = "") {
    return run_file(program, arguments, {.in = in, .before = [&] {
                                             const rlimit none{0, 0};
                                             ::setrlimit(RLIMIT_CORE, &none);
                                             ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);  // which starts a process
                                             // Else bash asks the name service for it, through a socket.
                                             ::setenv("SHELL", "/bin/sh", 1);
                                             confine(program.c_str());
                                         }});
}

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream text(line);
    std::vector<std::string> words;
    for (std::string word; text >> word;) words.push_back(word);
    return words;
}

TEST_CASE("the filter kills what opens a socket or starts a program") {
    const int killed = 128 + SIGSYS;
    CHECK(run_confined("/bin/bash", {"-c", "echo harmless"}).out == "harmless\n");
    CHECK(run_confined("/bin/bash", {"-c", "exec 3<>/dev/tcp/127.0.0.1/9"}).status == killed);
    CHECK(run_confined("/bin/bash", {"-c", "exec 3<>/dev/udp/127.0.0.1/9"}).status == killed);
    CHECK(run_confined("/bin/bash", {"-c", "exec /bin/true"}).status == killed);
    CHECK(run_confined("/bin/bash", {"-c", "(exit 3)"}).status == killed);
    CHECK(run_confined("/bin/bash", {"-c", "echo `echo one`"}).status == killed);
}

TEST_CASE("every command reaches no network and starts no program") {
    const Workplace here;
    for (const CommandRow& row : command_rows()) {
        CAPTURE(row.line);
        const Ended free = run_alone(words_of(row.line));
        const Ended confined = run_confined(program_path(), words_of(row.line));
        CHECK(confined.status == free.status);
        CHECK(confined.out == free.out);
        CHECK(confined.err == free.err);
    }
    std::filesystem::create_directory("d");
    for (int i = 0; i < 40; ++i) std::filesystem::copy_file("p.yaml", "d/" + std::to_string(i) + ".yaml");
    here.write("hipaa-check.toml", "fail-on = \"law\"\n");
    for (const char* line :
         {"--jobs 4 -o r.html -o r.oscal.json d", "--baseline s.jsonl p.yaml", "--rules any-product.yaml p.yaml",
          "--set products.spruce.in_use=no p.yaml", "--redact p.yaml", "new acme", "not-there.yaml",
          "test --coverage --mutants any-product.test.yaml", "diff old.yaml p.yaml p.yaml"}) {
        CAPTURE(line);
        const int status = run_confined(program_path(), words_of(line)).status;
        CHECK(status < 6);
    }
    std::filesystem::remove("hipaa-check.toml");
    const Ended asked = run_confined(program_path(), {"ask", "new.yaml"}, "spruce\nyes\n0\n?\nq\n");
    CHECK(asked.status == 4);
    CHECK(text_of("new.yaml").ends_with("products:\n  spruce:\n    in_use: yes\n    texting:\n      sms_clients: 0\n"));
}

}  // namespace
}  // namespace hipaa::testing
