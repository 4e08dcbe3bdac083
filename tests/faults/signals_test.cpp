// Signals: the program ends as the shell expects, and leaves nothing behind.
#include <doctest/doctest.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <memory>
#include <string>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults/process.hpp"
#include "faults/system_calls.hpp"
#include "faults/workplace.hpp"

namespace hipaa::testing {
namespace {

void leave_no_core() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

/// A pipe with a name. Whoever reads from it waits until this is `closed`.
class NamedPipe {
public:
    explicit NamedPipe(const char* name) : name_(name) { ::mkfifo(name, 0600); }
    /// Returns when the program has opened it, too.
    void open() { writer_ = ::open(name_, O_WRONLY | O_CLOEXEC); }
    void write(std::string_view text) const {
        CHECK(::write(writer_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
    void close() {
        if (writer_ >= 0) ::close(writer_);
        writer_ = -1;
    }
    ~NamedPipe() { close(); }
    NamedPipe(const NamedPipe&) = delete;
    NamedPipe& operator=(const NamedPipe&) = delete;

private:
    const char* name_;
    int writer_ = -1;
};

TEST_CASE("a run that is stopped by a signal leaves the old report and nothing else") {
    const Workplace here;
    here.write("r.html", "old");
    NamedPipe pipe("waits.yaml");
    const std::string names = names_here();
    for (const bool nameless : {true, false})
        for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU}) {
            CAPTURE(nameless);
            CAPTURE(signal);
            Running run({"-q", "--jobs", "1", "-o", "r.html", "-o", "new.json", "p.yaml", "waits.yaml"}, [&] {
                leave_no_core();
                if (!nameless) fail_calls({open_nameless}, EOPNOTSUPP);
            });
            pipe.open();  // then both reports are begun
            CHECK((names_here() == names) == nameless);
            run.send(signal);
            CHECK(run.wait() == 128 + signal);
            pipe.close();
            CHECK(text_of("r.html") == "old");
            CHECK(names_here() == names);
        }
}

TEST_CASE("signals that are to be ignored are") {
    const Workplace here;
    NamedPipe pipe("waits.yaml");
    for (const bool nameless : {true, false}) {
        CAPTURE(nameless);
        Running run({"-q", "--jobs", "1", "-o", "r.html", "p.yaml", "waits.yaml"}, [&] {
            std::signal(SIGHUP, SIG_IGN);  // as nohup does
            if (!nameless) fail_calls({open_nameless}, EOPNOTSUPP);
        });
        pipe.open();
        run.send(SIGHUP);
        run.send(SIGPIPE);
        pipe.write("products: {spruce: {}}\n");
        pipe.close();
        CHECK(run.wait() == 1);
        CHECK(text_of("r.html").ends_with("</html>\n"));
    }
    std::filesystem::remove("r.html");
}

TEST_CASE("an interview that is interrupted has saved what was answered") {
    const Scratch here;
    NamedPipe pipe("typed");
    for (const int signal : {SIGHUP, SIGINT, SIGTERM}) {
        CAPTURE(signal);
        std::filesystem::remove("practice.yaml");
        Running run({"ask"}, [&] { ::dup2(::open("typed", O_RDONLY), STDIN_FILENO); });
        pipe.open();
        pipe.write("spruce\nyes\n");
        const auto is_saved = [] { return text_of("practice.yaml").ends_with("  spruce:\n    in_use: yes\n"); };
        const auto end = std::chrono::steady_clock::now() + longest_wait;
        while (!is_saved() && std::chrono::steady_clock::now() < end) ::usleep(1000);
        CHECK(is_saved());
        run.send(signal);
        CHECK(run.wait() == 128 + signal);
        pipe.close();
        CHECK(is_saved());
        CHECK(names_here() == "practice.yaml typed");
    }
}

}  // namespace
}  // namespace hipaa::testing
