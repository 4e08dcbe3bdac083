// Killed, as by a loss of power: what is asked for is there whole, or as it was before.
#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "faults/process.hpp"
#include "faults/system_calls.hpp"
#include "faults/workplace.hpp"

namespace hipaa::testing {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr long rename_calls[] = {SYS_rename, SYS_renameat, SYS_renameat2};

void leave_no_core() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

std::vector<std::string> entries() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(".")) names.push_back(entry.path().filename().string());
    return names;
}

/// Of a run that was killed at the worst moment: hidden, and only one.
std::size_t left_behind() {
    return static_cast<std::size_t>(std::ranges::count_if(entries(), [](const std::string& name) {
        return name.starts_with(".hipaa-check-") && name.ends_with(".tmp");
    }));
}

std::vector<SystemCall> all_renames() {
    std::vector<SystemCall> calls;
    for (const long call : rename_calls) calls.push_back({call});
    return calls;
}

TEST_CASE("whatever the step at which it is killed, the report is the old one, and the next run cleans up") {
    const Workplace here;
    const std::vector<std::string> arguments{"-q", "--as-of", "2026-11-22", "-o", "r.html", "p.yaml"};
    run_alone(arguments);
    const std::string whole = text_of("r.html");
    here.write("r.html", "old");
    const std::string names = names_here();
    struct Row {
        std::vector<SystemCall> calls;
        bool nameless;
        std::size_t left;
    };
    for (const Row& row : {Row{{{SYS_write}}, true, 0}, Row{{{SYS_fsync}}, true, 0}, Row{{{SYS_linkat}}, true, 0},
                           Row{all_renames(), true, 1}, Row{{{SYS_write}}, false, 1}, Row{{{SYS_fsync}}, false, 1},
                           Row{all_renames(), false, 1}}) {
        CAPTURE(row.calls.front().number);
        CAPTURE(row.nameless);
        const auto refuse_nameless = [&] {
            leave_no_core();
            if (!row.nameless) fail_calls({open_nameless}, EOPNOTSUPP);
        };
        const Ended killed = run_alone(arguments, {.before = [&] {
                                           refuse_nameless();
                                           kill_at_calls(row.calls);
                                       }});
        CHECK(killed.status == 128 + SIGSYS);
        CHECK(text_of("r.html") == "old");
        CHECK(left_behind() == row.left);
        CHECK(run_alone(arguments, {.before = refuse_nameless}).status == 1);
        CHECK(text_of("r.html") == whole);
        CHECK(names_here() == names);
        here.write("r.html", "old");
    }
}

TEST_CASE("two runs at a time do not take each other's temporary file for one that was left behind") {
    const Workplace here;
    here.write("r.html", "old");
    const std::string names = names_here();
    for (const bool nameless : {true, false}) {
        const auto before = [&] {
            if (!nameless) fail_calls({open_nameless}, EOPNOTSUPP);
        };
        std::vector<std::unique_ptr<Running>> runs;
        for (int i = 0; i < 12; ++i)
            runs.push_back(std::make_unique<Running>(std::vector<std::string>{"-q", "-o", "r.html", "p.yaml"}, before));
        for (const auto& run : runs) CHECK(run->wait() == 1);
        CHECK(text_of("r.html").ends_with("</html>\n"));
        CHECK(names_here() == names);
    }
}

/// Kills runs of `arguments` at `moments` equal steps of the time that one takes. That time depends on what else the
/// machine and its disk do, so it is measured before each of them, and there are more where too few were killed.
/// `prepare` makes the files as they are to be before a run.
template <typename Prepare, typename Check>
void kill_at_moments(const std::vector<std::string>& arguments, const std::string& in, int moments, Prepare&& prepare,
                     Check&& check) {
    const auto before = [&] { ::dup2(::open(in.c_str(), O_RDONLY), STDIN_FILENO); };
    int killed = 0;
    for (int i = 0; i < moments || (killed < moments / 4 && i < 40 * moments); ++i) {
        prepare();
        const auto begin = Clock::now();
        Running(arguments, before).wait();
        const auto whole_time = Clock::now() - begin;
        prepare();
        Running run(arguments, before);
        std::this_thread::sleep_for(whole_time * (i % moments + 1) / moments);
        run.send(SIGKILL);
        const int status = run.wait();
        CAPTURE(i);
        killed += status == 128 + SIGKILL ? 1 : 0;
        check();
    }
    CHECK(killed >= moments / 4);
}

TEST_CASE("a large report is the old or the whole new one, whenever its run is killed") {
    const Workplace here;
    for (int i = 0; i < 40; ++i) fs::copy_file("p.yaml", "many" + std::to_string(i) + ".yaml");
    const std::vector<std::string> arguments{"-q", "--as-of", "2026-11-22", "-o", "html=r", "."};
    fs::remove("lab.yaml");
    run_alone(arguments);
    const std::string whole = text_of("r");
    CHECK(whole.ends_with("</html>\n"));
    std::size_t old = 0;
    const auto prepare = [&] { here.write("r", "old"); };
    kill_at_moments(arguments, "/dev/null", 25, prepare, [&] {
        const std::string text = text_of("r");
        CHECK((text == "old" || text == whole));
        old += text == "old" ? 1 : 0;
        CHECK(left_behind() <= 1);
    });
    CHECK(old > 0);
}

TEST_CASE("an interview that is killed leaves the file as it was after one of its answers") {
    const Scratch here;
    const std::vector<std::string> answers{"spruce", "yes", "0", "app", "yes", "all", "yes", "q"};
    std::string typed;
    std::vector<std::string> states{""};
    for (const std::string& answer : answers) {
        typed += answer + "\n";
        fs::remove("practice.yaml");
        run_alone({"ask"}, {.in = typed});
        states.push_back(text_of("practice.yaml"));
    }
    CHECK(states.back().size() > states[1].size());
    here.write("typed", typed);
    const auto prepare = [] { fs::remove("practice.yaml"); };
    kill_at_moments({"ask"}, "typed", 25, prepare,
                    [&] { CHECK(std::ranges::find(states, text_of("practice.yaml")) != states.end()); });
}

TEST_CASE("a new checklist is there with its tests, or not at all") {
    const Scratch here;
    for (const bool nameless : {true, false})
        for (const long step : {SYS_write, SYS_linkat, SYS_renameat2}) {
            if (step == (nameless ? SYS_renameat2 : SYS_linkat)) continue;
            const Ended killed = run_alone({"new", "acme"}, {.before = [&] {
                                               leave_no_core();
                                               if (!nameless) fail_calls({open_nameless}, EOPNOTSUPP);
                                               kill_at_calls({{step}});
                                           }});
            CHECK(killed.status == 128 + SIGSYS);
            CHECK(left_behind() == entries().size());
        }
    CHECK(run_alone({"new", "acme"}).status == 0);
    CHECK(text_of("acme.test.yaml").ends_with("\n"));
}

}  // namespace
}  // namespace hipaa::testing
