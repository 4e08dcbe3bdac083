// Reading from a file descriptor through a stream.
#include "cli/io/descriptor_input.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace hipaa {

DescriptorInput::int_type DescriptorInput::underflow() {
    ssize_t count = 0;
    do count = ::read(descriptor_, space_.data(), space_.size());
    while (count < 0 && errno == EINTR);
    if (count < 0) throw std::system_error(errno, std::generic_category());
    setg(space_.data(), space_.data(), space_.data() + count);
    return count == 0 ? traits_type::eof() : traits_type::to_int_type(space_.front());
}

}  // namespace hipaa
