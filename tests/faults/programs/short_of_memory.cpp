// The program, with memory that runs out. `short-of-memory ARGUMENTS...` runs it again and again: first with all the memory
// it wants, and then so that its first allocation fails, its second one, and so on, in steps that grow. Each run has to
// end as the first one did, or with status 3, the sentence for it and no output (but what `ask` has said by then); no file may be left that was not there,
// and `r.html`, if it is there, has to be as it was or as the first run made it. What does not is said, and the status is 1.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <new>
#include <set>
#include <string>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define main hipaa_check_main
#include "main.cpp"
#undef main

namespace {

std::atomic<long> own_allocations{0};
std::atomic<long>* allocations = &own_allocations;  // in memory that a run shares with this program
std::atomic<long> first_to_fail{0};                 // 0: none
std::atomic<bool> all_from_there{false};

void* allocate(std::size_t size, std::size_t alignment = 0) {
    const long number = ++*allocations;
    const long first = first_to_fail;
    if (first != 0 && (number == first || (number > first && all_from_there))) return nullptr;
    if (alignment == 0) return std::malloc(size == 0 ? 1 : size);
    return std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
}

void* allocate_or_throw(std::size_t size, std::size_t alignment = 0) {
    if (void* const memory = allocate(size, alignment)) return memory;
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return allocate_or_throw(size); }
void* operator new[](std::size_t size) { return allocate_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t alignment) {
    return allocate_or_throw(size, std::size_t(alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
    return allocate_or_throw(size, std::size_t(alignment));
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace {

namespace fs = std::filesystem;

std::string read_file_here(const char* name) {
    std::ifstream file(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::set<std::string> names_here() {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(".")) names.insert(entry.path().filename().string());
    return names;
}

struct Trial {
    int status = 0;  // 128 + a signal
    std::string out;
    std::string err;
    std::string report;
    long allocations = 0;
};

std::string text_in(int file) {
    std::string text(static_cast<std::size_t>(::lseek(file, 0, SEEK_END)), '\0');
    if (::pread(file, text.data(), text.size(), 0) < 0) text.clear();
    ::close(file);
    return text;
}

/// A run in which allocation `fails`, or that one and all later ones; 0: none.
Trial run_short(int argc, char** argv, long fails, bool all_later) {
    const int out = ::memfd_create("out", 0);
    const int err = ::memfd_create("err", 0);
    const pid_t process = ::fork();
    if (process == 0) {
        ::lseek(STDIN_FILENO, 0, SEEK_SET);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(err, STDERR_FILENO);
        ::alarm(300);
        *allocations = 0;
        all_from_there = all_later;
        first_to_fail = fails;
        ::_exit(hipaa_check_main(argc, argv));
    }
    int ended = 0;
    ::waitpid(process, &ended, 0);
    const int status = WIFSIGNALED(ended) ? 128 + WTERMSIG(ended) : WEXITSTATUS(ended);
    return {status, text_in(out), text_in(err), read_file_here("r.html"), *allocations};
}

}  // namespace

int main(int argc, char** argv) {
    void* const shared =
        ::mmap(nullptr, sizeof own_allocations, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    allocations = new (shared) std::atomic<long>(0);
    const std::string before = read_file_here("r.html");
    const auto restore = [&] {
        if (!before.empty()) std::ofstream("r.html", std::ios::binary) << before;
        fs::remove("new.yaml");
    };
    const Trial whole = run_short(argc, argv, 0, false);
    const auto names = names_here();
    restore();
    int mistakes = 0;
    int runs = 0;
    int refused = 0;
    bool all_later = false;
    const bool talks = argc == 3 && std::string_view(argv[1]) == "ask";  // and then has said something already
    for (long fails = 1; fails <= whole.allocations; fails += 1 + fails / 8) {
        all_later = !all_later;
        const Trial trial = run_short(argc, argv, fails, all_later);
        ++runs;
        const bool is_whole = trial.status == whole.status && trial.out == whole.out && trial.err == whole.err &&
                              trial.report == whole.report;
        const bool is_refused = trial.status == 3 && trial.err == "hipaa-check: there was not enough memory\n" &&
                                (talks ? whole.out.starts_with(trial.out) : trial.out.empty()) &&
                                trial.report == before;
        const auto left = names_here();
        const bool is_clean = std::ranges::includes(names, left);
        refused += is_refused ? 1 : 0;
        if (!(is_whole || is_refused) || !is_clean) {
            ++mistakes;
            std::cout << "allocation " << fails << (all_later ? " and all later ones: status " : ": status ")
                      << trial.status << ", " << trial.out.size() << " of " << whole.out.size() << " bytes"
                      << (is_clean ? "" : ", a file was left") << ": " << trial.err << trial.out.substr(0, 200) << '\n';
            for (const std::string& name : left)
                if (!names.contains(name)) fs::remove(name);
        }
        restore();
    }
    std::cout << "of " << whole.allocations << " allocations " << runs
              << " failed; refused: " << (refused > runs / 2 ? "most" : std::to_string(refused))
              << "; mistakes: " << mistakes << '\n';
    return mistakes == 0 ? 0 : 1;
}
