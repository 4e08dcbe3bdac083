// A file that is written beside the place where it is to be, and put there when it is whole.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace hipaa {

/// What becomes of a file that is in that place already.
enum class Existing : std::uint8_t { replaced, kept };

/// Without `put_in_place()`, nothing is left of it: not if the program is stopped, and, where the file system has files
/// without a name, not if it is killed either. Where it has none, the next file for the same place takes the rest away.
class TemporaryFile {
public:
    /// For what is to be at `target`, with `mode` as the umask leaves it. Null, and `errno`, if there can be none.
    static std::unique_ptr<TemporaryFile> make_for(const std::string& target, mode_t mode);

    virtual ~TemporaryFile() = default;
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    /// To write to. It has to be open until the file is in place.
    int descriptor() const { return descriptor_; }
    /// Returns `errno`, or 0. With `kept`, it is EEXIST if there is a file already.
    virtual int put_in_place(Existing existing) = 0;

protected:
    explicit TemporaryFile(std::string target) : target_(std::move(target)) {}
    const std::string& target() const { return target_; }
    void set_descriptor(int descriptor) { descriptor_ = descriptor; }

private:
    int descriptor_ = -1;  // whoever writes to it closes it
    std::string target_;
};

/// One that has no name before it is in place.
std::unique_ptr<TemporaryFile> make_nameless_file(const std::string& target, mode_t mode);

/// One with a name, `.hipaa-check-*.tmp`, which any file system can have.
std::unique_ptr<TemporaryFile> make_named_file(const std::string& target, mode_t mode);

/// `.hipaa-check-*.tmp` in the folder of `target`; `infix` tells several for the same target apart.
std::string temporary_name(const std::string& target, const std::string& infix);

}  // namespace hipaa
