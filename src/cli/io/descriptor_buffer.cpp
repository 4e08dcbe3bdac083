// Writing to a file descriptor through a stream.
#include "cli/io/descriptor_buffer.hpp"

#include <unistd.h>

#include <cerrno>

namespace hipaa {

void DescriptorBuffer::close() {
    if (descriptor_ < 0) return;
    sync();
    if (::close(descriptor_) != 0 && error_ == 0) error_ = errno;
    descriptor_ = -1;
}

void DescriptorBuffer::settle() {
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != ENOTSUP && error_ == 0) error_ = errno;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c) {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
}

std::streamsize DescriptorBuffer::xsputn(const char* text, std::streamsize size) {
    if (size < epptr() - pptr()) return std::streambuf::xsputn(text, size);
    return sync() == 0 && write({text, static_cast<std::size_t>(size)}) ? size : 0;
}

int DescriptorBuffer::sync() {
    const bool written = write({pbase(), static_cast<std::size_t>(pptr() - pbase())});
    empty();
    return written ? 0 : -1;
}

bool DescriptorBuffer::write(std::string_view text) {
    while (error_ == 0 && !text.empty()) {
        const ssize_t count = ::write(descriptor_, text.data(), text.size());
        if (count >= 0) text.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR) error_ = errno;
    }
    return error_ == 0;
}

}  // namespace hipaa
