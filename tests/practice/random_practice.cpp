// Practice files at random.
#include "practice/random_practice.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace hipaa::testing {
namespace {

using yaml::Random;

class Writer {
public:
    explicit Writer(Random& random) : random_(random), style_(random.below(3)) {}

    std::string file() {
        if (random_.one_in(8)) say(0, comment());
        group(0, 0);
        if (random_.one_in(4)) say(0, comment());
        if (random_.one_in(4)) text_ += "\n";
        return std::move(text_);
    }

private:
    static constexpr std::size_t deepest = 4;

    std::string comment() {
        return fmt::format("#{} {}", ++comments_, random_.one_in(3) ? "it's: {so}, [and" : "note");
    }
    void say(std::size_t column, const std::string& line) { text_ += std::string(column, ' ') + line + "\n"; }

    void remark(std::size_t column) {
        if (random_.one_in(9)) text_ += random_.one_in(4) ? "  \n" : "\n";
        if (random_.one_in(7)) say(random_.one_in(5) ? random_.below(9) : column, comment());
    }

    std::string end_of_line() {
        return random_.one_in(6) ? fmt::format("{}{}", random_.one_in(2) ? " " : "   ", comment()) : "";
    }

    /// Keys of one group, each once.
    std::vector<std::string> keys(std::size_t depth) {
        static constexpr std::array<std::string_view, 6> top = {"confirmed_on", "practice", "products",
                                                                "security",     "x-own",    "decisions"};
        static constexpr std::array<std::string_view, 8> inner = {"spruce", "nuvo",   "plan",       "\"dr. x\"",
                                                                  "tier",   "in_use", "'used_for'", "x-note"};
        std::vector<std::string> result;
        if (depth == 0) result.assign(top.begin(), top.end());
        else result.assign(inner.begin(), inner.end());
        while (result.size() > 1 && (result.size() > 5 || !random_.one_in(4)))
            result.erase(result.begin() + static_cast<std::ptrdiff_t>(random_.below(result.size())));
        return result;
    }

    std::string scalar() {
        static constexpr std::array<std::string_view, 16> all = {
            "yes", "basic",   "2026-01-10", "2",    "\"quoted, #not\"", "'it''s'",    "Willow Creek", "a:b", "null",
            "~",   "unknown", "UNKNOWN",    "\"\"", "caf\xC3\xA9",      "\"a\\\"b\"", "x-y"};
        std::string text(random_.pick(all));
        // A `#` stands for a comment here.
        for (auto at = text.find('#'); at != text.npos; at = text.find('#')) text[at] = '+';
        return text;
    }

    std::size_t further() {
        static constexpr std::array<std::size_t, 4> steps = {2, 3, 4, 8};
        return random_.one_in(6) ? random_.pick(steps) : steps[style_];
    }

    void group(std::size_t column, std::size_t depth) {
        for (const std::string& key : keys(depth)) {
            remark(column);
            text_ += std::string(column, ' ') + key + (random_.one_in(20) ? " :" : ":");
            value(column, depth, key.starts_with("x-"));
        }
        if (random_.one_in(8)) say(column, comment());
    }

    void value(std::size_t column, std::size_t depth, bool is_own) {
        if (depth < deepest && random_.one_in(depth < 2 ? 2 : 4)) {
            text_ += end_of_line() + "\n";
            return group(column + further(), depth + 1);
        }
        switch (random_.below(14)) {
            case 0:
                text_ += (random_.one_in(2) ? "" : " ") + end_of_line() + "\n";
                return;
            case 1:
            case 2:
            case 3:
                text_ += " ";
                in_brackets(column, depth);
                text_ += end_of_line() + "\n";
                return;
            case 4:
                text_ += end_of_line() + "\n";
                return list(random_.one_in(3) ? column : column + further());
            case 5:
                if (is_own) return text_block(column);
                text_ += " some words\n" + std::string(column + further(), ' ') + "more words" + end_of_line() + "\n";
                return;
            case 6:
                text_ += end_of_line() + "\n" + std::string(column + further(), ' ') + scalar() + end_of_line() + "\n";
                return;
            default:
                text_ += " " + scalar() + end_of_line() + "\n";
        }
    }

    void text_block(std::size_t column) {
        static constexpr std::array<std::string_view, 4> heads = {"|", ">", "|-", ">+"};
        text_ += fmt::format(" {}\n{}some: text\n", random_.pick(heads), std::string(column + further(), ' '));
        if (random_.one_in(3)) text_ += "\n";
    }

    void list(std::size_t column) {
        const bool has_comments = random_.one_in(4);
        for (std::size_t items = 1 + random_.below(3); items > 0; --items) {
            if (has_comments) remark(column);
            const std::size_t gap = random_.one_in(6) ? 3 : 1;
            text_ += std::string(column, ' ') + "-" + std::string(gap, ' ');
            if (random_.one_in(2)) {
                text_ += "name: " + scalar() + (has_comments ? end_of_line() : "") + "\n";
                if (random_.one_in(2)) say(column + 1 + gap, "tier: " + scalar() + end_of_line());
            } else {
                text_ += scalar() + (has_comments ? end_of_line() : "") + "\n";
            }
        }
    }

    void in_brackets(std::size_t column, std::size_t depth) {
        const bool is_map = !random_.one_in(3);
        const bool has_lines = random_.one_in(5);
        const std::string space = has_lines           ? "\n" + std::string(column + further(), ' ')
                                  : random_.one_in(5) ? " "
                                                      : "";
        text_ += is_map ? "{" : "[";
        const std::vector<std::string> all = random_.one_in(8) ? std::vector<std::string>() : keys(1);
        for (std::size_t i = 0; i < all.size(); ++i) {
            text_ += i == 0 || has_lines ? space : " ";
            if (is_map) text_ += all[i] + (random_.one_in(12) && all[i].back() == 't' ? "" : ":");
            const bool has_colon = text_.back() == ':';
            if (is_map && has_colon && !random_.one_in(10)) {
                text_ += " ";
                if (depth < deepest && random_.one_in(6)) in_brackets(column, depth + 1);
                else text_ += scalar();
            } else if (!is_map) {
                text_ += scalar();
            }
            const bool is_last = i + 1 == all.size();
            if (!is_last || random_.one_in(6)) text_ += ",";
            if (has_lines) text_ += end_of_line();
        }
        if (has_lines) text_ += "\n" + std::string(column + 1, ' ');
        else text_ += space;
        text_ += is_map ? "}" : "]";
    }

    Random& random_;
    std::string text_;
    std::size_t style_;
    std::size_t comments_ = 0;
};

}  // namespace

std::string random_practice(Random& random) {
    std::string text = Writer(random).file();
    if (random.one_in(5)) text.pop_back();
    if (random.one_in(4)) {
        std::string windows;
        for (const char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
        text = windows;
    }
    return random.one_in(8) ? "\xEF\xBB\xBF" + text : text;
}

}  // namespace hipaa::testing
