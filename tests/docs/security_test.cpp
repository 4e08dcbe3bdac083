// What SECURITY.md says of the program holds.
#include <filesystem>
#include <regex>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "page/html_document.hpp"
#include "support/program.hpp"
#include "tools/page_packer.hpp"
#include "yaml/document.hpp"

namespace hipaa::testing {
namespace {

/// What stands in `text` between the two.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const std::size_t begin = text.find(before);
    REQUIRE(begin != std::string::npos);
    const std::size_t from = begin + before.size();
    return text.substr(from, text.find(after, from) - from);
}

bool says(const std::string& part) { return repository_file("SECURITY.md").find(part) != std::string::npos; }

TEST_CASE("SECURITY.md quotes the policies of reports and of the page") {
    const std::string meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    CHECK(says("`" + between(html_begin("title", "report"), meta, "\"") + "`"));
    const std::string page = pack_page(
        {"<meta content=\"@POLICY@\"><style>@STYLE@</style><script>@SCRIPT@</script>@ENGINE@", "a{}", "go()", "x"},
        "b{}");
    const std::regex hash("sha256-[A-Za-z0-9+/=]+");
    CHECK(says("`" + std::regex_replace(between(page, "content=\"", "\""), hash, "…") + "`"));
    CHECK(repository_file("src/web/page.html").find("http-equiv=\"Content-Security-Policy\" content=\"@POLICY@\"") !=
          std::string::npos);
}

TEST_CASE("SECURITY.md names the options that hipaa-check.toml may set") {
    const Scratch scratch;
    scratch.write("hipaa-check.toml", "strict = true\n");
    scratch.write("p.yaml", "products: {spruce: {}}\n");
    std::string text = repository_file("SECURITY.md");
    std::erase(text, '`');
    CHECK(text.find("it may set only " + between(run_program({"p.yaml"}).err, "hipaa-check.toml may set ", "\n")) !=
          std::string::npos);
    scratch.write("hipaa-check.toml", "fail-on = \"never\"\n");
    CHECK(run_program({"-q", "p.yaml"}).err ==
          "hipaa-check: took options from hipaa-check.toml; --no-config ignores it\n");
    scratch.write("hipaa-check.toml", std::string((64 << 10) + 1, '#'));
    CHECK(run_program({"p.yaml"}).err.find("a file of options has at most 64 KiB") != std::string::npos);
}

TEST_CASE("SECURITY.md gives the limits of the reader") {
    CHECK(says(fmt::format("at most {} MiB", yaml::max_bytes >> 20)));
    CHECK(says(fmt::format("nested at most {} deep", yaml::max_depth)));
    CHECK(says(fmt::format("at most {} values", yaml::max_nodes)));
}

TEST_CASE("SECURITY.md names files that there are") {
    const std::string text = repository_file("SECURITY.md");
    const std::regex path("`((?:src|tests)/[^`]*)`");
    int found = 0;
    for (std::sregex_iterator match(text.begin(), text.end(), path), end; match != end; ++match, ++found)
        CHECK(std::filesystem::exists((*match)[1].str()));
    CHECK(found == 2);
}

}  // namespace
}  // namespace hipaa::testing
