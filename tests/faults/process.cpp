// Runs of the program itself.
#include "faults/process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hipaa::testing {
namespace {

namespace fs = std::filesystem;

struct Pipe {
    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    }
    std::array<int, 2> ends{};
    void close_end(int end) {
        if (ends[static_cast<std::size_t>(end)] >= 0) ::close(ends[static_cast<std::size_t>(end)]);
        ends[static_cast<std::size_t>(end)] = -1;
    }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
};

/// As a shell says it.
int status_of(int ended) { return WIFSIGNALED(ended) ? 128 + WTERMSIG(ended) : WEXITSTATUS(ended); }

/// Whoever runs the tests may have left some open, which the program then has, too.
void close_all_but_streams() { ::syscall(SYS_close_range, STDERR_FILENO + 1, ~0U, 0U); }

/// As usual, whatever whoever runs the tests ignores: nohup the first one, a shell in the background the next two.
void mind_signals() {
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGXCPU, SIGXFSZ}) std::signal(signal, SIG_DFL);
}

/// What `execv` takes. Made before the fork: once `before` has set limits, a sanitizer that lacks memory for an
/// allocation ends the process with status 1, which looks like the program's.
std::vector<char*> words_of(const std::string& file, const std::vector<std::string>& arguments) {
    std::vector<char*> words{const_cast<char*>(file.c_str())};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    return words;
}

[[noreturn]] void become(const std::vector<char*>& words) {
    ::execv(words.front(), words.data());
    std::_Exit(126);
}

Ended run(const std::string& file, const std::vector<std::string>& arguments, const Circumstances& circumstances,
          bool together) {
    // A file, so that nobody has to write while the program does.
    std::FILE* const in = std::tmpfile();
    std::fwrite(circumstances.in.data(), 1, circumstances.in.size(), in);
    std::rewind(in);
    Pipe out;
    Pipe err;
    const std::vector<char*> words = words_of(file, arguments);
    const pid_t process = ::fork();
    if (process == 0) {
        ::dup2(::fileno(in), STDIN_FILENO);
        ::dup2(out.ends[1], STDOUT_FILENO);
        ::dup2(together ? out.ends[1] : err.ends[1], STDERR_FILENO);
        close_all_but_streams();
        mind_signals();
        if (circumstances.before) circumstances.before();
        become(words);
    }
    std::fclose(in);
    out.close_end(1);
    err.close_end(1);
    Ended ended;
    std::array<pollfd, 2> open{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
    std::array<char, 1 << 16> piece;
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        ::poll(open.data(), open.size(), -1);
        for (pollfd& one : open) {
            if (one.fd < 0 || one.revents == 0) continue;
            const ssize_t count = ::read(one.fd, piece.data(), piece.size());
            if (count > 0)
                (&one == open.data() ? ended.out : ended.err).append(piece.data(), static_cast<std::size_t>(count));
            else one.fd = -1;
        }
    }
    int status = 0;
    ::waitpid(process, &status, 0);
    ended.status = status_of(status);
    return ended;
}

}  // namespace

const std::string& program_path() {
    static const std::string path = [] {
        const char* named = std::getenv("HIPAA_CHECK_PROGRAM");
        return std::string(named ? named : HIPAA_CHECK_PROGRAM);
    }();
    return path;
}

std::string program_beside(const std::string& name) {
    return (fs::read_symlink("/proc/self/exe").parent_path() / name).string();
}

bool program_is_plain() {
    static const bool plain = [] {
        const std::string bytes = text_of(program_path());
        return bytes.find("__asan_init") == std::string::npos;
    }();
    return plain;
}

Ended run_alone(const std::vector<std::string>& arguments, const Circumstances& circumstances) {
    return run(program_path(), arguments, circumstances, false);
}

Ended run_file(const std::string& file, const std::vector<std::string>& arguments, const Circumstances& circumstances) {
    return run(file, arguments, circumstances, false);
}

std::string shell(const std::string& line, const std::function<void()>& before) {
    // There may be blanks in the path.
    const std::string with_program = std::regex_replace(line, std::regex("\\$H\\b"), "'" + program_path() + "'");
    return run("/bin/sh", {"-c", with_program}, {{}, before}, true).out;
}

void obey_modes() {
    for (const int capability : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER})
        ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
}

Running::Running(const std::vector<std::string>& arguments, std::function<void()> before) {
    const std::vector<char*> words = words_of(program_path(), arguments);
    process_ = ::fork();
    if (process_ != 0) return;
    const int nothing = ::open("/dev/null", O_RDWR);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, stream);
    close_all_but_streams();
    mind_signals();
    if (before) before();
    become(words);
}

Running::~Running() {
    if (process_ <= 0) return;
    send(SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

void Running::send(int signal) const { ::kill(process_, signal); }

int Running::wait() {
    const auto end = std::chrono::steady_clock::now() + longest_wait;
    int status = 0;
    while (::waitpid(process_, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > end) send(SIGKILL);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    process_ = -1;
    return status_of(status);
}

std::string names_here() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(".")) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
    return text;
}

}  // namespace hipaa::testing
