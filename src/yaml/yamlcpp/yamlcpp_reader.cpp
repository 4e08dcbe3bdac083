// Reads all of YAML, by way of yaml-cpp's events.
#include "yaml/yamlcpp/yamlcpp_reader.hpp"

#include <algorithm>
#include <istream>
#include <streambuf>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "text/utf8.hpp"
#include "yaml/builder.hpp"
#include "yaml/locator.hpp"
#include "yaml/scan.hpp"
#include "yaml/tree.hpp"
#include "yaml/yamlcpp/syntax_message.hpp"

namespace hipaa::yaml {
namespace {

/// Reads from text that lies in memory already.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // streambuf's interface; nothing writes through it
        setg(begin, begin, begin + text.size());
    }
};

constexpr std::string_view standard_prefix = "tag:yaml.org,2002:";

bool is_standard_tag(std::string_view tag) {
    if (tag.empty() || tag == "?" || tag == "!") return true;
    if (!tag.starts_with(standard_prefix)) return false;
    constexpr std::string_view core[] = {"str", "int", "float", "bool", "null", "seq", "map"};
    return std::find(std::begin(core), std::end(core), tag.substr(standard_prefix.size())) != std::end(core);
}

/// yaml-cpp 0.7 resolves `\N` and `\_` to a byte where UTF-8 has two; no other byte of a text is ever malformed.
std::string well_formed(std::string_view value) {
    std::string result;
    while (const auto bad = utf8::first_invalid(value)) {
        result.append(value.substr(0, *bad)).append({'\xC2', value[*bad]});
        value.remove_prefix(*bad + 1);
    }
    return result.append(value);
}

/// Thrown to have yaml-cpp stop, whose events have no other way; the problem is noted.
struct Stop {};

/// Turns yaml-cpp's events into calls of the builder. Of its marks, `pos` is an offset in bytes.
class Handler : public YAML::EventHandler {
public:
    Handler(Tree& tree, Problems& problems)
        : tree_(tree), text_(tree.source.text), problems_(problems), builder_(tree, problems), locator_(text_) {}

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override { has_document_ = true; }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        builder_.alias(enter(mark), anchor);
        stop_with_builder();
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        begin(Kind::sequence, mark, tag, anchor, style);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        begin(Kind::map, mark, tag, anchor, style);
    }
    void OnMapEnd() override { end(); }

    /// True once the first document has been read to its end.
    bool has_document() const { return has_document_; }
    /// A file without a document.
    void nothing() { builder_.missing({}); }
    /// yaml-cpp gave up.
    void fail(const YAML::ParserException& error);
    /// Notes what yaml-cpp lets pass at the end of a file. False if there is something.
    bool check_end();

private:
    /// A collection that is not closed yet, `column` (from 0) being that of its first byte.
    struct Open {
        Kind kind;
        bool in_brackets;
        std::size_t offset;
        std::size_t column;
    };

    std::size_t offset(const YAML::Mark& mark) const {
        return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
    }
    Place enter(const YAML::Mark& mark);
    void begin(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
               YAML::EmitterStyle::value style);
    void end();
    void stop_with_builder() const {
        if (builder_.stopped()) throw Stop{};
    }
    void check_tag(const std::string& tag, Place place);
    bool is_beyond(const Open& open, const YAML::Mark& mark, std::size_t content) const;
    std::string_view keep(const std::string& value, std::size_t content);

    Tree& tree_;
    std::string_view text_;
    Problems& problems_;
    Builder builder_;
    Locator locator_;
    std::vector<Open> open_;
    std::size_t last_node_ = 0;
    std::size_t last_quote_ = std::string_view::npos;  // where the last node begins, if it is in quotes
    std::uint32_t last_line_ = 0;
    bool has_document_ = false;
};

void Handler::OnDocumentStart(const YAML::Mark& mark) {
    if (!has_document_) return;
    const std::size_t start = offset(mark);
    const std::size_t before = start == 0 ? std::string_view::npos : text_.find_last_not_of(white_space, start - 1);
    const bool after_dots = before != std::string_view::npos && rest_of_line(text_, line_start(text_, before)) == "...";
    if (text_.substr(start, 3) == "---") {
        problems_.add(locator_.place(start), "second_document",
                      "a second document begins here; put it in a file of its own, or remove the line of dashes");
    } else if (after_dots) {
        problems_.add(locator_.place(start), "second_document",
                      "a second document begins here, after the line `...`, which ends the first; put it in a file of "
                      "its own, or remove that line");
    } else {
        has_document_ = false;
        if (!check_end()) throw Stop{};
        problems_.add(locator_.place(start), "syntax",
                      "this belongs to nothing above it; check that its line is lined up with those above, and that "
                      "brackets and quotes end where they should");
    }
    throw Stop{};
}

/// Of a null that is not written, yaml-cpp's mark is that of what comes next; that may be a key which is called null.
void Handler::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    builder_.anchor(anchor);
    const std::size_t start = offset(mark);
    const std::size_t content = skip_properties(text_, start);
    const std::string_view word = null_word(text_.substr(content));
    const bool in_block = !open_.empty() && !open_.back().in_brackets;
    if (!word.empty() && (!in_block || is_beyond(open_.back(), mark, content))) {
        builder_.null(enter(mark), word);
    } else if (in_block && open_.back().kind == Kind::sequence) {
        builder_.missing(locator_.place(dash_before(text_, start, open_.back().column)));
    } else {
        builder_.missing(open_.empty() ? Place{} : locator_.place(start));
    }
    stop_with_builder();
}

