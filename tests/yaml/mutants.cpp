// Texts to compare the two readers of YAML on.
#include "mutants.hpp"

#include <algorithm>

namespace hipaa::yaml {
namespace {

constexpr std::string_view fragments[] = {
    ":",      ": ",    " :",      "-",         "- ",      "\n- ",   "#",      " #",      " # c",        "\n",
    "\n\n",   "\n ",   "\n  ",    "\n    ",    " ",       "  ",     "\t",     " \t",     "'",           "\"",
    "''",     "\"\"",  "'a'",     "\"b\"",     "|",       ">",      "|-",     ">-",      "|+",          ">+",
    "|2",     ">1-",   ": |\n",   ": >\n",     "[",       "]",      "{",      "}",       ",",           ", ",
    "[]",     "{}",    "[a, b]",  "{a: b}",    "{a}",     "?",      "? ",     "&a ",     "*a",          "!x ",
    "!!str ", "%",     "@",       "`",         "\\",      "\\n",    "\\x41",  "\\u00e9", "\\U0001F600", "\\ ",
    "\\\n",   "\\\"",  "\\t",     "---",       "\n---\n", "--- ",   "...",    "\n...\n", "~",           "null",
    "Null",   "é",     "漢",      "😀",         "\u2028",  "\u0085", "\uFEFF", "\r\n",    "\r",          "<<: ",
    "a: b\n", "- a\n", "\n# c\n", "\n  # c\n", "true",    "12",     "=",      "x",       "a:\n",        "-\n",
    "\\0",    "\\/",   "\\_",     "\n%",       "://",     "?,",     "::",     "a: a: b", "|\n\n  a\n",
};

constexpr std::string_view words[] = {
    "a",    "b",         "key",        "text", "two words", "x-y",  "a#b",           "http://x.y/z?q", "12",
    "-1",   "1.5",       "yes",        "~",    "no",        "null", "\u00E9t\u00E9", "漢字",           "😀 ok",
    "it's", "say \"x\"", "2026-11-22", "a:b",  "a, b",      "-x",   "null x",
};

constexpr std::string_view quotations[] = {
    "''",
    "\"\"",
    "'it''s'",
    "\"a\\nb\"",
    "\"\\u00e9\\t\"",
    "'a\n  b'",
    "\"a\n\n b\"",
    "\"a \\\n  b\"",
    "'a: b'",
    "\"# c\"",
    "'é 漢'",
    "\"\\x41\\\\\"",
    "'[a]'",
    "\"a  \n  \n  b \"",
    "' a '",
    "\"\\\"\"",
};

/// Writes a document as it might be written by many hands.
class Generator {
public:
    explicit Generator(Random& random) : random_(random) {}

    std::string document() {
        if (random_.one_in(6)) text_ += random_.one_in(3) ? "# c\n---\n" : "---\n";
        if (random_.one_in(10)) flow(3);
        else block(random_.one_in(12) ? 2 : 0, 3);
        if (random_.one_in(4)) end_line();
        if (random_.one_in(10)) text_ += "# end";
        return std::move(text_);
    }

private:
    void indent(std::size_t column) { text_.append(column, ' '); }
    void end_line() {
        if (random_.one_in(8)) text_ += random_.one_in(3) ? "   " : " # comment: x";
        text_ += '\n';
        if (random_.one_in(10)) text_ += '\n';
        if (random_.one_in(14)) text_ += random_.one_in(2) ? "# c\n" : "     # - c\n";
    }

    void block(std::size_t column, std::size_t depth) {
        const bool is_map = !random_.one_in(3);
        for (std::size_t left = 1 + random_.below(3); left > 0; --left) {
            if (is_map) entry(column, depth);
            else item(column, depth);
            if (left > 1) indent(column);
        }
    }

    void entry(std::size_t column, std::size_t depth) {
        if (random_.one_in(8)) text_ += random_.pick(quotations);
        else text_ += random_.pick(words);
        if (random_.one_in(3)) text_ += std::to_string(text_.size() % 100);
        text_ += random_.one_in(12) ? " :" : ":";
        if (depth == 0 || random_.below(3) > 0) return value(column);
        end_line();
        const std::size_t inner = column + (random_.one_in(5) ? 0 : 1 + random_.below(4));
        indent(inner);
        block(inner, depth - 1);
    }

    void item(std::size_t column, std::size_t depth) {
        text_ += '-';
        if (depth == 0 || random_.below(3) > 0) return value(column);
        if (random_.one_in(4)) {
            end_line();
            indent(column + 2);
            return block(column + 2, depth - 1);
        }
        const std::size_t blanks = random_.one_in(5) ? 3 : 1;
        indent(blanks);
        block(column + 1 + blanks, depth - 1);
    }

