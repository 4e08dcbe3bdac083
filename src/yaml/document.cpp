// A YAML file as a tree.
#include "yaml/document.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"
#include "yaml/tree.hpp"

namespace hipaa::yaml {

std::string_view Source::line(std::uint32_t number) const {
    const std::string_view all = text;
    std::size_t start = !unmarked && all.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0;
    std::size_t line_feed = all.find('\n', start);
    for (std::uint32_t at = 1;; ++at) {
        const std::size_t end = start + std::min(all.substr(start, line_feed - start).find('\r'), line_feed - start);
        if (at == number) return all.substr(start, end - start);
        if (end >= all.size()) return {};
        start = end + (all.substr(end, 2) == "\r\n" ? 2 : 1);
        if (line_feed < start) line_feed = all.find('\n', start);
    }
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
