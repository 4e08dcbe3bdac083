// The reader of plain YAML against yaml-cpp: whatever it reads, it must read alike, and it must read what people write.
// A longer run: HIPAA_CHECK_MUTANTS=50000000 HIPAA_CHECK_SEED=7 HIPAA_CHECK_YAML_FILES=100000 with the tests of a
// release build.
#include "yaml/fast/plain_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "mutants.hpp"
#include "shown.hpp"
#include "yaml/normalize.hpp"
#include "yaml/reader_comparison.hpp"
#include "yaml/tree.hpp"

namespace hipaa::yaml {
namespace {

namespace fs = std::filesystem;

std::size_t setting(const char* name, std::size_t fallback) {
    const char* value = std::getenv(name);
    return value == nullptr ? fallback : std::strtoull(value, nullptr, 10);
}

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

using Outcome = Comparison::Outcome;

struct Tally {
    std::size_t texts = 0;
    std::size_t same = 0;

    void add(const std::string& text) {
        Comparison comparison = compare(text);
        ++texts;
        if (comparison.outcome == Outcome::same) ++same;
        if (comparison.outcome == Outcome::declined) comparison = compare_with_mistakes(text);
        if (comparison.outcome != Outcome::different) return;
        CAPTURE(text);
        FAIL_CHECK(comparison.difference);
    }
};

/// The YAML files below `directory`, sorted; about `limit` of those that are not large.
std::vector<std::string> yaml_files(const fs::path& directory, std::size_t limit) {
    constexpr std::size_t largest = 100'000;
    std::vector<fs::path> paths;
    std::error_code error;
    fs::recursive_directory_iterator walk(directory, fs::directory_options::skip_permission_denied, error);
    for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
        const std::string ending = walk->path().extension().string();
        std::error_code ignored;
        if ((ending == ".yaml" || ending == ".yml") && walk->is_regular_file(ignored) &&
            walk->file_size(ignored) <= largest) {
            paths.push_back(walk->path());
        }
    }
    std::sort(paths.begin(), paths.end());
    const std::size_t step = 1 + paths.size() / std::max<std::size_t>(limit, 1);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < paths.size() && limit > 0; i += step) texts.push_back(contents(paths[i]));
    return texts;
}

