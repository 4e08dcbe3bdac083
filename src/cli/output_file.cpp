// A file that is there whole, or not at all.
#include "cli/output_file.hpp"

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

#include "text/printable.hpp"
#include "text/utf8.hpp"

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
    for (const int signal : {SIGHUP, SIGINT, SIGTERM})
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

OutputFile::OutputFile(std::string path) : path_(std::move(path)), stream_(nullptr) {
    open();
    if (buffer_) stream_.rdbuf(buffer_.get());
    else stream_.setstate(std::ios::badbit);
}

OutputFile::~OutputFile() {
    if (temporary_ && temporary_->there.exchange(false)) ::unlink(temporary_->path.c_str());
}

void OutputFile::open() {
    target_ = path_;
    struct stat status {};
    const bool is_there = ::stat(path_.c_str(), &status) == 0;
    if (is_there && !S_ISREG(status.st_mode)) {
        const int file = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
        if (file < 0) fail(errno);
        else buffer_ = std::make_unique<DescriptorBuffer>(file);
        return;
    }
    std::error_code error;
    if (std::filesystem::is_symlink(path_, error)) {
        const auto followed = std::filesystem::weakly_canonical(path_, error);
        if (!error) target_ = followed.string();
    }
    open_temporary();
}

void OutputFile::open_temporary() {
    const std::filesystem::path directory = std::filesystem::path(target_).parent_path();
    for (int attempt = 0; attempt < 100; ++attempt) {
        const std::string name = fmt::format(".hipaa-check-{}-{}.tmp", ::getpid(), attempt);
        Temporary* entry = Temporary::add((directory / name).string());
        const int file = ::open(entry->path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (file >= 0) {
            entry->there = true;
            temporary_ = entry;
            buffer_ = std::make_unique<DescriptorBuffer>(file);
            return;
        }
        if (errno != EEXIST) break;
    }
    fail(errno);
}

bool OutputFile::finish() {
    if (!failure_.empty()) return false;
    stream_.flush();
    if (temporary_) buffer_->settle();
    buffer_->close();
    if (buffer_->error() != 0) {
        fail(buffer_->error());
    } else if (temporary_) {
        if (std::rename(temporary_->path.c_str(), target_.c_str()) != 0) fail(errno);
        else temporary_->there = false;
    }
    return failure_.empty();
}

void OutputFile::fail(int error) {
    const std::filesystem::path path(path_);
    std::error_code ignored;
    std::string why = std::generic_category().message(error);
    if (error == ENOENT && !std::filesystem::exists(path.parent_path(), ignored))
        why = fmt::format("there is no folder {}", printable(utf8::well_formed(path.parent_path().string())));
    if (error == EISDIR) why = "it is a folder";
    if (error == ENOSPC) why = "there is no space left";
    failure_ = fmt::format("the report {} could not be written: {}", printable(utf8::well_formed(path_)), why);
}

}  // namespace hipaa
