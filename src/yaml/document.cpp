// A YAML file as a tree.
#include "yaml/document.hpp"

#include <utility>

#include "text/utf8.hpp"
#include "yaml/tree.hpp"

namespace hipaa::yaml {

std::string_view Source::line(std::uint32_t number) const {
    LineCursor cursor(*this);
    for (std::uint32_t at = 1; at < number; ++at)
        if (!cursor.next()) return {};
    return cursor.next().value_or(std::string_view());
}

LineCursor::LineCursor(const Source& source)
    : text_(source.text),
      start_(!source.unmarked && text_.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0),
      line_feed_(text_.find('\n', start_)) {}

std::optional<std::string_view> LineCursor::next() {
    if (start_ == text_.npos) return std::nullopt;
    const std::string_view rest = text_.substr(start_, line_feed_ - start_);
    const std::string_view line = rest.substr(0, rest.find('\r'));
    const std::size_t end = start_ + line.size();
    start_ = end >= text_.size() ? text_.npos : end + (text_.substr(end, 2) == "\r\n" ? 2 : 1);
    if (start_ != text_.npos && line_feed_ < start_) line_feed_ = text_.find('\n', start_);
    return line;
}

std::optional<Entry> Node::find(std::string_view key) const {
    for (const Entry& entry : entries()) {
        if (entry.key == key) return entry;
    }
    return std::nullopt;
}

Document::Document(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Node Document::root() const { return {tree_->records.data(), tree_->root}; }
const Source& Document::source() const { return tree_->source; }
Source Document::take_source() && { return std::move(tree_->source); }

}  // namespace hipaa::yaml