std::vector<std::string> own_files() {
    std::vector<std::string> texts;
    for (const char* directory : {"examples", "rules"}) {
        for (std::string& text : yaml_files(fs::path(HIPAA_CHECK_ROOT) / directory, 1000)) {
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

TEST_CASE("mutants are read alike") {
    std::vector<std::string> texts = own_files();
    for (std::string& text : yaml_files("/usr", setting("HIPAA_CHECK_YAML_FILES", 0))) texts.push_back(std::move(text));
    const std::size_t count = setting("HIPAA_CHECK_MUTANTS", 20'000);
    Random random(setting("HIPAA_CHECK_SEED", 1));
    Tally tally;
    for (std::size_t i = 0; i < count; ++i) {
        tally.add(mutate(texts, random));
        if (tally.texts % 1'000'000 != 0) continue;
        MESSAGE(tally.texts, " mutants, of which ", tally.same, " were read and are alike");
        std::cout.flush();  // a long run may be watched in a file
    }
    MESSAGE(tally.texts, " mutants, of which ", tally.same, " were read and are alike");
    CHECK(tally.same * 5 >= tally.texts);
}

/// True for text in which nothing stands that is not plain, or might not be.
bool looks_plain(const std::string& text) {
    return text.find_first_of("&*!?%\t") == std::string::npos && text.find("\n---") == std::string::npos;
}

TEST_CASE("the files of installed packages are read alike") {
    Tally tally;
    std::size_t plain = 0;
    std::size_t declined = 0;
    for (const std::string& text : yaml_files("/usr", setting("HIPAA_CHECK_YAML_FILES", 300))) {
        tally.add(text);
        if (!looks_plain(text) || !mistakes(text).empty()) continue;
        ++plain;
        if (compare(text).outcome == Outcome::declined) ++declined;
    }
    MESSAGE(tally.texts, " files, of which ", tally.same, " were read and are alike");
    CHECK(declined * 20 <= plain);
}

TEST_CASE("the project's own files are read") {
    for (const std::string& text : own_files()) {
        CAPTURE(text.substr(0, 100));
        CHECK((compare(text).outcome == Outcome::same) == mistakes(text).empty());
    }
}

TEST_CASE("what people write is read, and what only some know is left to yaml-cpp") {
    struct Row {
        std::string text;
        bool is_read;
    };
    const Row rows[] = {
        {"", true},
        {"# nothing\n", true},
        {"---\n", true},
        {"a: b", true},
        {"# c\n---\na: b # c\n\n  # c\nb:\n# c\n  - c\n  -   d: e\n      f: g\nh:\n- i\n-\n- ~\nj:\n", true},
        {"\xEF\xBB\xBF"
         "a: b\r\nc:\r\n  - d\r\n",
         true},
        {"a:\tb\t# c\n", true},
        {"  a: b\n  c: d\n", true},
        {"- - a\n  - b\n- - c\n", true},
        {"a: {b: [c, d], 'e': \"f\", g: null, h: , i}\nj: [\n  k, # c\n  l,\n]\n", true},
        {"{\"a\":[1,{\"b\":null}],\n \"c\":\"d\"}\n", true},
        {"a: 'it''s'\nb: \"\\u00e9\\n\\x41\\\\\"\n'c d': \"\"\n\"e\" : ''\n", true},
        {"a: 'b\n  c\n\n  d'\ne: \"f \\\n  g\"\n", true},
        {"a: |\n  b\n\n    c\nd: >-\n  e\n  f\ng: |2+\n    h\n\ni: >\n", true},
        {"a: b\n  c\n\n  d # e\n- f", false},
        {"a: b\n  c\n\n  d # e\n", true},
        {"a: http://b.c/d?e#f, and - more\nb: -1\nc: 2026-11-22\n", true},
        {"\u00E9: \u6F22\n\U0001F600: [\u00E9, \u6F22]\n", true},
        {"- [[]]\n- {}\n- [{}]\n", true},
        {"a: &b c\n", false},
        {"a: *b\n", false},
        {"a: !!str b\n", false},
        {"? a\n: b\n", false},
        {"%YAML 1.2\n---\na: b\n", false},
        {"a: b\n...\n", false},
        {"a: b\n---\nc: d\n", false},
        {"--- a\n", false},
        {"a\n", false},
        {"a: 1\na: 2\n", false},
        {"<<: a\n", false},
        {"null: a\n", false},
        {"a:\n\tb: c\n", false},
        {"-\ta\n", false},
        {"[a: b]\n", false},
        {"[a, , b]\n", false},
        {"[a\n  b]\n", false},
        {"a: b: c\n", false},
        {"a: \"\\q\"\n", false},
        {"a: 'b\n", false},
        {"a: [b\n", false},
        {"a: b\n c: d\n", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Comparison comparison = compare(row.text);
        CHECK(comparison.difference == "");
        CHECK((comparison.outcome == Outcome::same) == row.is_read);
    }
}

TEST_CASE("a long key is no key, for both") {
    for (const std::size_t length : {1023u, 1024u, 1025u}) {
        for (const std::string& text :
             {std::string(length, 'k') + ": v", "'" + std::string(length - 2, 'k') + "': v",
              "{" + std::string(length, 'k') + ": v}", "{" + std::string(length, 'k') + "}"}) {
            CAPTURE(length);
            const Comparison comparison = compare(text);
            CHECK(comparison.difference == "");
            CHECK((comparison.outcome == Outcome::same) == (length <= 1024));
        }
    }
}

TEST_CASE("without another reader, plain text is read with its mistakes, and other text has a place") {
    struct Row {
        std::string text;
        std::string problems;
        Place not_plain;
    };
    const Row rows[] = {
        {"a: b\n", "", {0, 0}},
        {"a: 1\nb: 2\na: 3\n", "3:1 duplicate_key: the key `a` is already on line 1; keep only one of the two", {0, 0}},
        {"a: b\nc: &anchor d\n", "", {2, 4}},
        {"\u00E4: \u00E4\nb:\n  - \u00E4: c: d\n", "", {3, 9}},
        {"a: 'b\n", "", {2, 1}},
        {"%YAML 1.2\n---\na: b\n", "", {1, 1}},
        {"a: b\n---\nc: d\n", "", {2, 1}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        Problems problems;
        Source source{"file.yaml", row.text};
        REQUIRE(normalize(source, problems));
        Tree tree(std::move(source));
        std::optional<Place> not_plain;
        CHECK(read_only_plain(tree, problems, not_plain) == (row.not_plain.line == 0));
        CHECK(not_plain.value_or(Place{0, 0}) == row.not_plain);
        CHECK(shown(problems) == row.problems);
    }
}

}  // namespace
}  // namespace hipaa::yaml
