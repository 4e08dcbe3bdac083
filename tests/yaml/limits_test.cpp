// Bytes that are no text, and files that ask for too much.
#include <ctime>
#include <string>

#include <doctest/doctest.h>

#include "shown.hpp"
#include "text/utf8.hpp"
#include "yaml/normalize.hpp"

namespace hipaa::yaml {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

TEST_CASE("bytes that are no text are refused") {
    const std::string wide =
        "1:1 encoding: this file is saved as UTF-16 or UTF-32; open it in your editor, and save it as plain text, "
        "UTF-8";
    const std::string save_as =
        "open it in the program you wrote it with, and save it as plain text, UTF-8, under a name that ends in .yaml";
    const std::string rich =
        "1:1 encoding: this file is rich text (RTF), not plain text; save it as plain text, UTF-8 (in TextEdit: Format "
        "> "
        "Make Plain Text; in WordPad: Save as, Plain text document)";
    const std::string control = "there is an invisible control character here (U+";
    const std::string remedy = "); delete it, or type this line again by hand";
    struct Row {
        std::string name;
        std::string text;
        std::string mistakes;
    };
    const Row rows[] = {
        {"UTF-16, little end first",
         std::string("\xFF\xFE"
                     "a\0",
                     4),
         wide},
        {"UTF-16, big end first", std::string("\xFE\xFF\0a", 4), wide},
        {"UTF-16 without a mark", std::string("a\0:\0", 4), wide},
        {"UTF-32", std::string("\0\0\xFE\xFF\0\0\0a", 8), wide},
        {"RTF", "{\\rtf1\\ansi\n{\\fonttbl}\nconfirmed_on: 2026-11-01\\\n}", rich},
        {"Word", std::string("PK\x03\x04\x14\0\x06\0", 8),
         "1:1 encoding: this file is a Word document or another packed file, not plain text; " + save_as},
        {"old Word", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
         "1:1 encoding: this file is a document of an older Word or Excel, not plain text; " + save_as},
        {"PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "1:1 encoding: this file is a PDF, not plain text; " + save_as},
        {"picture", "\x89PNG\r\n\x1A\n",
         "1:1 encoding: this file is a picture, not plain text; is it the right file? A practice file is plain text, "
         "UTF-8, "
         "under a name that ends in .yaml"},
        {"Latin-1", "a: b\nc\u00E9: caf\xE9\n",
         "2:8 encoding: from here on the file is not in UTF-8; open it in your editor and save it with the encoding "
         "UTF-8"},
        {"NUL", std::string("a: b\0c", 6), "1:5 encoding: " + control + "0000" + remedy},
        {"two controls",
         "\xEF\xBB\xBF"
         "a: \x1B[31m\nb: \xC2\x9B\n",
         "1:4 encoding: " + control + "001B" + remedy + "\n2:4 encoding: " + control + "009B" + remedy},
        {"DEL", "a: \x7F", "1:4 encoding: " + control + "007F" + remedy},
        {"no character", "a: \xEF\xBF\xBF", "1:4 encoding: " + control + "FFFF" + remedy},
        {"next line", "a: b\xC2\x85",
         "1:5 encoding: this line break is invisible to some programs (U+0085); replace it with an ordinary line "
         "break"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(mistakes(row.text) == row.mistakes);
    }
}

TEST_CASE("text is clean if it is well-formed and holds no forbidden character, wherever in it that would be") {
    constexpr unsigned char bytes[] = {0x09, 0x0A, 0x1F, 0x20, 0x7E, 0x7F, 0x80, 0x85, 0x8F, 0x90, 0x9F, 0xA0, 0xBD,
                                       0xBE, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5};
    std::size_t clean_texts = 0;
    const auto check = [&](std::string text) {
        const bool is_well_formed = !utf8::first_invalid(text);
        bool is_allowed = is_well_formed;
        for (std::string_view rest = text; is_well_formed && !rest.empty();) {
            const char32_t c = utf8::take(rest);
            if ((c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF) is_allowed = false;
            if ((c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) is_allowed = false;
        }
        Problems problems;
        Source source{"file.yaml", text};
        const bool is_clean = normalize(source, problems);
        if (is_clean) ++clean_texts;
        if (is_clean == is_allowed && problems.empty() == is_clean && source.text == text) return;
        CAPTURE(text);
        FAIL_CHECK("clean: ", is_clean, ", allowed: ", is_allowed);
    };
    for (const unsigned char a : bytes) {
        for (const unsigned char b : bytes) {
            for (const unsigned char c : bytes) {
                check("some text" + std::string({static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)}));
                check(std::string({'\xF0', static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)}) +
                      "\u00E9");
                check(std::string({'\xF4', static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)}));
            }
        }
    }
    CHECK(clean_texts > 500);
    for (std::size_t at = 0; at < 24; ++at) {
        std::string text(24, 'x');
        check(text.replace(at, 1, "\x1F"));
        check(text.replace(at, 1, "\x7F"));
        check(text.replace(at, 1, "\n"));
        check(text.replace(at, 1, "\x80"));
    }
}

TEST_CASE("a file may be of a certain size") {
    CHECK(mistakes(std::string(max_bytes, '#')) == "");
    CHECK(mistakes(std::string(max_bytes + 1, '#')) ==
          "1:1 too_large: the file is larger than 4 MiB, which is more than is read; is it the right file?");
}

TEST_CASE("a file may be nested to a certain depth") {
    const std::string message =
        "lists and groups are nested more than 64 deep here, which is more than is read; is it the "
        "right file?";
    CHECK(mistakes(std::string(max_depth, '[') + std::string(max_depth, ']')) == "");
    CHECK(mistakes(std::string(max_depth + 1, '[') + std::string(max_depth + 1, ']')) == "1:65 too_deep: " + message);
    for (const std::string opening : {"[", "{a: ", "- ", "? ", "[{? "}) {
        CAPTURE(opening);
        const std::string found = mistakes(repeated(opening, 100'000));
        CHECK(found.substr(found.find(' ') + 1) == "too_deep: " + message);
    }
    const std::string half = std::string(40, '[') + std::string(40, ']');
    CHECK(mistakes("a: &x " + half + "\nb: " + std::string(20, '[') + "*x" + std::string(20, ']')) == "");
    CHECK(mistakes("a: &x " + half + "\nb: " + std::string(30, '[') + "*x" + std::string(30, ']')) ==
          "2:34 alias: " + message);
}

TEST_CASE("a file may hold a certain number of values") {
    // The list itself is one more.
    CHECK(mistakes("[" + repeated("~,", max_nodes - 1) + "]") == "");
    CHECK(mistakes("[" + repeated("~,", max_nodes) + "]") ==
          "1:500000 too_large: the file holds more than 250000 values, which is more than is read; is it the right "
          "file?");
    CHECK(mistakes(repeated("[", max_nodes + 1)) ==
          "1:1 too_large: the file holds more than 250000 brackets, which is more than is read; is it the right file?");
}

TEST_CASE("aliases may stand for a certain number of values") {
    std::string text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 10; ++i) {
        text += fmt::format("a{0}: &a{0} [{1}*a{2}]\n", i, repeated(fmt::format("*a{},", i - 1), 9), i - 1);
    }
    CHECK(mistakes(text) ==
          "6:14 alias: with this alias (`*`) the file would unfold to more than 250000 values; write out "
          "what is meant");
}

TEST_CASE("no file takes long") {
    constexpr std::size_t size = max_bytes / 8;
    std::string many_keys;
    for (std::size_t i = 0; i < size / 10; ++i) many_keys += fmt::format("k{}: \n", i);
    const std::string texts[] = {
        many_keys,
        repeated("k: \n", size / 4),
        std::string(size, 'a') + ": 1",
        repeated("- ", size / 2),
        repeated("a: &a\n", size / 6),
        "[" + repeated("\n\ta,", size / 4) + "]",
        repeated("-\n# c\n", size / 6),
        std::string(size, '\r'),
    };
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 20));
        const std::clock_t start = std::clock();
        Problems problems;
        const Source source{"file.yaml", text};
        const auto document = read(source, problems);
        CHECK(describe(problems, source).size() < 100'000);
        // A generous limit, and in processor time, for slow or busy machines: this is to catch what grows with the
        // square of the size.
        CHECK((std::clock() - start) / CLOCKS_PER_SEC < 10);
    }
}

}  // namespace
}  // namespace hipaa::yaml
