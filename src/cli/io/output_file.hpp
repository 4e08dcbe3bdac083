// A file that is there whole, or not at all.
#pragma once

#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "cli/io/descriptor_buffer.hpp"
#include "cli/io/temporary/temporary_file.hpp"

struct stat;

namespace hipaa {

/// Takes what is written to `stream()` to a temporary file beside the one asked for, and puts it in that one's place in
/// `finish()`, with the mode of the file that was there before, or that of a new file. Until then a file that was there
/// stays whole, and if it does not come to that, or the program is stopped, nothing is left behind. What is no file, such
/// as a pipe or a device, is written to directly. So are open descriptors (`/dev/fd/3`): nothing is put in the place of
/// what is behind one. What goes to standard output or standard error waits until all else that goes there is written.
class OutputFile {
public:
    /// What it is called in sentences, and who may read it if it was not there before.
    struct Nature {
        std::string_view name = "report";
        bool private_to_owner = false;  // else as the umask says
    };

    explicit OutputFile(std::string path) : OutputFile(std::move(path), Nature()) {}
    OutputFile(std::string path, Nature nature);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream() { return stream_; }
    /// Flushes, and puts the file in place. False if that, or anything before it, went wrong.
    bool finish();
    /// False for what is written to directly.
    bool is_file() const { return temporary_ != nullptr; }
    bool failed() const { return failed_; }
    /// Why it went wrong, as one sentence without a full stop that names the file; empty if it did not, or if nobody
    /// reads the other end of a pipe any more.
    const std::string& failure() const { return failure_; }

private:
    void open();
    void open_descriptor(int descriptor);
    void open_temporary(const struct stat* before);
    void fail(int error);

    Nature nature_;
    std::string path_;    // as the user gave it
    std::string target_;  // the same, links followed
    bool failed_ = false;
    std::string failure_;
    std::unique_ptr<TemporaryFile> temporary_;  // null for what is written to directly
    std::unique_ptr<DescriptorBuffer> buffer_;
    std::unique_ptr<std::stringbuf> waiting_;  // for its turn; null for most
    std::ostream stream_;
};

}  // namespace hipaa
