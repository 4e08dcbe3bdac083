// Runs of the program itself, as a user has it: with its own memory, descriptors, terminal and signals.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "support/program.hpp"

namespace hipaa::testing {

/// The path of the program under test: the one that HIPAA_CHECK_PROGRAM names, else the one of this build.
const std::string& program_path();

/// The path of a program that was built beside this one.
std::string program_beside(const std::string& name);

/// False for a build with sanitizers, which needs more memory, descriptors and system calls than the program does.
bool program_is_plain();

/// For what takes milliseconds, on a machine that has other things to do, too.
constexpr std::chrono::minutes longest_wait{5};

struct Ended {
    int status = -1;  // of the program, or 128 + the signal that ended it, as a shell says it
    std::string out;  // what it wrote to standard output
    std::string err;
};

struct Circumstances {
    std::string in = {};
    std::function<void()> before = {};  // called in the new process, before the program is there
};

/// `arguments` without the name of the program.
Ended run_alone(const std::vector<std::string>& arguments, const Circumstances& circumstances = {});

/// The same for another program. `file` is what `execve` is called with.
Ended run_file(const std::string& file, const std::vector<std::string>& arguments, const Circumstances& circumstances);

/// Runs a line of sh in which `$H` is the program. Returns what it prints, on either stream.
std::string shell(const std::string& line, const std::function<void()>& before = {});

/// For `before`: takes from root what lets it write where the modes of files forbid it.
void obey_modes();

/// A program that is running, with standard input from /dev/null and its output thrown away.
class Running {
public:
    explicit Running(const std::vector<std::string>& arguments, std::function<void()> before = {});
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void send(int signal) const;
    /// As in `Ended`. A program that does not end within `longest_wait` is killed.
    int wait();

private:
    pid_t process_ = -1;
};

/// The names in the current folder, hidden ones too, sorted, with a blank between.
std::string names_here();

}  // namespace hipaa::testing
