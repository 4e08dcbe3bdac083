// A filter of system calls under which a program can reach no network and start no other program.
#pragma once

namespace hipaa::testing {

/// From here on this process and what it becomes are killed, with SIGSYS, at the first call that opens, uses or passes a
/// socket, starts a process, or becomes another program. Threads may be started. One call of `execve` is let through: the
/// one with this pointer, which means nothing in the program that it starts.
void confine(const char* program);

}  // namespace hipaa::testing
