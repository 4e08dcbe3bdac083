// `hipaa-check list controls`: the paragraphs of the regulation, and the OSCAL catalog in which the ids of assessment
// results are found.
#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <rapidjson/document.h>

#include "support/program.hpp"
#include "support/report.hpp"

using namespace hipaa::testing;

namespace {

using Names = std::multiset<std::string>;

rapidjson::Document parsed(const std::string& json) {
    rapidjson::Document document;
    document.Parse(json.c_str());
    REQUIRE(!document.HasParseError());
    return document;
}

/// The values of the members called `name`, wherever they stand.
void gather(const rapidjson::Value& value, const std::string& name, Names& found) {
    if (value.IsArray())
        for (const auto& item : value.GetArray()) gather(item, name, found);
    if (!value.IsObject()) return;
    for (const auto& member : value.GetObject()) {
        if (member.name.GetString() == name && member.value.IsString()) found.insert(member.value.GetString());
        gather(member.value, name, found);
    }
}

Names values_of(const std::string& json, const std::string& name) {
    Names found;
    gather(parsed(json), name, found);
    return found;
}

/// The ids of the controls of a catalog, and those of its parts.
void gather_ids(const rapidjson::Value& groups, Names& controls, Names& parts) {
    const auto add_parts = [&](const rapidjson::Value& holder) {
        if (holder.HasMember("parts"))
            for (const auto& part : holder["parts"].GetArray()) parts.insert(part["id"].GetString());
    };
    for (const auto& group : groups.GetArray()) {
        add_parts(group);
        for (const auto& control : group["controls"].GetArray()) {
            controls.insert(control["id"].GetString());
            add_parts(control);
        }
    }
}

std::string catalog(const std::vector<std::string>& options = {}) {
    std::vector<std::string> words{"list", "controls", "-f", "oscal"};
    words.insert(words.end(), options.begin(), options.end());
    const Outcome outcome = run_program(words);
    CHECK(outcome.status == 0);
    CHECK(outcome.err == "");
    return outcome.out;
}

}  // namespace

TEST_CASE("all controls and objectives of the examples' assessment results are in the catalog") {
    Names controls;
    Names parts;
    gather_ids(parsed(catalog())["catalog"]["groups"], controls, parts);
    std::size_t seen = 0;
    for (const std::string directory : {"examples", "tests/report/practices"})
        for (const auto& entry : std::filesystem::directory_iterator(directory)) {
            const std::string file = entry.path().string();
            if (entry.path().extension() != ".yaml") continue;
            CAPTURE(file);
            const std::string results = run_program({"-f", "oscal", file}).out;
            for (const std::string& id : values_of(results, "control-id")) {
                CAPTURE(id);
                CHECK(controls.contains(id));
                ++seen;
            }
            for (const std::string& id : values_of(results, "objective-id")) {
                CAPTURE(id);
                CHECK(parts.contains(id));
            }
            const Names resources = values_of(results, "uuid");
            for (const std::string& href : values_of(results, "href")) {
                CAPTURE(href);
                if (href.starts_with('#')) CHECK(resources.contains(href.substr(1)));
            }
        }
    CHECK(seen > 100);
}

TEST_CASE("in the catalog each id stands once, is a token, and every link leads somewhere") {
    const std::string text = catalog();
    const Names ids = values_of(text, "id");
    const Names uuids = values_of(text, "uuid");
    const std::regex token("[A-Za-z_][A-Za-z0-9._-]*");
    for (const std::string& id : ids) {
        CAPTURE(id);
        CHECK(ids.count(id) == 1);
        CHECK(std::regex_match(id, token));
    }
    for (const std::string& uuid : uuids) CHECK(uuids.count(uuid) == 1);
    for (const std::string& href : values_of(text, "href")) {
        CAPTURE(href);
        if (href.starts_with('#')) CHECK((ids.contains(href.substr(1)) || uuids.contains(href.substr(1))));
        else CHECK(href.starts_with("https://www.ecfr.gov/current/title-45/section-16"));
    }
    CHECK(text.find("[]") == std::string::npos);  // OSCAL has no empty lists
}

TEST_CASE("a catalog is the same each time, and another one with other checklists; its document id stays") {
    const Scratch scratch;
    scratch.write("mail.yaml", R"yaml(checklist: 1
id: mail
title: Mail
about: products.mail
version: 2027-01-01
questions: {signed: {ask: "Is it signed?", answer: yes_no}}
contradictions: [{id: both, if: {signed: yes}, message: It cannot be., affects: [agreement]}]
notes:
  - {id: agreement, number: 1, title: Sign it, why: w, basis: law, cites: ["45 CFR 164.504(e)(1)(i)", "78 FR 5571"],
     checks: [{id: signed, require: {signed: yes}, message: "It is not signed. (164.308(b)(4), required)", fix: f}]}
)yaml");
    const std::string own = catalog({"--rules", "mail.yaml"});
    CHECK(catalog() == catalog());
    const auto at = [](const std::string& text, const std::string& path) { return Report(text).at(path); };
    CHECK(at(catalog(), "catalog/uuid") != at(own, "catalog/uuid"));
    CHECK(at(catalog(), "catalog/metadata/document-ids") == at(own, "catalog/metadata/document-ids"));
    CHECK(at(own, "catalog/metadata/last-modified") == "2027-01-01T00:00:00Z");
    const Names ids = values_of(own, "id");
    for (const std::string id : {"cfr-164.308.b.4", "cfr-164.504.e.1.i", "checklist-mail", "mail.agreement",
                                 "mail.agreement.signed", "mail.both"}) {
        CAPTURE(id);
        CHECK(ids.contains(id));
    }
    CHECK(own.find("\"title\": \"45 CFR 164.308(b)(4): Signed\"") != std::string::npos);
}

TEST_CASE("the Security Rule's specifications are controls, required or addressable") {
    const Report report(run_program({"list", "controls", "-f", "json"}).out);
    CHECK(report.at("format") == "hipaa-check/list/1");
    CHECK(report.at("controls/0/id") == "cfr-164.306.a");
    const std::string text = run_program({"list", "controls"}).out;
    for (const std::string line : {
             "--- 45 CFR 164.308, Administrative safeguards",
             "`cfr-164.308.a.1.ii.A`: 45 CFR 164.308(a)(1)(ii)(A), Risk analysis\n    (required)",
             "`cfr-164.308.a.3.ii.A`: 45 CFR 164.308(a)(3)(ii)(A), Authorization and/or\n    supervision (addressable)",
             "`cfr-164.308.a.1.i`: 45 CFR 164.308(a)(1)(i), Security management process\n    (standard)",
         }) {
        CAPTURE(line);
        CHECK(text.find(line) != std::string::npos);
    }
    CHECK(text.find("164.306") < text.find("164.316"));
    CHECK(text.find("164.316") < text.find("160.103"));
}

TEST_CASE("an OSCAL catalog is of controls only") {
    const Outcome outcome = run_program({"list", "notes", "-f", "oscal"});
    CHECK(outcome.status == 2);
    CHECK(outcome.err ==
          "hipaa-check: -f oscal is for controls; write `hipaa-check list controls -f oscal`\n"
          "Try `hipaa-check list --help`.\n");
}
