// How long commands take and how much memory they need, measured side by side.
#include "measure.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>

extern char** environ;

namespace bench {
namespace {

std::vector<char*> arguments(const Command& command) {
    std::vector<char*> list;
    for (const std::string& word : command.words) list.push_back(const_cast<char*>(word.c_str()));
    list.push_back(nullptr);
    return list;
}

void require_good(const Command& command, int status) {
    const bool is_good =
        WIFEXITED(status) && std::ranges::find(command.good, WEXITSTATUS(status)) != command.good.end();
    if (is_good) return;
    std::string what = WIFEXITED(status) ? "exit status " + std::to_string(WEXITSTATUS(status)) : "a signal";
    what += " of:";
    for (std::size_t at = 0; at < std::min<std::size_t>(command.words.size(), 12); ++at)
        what += " " + command.words[at];
    throw std::runtime_error(what);
}

int wait_for(pid_t child) {
    int status = 0;
    if (waitpid(child, &status, 0) != child) throw std::runtime_error("cannot wait for a child");
    return status;
}

/// Starts the command by posix_spawn, which unlike fork does not take longer the more memory this process has.
pid_t start(const Command& command, const char* output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (command.is_noisy) posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int error =
        posix_spawnp(&child, command.words.at(0).c_str(), &actions, nullptr, arguments(command).data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error("cannot run " + command.words[0]);
    return child;
}

double seconds(const Command& command) {
    const auto before = std::chrono::steady_clock::now();
    const int status = wait_for(start(command, "/dev/null"));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
    require_good(command, status);
    return took.count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

double peak_now(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string key; status >> key; status.ignore(std::numeric_limits<std::streamsize>::max(), '\n')) {
        double kilobytes = 0;
        if (key == "VmHWM:" && status >> kilobytes) return kilobytes * 1024;
    }
    throw std::runtime_error("no peak of memory in /proc");
}

/// What wait4 tells of a child counts from before its exec, when it still shared all that this process has; for a program
/// that takes one megabyte, that is the wrong answer. So it is stopped right before its end, and looked at then.
double peak_once(const Command& command) {
    std::vector<char*> words = arguments(command);
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot fork");
    if (child == 0) {
        const int null = open("/dev/null", O_RDWR);
        dup2(null, 0);
        dup2(null, 1);
        if (command.is_noisy) dup2(null, 2);
        ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        execvp(words[0], words.data());
        _exit(127);
    }
    int status = wait_for(child);
    if (!WIFSTOPPED(status)) throw std::runtime_error("cannot run " + command.words[0]);
    ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACEEXIT | PTRACE_O_EXITKILL);
    double peak = 0;
    for (long signal = 0;; signal = 0) {
        ptrace(PTRACE_CONT, child, nullptr, signal);
        status = wait_for(child);
        if (!WIFSTOPPED(status)) break;
        if (status >> 8 == (SIGTRAP | PTRACE_EVENT_EXIT << 8)) peak = peak_now(child);
        else signal = WSTOPSIG(status);
    }
    require_good(command, status);
    return peak;
}

}  // namespace

std::vector<double> median_seconds(const std::vector<Command>& commands, std::size_t rounds, std::size_t warm_up) {
    std::vector<std::vector<double>> times(commands.size());
    for (std::size_t round = 0; round < warm_up + rounds; ++round) {
        for (std::size_t at = 0; at < commands.size(); ++at) {
            const double took = seconds(commands[at]);
            if (round >= warm_up) times[at].push_back(took);
        }
    }
    std::vector<double> medians;
    for (std::vector<double>& each : times) medians.push_back(median(std::move(each)));
    return medians;
}

double peak_bytes(const Command& command) {
    std::vector<double> peaks;
    for (int run = 0; run < 3; ++run) peaks.push_back(peak_once(command));
    return median(std::move(peaks));
}

void let_go_of(const std::filesystem::path& file) {
    const int opened = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = opened >= 0 && fdatasync(opened) == 0 && posix_fadvise(opened, 0, 0, POSIX_FADV_DONTNEED) == 0;
    if (opened >= 0) close(opened);
    if (!done) throw std::runtime_error("cannot read anew: " + file.string());
}

std::string output_of(const Command& command) {
    char path[] = "/tmp/hipaa-check-bench-XXXXXX";
    const int file = mkstemp(path);
    if (file < 0) throw std::runtime_error("cannot write to /tmp");
    close(file);
    const int status = wait_for(start(command, path));
    std::ifstream written(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(written), {}};
    unlink(path);
    require_good(command, status);
    return text;
}

}  // namespace bench
