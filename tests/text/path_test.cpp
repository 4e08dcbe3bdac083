// Paths by their simplest names.
#include "text/path.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace hipaa;

TEST_CASE("a path by its simplest name") {
    struct Row {
        std::string path;
        std::string tidy;
    };
    const std::vector<Row> rows{
        {"a", "a"},         {"a/b", "a/b"},       {"./a//b", "a/b"},  {".//a/./b/.", "a/b"}, {"a/", "a"},
        {"/a//b/", "/a/b"}, {"//a", "/a"},        {"/", "/"},         {"/.", "/"},           {".", "."},
        {"./", "."},        {"a/../b", "a/../b"}, {"../a", "../a"},   {"./..", ".."},        {"", ""},
        {"-", "-"},         {"./-", "./-"},       {".//-", "./-"},    {"-/a", "-/a"},        {"./-/a", "-/a"},
        {"...", "..."},     {".a/.b", ".a/.b"},   {"/../a", "/../a"}, {"a/-", "a/-"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.path);
        CHECK(normalize_path(row.path) == row.tidy);
    }
}

TEST_CASE("a path as seen from a directory") {
    CHECK(relative_to("/home/me", "/home/me/a/b") == "a/b");
    CHECK(relative_to("/home/me", "/home/meadow") == "/home/meadow");
    CHECK(relative_to("/home/me", "/home/me") == "/home/me");
    CHECK(relative_to("/", "/a") == "a");
    CHECK(relative_to("", "/a") == "/a");
    CHECK(relative_to("/home/me", "a") == "a");
}
