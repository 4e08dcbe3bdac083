// A file that is there whole, or not at all.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "cli/descriptor_buffer.hpp"

namespace hipaa {

/// Takes what is written to `stream()` to a temporary file beside the one asked for, readable by its owner only, and
/// puts it in that one's place in `finish()`. Until then a file that was there before stays whole, and if it does not
/// come to that, or the program is stopped, nothing is left behind. What is no file, such as a pipe or a device, is
/// written to directly.
class OutputFile {
public:
    explicit OutputFile(std::string path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream() { return stream_; }
    /// Flushes, and puts the file in place. False if that, or anything before it, went wrong.
    bool finish();
    /// Why it went wrong, as one sentence without a full stop that names the file; empty if it did not.
    const std::string& failure() const { return failure_; }

private:
    struct Temporary;

    void open();
    void open_temporary();
    void fail(int error);

    std::string path_;    // as the user gave it
    std::string target_;  // the same, links followed
    std::string failure_;
    Temporary* temporary_ = nullptr;  // null for what is written to directly
    std::unique_ptr<DescriptorBuffer> buffer_;
    std::ostream stream_;
};

}  // namespace hipaa
