// Faults of the system: what it answers to calls of the program.
#include "faults/system_calls.hpp"

#include <cstddef>
#include <cstdlib>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace hipaa::testing {
namespace {

constexpr std::uint32_t tmpfile_bit = O_TMPFILE & ~O_DIRECTORY;

sock_filter load(std::size_t offset) { return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset)); }

void answer(const std::vector<SystemCall>& calls, std::uint32_t verdict) {
    std::vector<sock_filter> filter;
    for (const SystemCall& call : calls) {
        filter.push_back(load(offsetof(seccomp_data, nr)));
        const std::uint8_t skipped = call.bits == 0 ? 1 : 3;
        filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call.number), 0, skipped));
        if (call.bits != 0) {
            // The lower half of the argument, on the machines that are used, comes first.
            filter.push_back(load(offsetof(seccomp_data, args) + 8 * call.argument));
            filter.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, call.bits, 0, 1));
        }
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, verdict));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        std::_Exit(125);
}

}  // namespace

const SystemCall open_nameless{SYS_openat, 2, tmpfile_bit};

void fail_calls(const std::vector<SystemCall>& calls, int error) {
    answer(calls, SECCOMP_RET_ERRNO | static_cast<std::uint32_t>(error));
}

void kill_at_calls(const std::vector<SystemCall>& calls) { answer(calls, SECCOMP_RET_KILL_PROCESS); }

bool can_filter_calls() { return ::prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0; }

}  // namespace hipaa::testing
