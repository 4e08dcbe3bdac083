// `hipaa-check merge`: one report of several runs, the same as that of one run, and what keeps it from being made.
#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "digest/content_ids.hpp"
#include "report/format.hpp"
#include "report/reported.hpp"
#include "support/program.hpp"
#include "support/report.hpp"
#include "text/utf8.hpp"

using namespace hipaa;
using namespace hipaa::testing;

namespace {

using Words = std::vector<std::string>;

Words operator+(Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// Answers of every type, missing ones, and questions of one checklist that another asks.
const std::string every_answer = R"yaml(confirmed_on: 2026-11-01
practice: {name: "Every \"answer\" \u202E kind", covered_entity: no, labels: {client: "10\u202E42", state: CA}}
products:
  mail: {plan: free, agreement: yes, copy: unknown, shared: }
  nuvo: {}
  "odd.name/x": {}
  spruce:
    first_client_use: not_yet
    plan: {tier: unknown}
    texting: {default: either, sms_clients: 3, sms_clients_informed: 2.5}
    email: {used_for: [care_team, clients]}
communication:
  email: {}
security_rule: {}
decisions:
  - accepts: spruce/secure-first-texting
    because: "Until\nJanuary."
    instead: A call.
    by: owner
    decided_on: 2026-10-01
    review_by: 2027-01-31
  - {accepts: mail/agreement/copy, because: none, by: owner, decided_on: 2027-10-01, review_by: 2027-10-31}
)yaml";

const std::string stale_answers = R"yaml(confirmed_on: 2025-10-01
products: {mail: {plan: paid, agreement: yes, copy: no, shared: no}, spruce: {in_use: no}}
)yaml";

std::string many_mistakes() {
    std::string text = "products:\n  spruce:\n";
    for (int i = 0; i < 130; ++i)
        text += "    key" + std::to_string(i) + ": \"\\e[31m" + std::string(150, 'x') + "\"\n";
    return text;
}

/// Practices of every kind below `fleet`, and a checklist beside the built-in ones.
struct Fleet {
    Fleet() {
        scratch.write("mail.yaml", small_checklist);
        for (const std::string name : {"broken", "first-draft", "group-practice", "solo-practice", "willow-creek"})
            add(name + ".yaml", repository_file("examples/" + name + ".yaml"));
        for (const std::string name : {"nasty", "nothing-checked"})
            add("odd/" + name + ".yaml", repository_file("tests/report/practices/" + name + ".yaml"));
        add("failing.yaml", failing_practice);
        add("settled.yaml", settled_practice);
        add("contradicting.yaml", contradicting_practice);
        add("every-answer.yaml", every_answer);
        add("stale.yaml", stale_answers);
        add("undated.yaml", "products: {mail: {plan: paid}}\n");
        add("many-mistakes.yaml", many_mistakes());
        add("no-text.yaml", "products: \xFF\n");
        add("wide.yaml", std::string("\xFF\xFE"
                                     "a\0:\0 \0",
                                     8));
        add("caf\xC3\xA9 \xFF.yaml", "products: {spruce: {plan: {teir: free}}}\n");
    }

    void add(const std::string& name, const std::string& text) {
        scratch.write("fleet/" + name, text);
        files.push_back("fleet/" + name);
    }

    /// Runs over every third file each; the last over a directory.
    Words shards(const Words& options) const {
        Words names;
        for (std::size_t shard = 0; shard < 3; ++shard) {
            Words run{"-f", "jsonl"};
            for (std::size_t i = files.size(); i-- > 0;)
                if (i % 3 == shard) run.push_back(files[i]);
            names.push_back("shard-" + std::to_string(shard + 1) + ".jsonl");
            scratch.write(names.back(), run_program(run + options).out);
        }
        return names;
    }

    Scratch scratch;
    Words files;
};

void check_same(const Outcome& merged, const Outcome& whole) {
    CHECK(merged.status == whole.status);
    CHECK(merged.err == whole.err);
    CHECK(merged.out.size() == whole.out.size());
    // Of a report of a megabyte, the first difference is enough.
    const auto [one, other] = std::mismatch(merged.out.begin(), merged.out.end(), whole.out.begin(), whole.out.end());
    CHECK(std::string(one, std::min(one + 200, merged.out.end())) ==
          std::string(other, std::min(other + 200, whole.out.end())));
}

/// Asks of `products.mail` what the small checklist does, too; of `shared`, something else.
const std::string second_opinion = R"yaml(checklist: 1
id: mail-again
title: Your part in using Mail, again
about: products.mail
version: 2026-11-01
questions:
  agreement: {ask: "Is there an agreement?", answer: yes_no}
  shared: {ask: "How many share it?", answer: text, default: "0"}
  users: {ask: "How many use it?", answer: number}
notes:
  - id: users
    number: 1
    title: Few users
    why: Others read along.
    basis: recommendation
    checks:
      - {id: few, require: {agreement: yes, users: {at_most: 3}}, message: Many use it., fix: Let fewer use it.}
)yaml";

