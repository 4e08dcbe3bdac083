// `hipaa-check due`: what falls due in practices, as a list and as a calendar.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <rapidjson/document.h>

#include "support/program.hpp"

using namespace hipaa;
using namespace hipaa::testing;

namespace {

const std::string lab = R"yaml(checklist: 1
id: lab
title: T
about: products.lab
review_by: 2027-05-01
questions:
  asked_on: {ask: "When?", answer: date}
  waits: {ask: "Does it wait?", answer: yes_no}
  signed: {ask: "Is it signed?", answer: yes_no}
deadlines:
  - {id: again, when: {waits: yes}, from: asked_on, days: 14, text: "Ask again; soon, please.", note: n}
notes:
  - {id: n, number: 1, title: t, why: w, basis: recommendation,
     checks: [{id: a, require: {waits: no}, message: m, fix: f}, {id: b, require: {signed: yes}, message: m, fix: f}]}
)yaml";

const std::string harbor = R"yaml(confirmed_on: 2026-11-01
practice: {name: "Harbor; Light, Counseling"}
products: {lab: {waits: yes, asked_on: 2026-11-20, signed: no}}
decisions:
  - {accepts: lab/n/a, because: b, by: o, decided_on: 2026-01-01, review_by: 2026-11-10}
  - {accepts: lab/n/b, because: b, by: o, decided_on: 2026-10-01, review_by: 2027-01-31}
)yaml";

const std::string unconfirmed = "products: {lab: {waits: no, signed: yes}}\n";

/// Runs `due` with the checklist, on a practice that is called practice.yaml.
Outcome due(const std::string& practice, std::vector<std::string> words) {
    const Scratch scratch;
    scratch.write("lab.yaml", lab);
    scratch.write("practice.yaml", practice);
    words.insert(words.begin(), {"due", "--rules", "lab.yaml"});
    return run_program(words);
}

/// `date kind id`, with ` overdue` where it is, a line each.
std::string listed(const std::string& json) {
    rapidjson::Document document;
    document.Parse(json.c_str());
    REQUIRE(!document.HasParseError());
    std::string text;
    for (const auto& row : document["due"].GetArray())
        text += std::string(row["date"].GetString()) + " " + row["kind"].GetString() + " " + row["id"].GetString() +
                (row["overdue"].GetBool() ? " overdue" : "") + "\n";
    return text;
}

/// The lines of a calendar, unfolded. Each is checked: its end, and its length.
std::vector<std::string> calendar_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        CHECK(end - at <= 75);
        const std::string line = text.substr(at, end - at);
        CHECK(line.find('\n') == std::string::npos);
        if (line.starts_with(" ")) lines.back() += line.substr(1);
        else lines.push_back(line);
        at = end + 2;
    }
    return lines;
}

std::vector<std::string> values_of_property(const std::string& calendar, const std::string& property) {
    std::vector<std::string> values;
    for (const std::string& line : calendar_lines(calendar))
        if (line.starts_with(property + ":")) values.push_back(line.substr(property.size() + 1));
    return values;
}

}  // namespace

