// The way to an answer in a practice file, and how answers are written there.
#include "practice/key_path.hpp"

#include <doctest/doctest.h>

#include "practice/written_answer.hpp"

using namespace hipaa;

namespace {

Question question(std::string_view key, AnswerKind kind = AnswerKind::text) {
    Question question;
    question.key = Text(key);
    question.kind = kind;
    return question;
}

std::string path_in(const std::string& text, const Question& asked) {
    yaml::Problems problems;
    const auto document = yaml::read({"practice.yaml", text}, problems);
    REQUIRE(document);
    return key_text_of(key_path_in(*document, "security", "", asked));
}

std::string written(const Question& asked, const Value& value) { return yaml::line_text(written_answer(asked, value)); }

}  // namespace

TEST_CASE("the keys on the way to an answer") {
    CHECK(key_path("products.spruce.plan.tier").steps.size() == 4);
    CHECK(key_path("confirmed_on").steps.size() == 1);
    CHECK(key_path_of("", "", question("practice.name")).steps.size() == 2);
    CHECK(key_path_of("products.spruce", "").steps.size() == 2);
    // A product's own key is one key, whatever it holds.
    const KeyPath dotted = key_path_of("products.dr. x", "dr. x", question("plan.tier"));
    CHECK(dotted.steps.size() == 4);
    CHECK(std::get<std::string>(dotted.steps[1]) == "dr. x");
    CHECK(key_text_of(key_path_of_field(key_path("vendors"), 0, "name")) == "vendors[1].name");
    CHECK(key_text_of(dotted) == "products.dr. x.plan.tier");
}

TEST_CASE("a key of an earlier version counts while the file uses it") {
    Question status = question("encryption.status");
    status.formerly = {Text("cipher.status")};
    CHECK(path_in("security: {encryption: {status: unknown}}", status) == "security.encryption.status");
    CHECK(path_in("security: {cipher: {status: in_place}}", status) == "security.cipher.status");
    CHECK(path_in("security: {cipher: in_place}", status) == "security.encryption.status");
    CHECK(path_in("", status) == "security.encryption.status");
    status.addressable = true;
    CHECK(path_in("security: {cipher: in_place}", status) == "security.cipher.status");
}

TEST_CASE("answers as they are written") {
    Question choice = question("tier", AnswerKind::choices);
    choice.words = {Text("basic"), Text("null")};
    CHECK(written(choice, Scalar(Word{0})) == "basic");
    CHECK(written(choice, std::vector<Word>{{1}, {0}}) == "[\"null\", basic]");
    CHECK(written(choice, std::vector<Word>()) == "[]");
    CHECK(written(choice, Scalar(true)) == "yes");
    CHECK(written(choice, Scalar(false)) == "no");
    CHECK(written(choice, Scalar(2.0)) == "2");
    CHECK(written(choice, Scalar(2.5)) == "2.5");
    CHECK(written(choice, Scalar(*parse_date("2026-01-31"))) == "2026-01-31");
    CHECK(written(choice, Scalar(std::string("2026-01-31"))) == "\"2026-01-31\"");
    CHECK(yaml::line_text(written_unknown()) == "unknown");
}

TEST_CASE("a record is written with the fields that it has") {
    Question vendors = question("vendors", AnswerKind::list);
    vendors.fields = {question("name"), question("agreement", AnswerKind::yes_no), question("since", AnswerKind::date),
                      question("critical", AnswerKind::yes_no)};
    Record record;
    record.answers.resize(4);
    record.answers[0].state = AnswerState::given;
    record.answers[0].value = Scalar(std::string("Willow IT"));
    record.answers[1].written = true;
    record.answers[3].state = AnswerState::assumed;
    record.answers[3].value = Scalar(true);
    CHECK(written(vendors, std::vector<Record>{record}) == "[{name: Willow IT, agreement: unknown}]");
}
