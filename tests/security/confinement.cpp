// A filter of system calls, written for the kernel's own small machine.
#include "security/confinement.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

namespace hipaa::testing {
namespace {

constexpr std::uint32_t kill_process = SECCOMP_RET_KILL_PROCESS;

class Filter {
public:
    void load(std::size_t offset) { add(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset)); }
    void load_number() { load(offsetof(seccomp_data, nr)); }
    /// The lower or the upper half of the first argument.
    void load_argument(bool upper) { load(offsetof(seccomp_data, args) + (upper ? 4 : 0)); }
    void end(std::uint32_t verdict) { add(BPF_RET | BPF_K, verdict); }
    /// Goes on if what was loaded is `value`, else leaves out `skipped` steps.
    void only_if(std::uint32_t value, std::uint8_t skipped) { add(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skipped); }
    void only_if_bits(std::uint32_t bits, std::uint8_t skipped) { add(BPF_JMP | BPF_JSET | BPF_K, bits, 0, skipped); }

    void install() {
        const sock_fprog program{static_cast<unsigned short>(steps_.size()), steps_.data()};
        if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
            ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
            std::_Exit(125);
    }

private:
    void add(int code, std::uint32_t value, std::uint8_t if_true = 0, std::uint8_t if_false = 0) {
        steps_.push_back({static_cast<std::uint16_t>(code), if_true, if_false, value});
    }
    std::vector<sock_filter> steps_;
};

constexpr long forbidden[] = {
    SYS_socket,     SYS_socketpair,     SYS_connect,
    SYS_bind,       SYS_listen,         SYS_accept,
    SYS_accept4,    SYS_sendto,         SYS_sendmsg,
    SYS_sendmmsg,   SYS_recvfrom,       SYS_recvmsg,
    SYS_recvmmsg,   SYS_execveat,       SYS_ptrace,
    SYS_bpf,        SYS_mount,          SYS_setns,
    SYS_unshare,    SYS_chroot,         SYS_process_vm_writev,
    SYS_pidfd_open, SYS_io_uring_setup,
#ifdef SYS_fork
    SYS_fork,       SYS_vfork,
#endif
};

}  // namespace

void confine(const char* program) {
    Filter filter;
    for (const long number : forbidden) {
        filter.load_number();
        filter.only_if(static_cast<std::uint32_t>(number), 1);
        filter.end(kill_process);
    }
    filter.load_number();
    filter.only_if(SYS_clone, 4);
    filter.load_argument(false);
    filter.only_if_bits(CLONE_THREAD, 1);
    filter.end(SECCOMP_RET_ALLOW);
    filter.end(kill_process);

    // Its arguments are in memory, which a filter cannot see; libraries then take the older call above.
    filter.load_number();
    filter.only_if(SYS_clone3, 1);
    filter.end(SECCOMP_RET_ERRNO | ENOSYS);

    const auto address = reinterpret_cast<std::uintptr_t>(program);
    filter.load_number();
    filter.only_if(SYS_execve, 6);
    filter.load_argument(false);
    filter.only_if(static_cast<std::uint32_t>(address), 3);
    filter.load_argument(true);
    filter.only_if(static_cast<std::uint32_t>(address >> 32), 1);
    filter.end(SECCOMP_RET_ALLOW);
    filter.end(kill_process);

    filter.end(SECCOMP_RET_ALLOW);
    filter.install();
}

}  // namespace hipaa::testing
