// --set: checked as if an answer were in the file.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/lab.hpp"
#include "support/program.hpp"
#include "support/report.hpp"

namespace hipaa::testing {
namespace {

const std::string practice =
    "confirmed_on: 2026-11-01\n"
    "practice: {name: Harbor Light}\n"
    "products:\n"
    "  spruce:\n"
    "    plan: {tier: free}  # for now\n";

Outcome run(std::vector<std::string> arguments, const std::string& text = practice) {
    const Scratch files;
    files.write("p.yaml", text);
    arguments.push_back("p.yaml");
    return run_program(arguments);
}

std::string refused_set(const std::string& set) {
    const Outcome outcome = run({"--set", set});
    CHECK(outcome.status == 2);
    CHECK(outcome.out == "");
    return outcome.err.substr(0, outcome.err.find('\n'));
}

}  // namespace

TEST_CASE("an answer that is set is checked like one of the file") {
    CHECK(Report(run({"-f", "json"}).out).result("spruce/paid-tier/paid") == "fail");
    const Report report(run({"-f", "json", "--set", "products.spruce.plan.tier=Basic", "--set",
                             "products.spruce.email.used_for=[care_team]"})
                            .out);
    CHECK(report.result("spruce/paid-tier/paid") == "pass");
    CHECK(report.evidence("spruce/paid-tier/paid", true) == "products.spruce.plan.tier=basic @5:18");
    CHECK(report.result("spruce/care-team-email/care-team-only") == "pass");
    CHECK(report.at("settings/set") ==
          R"(["products.spruce.plan.tier=Basic","products.spruce.email.used_for=[care_team]"])");
    CHECK(Report(run({"-f", "json"}).out).at("settings/set") == "(absent)");
}

TEST_CASE("what is set is what would stand in the file") {
    const std::string with =
        "confirmed_on: 2026-11-01\nproducts:\n  spruce:\n    plan: {tier: trial}\n  zoom:\n    in_use: no\n";
    const std::string without = "confirmed_on: 2026-11-01\nproducts:\n  spruce:\n    plan: {tier: free}\n";
    const Report set(
        run({"-f", "json", "--set", "products.spruce.plan.tier=trial", "--set", "products.zoom.in_use=no"}, without)
            .out);
    const Report written(run({"-f", "json"}, with).out);
    CHECK(set.checks() == written.checks());
    CHECK(set.at("practices/0/checklists") == written.at("practices/0/checklists"));
    const Report unknown(run({"-f", "json", "--set", "products.spruce.plan.tier=unknown"}).out);
    CHECK(unknown.result("spruce/paid-tier/paid") == "unknown");
    const Report fact(run({"-f", "json", "--set", "confirmed_on=2020-01-01"}).out);
    CHECK(fact.result("spruce/paid-tier/paid") == "fail");
    CHECK(fact.at("practices/0/facts/0/value") == "2020-01-01");
}

TEST_CASE("items of lists are set by their number") {
    const Scratch files;
    files.write("lab.yaml", lab_checklist("{list: {each: {ok: yes}}}"));
    files.write("p.yaml", "confirmed_on: 2026-11-01\nproducts:\n  lab:\n    list:\n      - ok: no\n      - ok: yes\n");
    const auto result = [&](const std::string& set) {
        return Report(run_program({"-f", "json", "--rules", "lab.yaml", "--set", set, "p.yaml"}).out).result("lab/n/c");
    };
    CHECK(result("products.lab.list[1].ok=yes") == "pass");
    CHECK(result("products.lab.list[2].ok=yes") == "fail");
    const auto refused = [&](const std::string& set) {
        const std::string err = run_program({"--rules", "lab.yaml", "--set", set, "p.yaml"}).err;
        return err.substr(0, err.find('\n'));
    };
    CHECK(refused("products.lab.list[0].ok=yes") == "hipaa-check: --set counts the items of a list from 1");
    CHECK(refused("products.lab.list[a].ok=yes") ==
          "hipaa-check: --set takes the number of an item, such as `products.lab.list[1].ok`, not `a`");
}

TEST_CASE("an answer that the file has under a former name is set there, by either name") {
    const std::string texting =
        "confirmed_on: 2026-11-01\nproducts: {spruce: {in_use: yes, texting: {default: app, sms_clients: 2, "
        "sms_clients_analysed: 2}}}\n";
    for (const std::string key : {"sms_clients_analyzed", "sms_clients_analysed"}) {
        CAPTURE(key);
        const Outcome outcome = run({"-f", "json", "--set", "products.spruce.texting." + key + "=1"}, texting);
        CHECK(outcome.err == "");
        CHECK(Report(outcome.out).result("spruce/secure-first-texting/sms-clients-analyzed") == "fail");
    }
    const Scratch files;
    std::string lab = lab_checklist("{list: {each: {ok: yes}}}");
    const std::string field = "ok: {ask: ";
    REQUIRE(lab.find(field) != std::string::npos);
    lab.replace(lab.find(field), field.size(), "ok: {formerly: [fine], ask: ");
    files.write("lab.yaml", lab);
    files.write("p.yaml", "confirmed_on: 2026-11-01\nproducts:\n  lab:\n    list:\n      - fine: no\n");
    for (const std::string name : {"ok", "fine"}) {
        CAPTURE(name);
        const std::string set = "products.lab.list[1]." + name + "=yes";
        CHECK(
            Report(run_program({"-f", "json", "--rules", "lab.yaml", "--set", set, "p.yaml"}).out).result("lab/n/c") ==
            "pass");
    }
}

TEST_CASE("a status may be set as a file has it, without its last key") {
    const std::string group = "security_rule.access_control.encryption";
    const auto checks = [](const std::string& set) {
        return Report(run({"-f", "json", "--set", set}, "confirmed_on: 2026-11-01\nsecurity_rule: {}\n").out).checks();
    };
    CHECK(checks(group + "=implemented") == checks(group + ".status=implemented"));
    CHECK(checks(group + "=implemented") != checks(group + ".status=not_addressed"));
}

TEST_CASE("an answer is set once") {
    const std::string key = "products.spruce.texting.sms_clients_analyzed";
    const std::string former = "products.spruce.texting.sms_clients_analysed";
    for (const std::string& other : {key, former}) {
        CAPTURE(other);
        const Outcome outcome = run({"--set", key + "=1", "--set", other + "=2"});
        CHECK(outcome.status == 2);
        CHECK(outcome.err.starts_with("hipaa-check: --set answers `" + key + "` twice: `" + key + "=1` and `" + other +
                                      "=2`; leave one of them out\n"));
    }
}

TEST_CASE("a list is set before its items") {
    const Scratch scratch;
    scratch.write("lab.yaml", lab_checklist("{list: {each: {ok: yes}}}"));
    scratch.write("p.yaml", "confirmed_on: 2026-11-20\nproducts: {lab: {list: [{ok: no}]}}\n");
    const auto set = [](const std::string& first, const std::string& second) {
        return run_program({"-f", "json", "--rules", "lab.yaml", "--set", first, "--set", second, "p.yaml"});
    };
    const std::string item = "products.lab.list[1].ok=yes";
    const std::string list = "products.lab.list=[]";
    CHECK(set(item, list)
              .err.starts_with("hipaa-check: --set: `" + list + "` would undo `" + item +
                               "`; put the list before its items\n"));
    CHECK(set(item, list).status == 2);
    CHECK(Report(set(list, item).out).result("lab/n/c") == "pass");
}

TEST_CASE("reports say that they are hypothetical, and what was set") {
    const std::string set = "products.spruce.plan.tier=basic";
    const std::string sentence = "Checked as if this were in the file: products.spruce.plan.tier=basic.";
    CHECK(run({"--set", set}).out.starts_with("HYPOTHETICAL: Harbor Light\n==========================\n" + sentence));
    CHECK(run({"--set", set, "--brief"}).out.starts_with("HYPOTHETICAL: Harbor Light\n"));
    CHECK(run({"--set", set, "-f", "markdown"}).out.starts_with("# HYPOTHETICAL: Harbor Light\n"));
    const std::string html = run({"--set", set, "-f", "html"}).out;
    CHECK(html.find("<title>HYPOTHETICAL: Harbor Light, hipaa-check report as of 2026-11-22</title>") !=
          std::string::npos);
    CHECK(html.find(sentence) != std::string::npos);
    const std::string csv = run({"--set", set, "-f", "csv"}).out;
    CHECK(csv.find(",disclaimer,HYPOTHETICAL\r\n") != std::string::npos);
    CHECK(csv.find(",products.spruce.plan.tier=basic\r\n") != std::string::npos);
    CHECK(Report(run({"--set", set, "-f", "sarif"}).out).at("runs/0/properties/HYPOTHETICAL") == "[\"" + set + "\"]");
    CHECK(run({"--set", set, "-f", "junit"}).out.find("<property name=\"HYPOTHETICAL\" value=\"" + sentence) !=
          std::string::npos);
    CHECK(run({"--set", set, "-f", "github"}).out.starts_with("::notice title=HYPOTHETICAL::" + sentence + "\n"));
    CHECK(run({"--set", set, "-f", "oscal"}).out.find("HYPOTHETICAL: Checklists") != std::string::npos);
    const Report gitlab(run({"--set", set, "-f", "gitlab"}).out);
    CHECK(gitlab.at("0/description") == "HYPOTHETICAL: " + sentence);
    CHECK(gitlab.at("0/severity") == "info");
    CHECK(gitlab.at("1/description").starts_with("HYPOTHETICAL: "));
    CHECK(run({"--set", "practice.name=Secret", "--set", set, "--redact"})
              .out.starts_with("HYPOTHETICAL: (withheld)\n========================\n"
                               "Checked as if this were in the file: practice.name=(withheld),\n" +
                               set + ".\n"));
    CHECK(run({"--set", "practice.name=Secret", "--redact", "-f", "json"}).out.find("Secret") == std::string::npos);
    const Scratch files;
    files.write("a.yaml", practice);
    files.write("b.yaml", practice);
    CHECK(run_program({"--set", set, "a.yaml", "b.yaml"})
              .out.starts_with("HYPOTHETICAL: 2 practices, the most urgent first\n"));
    CHECK(run_program({"--set", set, "-f", "html", "a.yaml", "b.yaml"}).out.find("HYPOTHETICAL. " + sentence) !=
          std::string::npos);
}

TEST_CASE("wrong keys and values are refused with what could be meant") {
    CHECK(refused_set("plan") ==
          "hipaa-check: --set takes KEY=VALUE, such as products.spruce.plan.tier=basic, not `plan`");
    CHECK(
        refused_set("products.spruce.plan.teir=basic") ==
        "hipaa-check: --set: `teir` is not a key of `products.spruce.plan`; did you mean `tier`? Its keys are tier or "
        "paid_since");
    CHECK(refused_set("products.spruce.plan=basic") ==
          "hipaa-check: --set takes an answer, and `products.spruce.plan` is a group; its keys are tier or paid_since");
    CHECK(refused_set("products.nuvo.name=Nuvo") ==
          "hipaa-check: --set takes the answer to a question, and `products.nuvo.name` is none");
    CHECK(refused_set("products.nuvo.foo=1") ==
          "hipaa-check: --set: `foo` is not a key of `products.nuvo`; its keys are in_use, client_information, "
          "first_client_use, agreement, vendor_conditions, access, ending, trouble or name");
    CHECK(
        refused_set("products.spruce.plan.tier=apps") ==
        "hipaa-check: --set products.spruce.plan.tier: `plan.tier` cannot be `apps`; write one of free, trial, basic, "
        "communicator, enterprise or other_paid, or unknown");
    CHECK(
        refused_set("products.spruce.plan.tier=a: b: c") ==
        "hipaa-check: --set products.spruce.plan.tier: this is a second colon in one line; put the text that holds it "
        "in quotes");
    CHECK(refused_set("products.spruce.baa.executed_on=3/2/2026") ==
          "hipaa-check: --set products.spruce.baa.executed_on: `baa.executed_on` cannot be `3/2/2026`; did you mean "
          "`2026-03-02` (March 2) or `2026-02-03` (February 3)?");
}

TEST_CASE("lines of a run with --set say what was set, and are merged with each other only") {
    const Scratch files;
    files.write("a.yaml", practice);
    files.write("b.yaml", practice);
    const std::string set = "products.spruce.plan.tier=basic";
    const auto part = [&](std::string shard, const std::string& tier) {
        return run_program({"--as-of", "2026-11-22", "--set", "products.spruce.plan.tier=" + tier, "--shard",
                            shard + "/2", "-f", "jsonl", "a.yaml", "b.yaml"})
            .out;
    };
    files.write("1.jsonl", part("1", "basic"));
    files.write("2.jsonl", part("2", "basic"));
    files.write("other.jsonl", part("2", "free"));
    const Outcome merged = run_program({"merge", "-f", "json", "1.jsonl", "2.jsonl"});
    CHECK(merged.err == "");
    CHECK(merged.out == run_program({"--as-of", "2026-11-22", "--set", set, "-f", "json", "a.yaml", "b.yaml"}).out);
    CHECK(Report(merged.out).at("settings/set") == "[\"" + set + "\"]");
    const Outcome mixed = run_program({"merge", "1.jsonl", "other.jsonl"});
    CHECK(mixed.status == 3);
    CHECK(mixed.err ==
          "other.jsonl:1:1: the --set of this run is products.spruce.plan.tier=free, and in 1.jsonl it is "
          "products.spruce.plan.tier=basic; give every run the same --set, or none\n"
          "hipaa-check: nothing was merged, because of these mistakes\n");
    const Outcome baseline = run_program({"--baseline", "1.jsonl", "a.yaml"});
    CHECK(baseline.status == 3);
}

TEST_CASE("no refusal suggests what was given, and a product is named as it is called") {
    const std::string none = "hipaa-check: --set takes the answer to a question, and ";
    CHECK(refused_set("practice.labels.client=X") == none + "`practice.labels` are none");
    CHECK(refused_set("practice.labels=X") == none + "`practice.labels` is none");
    CHECK(refused_set("products.nuvo.name.x=1") == none + "`products.nuvo.name` is none");
    CHECK(refused_set("decisions.x=1") == none + "`decisions` is none");
    CHECK(refused_set("products.spruce.plan.tier.x=1") ==
          "hipaa-check: --set: `products.spruce.plan.tier` is an answer, and has no keys of its own");
    CHECK(refused_set("products.nuvo.in_use.x=1") ==
          "hipaa-check: --set: `products.nuvo.in_use` is an answer, and has no keys of its own");
    for (const std::string key : {"products..in_use", ".products", "products.spruce."})
        CHECK(refused_set(key + "=no") ==
              "hipaa-check: --set: a part of `" + key + "` is empty; write a key such as products.spruce.plan.tier");
    CHECK(refused_set("products.zooom.in_use=no") ==
          "hipaa-check: --set: `zooom` is not a product that a checklist knows; did you mean `zoom`?");
    CHECK(refused_set("products.Zoom.in_use=no") ==
          "hipaa-check: --set: `Zoom` is not a product that a checklist knows; did you mean `zoom`?");
    CHECK(refused_set("products.gmail.in_use=no") ==
          "hipaa-check: --set: `gmail` can be more than one product; write `consumer_apps` (Personal apps such as "
          "WhatsApp or free Gmail) or `google_workspace` (Google Workspace)");
    CHECK(refused_set("products.outlook.in_use=no") ==
          "hipaa-check: --set: `outlook` is another name of the product `microsoft_365`; write `microsoft_365`");
    CHECK(refused_set("products.x-ray.in_use=no") ==
          "hipaa-check: --set: a key that begins with `x-` is a note of your own, which nothing checks: `x-ray`");
    const Scratch files;
    files.write("lab.yaml", lab_checklist("{list: {each: {ok: yes}}}"));
    files.write("p.yaml", "products: {lab: {list: []}}\n");
    const std::string err = run_program({"--rules", "lab.yaml", "--set", "products.lab.list.ok=no", "p.yaml"}).err;
    CHECK(err.substr(0, err.find('\n')) ==
          "hipaa-check: --set: `products.lab.list` is a list; name an item by its number: `products.lab.list[1].ok`");
}

TEST_CASE("a file with mistakes keeps them, and one that cannot be changed gets one") {
    const Outcome broken = run({"-q", "--set", "products.spruce.plan.tier=basic"}, "products: {spruce: {paln: {}}}\n");
    CHECK(broken.status == 3);
    CHECK(broken.err.find("`paln` is not a key") != std::string::npos);
    const auto refused = [](const std::string& spruce) {
        const Outcome outcome =
            run({"-q", "--set", "products.spruce.plan.tier=basic"}, "products:\n  spruce:\n" + spruce);
        CHECK(outcome.status == 3);
        return headlines(outcome.err);
    };
    const std::string lead = "`products.spruce.plan.tier` cannot be set in this file: line 3 ";
    CHECK(refused("    plan: &a {tier: free}\n") ==
          "p.yaml:3:11: " + lead + "has an anchor (`&`), so a change there may count elsewhere too; remove the anchor");
    const Outcome block =
        run({"-q", "--set", "practice.name=X"}, "practice:\n  name: |\n    Willow\nproducts:\n  spruce:\n");
    CHECK(block.status == 3);
    CHECK(headlines(block.err) ==
          "p.yaml:2:9: `practice.name` cannot be set in this file: line 2 begins a text of several lines (`|` or `>`); "
          "change it in a copy of the file, and check that");
}

}  // namespace hipaa::testing
