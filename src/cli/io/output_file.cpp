// A file that is there whole, or not at all.
#include "cli/io/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <new>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "cli/io/destination.hpp"
#include "cli/io/error_text.hpp"
#include "text/printable.hpp"

namespace hipaa {

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

OutputFile::~OutputFile() = default;

void OutputFile::open() {
    const Destination destination = destination_of(path_);
    target_ = destination.path;
    if (destination.descriptor) return open_descriptor(*destination.descriptor);
    struct stat status {};
    const bool is_there = ::stat(path_.c_str(), &status) == 0;
    if (!is_there && errno == ELOOP) return fail(errno);
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
    constexpr mode_t owner_only = S_IRUSR | S_IWUSR;
    constexpr mode_t as_umask_says = owner_only | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
    temporary_ = TemporaryFile::make_for(target_, before || nature_.private_to_owner ? owner_only : as_umask_says);
    if (!temporary_) return fail(errno);
    buffer_ = std::make_unique<DescriptorBuffer>(temporary_->descriptor());
    if (before) keep_owner_and_mode(temporary_->descriptor(), *before);
}

bool OutputFile::finish() {
    if (failed_) return false;
    if (waiting_ && !stream_) throw std::bad_alloc();  // which streams keep to themselves
    if (waiting_) buffer_->sputn(waiting_->view().data(), static_cast<std::streamsize>(waiting_->view().size()));
    else stream_.flush();
    if (temporary_) {
        buffer_->settle();
        const int error = buffer_->error() != 0 ? buffer_->error() : temporary_->put_in_place(Existing::replaced);
        if (error != 0) fail(error);
    }
    buffer_->close();
    if (!failed_ && buffer_->error() != 0) fail(buffer_->error());
    return !failed_;
}

void OutputFile::fail(int error) {
    failed_ = true;
    if (error == EPIPE) return;
    const std::filesystem::path folder = std::filesystem::path(target_).parent_path();
    std::error_code ignored;
    std::string why = error == EISDIR ? "it is a folder" : error_text(error);
    if (error == ENOENT && !folder.empty() && !std::filesystem::exists(folder, ignored))
        why = fmt::format("there is no folder {}", printable(folder.string()));
    failure_ = fmt::format("the {} {} could not be written: {}", nature_.name, printable(path_), why);
}

}  // namespace hipaa
