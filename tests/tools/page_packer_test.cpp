// The page as one file.
#include "tools/page_packer.hpp"

#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include "page/html_document.hpp"

using namespace hipaa;

namespace {

PageParts parts() {
    return {"<meta content=\"@POLICY@\"><style>@STYLE@</style><b>@ENGINE@</b><script>@SCRIPT@</script>", "a{}\n",
            "go()", "\x01\xFF"};
}

std::string packed(const PageParts& parts) { return pack_page(parts, "b{}"); }

}  // namespace

TEST_CASE("base 64 is that of RFC 4648") {
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xFB\xFF\xFE") == "+//+");
}

TEST_CASE("a hash is the one that a browser names when it refuses a text") {
    CHECK(source_hash("alert('Hello, world.');") == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
}

TEST_CASE("the style of reports is what stands between the tags") {
    CHECK(html_begin("title", "report").find("<style>" + report_style() + "</style>") != std::string::npos);
    CHECK(report_style().size() > 1000);
}

TEST_CASE("a page is filled, and its policy names what may run and style") {
    CHECK(packed(parts()) == "<meta content=\"default-src 'none'; script-src '" + source_hash("go()") +
                                 "' 'wasm-unsafe-eval'; style-src '" + source_hash("a{}\n") + "' '" +
                                 source_hash("b{}") +
                                 "'; connect-src 'none'; base-uri 'none'; form-action 'none'\">"
                                 "<style>a{}\n</style><b>Af8=</b><script>go()</script>");
}

TEST_CASE("what looks like a placeholder in the style and the script stays") {
    PageParts given = parts();
    given.script = "'@POLICY@@SCRIPT@'";
    CHECK(packed(given).ends_with("<script>'@POLICY@@SCRIPT@'</script>"));
}

TEST_CASE("what would be another page in a browser is refused") {
    const auto refusal = [](auto&& change) -> std::string {
        PageParts given = parts();
        change(given);
        try {
            return "packed: " + packed(given);
        } catch (const std::invalid_argument& refused) {
            return refused.what();
        }
    };
    CHECK(refusal([](PageParts& given) { given.style = "a</STYLE >"; }) ==
          "the style holds `</style`, which would end it early");
    CHECK(refusal([](PageParts& given) { given.script = "'</script>'"; }) ==
          "the script holds `</script`, which would end it early");
    CHECK(refusal([](PageParts& given) { given.script = "a<!--b"; }) ==
          "the script holds `<!--`, which would end it early");
    CHECK(refusal([](PageParts& given) { given.script = "a\r\n"; }) ==
          "the script holds a carriage return, which a browser leaves out before it takes the hash");
    CHECK(refusal([](PageParts& given) { given.page += "@ENGINE@"; }) == "the page has `@ENGINE@` twice");
    CHECK(refusal([](PageParts& given) { given.page.erase(given.page.find("@POLICY@"), 8); }) ==
          "the page has no `@POLICY@`");
    CHECK(refusal([](PageParts& given) { given.page.insert(given.page.find("@SCRIPT@"), "\n"); }) ==
          "the page has no `<script>@SCRIPT@</script>`");
}
