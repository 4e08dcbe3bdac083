// Hands the command line, the three streams, the terminal and the date to `hipaa::run`.
#include <array>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cli/exit_status.hpp"
#include "cli/io/descriptor_buffer.hpp"
#include "cli/io/descriptor_input.hpp"
#include "cli/run.hpp"

namespace {

constexpr const char* not_enough_memory = "hipaa-check: there was not enough memory\n";

hipaa::Date local_today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    using namespace std::chrono;
    return year_month_day(year(local.tm_year + 1900), month(static_cast<unsigned>(local.tm_mon + 1)),
                          day(static_cast<unsigned>(local.tm_mday)));
}

/// Cells of the terminal on standard output. Lines of over 100 cells are hard to read, so a wide one counts as that.
std::size_t terminal_width() {
    constexpr std::size_t usual = 80;
    constexpr std::size_t widest = 100;
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
    return size.ws_col < widest ? size.ws_col : widest;
}

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value != '\0';
}

/// A file that is opened must not get the number of a standard stream that is closed, and what is meant for that one.
/// What is put in its place cannot be used, so that reading or writing fails as if it were still closed.
void occupy_standard_descriptors() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) != -1) continue;
        const int way = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (::open("/dev/null", way) == -1) ::open("/", O_PATH);
    }
}

/// The stack grows as it is needed, and where there is no memory for that, the system ends the program without a word
/// and leaves half-written files behind. So it has all of it from the beginning. False if there is not enough memory.
[[gnu::noinline]] bool reserve_stack() {
    constexpr std::size_t size = std::size_t{256} << 10;
    constexpr std::size_t page = 4096;
    void* const probe = ::mmap(nullptr, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (probe == MAP_FAILED) return false;
    ::munmap(probe, size + page);
    char stack[size];
    volatile char* const touched = stack;
    for (std::size_t end = size; end > 0; end -= page) touched[end - 1] = 0;  // downwards, like the stack
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    occupy_standard_descriptors();
    if (!reserve_stack()) {
        std::cerr << not_enough_memory;
        return static_cast<int>(hipaa::ExitStatus::invalid);
    }
    // A closed pipe, and a file that gets too large, are then writes that fail.
    for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
    hipaa::DescriptorInput read(STDIN_FILENO);
    std::istream in(&read);
    in.exceptions(std::ios::badbit);  // which say what went wrong
    // A report on one practice fits in, so that its beginning is not printed before the rest has had memory, too.
    static std::array<char, std::size_t{256} << 10> room;
    hipaa::DescriptorBuffer written(STDOUT_FILENO, room);
    std::ostream out(&written);
    std::cerr.tie(&out);  // so that the two are in order where they go to the same place
    hipaa::Environment environment{in, out, std::cerr, local_today()};
    environment.out_error = [&] { return written.error(); };
    environment.in_is_terminal = isatty(STDIN_FILENO) == 1;
    environment.out_is_terminal = isatty(STDOUT_FILENO) == 1;
    environment.err_is_terminal = isatty(STDERR_FILENO) == 1;
    environment.width = terminal_width();
    environment.no_color = is_set("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    environment.terminal_is_dumb = terminal && std::string_view(terminal) == "dumb";
    int status = static_cast<int>(hipaa::ExitStatus::invalid);
    try {
        status = hipaa::run(std::vector<std::string>(argv + 1, argv + argc), environment);
    } catch (const std::bad_alloc&) {
        written.discard();  // no report is better than the beginning of one
        std::cerr << not_enough_memory;
    } catch (const std::exception& error) {
        written.discard();
        std::cerr << "hipaa-check: " << error.what() << "; this is a defect of hipaa-check\n";
    }
    out.flush();
// A sanitizer looks for leaks at the end, and coverage is written down then.
#if !defined(__SANITIZE_ADDRESS__) && !defined(HIPAA_CHECK_COVERAGE)
    std::_Exit(status);  // all that is left is memory to give back, which the system does faster
#endif
    std::cerr.tie(nullptr);
    return status;
}
