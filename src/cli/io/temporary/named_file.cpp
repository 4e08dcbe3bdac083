// A temporary file with a name, which is taken away if the program is stopped.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <utility>

#include <fmt/format.h>

#include "cli/io/temporary/signals_held.hpp"
#include "cli/io/temporary/temporary_file.hpp"

namespace hipaa {
namespace {

/// The name of a file, listed for as long as it is there, so that a signal can take it away. Entries are never freed,
/// because a signal may come at any time.
struct ListedName {
    std::string path;
    std::atomic<bool> there{false};
    ListedName* next = nullptr;
};

std::atomic<ListedName*> listed_names{nullptr};

/// Then does what the signal does without this.
void take_away_listed(int signal) {
    for (const ListedName* entry = listed_names.load(); entry; entry = entry->next)
        if (entry->there.load()) ::unlink(entry->path.c_str());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

ListedName* list_name(std::string path) {
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU})
        if (std::signal(signal, take_away_listed) == SIG_IGN) std::signal(signal, SIG_IGN);
    auto* entry = new ListedName;
    entry->path = std::move(path);
    entry->next = listed_names.load();
    listed_names.store(entry);
    return entry;
}

/// Whoever writes a temporary file holds a lock on it, which ends with the program: what nobody holds was left behind.
/// Returns `errno`, or 0; ENOENT if another run took the name away meanwhile.
int lock(int file) {
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) return errno;
    struct stat status {};
    return ::fstat(file, &status) == 0 && status.st_nlink > 0 ? 0 : ENOENT;
}

void take_away_left_behind(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return;
    if (lock(file) == 0) ::unlink(path.c_str());
    ::close(file);
}

class NamedTemporary final : public TemporaryFile {
public:
    NamedTemporary(ListedName* name, std::string target) : TemporaryFile(std::move(target)), name_(name) {}
    ~NamedTemporary() override {
        if (name_->there.exchange(false)) ::unlink(name_->path.c_str());
    }

    /// Returns `errno`, or 0; EEXIST if another run has the name.
    int create(mode_t mode) {
        const SignalsHeld held;
        const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
        int file = ::open(name_->path.c_str(), flags, mode);
        if (file < 0 && errno == EEXIST) {
            take_away_left_behind(name_->path);
            file = ::open(name_->path.c_str(), flags, mode);
        }
        if (file < 0) return errno;
        if (const int error = lock(file); error == EWOULDBLOCK || error == ENOENT) {
            ::close(file);
            return EEXIST;
        }
        name_->there = true;
        set_descriptor(file);
        return 0;
    }

    int put_in_place(Existing existing) override {
        const SignalsHeld held;
        const unsigned flags = existing == Existing::kept ? RENAME_NOREPLACE : 0;
        if (::renameat2(AT_FDCWD, name_->path.c_str(), AT_FDCWD, target().c_str(), flags) == 0) {
            name_->there = false;
            return 0;
        }
        // Some file systems do not know that flag.
        if (errno != EINVAL || existing != Existing::kept) return errno;
        return ::link(name_->path.c_str(), target().c_str()) == 0 ? 0 : errno;
    }

private:
    ListedName* name_;
};

}  // namespace

std::unique_ptr<TemporaryFile> make_named_file(const std::string& target, mode_t mode) {
    int error = EEXIST;
    constexpr int attempts = 100;
    for (int attempt = 0; attempt < attempts && error == EEXIST; ++attempt) {
        ListedName* const name = list_name(temporary_name(target, fmt::format("-{}", attempt)));
        auto file = std::make_unique<NamedTemporary>(name, target);
        error = file->create(mode);
        if (error == 0) return file;
    }
    errno = error;
    return nullptr;
}

}  // namespace hipaa