void Handler::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       const std::string& value) {
    const Place place = enter(mark);
    check_tag(tag, place);
    builder_.anchor(anchor);
    const std::size_t content = skip_properties(text_, offset(mark));
    const bool quoted =
        content < text_.size() && std::string_view("'\"|>").find(text_[content]) != std::string_view::npos;
    if (quoted && (text_[content] == '"' || text_[content] == '\'')) last_quote_ = content;
    builder_.scalar(place, keep(quoted ? well_formed(value) : value, content), quoted);
    stop_with_builder();
}

void Handler::fail(const YAML::ParserException& thrown) {
    builder_.abandon();
    if (!check_end()) return;
    ParserError error{text_, thrown.msg, offset(thrown.mark), last_node_, std::nullopt};
    if (!open_.empty() && open_.back().in_brackets) error.open_bracket = open_.back().offset;
    Mistake mistake = explain(error);
    problems_.add(locator_.place(mistake.offset), mistake.kind, [&] { return std::move(mistake.message); });
}

bool Handler::check_end() {
    std::size_t from = last_node_;
    if (last_quote_ != std::string_view::npos) {
        from = closing_quote(text_, last_quote_);
        if (from == std::string_view::npos) {
            problems_.add(locator_.place(last_quote_), "syntax", unclosed_quote_message);
            return false;
        }
    }
    const std::size_t directive = text_.find("\n%", from);
    if (directive == std::string_view::npos) return true;
    problems_.add(locator_.place(directive + 1), "syntax", directive_message);
    return false;
}

/// Where a node begins; notes a tab in the indentation before the first one in a line.
Place Handler::enter(const YAML::Mark& mark) {
    last_node_ = offset(mark);
    last_quote_ = std::string_view::npos;
    const Place place = locator_.place(last_node_);
    if (place.line != last_line_) {
        const auto tab = indenting_tab(text_, last_node_);
        if (tab && *tab < last_node_ && text_.find_first_not_of(" \t-", *tab) >= last_node_) {
            const auto back = static_cast<std::uint32_t>(last_node_ - *tab);  // only ASCII lies between
            problems_.add({place.line, place.column - back}, "tab", tab_message);
        }
        last_line_ = place.line;
    }
    return place;
}

void Handler::begin(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) {
    const Place place = enter(mark);
    check_tag(tag, place);
    builder_.anchor(anchor);
    builder_.begin(kind, place);
    stop_with_builder();
    const std::size_t content = skip_properties(text_, last_node_);
    open_.push_back({kind, style == YAML::EmitterStyle::Flow, content, static_cast<std::size_t>(mark.column)});
}

void Handler::end() {
    builder_.end();
    open_.pop_back();
}

void Handler::check_tag(const std::string& tag, Place place) {
    if (is_standard_tag(tag)) return;
    problems_.add(
        place, "tag",
        "text that begins with `!` is a tag, and this one is not supported; remove it, or put the text in quotes");
}

/// True if `content`, reached from `mark`, is far enough to the right to belong to the block collection `open`.
bool Handler::is_beyond(const Open& open, const YAML::Mark& mark, std::size_t content) const {
    const std::size_t start = offset(mark);
    const std::size_t last_break = text_.substr(start, content - start).rfind('\n');
    const std::size_t column = last_break == std::string_view::npos
                                   ? static_cast<std::size_t>(mark.column) + content - start
                                   : content - (start + last_break + 1);
    return builder_.at_key() ? column >= open.column : column > open.column;
}

/// `value` where it stands in the source or, if it does not stand there as it reads, in the arena.
std::string_view Handler::keep(const std::string& value, std::size_t content) {
    for (const std::size_t at : {content, content + 1}) {
        if (at <= text_.size() && text_.substr(at).starts_with(value)) return text_.substr(at, value.size());
    }
    char* copy = static_cast<char*>(tree_.arena.allocate(value.size(), 1));
    std::copy(value.begin(), value.end(), copy);
    return {copy, value.size()};
}

/// Refuses what yaml-cpp would take much memory for, or skip without a word.
bool is_readable(std::string_view text, Problems& problems) {
    const auto brackets = std::count_if(text.begin(), text.end(), [](char byte) { return byte == '[' || byte == '{'; });
    if (static_cast<std::size_t>(brackets) > max_nodes) {
        problems.add({}, "too_large", [] {
            return fmt::format(
                "the file holds more than {} brackets, which is more than is read; is it the right file?", max_nodes);
        });
        return false;
    }
    const auto directive = unknown_directive(text);
    if (directive) problems.add(Locator(text).place(*directive), "syntax", directive_message);
    return !directive;
}

}  // namespace

bool read_with_yaml_cpp(Tree& tree, Problems& problems) {
    if (!is_readable(tree.source.text, problems)) return false;
    Handler handler(tree, problems);
    try {
        ViewBuffer buffer(tree.source.text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(handler)) handler.nothing();
        else parser.HandleNextDocument(handler);
        return handler.check_end();
    } catch (const Stop&) {
        return handler.has_document();
    } catch (const YAML::ParserException& error) {
        handler.fail(error);
        return false;
    }
}

}  // namespace hipaa::yaml
