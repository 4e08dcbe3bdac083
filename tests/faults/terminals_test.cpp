// Terminals that are narrow, or know no escape sequences.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults/process.hpp"
#include "faults/workplace.hpp"

namespace hipaa::testing {
namespace {

struct Shown {
    int status = -1;
    std::string text;
};

/// What a terminal with so many columns shows.
Shown on_terminal(unsigned short columns, const char* type, const std::vector<std::string>& arguments,
                  const std::string& typed = "") {
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    REQUIRE(terminal >= 0);
    REQUIRE(::grantpt(terminal) == 0);
    REQUIRE(::unlockpt(terminal) == 0);
    const winsize size{24, columns, 0, 0};
    ::ioctl(terminal, TIOCSWINSZ, &size);
    const std::string name = ::ptsname(terminal);
    Shown shown;
    Running run(arguments, [&] {
        ::setsid();
        const int line = ::open(name.c_str(), O_RDWR);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(line, stream);
        ::close(line);
        ::setenv("TERM", type, 1);
        ::unsetenv("NO_COLOR");
    });
    if (!typed.empty()) CHECK(::write(terminal, typed.data(), typed.size()) == static_cast<ssize_t>(typed.size()));
    std::array<char, 4096> piece;
    // Reading fails when the program has ended; before it has begun there is nothing yet.
    const auto end = std::chrono::steady_clock::now() + longest_wait;
    while (std::chrono::steady_clock::now() < end) {
        const ssize_t count = ::read(terminal, piece.data(), piece.size());
        if (count > 0) shown.text.append(piece.data(), static_cast<std::size_t>(count));
        else if (!shown.text.empty()) break;
        else ::usleep(1000);
    }
    shown.status = run.wait();
    ::close(terminal);
    std::erase(shown.text, '\r');
    return shown;
}

/// Characters of the longest line that no address makes long.
std::size_t longest_line(const std::string& text) {
    std::istringstream lines(text);
    std::size_t longest = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.find("https://") != std::string::npos) continue;
        std::erase_if(line, [](char c) { return (c & 0xC0) == 0x80; });
        longest = std::max(longest, line.size());
    }
    return longest;
}

TEST_CASE("a report fits a narrow terminal as far as its words do") {
    const Workplace here;
    struct Row {
        std::string option;
        std::size_t longest_word;
    };
    for (const Row& row : {Row{"--brief", 22}, Row{"-v", 54}})
        for (unsigned short columns = 1; columns <= 64; columns = static_cast<unsigned short>(columns * 2)) {
            CAPTURE(row.option);
            CAPTURE(columns);
            const Shown shown = on_terminal(columns, "dumb", {row.option, "--as-of", "2026-11-22", "p.yaml"});
            CHECK(shown.status == 1);
            CHECK(shown.text.starts_with("Alder Street"));
            CHECK(shown.text.find("https://personcenteredtech.com/vendorreview/spruce/") != std::string::npos);
            CHECK(longest_line(shown.text) <= std::max<std::size_t>(columns, row.longest_word));
        }
}

TEST_CASE("only a terminal that knows colors gets them") {
    const Workplace here;
    CHECK(on_terminal(80, "xterm", {"p.yaml"}).text.find("\033[") != std::string::npos);
    CHECK(on_terminal(80, "dumb", {"p.yaml"}).text.find('\033') == std::string::npos);
    CHECK(shell("TERM=xterm $H p.yaml").find('\033') == std::string::npos);
}

TEST_CASE("an interview on a narrow, dumb terminal") {
    const Scratch here;
    const Shown shown = on_terminal(20, "dumb", {"ask"}, "spruce\nyes\nq\n");
    CHECK(shown.status == 4);
    CHECK(shown.text.find("Your answers are saved in practice.yaml.") != std::string::npos);
    CHECK(shown.text.find('\033') == std::string::npos);
    CHECK(text_of("practice.yaml").ends_with("products:\n  spruce:\n    in_use: yes\n"));
}

}  // namespace
}  // namespace hipaa::testing
