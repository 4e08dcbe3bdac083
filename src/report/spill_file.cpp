// Temporary files without a name.
#include "report/spill_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "text/printable.hpp"

namespace hipaa {
namespace {

std::string temporary_folder() {
    const char* folder = std::getenv("TMPDIR");
    return folder && *folder != '\0' ? folder : "/tmp";
}

[[noreturn]] void fail(int error) {
    throw SpillFailure(
        fmt::format("the report needs a temporary file in {}, and that failed: {}; set TMPDIR to a folder with room",
                    printable(temporary_folder()), std::generic_category().message(error)));
}

int open_nameless() {
    const std::string folder = temporary_folder();
    int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) return file;
    // Some file systems have no files without a name.
    std::string name = folder + "/hipaa-check-XXXXXX";
    file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) fail(errno);
    ::unlink(name.c_str());
    return file;
}

class NamelessFile final : public SpillFile {
public:
    NamelessFile() : file_(open_nameless()) {}
    ~NamelessFile() override { ::close(file_); }
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;

    void append(std::string_view text) override {
        for (std::string_view rest = text; !rest.empty();) {
            const ssize_t count = ::write(file_, rest.data(), rest.size());
            if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
            else if (errno != EINTR) fail(errno);
        }
        size_ += text.size();
    }

    void read(const std::function<void(std::string_view)>& take) const override {
        std::array<char, 1 << 16> piece;
        for (std::uint64_t at = 0; at < size_;) {
            const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), size_ - at));
            const ssize_t count = ::pread(file_, piece.data(), wanted, static_cast<off_t>(at));
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) fail(count < 0 ? errno : EIO);
            take({piece.data(), static_cast<std::size_t>(count)});
            at += static_cast<std::uint64_t>(count);
        }
    }

private:
    int file_;
    std::uint64_t size_ = 0;
};

}  // namespace

std::unique_ptr<SpillFile> open_spill_file() { return std::make_unique<NamelessFile>(); }

}  // namespace hipaa
