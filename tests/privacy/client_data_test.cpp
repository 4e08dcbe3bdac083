// What is taken for client data, and what is not.
#include "privacy/client_data.hpp"

#include <filesystem>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checklist/builtin/builtin_library.hpp"
#include "practice/random_practice.hpp"
#include "support/program.hpp"

namespace hipaa::testing {
namespace {

/// A line each: `line:column kind`.
std::string sightings(std::string_view text) {
    std::string all;
    for (const Sighting& sighting : find_client_data(text).sightings)
        all += fmt::format("{}{}:{} {}", all.empty() ? "" : "\n", sighting.place.line, sighting.place.column,
                           phrase_of(sighting.kind));
    return all;
}

/// An answer that `question` takes.
std::string random_answer(const Question& question, yaml::Random& random) {
    if (!question.words.empty() && (question.kind == AnswerKind::choice || random.one_in(4)))
        return std::string(random.pick(question.words));
    switch (question.kind) {
        case AnswerKind::yes_no:
            return random.one_in(2) ? "yes" : "no";
        case AnswerKind::date:
            return fmt::format("{}-{:02}-{:02}", 1996 + random.below(31), 1 + random.below(12), 1 + random.below(28));
        case AnswerKind::number:
            return std::to_string(random.below(random.one_in(3) ? 5000 : 9));
        case AnswerKind::decimal:
            return fmt::format("{}.{}", random.below(400), random.below(100));
        case AnswerKind::code:
            return fmt::format("ab-{}", 10 + random.below(9000));
        case AnswerKind::choices:
            return question.words.empty() ? "[]" : fmt::format("[{}]", random.pick(question.words));
        case AnswerKind::text:
        case AnswerKind::choice:
        case AnswerKind::list:
            break;
    }
    return "the practice owner";
}

/// All questions of all checklists, each answered on a line of its own, some with a comment.
std::string answered_practice(const Library& library, yaml::Random& random) {
    const std::vector<std::string> comments{"asked Spruce support on 2026-03-02, ticket 48213",
                                            "45 CFR 164.308(b)(1), 78 FR 5634",
                                            "version 2.14.3 of the app, 3 phones and 12 clients",
                                            "since 10/2025; 5 Google Drive accounts",
                                            "paid 19.99 a month, 1,200 a year",
                                            "see any-product@zoom.us/agreement"};
    std::string text =
        "confirmed_on: 2026-11-01\npractice:\n  name: Harbor Light, 12 Main Street\n  # call 555-123-4567\n";
    text += "products:\n";
    for (const Checklist& checklist : library.checklists)
        for (const Question& question : checklist.group.questions)
            text += fmt::format("  {}.{}: {}{}\n", checklist.group.about, question.key, random_answer(question, random),
                                random.one_in(5) ? "  # " + random.pick(comments) : std::string());
    return text;
}

}  // namespace

TEST_CASE("what looks like client data is found, with its place") {
    struct Row {
        std::string line;
        std::string found;
    };
    const std::vector<Row> rows{
        {"# call (555) 123-4567", "1:8 a telephone number"},
        {"# 555-123-4567", "1:3 a telephone number"},
        {"# 555.123.4567, 555 123 4567", "1:3 a telephone number"},
        {"# +1 555 123 4567", "1:3 a telephone number"},
        {"# 1-555-123-4567", "1:3 a telephone number"},
        {"# +15551234567", "1:3 a telephone number"},
        {"# phone 5551234567", "1:9 a telephone number"},
        {"# text her at 123-4567", "1:15 a telephone number"},
        {"é: 555\u2011123\u20114567", "1:4 a telephone number"},
        {"x-a: jane.doe+1@mail.example.com", "1:6 an email address"},
        {"x-a: 123-45-6789", "1:6 a Social Security number"},
        {"x-a: SSN 123456789", "1:10 a Social Security number"},
        {"x-a: {dob: 1980-03-02}", "1:12 a date of birth"},
        {"# Born March 2nd, 1980", "1:8 a date of birth"},
        {"# 2 March 1980 is the birthday", "1:3 a date of birth"},
        {"# D.O.B. 3/2/80", "1:10 a date of birth"},
        {"# came on 3/2/1980", "1:11 a date of birth"},
        {"baa: {status: none, executed_on: 2026-01-01, x-n: \"DOB 01/02/1980\"}", "1:56 a date of birth"},
        {"executed_on: 2026-01-01}   # client born 1980-01-02", "1:42 a date of birth"},
        {"# 1980-03-02 (born), 2026-01-01 signed", "1:3 a date of birth"},
        {"# signed 2026-01-01, D.O.B. 1980-03-02", "1:29 a date of birth"},
        {"# agreement 2026-03-03 dob: 3/4/1970", "1:29 a date of birth"},
        {"# MRN 4711", "1:7 the number of a client's record or insurance"},
        {"member_id: W12345678", "1:12 the number of a client's record or insurance"},
        {"# chart no. 12345", "1:13 the number of a client's record or insurance"},
        {"# Chart #12345", "1:10 the number of a client's record or insurance"},
        {"# lives at 12 Oak Street", "1:12 a street address"},
        {"# 100 N. 5th Ave, Apt 4", "1:3 a street address"},
        {"# 9 Elm Dr.", "1:3 a street address"},
        {"# 12 oak street", "1:3 a street address"},
        {"# P.O. Box 123", "1:12 a street address"},
        {"a: 1 # 555-123-4567, jane@example.com", "1:8 a telephone number\n1:22 an email address"},
        {"a: 1\r\nb: 2\r# 555-123-4567\r\n# born 1980-03-02\n", "3:3 a telephone number\n4:8 a date of birth"},
        {"\uFEFF# 555-123-4567", "1:3 a telephone number"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(sightings(row.line) == row.found);
    }
}

TEST_CASE("answers, references and numbers of other things are not taken for client data") {
    for (const std::string line : {
             "executed_on: 2009-03-02",
             "executed_on: 3/2/2009",
             "executed_on: {on: \"March 2, 2009\", copy: yes}",
             "# agreement signed on 3/2/2024",
             "sms_clients: 112 # clients",
             "# 45 CFR 164.308(b)(1), 78 FR 5634, 45 CFR 164.502-164.514",
             "# version 555.12.3, 10.123.4567.1, 2026-555-1234567",
             "- accepts: any-product@zoom.us/agreement",
             "# 5 Google Drive accounts, 2 Audit Trail reports, 3 on the street",
             "# 3 clients, 4 Dr visits",
             "people: [{code: ab-123}, {code: xyz-4567}]",
             "# record 12 calls, policy 2026, number 4",
             "# @handle, a@b, @",
             "# room 5551234567",
         }) {
        CAPTURE(line);
        CHECK(sightings(line) == "");
    }
}

TEST_CASE("what stands below `practice` is not looked at") {
    CHECK(sightings("practice:\n  name: A, 555-123-4567\n\n  # a@example.com\n  labels: {x: a@example.com}\n"
                    "# 555-123-4567\nproducts: {}\n") == "6:3 a telephone number");
    CHECK(sightings("  \"practice\" :\n    name: a@example.com\n  products: # a@example.com\n") ==
          "3:15 an email address");
    CHECK(sightings("{practice: {name: a@example.com}, products: {b@example.com: {}}}") == "1:46 an email address");
    CHECK(sightings("{\"practice\": {\n\"name\": \"a@example.com\"},\n\"x-a\": \"b@example.com\"}") ==
          "3:9 an email address");
    CHECK(sightings("practice:\n  name: A\n  # a@example.com\nproducts: {}\n") == "");
    CHECK(sightings("practices:\n  name: a@example.com\n") == "2:9 an email address");
    CHECK(sightings("# practice: a@example.com\n") == "1:13 an email address");
}

TEST_CASE("no practice file of this repository looks as if it had client data") {
    std::size_t files = 0;
    for (const char* const folder : {"examples", "tests"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(HIPAA_CHECK_ROOT + std::string("/") + folder)) {
            const std::string name = entry.path().lexically_relative(HIPAA_CHECK_ROOT).generic_string();
            if (entry.path().extension() != ".yaml") continue;
            ++files;
            CAPTURE(name);
            CHECK(sightings(repository_file(name)) == "");
        }
    CHECK(files > 8);
}

TEST_CASE("practice files at random are not taken for client data") {
    const Library library = load_all_builtin();
    yaml::Random random(20261122);
    for (int i = 0; i < 1000; ++i) {
        const std::string text = i % 2 == 0 ? random_practice(random) : answered_practice(library, random);
        CAPTURE(text);
        REQUIRE(sightings(text) == "");
    }
}

TEST_CASE("of very many only the first are kept, but all lines are known") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "# 555-123-4567 a@example.com b@example.com\n";
    const ClientData data = find_client_data(text);
    CHECK(data.sightings.size() == 100);
    CHECK(data.more == 9900);
    CHECK(data.lines.size() == 5000);
    CHECK(data.has_line(5000));
    CHECK_FALSE(data.has_line(5001));
}

TEST_CASE("hostile files are looked through") {
    constexpr std::size_t size = 1u << 18;
    for (const std::string& piece : std::vector<std::string>{
             "1 ", "1 A A A A ", "a: 3/2/1980, ", "a@a.b", "practice: {", "{practice: {}, ", "+1(((", "March 2 ", "a1",
             "id ", "practice:\n", "555-123-4567", std::string("\0\xFF\r", 3)}) {
        std::string text;
        while (text.size() + piece.size() <= size) text += piece;
        CAPTURE(piece);
        CHECK(find_client_data(text).sightings.size() <= 100);
        CHECK(find_client_data("{" + text).sightings.size() <= 100);
    }
}

}  // namespace hipaa::testing
