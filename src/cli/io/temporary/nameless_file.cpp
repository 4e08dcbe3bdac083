// A temporary file that has no name, and is gone with the program.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "cli/io/temporary/signals_held.hpp"
#include "cli/io/temporary/temporary_file.hpp"

namespace hipaa {
namespace {

class NamelessTemporary final : public TemporaryFile {
public:
    NamelessTemporary(int descriptor, std::string link, std::string target)
        : TemporaryFile(std::move(target)), link_(std::move(link)), temporary_(temporary_name(this->target(), "")) {
        set_descriptor(descriptor);
    }

    int put_in_place(Existing existing) override {
        const int error = give_name(target());
        return error == EEXIST && existing == Existing::replaced ? replace() : error;
    }

private:
    int give_name(const std::string& name) const {
        return ::linkat(AT_FDCWD, link_.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
    }

    /// What has the name of the temporary file is as whole as this one, and is put in place before it: another run is
    /// about to do so, or was killed when it was. It must not be taken away, because a file whose only name is gone
    /// cannot get another one. So when the own name is gone, another run has put this file in place.
    int replace() const {
        const SignalsHeld held;
        int error = 0;
        constexpr int attempts = 100;
        for (int attempt = 0; attempt < attempts; ++attempt) {
            error = give_name(temporary_);
            if (error != 0 && error != EEXIST) return error;
            const bool is_own = error == 0;
            if (std::rename(temporary_.c_str(), target().c_str()) != 0 && errno != ENOENT) {
                error = errno;
                if (is_own) ::unlink(temporary_.c_str());
                return error;
            }
            if (is_own) return 0;
        }
        return error;
    }

    std::string link_;  // by which the system knows the open file
    std::string temporary_;
};

}  // namespace

std::unique_ptr<TemporaryFile> make_nameless_file(const std::string& target, mode_t mode) {
    const std::string folder = std::filesystem::path(target).parent_path().string();
    const int file = ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
    if (file < 0) return nullptr;
    std::string link = fmt::format("/proc/self/fd/{}", file);
    if (::access(link.c_str(), F_OK) == 0) return std::make_unique<NamelessTemporary>(file, std::move(link), target);
    ::close(file);
    return nullptr;
}

}  // namespace hipaa