/// What `merge` says of one line, or of several.
std::string refusal(const Scratch& scratch, const std::string& lines) {
    scratch.write("one.jsonl", lines);
    const Outcome outcome = run_program({"merge", "one.jsonl"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out == "");
    return outcome.err;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

const std::string end_of_mistakes = "hipaa-check: nothing was merged, because of these mistakes\n";

/// What a run over one sound practice writes.
std::string run_over(const std::string& name, const Words& options = {}) {
    return run_program(
               Words{"-f", "jsonl", "--stdin-name", name, "-"} + options,
               {.in =
                    "confirmed_on: 2026-11-01\nproducts: {spruce: {in_use: no, baa: {status: in_terms_unchecked}}}\n"})
        .out;
}

/// Its first line.
std::string line_of(const std::string& name, const Words& options = {}) {
    const std::string lines = run_over(name, options);
    return lines.substr(0, lines.find('\n') + 1);
}

/// The line that ends a run.
std::string end_of(long practices, const std::string& shard = "") {
    return R"({"format":"hipaa-check/report/1","end":{"practices":)" + std::to_string(practices) +
           (shard.empty() ? "" : R"(,"shard":")" + shard + '"') + "}}\n";
}

/// `lines` and their end.
std::string whole(const std::string& lines) { return lines + end_of(std::ranges::count(lines, '\n')); }

/// A line of shard `number` of `of`.
std::string sharded(const std::string& line, int number, int of) {
    return replaced(
        line, "\"checklists\":[]}",
        "\"checklists\":[],\"shard\":{\"number\":" + std::to_string(number) + ",\"of\":" + std::to_string(of) + "}}");
}

/// The file of a shard with one practice.
std::string shard_of_one(const std::string& name, int number, int of) {
    return sharded(line_of(name), number, of) + end_of(1, std::to_string(number) + "/" + std::to_string(of));
}

}  // namespace

TEST_CASE("a merged report is that of one run, in every format") {
    const Fleet fleet;
    const Words settings{"--rules", "mail.yaml"};
    const Words shards = fleet.shards(settings);
    for (const Format& format : formats()) {
        const std::string name(format.name);
        CAPTURE(name);
        const Words how{"-f", name};
        check_same(run_program(Words{"merge"} + shards + how + settings), run_program(Words{"fleet"} + how + settings));
    }
    for (const Words& how : {Words{"-v"}, Words{"-q"}, Words{"-f", "html", "-v"}, Words{"-f", "sarif", "--sarif-all"},
                             Words{"--color", "always"}, Words{"--fail-on", "never"}, Words{"--jobs", "7"}}) {
        CAPTURE(how.back());
        check_same(run_program(Words{"merge"} + shards + how + settings), run_program(Words{"fleet"} + how + settings));
    }
}

TEST_CASE("a merged report names what is overdue, also from lines of an earlier version") {
    const Fleet fleet;
    const Words late{"--as-of", "2028-01-01", "--rules", "mail.yaml"};
    const Words shards = fleet.shards(late);
    for (const std::string format : {"text", "html", "jsonl"})
        check_same(run_program(Words{"merge", "-f", format, "--rules", "mail.yaml"} + shards),
                   run_program(Words{"fleet", "-f", format} + late));
    const Scratch scratch;
    scratch.write("p.yaml",
                  "confirmed_on: 2026-11-20\nproducts: {spruce: {baa: {status: requested, requested_on: "
                  "2026-11-01}}}\n");
    std::string lines = run_program({"-f", "jsonl", "--as-of", "2026-12-01", "p.yaml"}).out;
    const auto begin = lines.find(",\"overdue\":[");
    REQUIRE(begin != std::string::npos);
    const std::string overdue = lines.substr(begin + 12, lines.find(']', begin) - begin - 12);
    lines.erase(begin, lines.find(']', begin) + 1 - begin);
    const auto next = lines.find("\"next_due\":") + 11;
    lines.replace(next, lines.find('}', next) + 1 - next, overdue);
    scratch.write("earlier.jsonl", lines);
    std::string now = run_program({"--as-of", "2026-12-01", "p.yaml"}).out;
    const auto next_line = now.find("Next due, by 2027-05-22: ");
    REQUIRE(next_line != std::string::npos);
    now.erase(next_line, now.find("\n\n", next_line) + 1 - next_line);
    CHECK(run_program({"merge", "earlier.jsonl"}).out == now);
    CHECK(now.find("\nOverdue since 2026-11-15: Ask Spruce support again for the BAA.\n") != std::string::npos);
}

TEST_CASE("files that the runs skipped are those of one run, in every format") {
    const Scratch scratch;
    scratch.write("d/a.yaml", failing_practice);
    scratch.write("d/b.yaml", settled_practice);
    scratch.write("d/notes.yaml", "shopping: [milk]\n");
    scratch.write("d/z/more.yaml", "colors: [red]\n");
    scratch.write("elsewhere/c.yaml", settled_practice);
    scratch.link("../elsewhere", "d/y");
    scratch.write("mail.yaml", small_checklist);
    Words shards;
    for (const std::string number : {"1", "2", "3"}) {
        shards.push_back("shard-" + number + ".jsonl");
        scratch.write(shards.back(),
                      run_program({"-f", "jsonl", "--shard", number + "/3", "--rules", "mail.yaml", "d"}).out);
    }
    for (const Format& known : formats()) {
        const std::string format(known.name);
        CAPTURE(format);
        const Words options{"-f", format, "--rules", "mail.yaml"};
        const Outcome one = run_program(Words{"d"} + options);
        const Outcome merged = run_program(Words{"merge"} + shards + options);
        CHECK(merged.out == one.out);
        CHECK(merged.status == one.status);
        CHECK(has(merged.out, "d/notes.yaml"));
    }
    CHECK(has(run_program({"-f", "jsonl", "--rules", "mail.yaml", "d"}).out,
              R"("skipped":[{"file":"d/y","why":"it is a link to a directory, and such links are not followed"},)"
              R"({"file":"d/notes.yaml","why":"it has none of the keys of a practice file"},)"
              R"({"file":"d/z/more.yaml","why":"it has none of the keys of a practice file"}]})"));
    const Words merge{"merge", "-q", "--rules", "mail.yaml"};
    CHECK(run_program(merge + shards).err ==
          "d/y: skipped, because it is a link to a directory, and such links are not followed\n"
          "d/notes.yaml: skipped, because it has none of the keys of a practice file\n"
          "d/z/more.yaml: skipped, because it has none of the keys of a practice file\n");
    // An earlier report is read with that line, too.
    scratch.write("whole.jsonl", run_program({"-f", "jsonl", "--rules", "mail.yaml", "d"}).out);
    CHECK(run_program({"diff", "whole.jsonl", "whole.jsonl", "--rules", "mail.yaml"}).status == 0);
    CHECK(run_program({"--baseline", "whole.jsonl", "-q", "--rules", "mail.yaml", "d"}).status == 0);
    std::string damaged = replaced(text_of("whole.jsonl"), "it is a link to a directory", "it \\u001b[31mis");
    scratch.write("whole.jsonl", damaged);
    CHECK(!has(run_program({"merge", "-f", "text", "--rules", "mail.yaml", "whole.jsonl"}).out, "\x1b"));
}

TEST_CASE("a merged report has the settings of the runs") {
    const Fleet fleet;
    const std::vector<Words> rows{
        {"--as-of", "2026-12-24"},
        {"--max-age", "0"},
        {"--max-age", "1"},
        {"--fail-on", "law"},
        {"--checklist", "mail", "--checklist", "any-product", "--rules", "mail.yaml"},
    };
    for (const Words& settings : rows) {
        CAPTURE(settings[0] + settings[1]);
        const bool mail = settings.back() == "mail.yaml";
        const Words shards = fleet.shards(settings);
        const Words rules = mail ? Words{"--rules", "mail.yaml"} : Words{};
        for (const std::string format : {"json", "text", "csv"})
            check_same(run_program(Words{"merge", "-f", format} + shards + rules),
                       run_program(Words{"-f", format, "fleet"} + settings));
    }
    // A level given to merge is that of the report.
    const Words shards = fleet.shards({"--fail-on", "law"});
    check_same(run_program(Words{"merge", "-f", "json", "--fail-on", "attention"} + shards),
               run_program({"-f", "json", "--fail-on", "attention", "fleet"}));
}

TEST_CASE("checklists may share a part of the file") {
    const Scratch scratch;
    scratch.write("mail.yaml", small_checklist);
    scratch.write("again.yaml", second_opinion);
    const Words answers{
        "plan: paid, users: 2, agreement: yes, shared: no",
        "plan: paid, users: 5, agreement: yes, copy: no, shared: ",
        "plan: free, users: 2, agreement: no, shared: unknown",
    };
    for (std::size_t i = 0; i < answers.size(); ++i)
        scratch.write("d/" + std::to_string(i) + ".yaml",
                      "confirmed_on: 2026-11-01\nproducts: {mail: {" + answers[i] + "}}\n");
    const Words rules{"--rules", "mail.yaml", "--rules", "again.yaml"};
    for (const Words& settings :
         {Words{}, Words{"--checklist", "mail"}, Words{"--checklist", "mail-again"}, Words{"--checklist", "spruce"}}) {
        CAPTURE(settings);
        Words shards;
        for (const std::string shard : {"1", "2"}) {
            shards.push_back(shard + ".jsonl");
            scratch.write(shards.back(),
                          run_program(Words{"-f", "jsonl", "--shard", shard + "/2", "d"} + rules + settings).out);
        }
        for (const Format& format : formats()) {
            const std::string name(format.name);
            CAPTURE(name);
            check_same(run_program(Words{"merge", "-f", name} + shards + rules),
                       run_program(Words{"-f", name, "d"} + rules + settings));
        }
    }
    // What both ask for is answered once.
    const Report report(run_program(Words{"-f", "json", "d/0.yaml"} + rules).out);
    Words keys;
    for (int i = 0; i < 5; ++i) keys.push_back(report.at("practices/0/answers/" + std::to_string(i) + "/key"));
    CHECK(keys == Words{"confirmed_on", "products.mail.plan", "products.mail.users", "products.mail.agreement",
                        "products.mail.shared"});
    CHECK(report.at("practices/0/answers/5/key") == "(absent)");
}

TEST_CASE("what --strict refuses stands among the other files in their order") {
    const Scratch scratch;
    const std::string settled = "confirmed_on: 2026-11-01\nproducts: {spruce: {in_use: no}}\n";
    for (const std::string name : {"d/a.yaml", "d/sub/z.yaml", "d/typo.yaml", "elsewhere/b.yaml"})
        scratch.write(name, settled);
    scratch.link("../elsewhere", "d/lnk");
    scratch.link("../elsewhere", "d/other");
    const Words strict{"--strict", "d"};
    Words files;
    const Report report(run_program(Words{"-f", "json"} + strict).out);
    for (int i = 0; i < 5; ++i) files.push_back(report.at("practices/" + std::to_string(i) + "/file"));
    CHECK(files == Words{"d/a.yaml", "d/lnk", "d/other", "d/sub/z.yaml", "d/typo.yaml"});
    Words shards;
    for (const std::string shard : {"1", "2"}) {
        shards.push_back(shard + ".jsonl");
        scratch.write(shards.back(), run_program(Words{"-f", "jsonl", "--shard", shard + "/2"} + strict).out);
    }
    for (const std::string format : {"csv", "json", "text"})
        check_same(run_program(Words{"merge", "-f", format} + shards), run_program(Words{"-f", format} + strict));
}

TEST_CASE("a merged report goes to files, too, and can be merged again") {
    const Fleet fleet;
    const Words shards = fleet.shards({});
    const Outcome outcome = run_program(Words{"merge", "-q", "-o", "all.jsonl", "-o", "all.html"} + shards);
    CHECK(outcome.out == "");
    const auto text_of = [](const std::string& name) {
        std::ifstream file(name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    CHECK(text_of("all.jsonl") == run_program({"-f", "jsonl", "fleet"}).out);
    CHECK(text_of("all.html") == run_program({"-f", "html", "fleet"}).out);
    CHECK(run_program({"merge", "-f", "csv", "all.jsonl"}).out == run_program({"-f", "csv", "fleet"}).out);
}

TEST_CASE("names of files that are not UTF-8 are told apart, in their order, and are UTF-8 in every format") {
    const Scratch scratch;
    const std::string open = "confirmed_on: 2026-11-01\nproducts: {spruce: {plan: {tier: free}}}\n";
    // In the order of their bytes, which is not that of what is shown.
    const Words names{"d/\\xFE.yaml", "d/b.yaml", "d/\xC3\xA9.yaml", "d/\xFE.yaml", "d/\xFF.yaml"};
    for (const std::string& name : names) scratch.write(name, open);
    Words shards;
    for (const std::string shard : {"1", "2"}) {
        shards.push_back(shard + ".jsonl");
        scratch.write(shards.back(), run_program({"-f", "jsonl", "--shard", shard + "/2", "d"}).out);
    }
    for (const Format& format : formats()) {
        const std::string name(format.name);
        CAPTURE(name);
        const Outcome whole = run_program({"-f", name, "d"});
        CHECK(!utf8::first_invalid(whole.out));
        check_same(run_program(Words{"merge", "-f", name} + shards), whole);
    }
    const Report report(run_program({"-f", "json", "d"}).out);
    const Words shown{"d/\\\\xFE.yaml", "d/b.yaml", "d/\u00E9.yaml", "d/\\xFE.yaml", "d/\\xFF.yaml"};
    for (std::size_t i = 0; i < shown.size(); ++i)
        CHECK(report.at("practices/" + std::to_string(i) + "/file") == shown[i]);
    CHECK(run_program({"-f", "sarif", "d/\xFF.yaml"}).out.find("\"uri\": \"d/%FF.yaml\"") != std::string::npos);
    // What is named in a suggestion, too.
    const Outcome gone = run_program({"-f", "json", "d/\xFF\xFF.yaml"});
    CHECK(gone.err ==
          "d/\\xFF\\xFF.yaml:1:1: cannot be read: No such file or directory; did you mean `d/\\xFE.yaml`?\n");
    CHECK(!utf8::first_invalid(gone.out));
}

TEST_CASE("what a damaged line says is printed safely in every format") {
    const Scratch scratch;
    scratch.write("m.yaml", "foo: 1\n");
    const std::string line = run_program({"-f", "jsonl", "m.yaml"}).out;
    scratch.write("s.jsonl",
                  replaced(line, "\"kind\":\"unknown_key\"", R"("kind":"a\u0001\u001b[31m\n::error::\u2028,b")"));
    for (const Format& format : formats()) {
        const std::string name(format.name);
        CAPTURE(name);
        const Outcome merged = run_program({"merge", "-f", name, "s.jsonl"});
        CHECK(merged.status == 3);
        CHECK(merged.out != "");
        for (const std::string raw : {"\x01", "\x1B", "\u2028", "\n::error::o"})
            CHECK(merged.out.find(raw) == std::string::npos);
    }
}

TEST_CASE("the exit status is that of one run") {
    const Scratch scratch;
    struct Row {
        std::string practice;
        Words options;
        int status;
    };
    const std::string failing = "confirmed_on: 2026-11-01\nproducts: {spruce: {plan: {tier: free}}}\n";
    const std::vector<Row> rows{
        {"confirmed_on: 2026-11-01\nproducts: {spruce: {in_use: no, baa: {status: in_terms_unchecked}}}\n", {}, 0},
        {failing, {}, 1},
        {failing, {"--fail-on", "never"}, 0},
        {"products: {spruce: {}}\n", {}, 4},
        {"products: {spruce: {}}\n", {"--fail-on", "fail"}, 0},
        {"practice: {name: x}\n", {}, 5},
        {"prodcuts: {}\n", {}, 3},
    };
    for (const Row& row : rows) {
        CAPTURE(row.practice);
        scratch.write("one.jsonl", run_program({"-f", "jsonl", "-"}, {.in = row.practice}).out);
        CHECK(run_program(Words{"merge", "one.jsonl"} + row.options).status == row.status);
    }
    CHECK(run_program({"merge", "one.jsonl"}, {.out_is_full = true}).err ==
          "<stdin>:1:1: `prodcuts` is not a key of the practice file; did you mean `products`?\n"
          "hipaa-check: the report could not be written to standard output\n");
}

TEST_CASE("lines that cannot be merged") {
    const Scratch scratch;
    const std::string line = line_of("p.yaml");
    const std::string same = "; give `merge` the same checklists as the runs had, with --rules, or run that part again";
    struct Row {
        std::string lines;
        std::string sentences;
    };
    const std::vector<Row> rows{
        {"{\n",
         "one.jsonl:1:2: this is the beginning of a report in another format; give `merge` what `-f jsonl` wrote\n"},
        {line + "\n" + line.substr(0, 700),
         "one.jsonl:3:701: the line ends in the middle: it was cut off; run that part again\n"},
        {"practice.yaml\n", "one.jsonl:1:1: this is not JSON (Invalid value.); give `merge` what `-f jsonl` wrote\n"},
        {"\"\xC3\xA9\" x\n",
         "one.jsonl:1:5: this is not JSON (The document root must not be followed by other values.); give `merge` what "
         "`-f jsonl` wrote\n"},
        {"{\"format\": \"else\"}\n[1]\n",
         "one.jsonl:1:1: this is not a line of a report of hipaa-check; give `merge` what `-f jsonl` wrote\n"
         "one.jsonl:2:1: it has no `format` as this version of hipaa-check writes it; run that part again with this "
         "version\n"},
        {whole(replaced(line, "\"as_of\":\"2026-11-22\"", "\"as_of\":\"2026-11-31\"")),
         "one.jsonl:1:1: it has no `as_of` as this version of hipaa-check writes it; run that part again with this "
         "version\n"},
        {whole(replaced(line, "\"id\":\"spruce\"", "\"id\":\"spruces\"")),
         "one.jsonl:1:1: the checklist `spruces` is not known here" + same + "\n"},
        {whole(replaced(line, "\"number\":1", "\"number\":2")),
         "one.jsonl:1:1: `spruce/baa-requested` is not what it is in the checklist here, though the version is the "
         "same" +
             same + "\n"},
        {whole(replaced(line, "\"key\":\"products.spruce.in_use\"", "\"key\":\"products.spruce.used\"")),
         "one.jsonl:1:1: no checklist here asks for `products.spruce.used`; give `merge` the same --rules as the runs "
         "had\n"},
        {whole(replaced(line, "\"result\":\"not_applicable\"", "\"result\":\"pass\"")),
         "one.jsonl:1:1: its results do not add up to `pass`; run that part again\n"},
        {whole(line + line_of("q.yaml") + line),
         "one.jsonl:3:1: `p.yaml` is in one.jsonl, line 1, too; give each practice once\n"},
        // What is wrong with each line is told once.
        {"x\ny\n1x\nx\n",
         "one.jsonl:1:1: this is not JSON (Invalid value.); give `merge` what `-f jsonl` wrote\n"
         "one.jsonl:3:2: this is not JSON (The document root must not be followed by other values.); give `merge` what "
         "`-f jsonl` wrote\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.lines.substr(0, 300));
        CHECK(refusal(scratch, row.lines) == row.sentences + end_of_mistakes);
    }
}

TEST_CASE("a file that is not all that a run wrote") {
    const Scratch scratch;
    const std::string lines = line_of("a.yaml") + line_of("b.yaml");
    const std::string end = end_of(2);
    const std::string no_end =
        "the line that ends a run is missing: the run was stopped, or the file was cut off; run that part again\n";
    const std::string empty = "the file is empty: its run was stopped, or could not begin; run that part again\n";
    const std::string after = "this line comes after the end of a run; give each run a file of its own\n";
    const std::string cut = "the line ends in the middle: it was cut off; run that part again\n";
    struct Row {
        std::string lines;
        std::string sentence;
    };
    const std::string a = line_of("a.yaml");
    const std::vector<Row> rows{
        {"", "1:1: " + empty},
        {"\n \r\n", "1:1: " + empty},
        {a, "2:1: " + no_end},
        {lines, "3:1: " + no_end},
        {a + end, "2:1: the run wrote 2 practices, and the file has 1; run that part again\n"},
        {end, "1:1: the run wrote 2 practices, and the file has 0; run that part again\n"},
        {lines + end_of(1), "3:1: the run wrote 1 practice, and the file has 2; run that part again\n"},
        {lines + end + end, "4:1: " + after},
        {a + end_of(1) + line_of("b.yaml") + end_of(1), "3:1: " + after},
        {lines + end + lines, "4:1: " + after},
        {lines + end.substr(0, 30), "3:31: " + cut},
        {a.substr(0, 3000), "1:3001: " + cut},
        {lines + end_of(2, "1/2"),
         "3:1: this line is of shard 1 of 2, and the first line of the file is of no shard; "
         "give each run a file of its own\n"},
        {sharded(a, 1, 2) + line_of("b.yaml") + end_of(2, "1/2"),
         "2:1: this line is of no shard, and the first line of the file is of shard 1 of 2; give each run a file of "
         "its own\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        CHECK(refusal(scratch, row.lines) == "one.jsonl:" + row.sentence + end_of_mistakes);
    }
    // Cut anywhere, but for the last line feed, which holds nothing.
    const std::string all = lines + end;
    for (std::size_t size = 0; size + 1 < all.size(); size += size + 60 < all.size() ? 997 : 1) {
        CAPTURE(size);
        refusal(scratch, all.substr(0, size));
    }
    for (const std::string& sound : {all, all.substr(0, all.size() - 1), all + "\n", replaced(all, "\n", "\r\n")}) {
        scratch.write("one.jsonl", sound);
        CHECK(run_program({"merge", "-q", "one.jsonl"}).status == 0);
    }
}

TEST_CASE("a file that is given twice") {
    const Scratch scratch;
    std::string lines;
    for (int i = 0; i < 7; ++i) lines += line_of("p" + std::to_string(i) + ".yaml");
    scratch.write("a.jsonl", whole(lines));
    scratch.write("copy.jsonl", whole(line_of("first.yaml") + lines));
    scratch.link("a.jsonl", "link.jsonl");
    for (const std::string again : {"a.jsonl", "./a.jsonl", "link.jsonl"})
        CHECK(run_program({"merge", "a.jsonl", again}).err ==
              again + ":1:1: this is the same file as `a.jsonl`; name each file once\n" + end_of_mistakes);
    CHECK(run_program({"merge", "a.jsonl", "copy.jsonl"}).err ==
          "copy.jsonl:2:1: `p0.yaml` is in a.jsonl, line 1, too, and 6 more of this file were given before; give each "
          "practice once\n" +
              end_of_mistakes);
}

TEST_CASE("another version, of the program or of a checklist") {
    const Scratch scratch;
    const std::string line = line_of("p.yaml");
    const auto at = line.find("\"version\":\"") + 11;
    const std::string here = line.substr(at, line.find('"', at) - at);
    CHECK(refusal(scratch, whole(replaced(line, here, "9.9.9") + replaced(line_of("q.yaml"), here, "9.9.9"))) ==
          "one.jsonl:1:1: it was written by hipaa-check 9.9.9, and this is " + here +
              "; use the same version for the runs and for `merge`\n" + end_of_mistakes);
    scratch.write("mail.yaml", small_checklist);
    scratch.write("a.yaml", failing_practice);
    scratch.write("b.yaml", settled_practice);
    const Words shards{"one.jsonl", "two.jsonl"};
    for (const std::string shard : {"1", "2"})
        scratch.write(shard == "1" ? "one.jsonl" : "two.jsonl",
                      run_program({"-f", "jsonl", "--rules", "mail.yaml", shard == "1" ? "a.yaml" : "b.yaml"}).out);
    CHECK(run_program(Words{"merge", "-q", "--rules", "mail.yaml"} + shards).status == 1);
    const std::string same = "give `merge` the same checklists as the runs had, with --rules, or run that part again\n";
    CHECK(run_program(Words{"merge"} + shards).err ==
          "one.jsonl:1:1: the runs had --rules mail.yaml; give `merge` the same --rules\n" + end_of_mistakes);
    scratch.write("other.yaml", replaced(small_checklist, "id: mail\n", "id: letter\n"));
    CHECK(run_program(Words{"merge", "--rules", "other.yaml"} + shards).err ==
          "one.jsonl:1:1: the checklist `mail` is not known here; " + same + end_of_mistakes);
    scratch.write("mail.yaml", replaced(small_checklist, "version: 2026-11-01", "version: 2026-11-02"));
    CHECK(run_program(Words{"merge", "--rules", "mail.yaml"} + shards).err ==
          "one.jsonl:1:1: its checklist `mail` has version 2026-11-01, and the one here 2026-11-02; " + same +
              end_of_mistakes);
    scratch.write("mail.yaml", replaced(small_checklist, "fix: Sign one.", "fix: Sign two."));
    CHECK(run_program(Words{"merge", "--rules", "mail.yaml"} + shards).err ==
          "one.jsonl:1:1: `mail/agreement/signed` is not what it is in the checklist here, though the version is the "
          "same; " +
              same + end_of_mistakes);
}

TEST_CASE("shards with two states of a checklist that extends another") {
    const Scratch scratch;
    scratch.write("mail.yaml", small_checklist);
    scratch.write("a.yaml", failing_practice);
    scratch.write("b.yaml", settled_practice);
    std::string ours = "checklist: 1\nid: our-mail\nextends: mail\nversion: 2026-11-02\n";
    for (const std::string name : {"a", "b"}) {
        scratch.write("ours.yaml", ours);
        scratch.write(name + ".jsonl",
                      run_program({"-f", "jsonl", "--rules", "mail.yaml", "--rules", "ours.yaml", name + ".yaml"}).out);
        ours += "# Another state.\n";
    }
    const Outcome outcome =
        run_program({"merge", "--rules", "mail.yaml", "--rules", "ours.yaml", "a.jsonl", "b.jsonl"});
    CHECK(outcome.err.starts_with("b.jsonl:2:1: the SHA-256 of ours.yaml of this run is "));
    CHECK(outcome.status == 3);
}

TEST_CASE("runs were held against one baseline if it has the same bytes, wherever it lay") {
    const Scratch scratch;
    scratch.write("one/old.yaml", "products: {spruce: {in_use: no}}\n");
    const std::string old = run_program({"-f", "json", "--as-of", "2026-11-22", "one"}).out;
    for (const std::string name : {"one", "two"}) {
        scratch.write(name + "/old.json", old);
        scratch.write(name + ".yaml", "products: {spruce: {in_use: no}}\n");
        scratch.write(name + ".jsonl", run_program({"-f", "jsonl", "--as-of", "2026-11-22", "--baseline",
                                                    name + "/old.json", name + ".yaml"})
                                           .out);
    }
    CHECK(run_program({"merge", "one.jsonl", "two.jsonl"}).err == "");
    scratch.write("two/old.json", old + "\n");
    scratch.write("two.jsonl",
                  run_program({"-f", "jsonl", "--as-of", "2026-11-22", "--baseline", "two/old.json", "two.yaml"}).out);
    CHECK(run_program({"merge", "one.jsonl", "two.jsonl"}).err ==
          fmt::format("two.jsonl:1:1: the SHA-256 of the --baseline of this run is {}, and in one.jsonl it is {}; give "
                      "every run the same --baseline\n",
                      sha256(old + "\n"), sha256(old)) +
              end_of_mistakes);
}

TEST_CASE("runs that do not go together") {
    const Scratch scratch;
    scratch.write("a.jsonl", run_over("a.yaml"));
    struct Row {
        Words options;
        std::string sentence;
    };
    const std::vector<Row> rows{
        {{"--as-of", "2026-11-23"},
         "the day that counted as today of this run is 2026-11-23, and in a.jsonl it is 2026-11-22; give every run the "
         "same --as-of"},
        {{"--as-of", "2026-11-22"},
         "the origin of the day that counted as today of this run is --as-of, and in a.jsonl it is that computer's "
         "date; give every run the same --as-of"},
        {{"--max-age", "30"},
         "the --max-age of this run is 30, and in a.jsonl it is 365; give every run the same --max-age"},
        {{"--rules", "mail.yaml"},
         "the --rules of this run is mail.yaml, and in a.jsonl it is not given; give every run the same --rules"},
        {{"--checklist", "spruce"},
         "the --checklist of this run is spruce, and in a.jsonl it is not given; give every run the same --checklist"},
        {{"--baseline", "old.json"},
         "the --baseline of this run is given, and in a.jsonl it is not given; give every run the same --baseline, or "
         "none"},
        {{"--fail-on", "law"},
         "the --fail-on of this run is law, and in a.jsonl it is unknown; say with --fail-on what counts now"},
    };
    scratch.write("mail.yaml", small_checklist);
    scratch.write("old.yaml", "products: {spruce: {in_use: no}}\n");
    scratch.write("old.json", run_program({"-f", "json", "old.yaml"}).out);
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        scratch.write("b.jsonl", whole(line_of("b.yaml", row.options) + line_of("c.yaml", row.options)));
        const Outcome outcome = run_program({"merge", "a.jsonl", "b.jsonl"});
        CHECK(outcome.status == 3);
        CHECK(outcome.out == "");
        CHECK(outcome.err == "b.jsonl:1:1: " + row.sentence + "\n" + end_of_mistakes);
    }
    CHECK(run_program({"merge", "-q", "--fail-on", "law", "a.jsonl", "b.jsonl"}).status == 0);
}

TEST_CASE("shards that are missing, without practices, or there twice") {
    const Scratch scratch;
    scratch.write("1.jsonl", shard_of_one("a.yaml", 1, 3));
    scratch.write("2.jsonl", shard_of_one("b.yaml", 2, 3));
    scratch.write("3.jsonl", end_of(0, "3/3"));
    scratch.write("again.jsonl", shard_of_one("b.yaml", 2, 3));
    scratch.write("of-4.jsonl", shard_of_one("e.yaml", 3, 4));
    scratch.write("whole.jsonl", run_over("f.yaml"));
    scratch.write("empty.jsonl", "");
    const auto merge = [](const Words& files) { return run_program(Words{"merge", "-q"} + files); };
    CHECK(merge({"3.jsonl", "1.jsonl", "2.jsonl"}).err == "");
    CHECK(merge({"3.jsonl", "1.jsonl", "2.jsonl"}).status == 0);
    CHECK(merge({"2.jsonl", "1.jsonl"}).err ==
          "1.jsonl:1:1: shard 3 of 3 is missing; give its file too\n" + end_of_mistakes);
    CHECK(merge({"3.jsonl"}).err ==
          "3.jsonl:1:1: shards 1, 2 of 3 are missing; give their files too\n" + end_of_mistakes);
    CHECK(merge({"1.jsonl", "2.jsonl", "empty.jsonl"}).err ==
          "empty.jsonl:1:1: the file is empty: its run was stopped, or could not begin; run that part again\n" +
              end_of_mistakes);
    CHECK(merge({"1.jsonl", "2.jsonl", "3.jsonl", "again.jsonl"}).err ==
          "again.jsonl:1:1: shard 2 of 3 is in 2.jsonl, too; give each shard once\n" + end_of_mistakes);
    CHECK(
        merge({"1.jsonl", "2.jsonl", "3.jsonl", "whole.jsonl"}).err ==
        "whole.jsonl:1:1: the number of shards of this run is none, and in 1.jsonl it is 3; give every run the same N "
        "in --shard K/N\n" +
            end_of_mistakes);
    CHECK(merge({"1.jsonl", "2.jsonl", "of-4.jsonl"}).status == 3);
}

TEST_CASE("runs without a practice") {
    const Scratch scratch;
    scratch.write("none/readme.txt", "");
    for (const std::string shard : {"1", "2"})
        scratch.write(shard + ".jsonl", run_program({"-f", "jsonl", "--shard", shard + "/2", "none"}).out);
    for (const std::string format : {"jsonl", "json", "csv", "text", "html"}) {
        const Outcome merged = run_program({"merge", "-f", format, "1.jsonl", "2.jsonl"});
        CHECK(merged.status == 5);
        CHECK(merged.err == "hipaa-check: there is no practice in these files\n");
        CHECK(merged.out == run_program({"-f", format, "none"}).out);
    }
    const Words settings{"--as-of", "2026-10-01", "--max-age", "30", "--fail-on", "law"};
    scratch.write("1.jsonl", run_program(Words{"-f", "jsonl", "--shard", "1/2", "none"} + settings).out);
    CHECK(run_program({"merge", "1.jsonl", "2.jsonl"}).err ==
          "2.jsonl:1:1: the --fail-on of this run is unknown, and in 1.jsonl it is law; say with --fail-on what counts "
          "now\n"
          "2.jsonl:1:1: the --max-age of this run is 365, and in 1.jsonl it is 30; give every run the same --max-age\n"
          "2.jsonl:1:1: the day that counted as today of this run is 2026-11-22, and in 1.jsonl it is 2026-10-01; give "
          "every run the same --as-of\n" +
              end_of_mistakes);
    scratch.write("2.jsonl", run_program(Words{"-f", "jsonl", "--shard", "2/2", "none"} + settings).out);
    CHECK(run_program({"merge", "-f", "json", "1.jsonl", "2.jsonl"}).out ==
          run_program(Words{"-f", "json", "none"} + settings).out);
    CHECK(has(run_program({"diff", "1.jsonl", "2.jsonl"}).err, "of 2 shards these are missing: 2"));
}

TEST_CASE("files that cannot be read") {
    const Scratch scratch;
    scratch.write("dir/a.jsonl", run_over("a.yaml"));
    const Outcome outcome = run_program({"merge", "gone.jsonl", "dir", "/dev/null", "dir/a.jsonl"});
    CHECK(outcome.status == 3);
    const std::string no_file =
        ":1:1: cannot be read: it is not a file, and it has to be read twice; save it in a file first\n";
    CHECK(outcome.err ==
          "gone.jsonl:1:1: cannot be read: No such file or directory\n"
          "dir:1:1: cannot be read: it is a folder; name the files in it\n"
          "/dev/null" +
              no_file + end_of_mistakes);
    REQUIRE(::mkfifo("pipe", 0600) == 0);
    CHECK(run_program({"merge", "pipe"}).err == "pipe" + no_file + end_of_mistakes);
    // A line that no run wrote, most of which is not on the disk.
    std::ofstream("long.jsonl") << line_of("a.yaml");
    std::filesystem::resize_file("long.jsonl", std::uintmax_t{1} << 40);
    CHECK(run_program({"merge", "long.jsonl"}).err ==
          "long.jsonl:2:1: the line is over 16 MiB, which is too long to be that of a practice\n" + end_of_mistakes);
}

TEST_CASE("there may be more shards than files that can be open") {
    const Scratch scratch;
    Words names;
    for (int i = 100; i < 400; ++i) {
        names.push_back(std::to_string(i) + ".jsonl");
        // Neighbors in the report are in different files.
        scratch.write(names.back(),
                      whole(line_of("p" + std::to_string(i) + ".yaml") + line_of("q" + std::to_string(i) + ".yaml")));
    }
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    rlimit few = before;
    const int free = ::dup(0);
    ::close(free);
    few.rlim_cur = static_cast<rlim_t>(free) + 4;
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
    const Outcome outcome = run_program(Words{"merge", "-f", "csv"} + names);
    ::setrlimit(RLIMIT_NOFILE, &before);
    CHECK(outcome.err == "");
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find("q399.yaml") != std::string::npos);
}

TEST_CASE("wrong command lines of merge") {
    const Scratch scratch;
    scratch.write("a.jsonl", run_over("a.yaml"));
    struct Row {
        Words arguments;
        std::string sentence;
    };
    const std::vector<Row> rows{
        {{}, "no file was named; write `hipaa-check merge shard-*.jsonl`, with the files that -f jsonl wrote"},
        {{"-"}, "merge reads its files twice, so it cannot take standard input; save it in a file first"},
        {{"a.jsonl", "-f", "htlm"}, "--format cannot be `htlm`; did you mean `html`?"},
        {{"a.jsonl", "-o", "a.jsonl"}, "-o cannot write to `a.jsonl`, which this run is to read"},
        {{"a.jsonl", "--fail-on", "laws"}, "--fail-on cannot be `laws`; did you mean `law`?"},
        {{"a.jsonl", "--sarif-all"},
         "--sarif-all is for sarif reports, and there is none; add `-f sarif` or `-o report.sarif`"},
        {{"a.jsonl", "--as-of", "2026-11-22"}, "The following argument was not expected: --as-of"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        const Outcome outcome = run_program(Words{"merge"} + row.arguments);
        CHECK(outcome.status == 2);
        CHECK(outcome.out == "");
        CHECK(outcome.err.starts_with("hipaa-check: " + row.sentence));
        CHECK(outcome.err.ends_with("\nTry `hipaa-check merge --help`.\n"));
    }
    const Outcome help = run_program({"merge", "--help"});
    CHECK(help.status == 0);
    for (const std::string part : {"SHARD", "--format", "--output", "--rules", "--fail-on", "--jobs", "Exit status:"})
        CHECK(help.out.find(part) != std::string::npos);
}
