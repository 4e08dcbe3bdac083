// Names made of content, and paths as URIs.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "digest/content_ids.hpp"
#include "report/machine/uri.hpp"

using namespace hipaa;

TEST_CASE("fingerprints are the beginning of the SHA-256") {
    CHECK(fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223");
    CHECK(fingerprint("") == "e3b0c44298fc1c149afbf4c8996fb924");
}

TEST_CASE("a UUID is the same for the same name, and says that it is of version 5") {
    CHECK(uuid("a") == "13e829d5-be38-56d9-b8ce-96b8ebbbafa4");
    CHECK(uuid("b") != uuid("a"));
}

TEST_CASE("paths become URIs") {
    struct Row {
        std::string path;
        std::string uri;
    };
    const std::vector<Row> rows{
        {"practice.yaml", "practice.yaml"}, {"././a/b.yaml", "a/b.yaml"},
        {"../b.yaml", "../b.yaml"},         {"/srv/a b.yaml", "file:///srv/a%20b.yaml"},
        {"<stdin>", "%3Cstdin%3E"},         {"a:b?c#d%.yaml", "a%3Ab%3Fc%23d%25.yaml"},
        {"\xC3\xBC\xFF", "%C3%BC%FF"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.path);
        CHECK(path_uri(row.path) == row.uri);
    }
}
