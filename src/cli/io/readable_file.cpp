// A file that is read piece by piece.
#include "cli/io/readable_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "cli/io/error_text.hpp"

namespace hipaa {

ReadableFile::ReadableFile(const std::string& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {
    struct stat status {};
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) {
        lacks_descriptors_ = errno == EMFILE || errno == ENFILE;
        refusal_ = error_text(errno);
    } else if (!S_ISREG(status.st_mode)) {
        refusal_ = S_ISDIR(status.st_mode) ? "it is a folder; name the files in it"
                                           : "it is not a file, and it has to be read twice; save it in a file first";
    } else {
        identity_ = {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec,
                     status.st_mtim.tv_nsec};
    }
}

ReadableFile::~ReadableFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t ReadableFile::read(char* to, std::size_t size, std::uint64_t offset) const {
    std::size_t done = 0;
    errno = 0;
    while (done < size) {
        const ssize_t count = ::pread(descriptor_, to + done, size - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

}  // namespace hipaa
