// Checklists that refer to each other, of which only some are loaded.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checklist/builtin/builtin_library.hpp"
#include "checklist/builtin/image.hpp"
#include "checklist/read/library_reader.hpp"
#include "engine/assess.hpp"
#include "practice/practice_reader.hpp"

using namespace hipaa;

namespace {

/// A checklist about the product of the same name, with a question `q` and a check that needs `require`.
yaml::Source checklist(const std::string& id, const std::string& require) {
    return {id + ".yaml",
            "checklist: 1\nid: " + id + "\nalso_known_as: [" + id + " two]\ntitle: T\nabout: products." + id +
                "\nquestions: {q: {ask: a, answer: yes_no}}\nnotes: [{id: n, number: 1, title: t, why: w, "
                "basis: recommendation, checks: [{id: c, message: m, fix: f, require: " +
                require + "}]}]\n"};
}

/// The images of a library, with what they refer to.
struct Images {
    explicit Images(const Library& library) {
        for (const Checklist& one : library.checklists) {
            full.push_back(to_image(one));
            heads.push_back(to_head_image(one));
            references.push_back(referred_checklists(one));
        }
        for (std::size_t i = 0; i < full.size(); ++i) {
            const Checklist& one = library.checklists[i];
            all.push_back({one.id, one.group.about, full[i], heads[i], references[i]});
        }
    }

    std::vector<std::string> full;
    std::vector<std::string> heads;
    std::vector<std::vector<std::uint32_t>> references;
    std::vector<BuiltinImage> all;
};

Library library_of_four() {
    std::vector<FileProblems> broken;
    auto library = read_library(
        {checklist("first", "{q: yes}"), checklist("left", "{q: yes, /products.right.q: yes}"),
         checklist("right", "{q: yes, /products.left.q: yes}"), checklist("far", "{/products.left.q: no}")},
        broken);
    REQUIRE(library);
    return std::move(*library);
}

std::string loaded(const Library& library) {
    std::string ids;
    for (const Checklist& one : library.checklists)
        if (one.loaded) ids += (ids.empty() ? "" : " ") + std::string(one.id);
    return ids;
}

std::string results(const Library& library, const std::string& text) {
    yaml::Problems problems;
    const auto document = yaml::read({"practice.yaml", text}, problems);
    const Practice practice = read_practice(*document, library, KeyTree(library), problems);
    if (!problems.empty()) return problems.shown().begin()->message;
    const Assessment assessment = assess(library, practice, {parse_date("2026-11-22").value(), 365, {}});
    std::string found;
    for (const ChecklistResult& one : assessment.checklists)
        found += (found.empty() ? "" : ", ") + std::string(one.checklist->id) + " " + std::string(name_of(one.result));
    return found;
}

}  // namespace

TEST_CASE("what a loaded checklist refers to is loaded with it, and each keeps its place") {
    const Library all = library_of_four();
    const Images images(all);
    CHECK(images.references == std::vector<std::vector<std::uint32_t>>{{}, {2}, {1}, {1}});
    CHECK(loaded(load_images(images.all, {})).empty());
    CHECK(loaded(load_images(images.all, {0})) == "first");
    CHECK(loaded(load_images(images.all, {1})) == "left right");
    CHECK(loaded(load_images(images.all, {3})) == "left right far");
    for (const std::vector<std::size_t>& wanted : {std::vector<std::size_t>{}, {2}, {0, 3}}) {
        const Library some = load_images(images.all, wanted);
        REQUIRE(some.checklists.size() == all.checklists.size());
        for (std::size_t i = 0; i < all.checklists.size(); ++i) {
            CHECK(some.checklists[i].id == all.checklists[i].id);
            CHECK(some.checklists[i].group.about == all.checklists[i].group.about);
            CHECK(some.checklists[i].also_known_as == all.checklists[i].also_known_as);
        }
    }
}

TEST_CASE("the verdict does not depend on what else is loaded") {
    const Library all = library_of_four();
    const Images images(all);
    struct Row {
        std::string products;
        std::vector<std::size_t> wanted;
        std::string results;
    };
    const std::vector<Row> rows{
        {"right: {q: yes}", {2}, "right unknown"},
        {"left: {q: yes}, right: {q: no}", {1, 2}, "left fail, right fail"},
        {"left: {q: yes}, right: {q: yes}", {1, 2}, "left pass, right pass"},
        {"far: {q: yes}", {3}, "far unknown"},
        {"far: {q: yes}, left: {q: no}", {1, 3}, "left fail, far pass"},
        {"first: {q: yes}", {0}, "first pass"},
        // What is not loaded is known by its names.
        {"frist: {q: yes}", {1}, "`frist` is not a product that a checklist knows; did you mean `first`?"},
        {"First Two: {q: yes}", {1}, "`First Two` is another name of the product `first`; write `first`"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.products);
        const std::string text = "confirmed_on: 2026-11-01\nproducts: {" + row.products + "}\n";
        CHECK(results(all, text) == row.results);
        CHECK(results(load_images(images.all, row.wanted), text) == row.results);
    }
}
