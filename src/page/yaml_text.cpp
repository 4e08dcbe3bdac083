// Wrapping the comments of YAML to show.
#include "page/yaml_text.hpp"

#include <string_view>
#include <utility>

#include "text/printable.hpp"
#include "text/width.hpp"

namespace hipaa {
namespace {

/// What a comment begins with in blanks, its further lines have too, and two more.
void append_comment(const page::YamlLine& line, std::size_t width, std::vector<std::string>& out) {
    const std::size_t inner = std::min(line.text.find_first_not_of(' '), line.text.size());
    std::string lead = std::string(2 * line.depth, ' ') + "# " + std::string(inner, ' ');
    const std::size_t room = width > lead.size() + 12 ? width - lead.size() - (inner > 0 ? 2 : 0) : 10;
    bool first = true;
    for (const std::string& part : wrap(printable(line.text), room)) {
        out.push_back(lead + part);
        if (std::exchange(first, false) && inner > 0) lead += "  ";
    }
}

}  // namespace

std::vector<std::string> yaml_text(const std::vector<page::YamlLine>& lines, std::size_t width) {
    std::vector<std::string> out;
    for (const page::YamlLine& line : lines) {
        if (line.is_comment) {
            append_comment(line, width, out);
            continue;
        }
        std::string text = std::string(2 * line.depth, ' ') + line.text;
        if (const std::string comment = printable(line.comment); !comment.empty()) {
            const bool fits = display_width(text) + 4 + display_width(comment) <= width;
            if (fits) text += "  # " + comment;
            else append_comment({line.depth, comment, {}, true}, width, out);
        }
        out.push_back(std::move(text));
    }
    return out;
}

}  // namespace hipaa
