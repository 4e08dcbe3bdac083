// From the text of a document back to the bytes of its file.
#include <algorithm>

#include "text/utf8.hpp"
#include "yaml/rewrite/splice.hpp"

namespace hipaa::yaml {
namespace {

/// Length of the line break at `at`; 0 if there is none.
std::size_t line_break_at(std::string_view file, std::size_t at) {
    if (file.substr(at, 2) == "\r\n") return 2;
    return at < file.size() && (file[at] == '\n' || file[at] == '\r') ? 1 : 0;
}

/// Walks over a file and the text that was made of it, side by side.
class Follower {
public:
    Follower(std::string_view file, const Source& source) : file_(file), text_(source.text) {
        while (source.unmarked && file_.substr(at_).starts_with(utf8::byte_order_mark))
            at_ += utf8::byte_order_mark.size();
    }

    /// The offset in the file that `offset` in the text has; nothing where the two are not the same.
    std::optional<std::size_t> to(std::size_t offset) {
        for (; text_at_ < offset; ++text_at_) {
            const std::size_t line_break = line_break_at(file_, at_);
            const bool is_same = at_ < file_.size() && text_at_ < text_.size() &&
                                 (line_break > 0 ? text_[text_at_] == '\n' : text_[text_at_] == file_[at_]);
            if (!is_same) return std::nullopt;
            if (line_break > 0) line_break_ = file_.substr(at_, line_break);
            at_ += std::max<std::size_t>(line_break, 1);
        }
        return at_;
    }

    /// The last line break passed, or else the next one; a line feed if the file has none.
    std::string_view line_break() const {
        if (!line_break_.empty()) return line_break_;
        const std::size_t next = file_.find_first_of("\r\n", at_);
        return next == file_.npos ? "\n" : file_.substr(next, line_break_at(file_, next));
    }

private:
    std::string_view file_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t text_at_ = 0;
    std::string_view line_break_;
};

}  // namespace

std::optional<std::string> spliced(std::string_view file, const Source& source, const Splice& splice) {
    Follower follower(file, source);
    const auto begin = follower.to(splice.begin);
    const auto end = follower.to(splice.end);
    const std::string_view line_break = follower.line_break();
    if (!begin || !end || follower.to(source.text.size()) != file.size()) return std::nullopt;
    std::string result(file.substr(0, *begin));
    for (const char c : splice.text) {
        if (c == '\n') result += line_break;
        else result += c;
    }
    return result += file.substr(*end);
}

}  // namespace hipaa::yaml
