// A file that is there whole, or not at all.
#include "cli/io/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "cli/io/destination.hpp"
#include "cli/io/error_text.hpp"
#include "text/printable.hpp"

namespace hipaa {

/// A temporary file, listed for as long as it is there, so that a signal can take it away. Entries are used again, and
/// never freed, because a signal may come at any time.
struct OutputFile::Temporary {
    std::string path;
    std::atomic<bool> there{false};
    Temporary* next = nullptr;

    static std::atomic<Temporary*> list;
    static Temporary* add(std::string path);
    static void take_away(int signal);
};

std::atomic<OutputFile::Temporary*> OutputFile::Temporary::list{nullptr};

OutputFile::Temporary* OutputFile::Temporary::add(std::string path) {
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU})
        if (std::signal(signal, take_away) == SIG_IGN) std::signal(signal, SIG_IGN);
    auto* entry = new Temporary;
    entry->path = std::move(path);
    entry->next = list.load();
    list.store(entry);
    return entry;
}

/// Then does what the signal does without this.
void OutputFile::Temporary::take_away(int signal) {
    for (const Temporary* entry = list.load(); entry; entry = entry->next)
        if (entry->there.load()) ::unlink(entry->path.c_str());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

namespace {

/// What is not allowed stays as it is: a file of one's own, with the group of others, is still better than none.
void keep_owner_and_mode(int file, const struct stat& before) {
    struct stat now {};
    const bool is_known = ::fstat(file, &now) == 0;
    const auto is_owner = [&] { return now.st_uid == before.st_uid && now.st_gid == before.st_gid; };
    constexpr mode_t special = S_ISUID | S_ISGID;
    mode_t mode = before.st_mode & 07777;
    if (is_known && !is_owner() && ::fchown(file, before.st_uid, before.st_gid) != 0) mode &= ~special;
    static_cast<void>(::fchmod(file, mode));
}

}  // namespace

OutputFile::OutputFile(std::string path, Nature nature) : nature_(nature), path_(std::move(path)), stream_(nullptr) {
    open();
    if (waiting_) stream_.rdbuf(waiting_.get());
    else if (buffer_) stream_.rdbuf(buffer_.get());
    else stream_.setstate(std::ios::badbit);
}

OutputFile::~OutputFile() {
    if (temporary_ && temporary_->there.exchange(false)) ::unlink(temporary_->path.c_str());
}

void OutputFile::open() {
    const Destination destination = destination_of(path_);
    target_ = destination.path;
    if (destination.descriptor) return open_descriptor(*destination.descriptor);
    struct stat status {};
    const bool is_there = ::stat(path_.c_str(), &status) == 0;
    if (!is_there || S_ISREG(status.st_mode)) return open_temporary(is_there ? &status : nullptr);
    const int file = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) fail(errno);
    else buffer_ = std::make_unique<DescriptorBuffer>(file);
}

void OutputFile::open_descriptor(int descriptor) {
    const int file = ::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (file < 0) return fail(errno);
    buffer_ = std::make_unique<DescriptorBuffer>(file);
    if (descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO) waiting_ = std::make_unique<std::stringbuf>();
}

/// `before`: what is known of the file that is there.
void OutputFile::open_temporary(const struct stat* before) {
    const std::filesystem::path directory = std::filesystem::path(target_).parent_path();
    constexpr mode_t owner_only = S_IRUSR | S_IWUSR;
    constexpr mode_t as_umask_says = owner_only | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
    for (int attempt = 0; attempt < 100; ++attempt) {
        const std::string name = fmt::format(".hipaa-check-{}-{}.tmp", ::getpid(), attempt);
        Temporary* entry = Temporary::add((directory / name).string());
        const int file = ::open(entry->path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                                before || nature_.private_to_owner ? owner_only : as_umask_says);
        if (file >= 0) {
            entry->there = true;
            temporary_ = entry;
            buffer_ = std::make_unique<DescriptorBuffer>(file);
            if (before) keep_owner_and_mode(file, *before);
            return;
        }
        if (errno != EEXIST) break;
    }
    fail(errno);
}

bool OutputFile::finish() {
    if (failed_) return false;
    if (waiting_) buffer_->sputn(waiting_->view().data(), static_cast<std::streamsize>(waiting_->view().size()));
    else stream_.flush();
    if (temporary_) buffer_->settle();
    buffer_->close();
    if (buffer_->error() != 0) {
        fail(buffer_->error());
    } else if (temporary_) {
        if (std::rename(temporary_->path.c_str(), target_.c_str()) != 0) fail(errno);
        else temporary_->there = false;
    }
    return !failed_;
}

void OutputFile::fail(int error) {
    failed_ = true;
    if (error == EPIPE) return;
    const std::filesystem::path path(target_);
    std::error_code ignored;
    std::string why = error == EISDIR ? "it is a folder" : error_text(error);
    if (error == ENOENT && !std::filesystem::exists(path.parent_path(), ignored))
        why = fmt::format("there is no folder {}", printable(path.parent_path().string()));
    failure_ = fmt::format("the {} {} could not be written: {}", nature_.name, printable(path_), why);
}

}  // namespace hipaa
