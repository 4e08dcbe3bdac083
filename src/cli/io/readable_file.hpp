// A file that is read piece by piece, and more than once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace hipaa {

class ReadableFile {
public:
    /// Which file it is, and whether it is still as it was.
    struct Identity {
        std::uint64_t device = 0;
        std::uint64_t number = 0;
        std::uint64_t size = 0;
        std::int64_t changed_s = 0;
        std::int64_t changed_ns = 0;

        bool is_same_file(const Identity& other) const { return device == other.device && number == other.number; }
        friend bool operator==(const Identity&, const Identity&) = default;
    };

    /// Does not wait for the other end of a pipe.
    explicit ReadableFile(const std::string& path);
    ~ReadableFile();
    ReadableFile(const ReadableFile&) = delete;
    ReadableFile& operator=(const ReadableFile&) = delete;

    /// Why it cannot be read; empty if it can.
    const std::string& refusal() const { return refusal_; }
    /// True if it could be opened if fewer files were open.
    bool lacks_descriptors() const { return lacks_descriptors_; }
    /// As it was when it was opened.
    const Identity& identity() const { return identity_; }

    /// Reads until `size` bytes are there, the file ends, or something goes wrong (errno). From any thread.
    std::size_t read(char* to, std::size_t size, std::uint64_t offset) const;

private:
    int descriptor_;
    std::string refusal_;
    bool lacks_descriptors_ = false;
    Identity identity_;
};

}  // namespace hipaa
