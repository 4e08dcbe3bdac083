// A run over one file loads only the checklists that the file calls for, and nobody can tell.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "checklist/builtin/builtin.hpp"
#include "checklist/builtin/image.hpp"
#include "checklist/read/library_reader.hpp"
#include "digest/content_ids.hpp"
#include "practice/required_checklists.hpp"
#include "support/program.hpp"

using namespace hipaa;
using namespace hipaa::testing;

namespace {

/// The ids of the checklists that `text` calls for, or "all".
std::string called(const std::string& text) {
    yaml::Problems problems;
    const auto document = yaml::read({"practice.yaml", text}, problems);
    REQUIRE(document);
    const auto wanted = required_checklists(document->root(), builtin_images());
    if (!wanted) return "all";
    std::string ids;
    for (const std::size_t index : *wanted) ids += (ids.empty() ? "" : " ") + std::string(builtin_images()[index].id);
    return ids;
}

std::vector<std::string> practice_texts() {
    std::vector<std::string> texts;
    for (const std::string folder : {"examples", "tests/report/practices"})
        for (const auto& entry : std::filesystem::directory_iterator(std::string(HIPAA_CHECK_ROOT "/") + folder))
            if (entry.path().extension() == ".yaml")
                texts.push_back(repository_file(folder + "/" + entry.path().filename().string()));
    std::sort(texts.begin(), texts.end());
    return texts;
}

}  // namespace

TEST_CASE("the images are the checklists as they are read") {
    std::vector<FileProblems> broken;
    std::vector<yaml::Source> sources = builtin_sources();
    for (yaml::Source& source : sources) source.digest = sha256(source.text);
    const auto library = read_library(std::move(sources), broken);
    REQUIRE(library);
    const auto images = builtin_images();
    REQUIRE(images.size() == library->checklists.size());
    for (std::size_t i = 0; i < images.size(); ++i) {
        const Checklist& checklist = library->checklists[i];
        CHECK(images[i].id == checklist.id);
        CHECK(images[i].about == checklist.group.about);
        CHECK(images[i].image == to_image(checklist));
        CHECK(to_image(from_image(images[i].image)) == images[i].image);
    }
}

TEST_CASE("what practice files call for") {
    struct Row {
        std::string text;
        std::string ids;
    };
    const std::vector<Row> rows{
        {"confirmed_on: 2026-11-01\npractice: {name: A}\nx-mine: 1\n", ""},
        {"products: {spruce: {in_use: yes}}\n", "spruce"},
        {"products: {spruce: {in_use: yes}, x-old: {in_use: no}}\n", "spruce"},
        {"products: {nuvo: {in_use: yes}}\n", "any-product"},
        {"products: {nuvo: null, spruce: null}\n", "any-product spruce"},
        {"products:\nsecurity_rule: {}\ncommunication: {}\n", "client-communication security-rule"},
        {"decisions: [{accepts: spruce/paid-tier/paid}, {accepts: any-product@nuvo/agreement}]\n",
         "any-product spruce"},
        {"decisions: []\n", ""},
        {"decisions: [{accepts: sprcue/paid-tier}]\n", "all"},
        {"decisions: [{because: x}]\n", "all"},
        {"decisions: yes\n", "all"},
        {"products: [spruce]\n", "all"},
        {"prodcuts: {}\n", "all"},
        {"just text\n", "all"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(called(row.text) == row.ids);
    }
}

TEST_CASE("one file alone is reported as it is among others, for which all checklists are loaded") {
    std::vector<std::string> texts = practice_texts();
    REQUIRE(texts.size() > 5);
    for (const std::string text : {
             "products: {sprcue: {in_use: yes}}\n",      // near a name that only another checklist brings
             "products: {nuvo: {plan: {tier: pro}}}\n",  // a key of another product
             "practice: {name: A, own_logins: yes}\n",   // a key that belongs to another checklist
             "practice: {name: A}\ncommunicaton: {}\n",  // near the place of a checklist
             "products: {spruce: {in_use: yes}}\ndecisions: [{accepts: security-rule/nothing}]\n",
             "security_rule: {}\nproducts: {spruce: {in_use: yes}, nuvo: {in_use: yes}}\n",
             "\uFEFF\uFEFFproducts: {spruce: {in_use: yes}}\n",  // the second mark is a part of the key
         })
        texts.emplace_back(text);
    const Scratch scratch;
    scratch.write("d/zz.yaml", "checklist: 1\n");  // passed over, so that the report is of one practice
    for (const std::string& text : texts) {
        CAPTURE(text);
        scratch.write("d/a.yaml", text);
        for (const std::string format : {"json", "text"}) {
            const Outcome alone = run_program({"-v", "-f", format, "d/a.yaml"});
            const Outcome among = run_program({"-v", "-f", format, "d"});
            CHECK(alone.out == among.out);
            CHECK(alone.err == among.err);
            CHECK(alone.status == among.status);
        }
    }
}

TEST_CASE("--checklist knows the checklists that are not loaded") {
    const Scratch scratch;
    scratch.write("a.yaml", "confirmed_on: 2026-11-01\nproducts: {spruce: {in_use: no}}\n");
    CHECK(run_program({"--checklist", "security-rule", "a.yaml"}).status == 5);
    CHECK(run_program({"--checklist", "nothing", "a.yaml"}).err ==
          "hipaa-check: there is no checklist `nothing`; there are any-product, client-communication, consumer-apps, "
          "doxy-me, google-workspace, microsoft-365, security-rule, spruce or zoom\nTry `hipaa-check --help`.\n");
}
