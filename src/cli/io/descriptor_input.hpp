// Reading from a file descriptor through a stream.
#pragma once

#include <array>
#include <streambuf>

namespace hipaa {

/// Unlike the standard library's streams it tells an error from the end: reading throws std::system_error then, which
/// makes the stream `bad`, and comes out of the stream if its `exceptions` say so.
class DescriptorInput final : public std::streambuf {
public:
    explicit DescriptorInput(int descriptor) : descriptor_(descriptor) {}

protected:
    int_type underflow() override;

private:
    int descriptor_;
    std::array<char, 1 << 16> space_;
};

}  // namespace hipaa