TEST_CASE("due lists all kinds, the earliest first") {
    const Outcome outcome = due(harbor, {"-f", "json"});
    CHECK(outcome.err == "");
    CHECK(outcome.status == 1);
    CHECK(listed(outcome.out) ==
          "2026-11-10 decision lab/n/a overdue\n"
          "2026-12-04 deadline lab/again\n"
          "2027-01-31 decision lab/n/b\n"
          "2027-05-01 checklist_review lab\n"
          "2027-11-01 confirmation confirmed_on\n");
    CHECK(outcome.out.starts_with(R"json({
  "format": "hipaa-check/due/1",
  "due": [
    {
      "date": "2026-11-10",
      "overdue": true,
      "kind": "decision",
      "id": "lab/n/a",
      "text": "Decide again about `lab/n/a`: t.",
      "file": "practice.yaml",
      "name": "Harbor; Light, Counseling"
    },
)json"));
}

TEST_CASE("due tells an owner") {
    CHECK(due(harbor, {}).out ==
          "What falls due: Harbor; Light, Counseling\n"
          "=========================================\n"
          "As of 2026-11-22. Overdue: 1. Still to come: 4.\n"
          "\n"
          "--- Overdue --------------------------------------------------------------------\n"
          "  - 2026-11-10 (12 days ago): Decide again about `lab/n/a`: t.\n"
          "\n"
          "--- In the next 30 days --------------------------------------------------------\n"
          "  - 2026-12-04 (in 12 days): Ask again; soon, please. (`lab/again`)\n"
          "\n"
          "--- Later ----------------------------------------------------------------------\n"
          "  - 2027-01-31 (in 70 days): Decide again about `lab/n/b`: t.\n"
          "  - 2027-05-01 (in 160 days): Look for a later version of the checklist lab.\n"
          "  - 2027-11-01 (in 344 days): Check that all answers are still true, and set\n"
          "    `confirmed_on` to that day.\n"
          "\n"
          "As reported; nothing was verified. This is not legal advice. `hipaa-check\n"
          "explain lab/again` says more about that one.\n");
    CHECK(due(harbor, {"--within", "0", "--as-of", "2026-11-21"}).out.find("Still to come up to 2026-11-21: 0.") !=
          std::string::npos);
    CHECK(due(unconfirmed, {"--max-age", "0", "--within", "30"}).out ==
          "What falls due\n"
          "==============\n"
          "As of 2026-11-22. Nothing falls due up to 2026-12-22.\n"
          "\n"
          "As reported; nothing was verified. This is not legal advice.\n");
}

TEST_CASE("--within leaves out what is later, never what is overdue") {
    const auto within = [](const std::string& days) {
        return listed(due(harbor, {"-f", "json", "--within", days}).out);
    };
    CHECK(within("11") == "2026-11-10 decision lab/n/a overdue\n");
    CHECK(within("12") == "2026-11-10 decision lab/n/a overdue\n2026-12-04 deadline lab/again\n");
}

TEST_CASE("answers that nobody ever confirmed are overdue now") {
    const Outcome outcome = due(unconfirmed, {"-f", "csv"});
    CHECK(outcome.status == 1);
    CHECK(outcome.out ==
          "date,overdue,kind,id,text,file,name\r\n"
          "2026-11-22,true,confirmation,confirmed_on,\"Check that all answers are true, and set `confirmed_on` to that "
          "day. Nobody has confirmed them yet.\",practice.yaml,\r\n"
          "2027-05-01,false,checklist_review,lab,Look for a later version of the checklist lab.,practice.yaml,\r\n");
    CHECK(listed(due(unconfirmed, {"-f", "json", "--max-age", "0"}).out) == "2027-05-01 checklist_review lab\n");
}

TEST_CASE("answers are overdue from the day on which they are too old") {
    const std::string confirmed = "confirmed_on: 2025-11-22\n" + unconfirmed;
    const auto status = [&](const std::string& day) { return due(confirmed, {"-f", "json", "--as-of", day}).status; };
    CHECK(status("2026-11-22") == 0);
    CHECK(status("2026-11-23") == 1);
}

TEST_CASE("a decision that has run out is overdue only while what it accepted is open") {
    const auto decisions = [](const std::string& waits) {
        return listed(due("confirmed_on: 2026-11-01\nproducts: {lab: {signed: no, waits: " + waits +
                              "}}\ndecisions: [{accepts: lab/n/a, because: b, by: o, decided_on: 2026-01-01, "
                              "review_by: 2026-11-10}]\n",
                          {"-f", "json", "--within", "30"})
                          .out);
    };
    CHECK(decisions("yes") == "2026-11-10 decision lab/n/a overdue\n");
    CHECK(decisions("no") == "");
    CHECK(decisions("unknown") == "");
}

TEST_CASE("a decision is to be reviewed, too, while what it accepts is not answered") {
    const auto listed_with = [](const std::string& answers, const std::string& accepts, const std::string& review_by) {
        return listed(due("confirmed_on: 2026-11-01\nproducts: {lab: {" + answers + "}}\ndecisions: [{accepts: " +
                              accepts + ", because: b, by: o, decided_on: 2026-10-01, review_by: " + review_by + "}]\n",
                          {"-f", "json", "--within", "100"})
                          .out);
    };
    CHECK(listed_with("signed: no, waits: unknown", "lab/n/a", "2027-01-31") == "2027-01-31 decision lab/n/a\n");
    CHECK(listed_with("signed: no", "lab/n", "2027-01-31") == "2027-01-31 decision lab/n\n");
    CHECK(listed_with("signed: no, waits: no", "lab/n/a", "2027-01-31") == "");
    CHECK(listed_with("signed: no, waits: unknown", "spruce/paid-tier", "2027-01-31") == "");
    // It is refused, because it would last too long.
    CHECK(listed_with("signed: no, waits: unknown", "lab/n/a", "2028-01-31") == "");
}

TEST_CASE("of decisions that have run out on the same note the latest is overdue, and none that accepted nothing") {
    const std::string start =
        "confirmed_on: 2026-11-01\nproducts: {lab: {waits: yes, asked_on: 2026-11-20, signed: yes}}\ndecisions:\n";
    const auto decision = [](const std::string& accepts, const std::string& review_by) {
        return "  - {accepts: " + accepts + ", because: b, by: o, decided_on: 2026-01-01, review_by: " + review_by +
               "}\n";
    };
    const auto overdue = [&](const std::string& decisions) {
        return listed(due(start + decisions, {"-f", "json", "--within", "0"}).out);
    };
    const std::string last = "2026-11-10 decision lab/n/a overdue\n";
    CHECK(overdue(decision("lab/n/a", "2026-05-01") + decision("lab/n/a", "2026-11-10")) == last);
    CHECK(overdue(decision("lab/n/a", "2026-11-10") + decision("lab/n/a", "2026-05-01")) == last);
    CHECK(overdue(decision("lab/n/b", "2026-11-10") + decision("spruce/paid-plan", "2026-11-10")) == "");
    // A note as a whole, of which one check is open.
    CHECK(overdue(decision("lab/n", "2026-11-10")) == "2026-11-10 decision lab/n overdue\n");
}

TEST_CASE("a decision that does not count yet falls due too, and puts off what it takes over from") {
    const auto listed_with = [](const std::string& waits, const std::string& decisions) {
        return listed(due("confirmed_on: 2026-11-01\nproducts: {lab: {signed: yes, waits: " + waits +
                              "}}\ndecisions:\n" + decisions,
                          {"-f", "json", "--within", "500"})
                          .out);
    };
    const auto decision = [](const std::string& decided_on, const std::string& review_by) {
        return "  - {accepts: lab/n/a, because: b, by: o, decided_on: " + decided_on + ", review_by: " + review_by +
               "}\n";
    };
    const std::string rest =
        "2027-05-01 checklist_review lab\n"
        "2027-11-01 confirmation confirmed_on\n";
    const std::string active = decision("2026-10-01", "2026-12-31");
    CHECK(listed_with("yes", decision("2026-12-01", "2027-01-31")) == "2027-01-31 decision lab/n/a\n" + rest);
    CHECK(listed_with("yes", decision("2027-01-01", "2027-03-31") + active) == "2027-03-31 decision lab/n/a\n" + rest);
    // There is a gap between them, or nothing to accept, or it would be refused.
    CHECK(listed_with("yes", decision("2027-01-02", "2027-03-31") + active) == "2026-12-31 decision lab/n/a\n" + rest);
    CHECK(listed_with("no", decision("2026-12-01", "2027-01-31")) == rest);
    CHECK(listed_with("yes", decision("2026-12-01", "2028-12-01")) == rest);
    // Meanwhile what the earlier one accepted is open.
    CHECK(listed_with("yes", decision("2026-01-01", "2026-11-10") + decision("2026-12-01", "2027-01-31")) ==
          "2026-11-10 decision lab/n/a overdue\n" + rest);
}

TEST_CASE("a cell of a list begins no formula") {
    const std::string named = "confirmed_on: 2026-11-01\npractice: {name: \"=1+1\"}\nproducts: {}\n";
    CHECK(due(named, {"-f", "csv"}).out.ends_with(",practice.yaml,'=1+1\r\n"));
}

TEST_CASE("a calendar as a whole") {
    const Outcome outcome = due(harbor, {"-f", "ics", "--within", "12"});
    CHECK(outcome.status == 1);
    std::string whole;
    for (const std::string& line : calendar_lines(outcome.out)) whole += line + "\n";
    CHECK(whole == R"ics(BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//hipaa-check//What falls due//EN
CALSCALE:GREGORIAN
BEGIN:VEVENT
UID:5c04399e-97b4-5b19-bf2f-08526efaeadd@hipaa-check
DTSTAMP:20261122T000000Z
DTSTART;VALUE=DATE:20261110
SUMMARY:Decide again about `lab/n/a`: t.
DESCRIPTION:Harbor\; Light\, Counseling (practice.yaml)\nOverdue on 2026-11-22.\nAbout: lab/n/a (decision)\nAs reported\; nothing was verified. This is not legal advice.
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:06e12b6e-f7fc-5769-b45b-6932efab49c7@hipaa-check
DTSTAMP:20261122T000000Z
DTSTART;VALUE=DATE:20261204
SUMMARY:Ask again\; soon\, please.
DESCRIPTION:Harbor\; Light\, Counseling (practice.yaml)\nAbout: lab/again (deadline)\nAs reported\; nothing was verified. This is not legal advice.
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
)ics");
}

TEST_CASE("events keep their identity while days and texts change") {
    const std::string before = due(harbor, {"-f", "ics"}).out;
    std::string changed = harbor;
    changed.replace(changed.find("2026-11-01"), 10, "2026-11-15");
    const std::string after = due(changed, {"-f", "ics", "--as-of", "2026-11-23"}).out;
    CHECK(before != after);
    const auto ids = values_of_property(before, "UID");
    CHECK(ids == values_of_property(after, "UID"));
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 5);
    for (const std::string& id : ids) CHECK(id.size() <= 60);
}

TEST_CASE("practices that have one name and one base name have events of their own, which say whose they are") {
    const Scratch scratch;
    scratch.write("lab.yaml", lab);
    scratch.write("m/a/p.yaml", harbor);
    scratch.write("m/b/p.yaml", harbor);
    scratch.write("m/b/q.yaml", harbor);
    scratch.write("m/c.yaml", "confirmed_on: 2026-11-01\npractice: {name: Elm}\nproducts: {lab: {waits: no}}\n");
    scratch.write("m/d.yaml", "confirmed_on: 2026-11-01\nproducts: {lab: {waits: no}}\n");
    const auto calendar = [](std::vector<std::string> words) {
        words.insert(words.begin(), {"due", "--rules", "lab.yaml", "-f", "ics", "--within", "200"});
        return run_program(words).out;
    };
    const auto ids_of = [&](const std::vector<std::string>& words) {
        const auto ids = values_of_property(calendar(words), "UID");
        return std::set<std::string>(ids.begin(), ids.end());
    };
    const auto all = values_of_property(calendar({"m"}), "UID");
    const auto unique = ids_of({"m"});
    CHECK(all.size() == 14);
    CHECK(unique.size() == all.size());
    // The directory that they have in common does not matter, nor, where no other has its name, another practice.
    const std::filesystem::path here = std::filesystem::current_path();
    CHECK(ids_of({(here / "m/a/p.yaml").string(), (here / "m/b").string(), (here / "m/c.yaml").string()}).size() == 13);
    for (const std::string& id : ids_of({(here / "m/c.yaml").string()})) CHECK(unique.contains(id));
    for (const std::string& id : ids_of({"m/b/q.yaml"})) CHECK(unique.contains(id));
    std::filesystem::rename("m", "n");
    std::set<std::string> named = ids_of({"n"});
    std::erase_if(named, [&](const std::string& id) { return unique.contains(id); });
    CHECK(named.size() == 1);  // of n/d.yaml, which has no name
    std::set<std::string> summaries;
    for (const std::string& summary : values_of_property(calendar({"n"}), "SUMMARY"))
        summaries.insert(summary.substr(0, summary.find(": ")));
    CHECK(summaries == std::set<std::string>{"Harbor\\; Light\\, Counseling (a/p.yaml)",
                                             "Harbor\\; Light\\, Counseling (b/p.yaml)",
                                             "Harbor\\; Light\\, Counseling (b/q.yaml)", "Elm", "d.yaml"});
    CHECK(values_of_property(calendar({"n/c.yaml"}), "SUMMARY") ==
          std::vector<std::string>{"Look for a later version of the checklist lab."});
}

TEST_CASE("a calendar is folded between characters, and steers nothing") {
    std::string name;
    for (int i = 0; i < 60; ++i) name += i % 2 ? "\u00E9" : "\u4E16\U0001F600";
    for (const std::string before : {"", "a", "ab", "abc"}) {
        const std::string calendar = due("confirmed_on: 2026-11-01\npractice: {name: \"" + before + name +
                                             "\\r\\nEND:VEVENT \\\\ \\u202E\"}\nproducts: {}\n",
                                         {"-f", "ics"})
                                         .out;
        for (std::size_t at = calendar.find("\r\n "); at != std::string::npos; at = calendar.find("\r\n ", at + 3))
            CHECK((static_cast<unsigned char>(calendar[at + 3]) & 0xC0) != 0x80);
        CHECK(values_of_property(calendar, "DESCRIPTION")
                  .front()
                  .starts_with(before + name + " END:VEVENT \\\\ \\\\u{202E} (practice.yaml)\\n"));
        CHECK(values_of_property(calendar, "END").size() == 2);
    }
}

TEST_CASE("a calendar of nothing is one all the same") {
    CHECK(due(unconfirmed, {"-f", "ics", "--max-age", "0", "--within", "30"}).out ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hipaa-check//What falls due//EN\r\nCALSCALE:GREGORIAN\r\n"
          "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\n"
          "TZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("several practices: what is the same is told once, and broken files do not hide the others") {
    const Scratch scratch;
    scratch.write("lab.yaml", lab);
    scratch.write("all/b.yaml", harbor);
    scratch.write("all/a.yaml", "confirmed_on: 2026-11-01\nproducts: {lab: {waits: no, signed: yes}}\n");
    scratch.write("all/c.yaml", "confirmed_on: 2026-11-01\nproducts: {lab: {wait: no}}\n");
    scratch.write("all/d.yaml", "something: else\n");
    const Outcome outcome = run_program({"due", "--rules", "lab.yaml", "all", "--within", "170", "-o", "due.json"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out ==
          "What falls due\n"
          "==============\n"
          "As of 2026-11-22. Overdue: 1. Still to come up to 2027-05-11: 4.\n"
          "Left out, because these files have mistakes:\n"
          "  - `all/c.yaml`\n"
          "\n"
          "--- Overdue --------------------------------------------------------------------\n"
          "  - 2026-11-10 (12 days ago): Decide again about `lab/n/a`: t.\n"
          "    Harbor; Light, Counseling, `all/b.yaml`\n"
          "\n"
          "--- In the next 30 days --------------------------------------------------------\n"
          "  - 2026-12-04 (in 12 days): Ask again; soon, please. (`lab/again`)\n"
          "    Harbor; Light, Counseling, `all/b.yaml`\n"
          "\n"
          "--- Later ----------------------------------------------------------------------\n"
          "  - 2027-01-31 (in 70 days): Decide again about `lab/n/b`: t.\n"
          "    Harbor; Light, Counseling, `all/b.yaml`\n"
          "  - 2027-05-01 (in 160 days): Look for a later version of the checklist lab.\n"
          "    `all/a.yaml`\n"
          "    Harbor; Light, Counseling, `all/b.yaml`\n"
          "\n"
          "As reported; nothing was verified. This is not legal advice. `hipaa-check\n"
          "explain lab/again` says more about that one.\n");
    CHECK(outcome.err ==
          "all/c.yaml:2:18: `wait` is not a key of `products.lab`; did you mean `waits`?\n"
          "  products: {lab: {wait: no}}\n"
          "                   ^\n"
          "all/d.yaml: skipped, because it has none of the keys of a practice file\n");
    const std::string json = repository_file((std::filesystem::current_path() / "due.json").string());
    CHECK(listed(json) ==
          "2026-11-10 decision lab/n/a overdue\n"
          "2026-12-04 deadline lab/again\n"
          "2027-01-31 decision lab/n/b\n"
          "2027-05-01 checklist_review lab\n"
          "2027-05-01 checklist_review lab\n");
    CHECK(json.find("all/a.yaml") < json.rfind("all/b.yaml"));
    CHECK(run_program({"due", "-q", "--rules", "lab.yaml", "all/a.yaml"}).out == "");
}

TEST_CASE("without PRACTICE practice.yaml is meant, if it is there") {
    const Scratch scratch;
    const Outcome none = run_program({"due"});
    CHECK(none.status == 2);
    CHECK(none.err ==
          "hipaa-check: no practice file was named, and there is no practice.yaml here; write `hipaa-check due FILE`, "
          "with practice files or directories of them, or run it where your practice.yaml is\nTry `hipaa-check due "
          "--help`.\n");
    scratch.write("practice.yaml", "confirmed_on: 2026-11-01\nproducts: {}\n");
    const Outcome found = run_program({"due"});
    CHECK(found.status == 0);
    CHECK(found.out.starts_with("What falls due: practice.yaml\n"));
    CHECK(run_program({"due", "-"}, {.in = "confirmed_on: 2026-11-01\nproducts: {}\n"})
              .out.starts_with("What falls due: <stdin>\n"));
    std::filesystem::create_directory("empty");
    const Outcome empty = run_program({"due", "empty"});
    CHECK(empty.status == 5);
    CHECK(empty.out.find("There was no practice file.") != std::string::npos);
}

TEST_CASE("wrong command lines of due") {
    struct Row {
        std::vector<std::string> words;
        std::string sentence;
    };
    const Scratch scratch;
    scratch.write("practice.yaml", "confirmed_on: 2026-11-01\nproducts: {}\n");
    const std::vector<Row> rows{
        {{"-f", "html"}, "--format cannot be `html`; it is text, csv, json or ics"},
        {{"-f", "isc"}, "--format cannot be `isc`; did you mean `ics`?"},
        {{"--within", "soon"}, "--within takes a number of days such as 30, not `soon`"},
        {{"-o", "due.html"},
         "the ending of `due.html` names no format; the endings are .txt .csv .json .ics; for another name write "
         "FORMAT=FILE"},
        {{"-o", "sarif=x"}, "the format of -o cannot be `sarif`; it is text, csv, json or ics"},
        {{"-o", "json=practice.yaml"},
         "-o cannot write to `practice.yaml`: files that end in `.yaml` or `.yml` are practice files and checklists"},
        {{"--checklist", "sprcue"}, "there is no checklist `sprcue`; did you mean `spruce`?"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        std::vector<std::string> words = row.words;
        words.insert(words.begin(), "due");
        const Outcome outcome = run_program(words);
        CHECK(outcome.status == 2);
        CHECK(outcome.out == "");
        CHECK(outcome.err == "hipaa-check: " + row.sentence + "\nTry `hipaa-check due --help`.\n");
    }
    CHECK(run_program({"due", "-o", "missing/due.ics"}).status == 3);
    CHECK(run_program({"due"}, {.out_is_full = true}).status == 3);
    const Outcome missing = run_program({"due", "missing.yaml"});
    CHECK(missing.status == 3);
    CHECK(missing.out ==
          "What falls due\n==============\nAs of 2026-11-22.\nLeft out, because these files have mistakes:\n"
          "  - `missing.yaml`\n\nAs reported; nothing was verified. This is not legal advice.\n");
}

TEST_CASE("the checklists name the days that matter") {
    const auto days_of = [](const std::string& products) {
        return listed(
            run_program({"due", "-f", "json", "-"}, {.in = "confirmed_on: 2026-11-01\n" + products + "\n"}).out);
    };
    const auto has = [&](const std::string& products, const std::string& line) {
        const std::string all = days_of(products);
        CAPTURE(all);
        CHECK(all.find(line + "\n") != std::string::npos);
    };
    for (const std::string kind : {"spruce", "nuvo"}) {
        const std::string group = kind == "spruce" ? "baa" : "agreement";
        const std::string id = kind == "spruce" ? "spruce/" : "any-product@nuvo/";
        const auto practice = [&](const std::string& answers, const std::string& more = "") {
            return "products: {" + kind + ": {" + group + ": {" + answers + "}" + more + "}}";
        };
        has(practice("status: requested, requested_on: 2026-11-20"), "2026-12-04 deadline " + id + "baa-answer");
        CHECK(days_of(practice("status: requested, requested_on: 2026-11-20", ", in_use: no")).find("baa-answer") ==
              std::string::npos);
        const std::string breach = practice("status: executed, gap: notification_due, gap_known_on: 2026-10-01");
        has(breach, "2026-11-30 deadline " + id + "notice-to-clients");
        has(breach, "2027-03-01 deadline " + id + "notice-to-hhs");
    }
    const std::string reported = "products: {nuvo: {trouble: {breach_report: open, reported_on: 2026-10-01}}}";
    has(reported, "2026-11-30 deadline any-product@nuvo/notice-of-reported-breach");
    has(reported, "2027-03-01 deadline any-product@nuvo/hhs-notice-of-reported-breach");
    struct Review {
        std::string answers;
        std::string line;
    };
    const std::vector<Review> reviews{
        {"risk_analysis: {completed_on: 2026-01-10}", "2027-01-10 deadline security-rule/risk-analysis-again"},
        {"activity_review: {last_on: 2026-01-10}", "2026-04-10 deadline security-rule/activity-review-again overdue"},
        {"contingency: {backup: yes, restore_tested_on: 2026-01-10}",
         "2027-01-10 deadline security-rule/restore-again"},
        {"evaluation: {last_on: 2026-01-10}", "2027-01-10 deadline security-rule/evaluation-again"},
        {"policies: {state: written_and_followed, reviewed_on: 2026-01-10}",
         "2027-01-10 deadline security-rule/documents-again"},
        {"policies: {state: written_only, reviewed_on: never, made_on: 2026-01-10}",
         "2027-01-10 deadline security-rule/documents-for-the-first-time"},
    };
    for (const Review& review : reviews) has("security_rule: {" + review.answers + "}", review.line);
}

TEST_CASE("the schema of what falls due names every member of it") {
    const Outcome schema = run_program({"schema", "due"});
    CHECK(schema.status == 0);
    rapidjson::Document rows;
    rows.Parse(due(harbor, {"-f", "json"}).out.c_str());
    for (const auto& member : rows["due"][0].GetObject()) {
        CAPTURE(member.name.GetString());
        CHECK(schema.out.find("\"" + std::string(member.name.GetString()) + "\": {") != std::string::npos);
    }
    CHECK(schema.out.find("\"const\": \"hipaa-check/due/1\"") != std::string::npos);
}