    /// The rest of a line and, for some values, more lines, to the end of the last one.
    void value(std::size_t column) {
        switch (random_.below(9)) {
            case 0:
                break;
            case 1:
                text_ += ' ';
                flow(2);
                break;
            case 2:
                return lines(column);
            case 3:
                text_ += ' ';
                text_ += random_.pick(quotations);
                break;
            case 4:
                text_ += ' ';
                text_ += random_.pick(words);
                text_ += '\n';
                if (random_.one_in(4)) text_ += '\n';
                indent(column + 1 + random_.below(3));
                text_ += random_.pick(words);
                break;
            default:
                text_ += random_.one_in(20) ? "\t" : " ";
                text_ += random_.pick(words);
                break;
        }
        end_line();
    }

    /// A literal or folded block.
    void lines(std::size_t column) {
        constexpr std::string_view headers[] = {" |", " >", " |-", " >-", " |+", " >+", " |2", " >2-", " >+1"};
        text_ += random_.pick(headers);
        text_ += random_.one_in(8) ? " # c\n" : "\n";
        const std::size_t inner = column + 2;
        for (std::size_t left = random_.below(5); left > 0; --left) {
            if (random_.one_in(5)) {
                if (random_.one_in(3)) indent(random_.below(inner + 3));
            } else {
                indent(random_.one_in(6) ? inner + 1 + random_.below(2) : inner);
                text_ += random_.pick(words);
            }
            text_ += '\n';
        }
    }

    void flow(std::size_t depth) {
        const bool is_map = random_.one_in(2);
        text_ += is_map ? '{' : '[';
        for (std::size_t left = random_.below(4); left > 0; --left) {
            space();
            if (is_map) {
                flow_scalar();
                text_ += random_.one_in(6) ? ":" : ": ";
            }
            if (depth > 0 && random_.one_in(4)) flow(depth - 1);
            else flow_scalar();
            space();
            if (left > 1 || random_.one_in(8)) text_ += random_.one_in(8) ? "," : ", ";
        }
        text_ += is_map ? '}' : ']';
    }

    void space() {
        if (random_.one_in(8)) text_ += random_.one_in(3) ? " # c\n  " : "\n   ";
    }
    void flow_scalar() {
        if (random_.one_in(4)) text_ += random_.pick(quotations);
        else text_ += random_.pick(words);
    }

    Random& random_;
    std::string text_;
};

/// Where line breaks end, and the beginning.
std::vector<std::size_t> line_starts(std::string_view text) {
    std::vector<std::size_t> starts{0};
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        starts.push_back(at + 1);
    }
    return starts;
}

std::string some_lines(const std::string& text, Random& random) {
    const std::size_t most = random.one_in(20) ? 40 : 8;
    std::size_t start = random.below(text.size() + 1);
    const std::size_t before = text.rfind('\n', start);
    start = before == std::string::npos ? 0 : before + 1;
    std::size_t end = start;
    for (std::size_t left = 1 + random.below(most); left > 0 && end < text.size(); --left) {
        end = std::min(text.find('\n', end), text.size() - 1) + 1;
    }
    return text.substr(start, std::min<std::size_t>(end - start, 2000));
}

void change_line(std::string& text, Random& random) {
    const auto starts = line_starts(text);
    const std::size_t start = random.pick(starts);
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string line = text.substr(start, end - start) + "\n";
    switch (random.below(6)) {
        case 0:
            text.insert(start, line);
            break;
        case 1:
            text.erase(start, line.size());
            break;
        case 2:
            text.insert(random.pick(starts), line);
            break;
        case 3:
            text.insert(start, 1 + random.below(3), ' ');
            break;
        case 4:
            for (std::size_t left = 1 + random.below(3); left > 0 && text[start] == ' '; --left) text.erase(start, 1);
            break;
        default:
            text.insert(end, random.pick(fragments));
            break;
    }
}

void change(std::string& text, const std::vector<std::string>& texts, Random& random) {
    const std::size_t at = random.below(text.size() + 1);
    switch (random.below(10)) {
        case 0:
            text.erase(at, 1 + random.below(random.one_in(4) ? 20 : 3));
            break;
        case 1:
        case 2:
            change_line(text, random);
            break;
        case 3:
            text.replace(at, std::min<std::size_t>(text.size() - at, 1), random.pick(fragments));
            break;
        case 4: {
            const std::string& other = random.pick(texts);
            text.insert(at, other.substr(random.below(other.size() + 1), random.below(20)));
            break;
        }
        case 5: {
            const std::size_t end_of_line = std::min(text.find('\n', at), text.size());
            text.insert(end_of_line, random.pick(fragments));
            break;
        }
        case 6:
            if (random.one_in(8)) text.resize(at);
            break;
        default:
            text.insert(at, random.pick(fragments));
            break;
    }
}

}  // namespace

std::string generate(Random& random) { return Generator(random).document(); }

std::string mutate(const std::vector<std::string>& texts, Random& random) {
    std::string text = random.one_in(3) ? generate(random) : some_lines(random.pick(texts), random);
    for (std::size_t left = random.below(4); left > 0; --left) change(text, texts, random);
    if (random.one_in(20)) {
        for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) {
            text.insert(at, 1, '\r');
        }
    }
    if (random.one_in(50)) text.insert(0, "\xEF\xBB\xBF");
    return text;
}

}  // namespace hipaa::yaml
