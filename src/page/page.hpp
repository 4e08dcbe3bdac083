// A report for people as a page: what it says, block by block. The formats for people only draw it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hipaa::page {

/// What a colour may underline. It never says anything that the words do not say.
enum class Tone : std::uint8_t { plain, urgent, open, good };

/// A run of text as it came, perhaps from a file: the format makes it safe to show.
struct Span {
    std::string text;
    bool code = false;       // a key, an id or a file
    bool address = false;    // of a page on the web, from a checklist: may become a link
    std::string about = {};  // the key of the heading that says more, on the same page: may become a link
};
using Line = std::vector<Span>;

struct Heading {
    int level = 2;  // 1: a practice; 2: a section; 3: a note
    std::string text;
    Tone tone = Tone::plain;
    std::string key = {};        // an id of a note, `key_of` a section, `contradictions_key`; may be empty
    std::size_t most_lines = 0;  // in text the rest is cut off; 0: nothing is
};

struct Paragraph {
    Line line;
    Tone tone = Tone::plain;
    std::size_t most_lines = 0;  // as in a heading
};

/// A first line, and what stands below it.
struct Item {
    Line line;
    std::vector<Line> more;
};

struct List {
    bool numbered = false;
    std::vector<Item> items;
    bool one_line = false;  // in text each item is cut to one line: its first run of text gives way
};

/// A label, and the same in a word or two more for formats that have room for it.
struct Label {
    std::string brief;  // at most 9 characters
    std::string full;

    Label(const char* text) : brief(text), full(text) {}
    Label(std::string text) : brief(text), full(std::move(text)) {}
    Label(const char* brief_text, const char* full_text) : brief(brief_text), full(full_text) {}
};

/// A label and what it is the label of.
struct Row {
    Label label;
    std::vector<Line> lines;
    Tone tone = Tone::plain;
};

struct Rows {
    std::vector<Row> rows;
};

/// One line of YAML. A comment is wrapped as the page needs it, a key is not.
struct YamlLine {
    std::size_t depth = 0;
    std::string text;     // `plan:`, or a comment without its `#`
    std::string comment;  // behind a key
    bool is_comment = false;
};

struct Yaml {
    std::vector<YamlLine> lines;
};

/// A mistake in the file: a sentence that begins with its place, and the source line with a caret line under it, which
/// are to stay as they are and may be empty.
struct Mistake {
    std::string headline;
    std::string excerpt;
    std::size_t line = 0;
};

struct Mistakes {
    std::vector<Mistake> shown;
    std::size_t hidden = 0;  // how many more there are
};

/// Text for the owner to copy.
struct Wording {
    std::string purpose;
    std::string text;
};

/// Its rows are made as they are drawn, because there may be very many.
struct Table {
    std::vector<std::string> header;
    std::size_t size = 0;
    std::function<std::vector<std::string>(std::size_t row)> row;
};

using Block = std::variant<Heading, Paragraph, List, Rows, Yaml, Mistakes, Wording, Table>;
using Page = std::vector<Block>;

}  // namespace hipaa::page
