// Writing to a file descriptor through a stream.
#pragma once

#include <array>
#include <streambuf>
#include <string_view>

namespace hipaa {

/// Gathers small pieces, and writes large ones at once. Keeps the first error. Closes the descriptor at its end.
class DescriptorBuffer final : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) { empty(); }
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
    void empty() { setp(space_.data(), space_.data() + space_.size()); }
    bool write(std::string_view text);

    int descriptor_;
    int error_ = 0;
    std::array<char, 1 << 13> space_;
};

}  // namespace hipaa
