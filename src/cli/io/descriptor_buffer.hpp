// Writing to a file descriptor through a stream.
#pragma once

#include <array>
#include <span>
#include <streambuf>
#include <string_view>

namespace hipaa {

/// Gathers small pieces, and writes large ones at once. Keeps the first error. Closes the descriptor at its end.
class DescriptorBuffer final : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor) : DescriptorBuffer(descriptor, {}) {}
    /// Gathers as much as there is `room` for, which is there as long as this is.
    DescriptorBuffer(int descriptor, std::span<char> room) : descriptor_(descriptor), room_(room) { empty(); }
    ~DescriptorBuffer() override { close(); }

    /// The `errno` of what went wrong first; 0 if nothing did.
    int error() const { return error_; }
    /// Writes what there still is first.
    void close();
    /// Forgets what was gathered and has not been written yet.
    void discard() { empty(); }
    /// What was written survives a loss of power.
    void settle();

protected:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* text, std::streamsize size) override;
    int sync() override;

private:
    void empty() {
        const std::span<char> room = room_.empty() ? std::span<char>(space_) : room_;
        setp(room.data(), room.data() + room.size());
    }
    bool write(std::string_view text);

    int descriptor_;
    int error_ = 0;
    std::array<char, 1 << 13> space_;
    std::span<char> room_;  // empty: `space_`
};

}  // namespace hipaa
