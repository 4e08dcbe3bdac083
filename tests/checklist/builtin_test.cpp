// The built-in checklists are the files of rules/, byte by byte.
#include "checklist/builtin/builtin.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

TEST_CASE("built-in files are the checklists in rules/, sorted by name") {
    std::map<std::string, std::string> on_disk;
    for (const auto& entry : std::filesystem::directory_iterator("rules")) {
        const std::string name = entry.path().generic_string();
        if (!name.ends_with(".yaml") || name.ends_with(".test.yaml")) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        on_disk[name] = std::string(std::istreambuf_iterator<char>(file), {});
    }
    REQUIRE(!on_disk.empty());

    const auto files = hipaa::builtin_files();
    REQUIRE(files.size() == on_disk.size());
    auto expected = on_disk.begin();
    for (const auto& file : files) {
        CHECK(std::string(file.name) == expected->first);
        CHECK(std::string(file.text) == expected->second);
        ++expected;
    }
}
