// What is understood of what people type.
#include "interview/reply.hpp"

#include <variant>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checklist/builtin/builtin_library.hpp"
#include "checklist/read/library_reader.hpp"
#include "checklist/read/spoken/spoken.hpp"
#include "support/lab.hpp"
#include "text/display_name.hpp"

namespace hipaa::testing {
namespace {

using namespace interview;

std::string shown(const Reply& reply) {
    if (const auto* wish = std::get_if<Wish>(&reply)) {
        switch (*wish) {
            case Wish::why:
                return "why";
            case Wish::skip:
                return "skip";
            case Wish::unknown:
                return "unknown";
            case Wish::back:
                return "back";
            case Wish::stop:
                return "stop";
        }
    }
    if (const auto* given = std::get_if<Given>(&reply))
        return yaml::line_text(given->value) + (given->noted.empty() ? "" : " noted " + given->noted);
    if (const auto* unclear = std::get_if<Unclear>(&reply)) {
        std::string text = "which";
        for (const AnswerReading& reading : unclear->readings)
            text += fmt::format(" {} ({})", reading.text, reading.meaning);
        return text;
    }
    return std::get<NotUnderstood>(reply).sentence;
}

struct Row {
    std::string key;
    std::string typed;
    std::string expected;
};

void check_replies(const std::vector<Row>& rows) {
    std::vector<FileProblems> broken;
    const auto library = read_library({{"lab.yaml", lab_checklist("{flag: yes}")}}, broken);
    REQUIRE(library);
    for (const Row& row : rows) {
        CAPTURE(row.key);
        CAPTURE(row.typed);
        const std::vector<Question>& questions = library->checklists.front().group.questions;
        const auto question = std::ranges::find(questions, std::string_view(row.key), &Question::key);
        REQUIRE(question != questions.end());
        CHECK(shown(read_reply(*question, row.key, row.typed)) == row.expected);
    }
}

TEST_CASE("wishes are open at every question, however they are spelled") {
    check_replies({
        {"flag", "", "skip"},
        {"flag", "-", "skip"},
        {"day", "?", "why"},
        {"count", "b", "back"},
        {"pick", "BACK", "back"},
        {"picks", "q", "stop"},
        {"words", "quit", "stop"},
        {"tag", "unknown", "unknown"},
        {"flag", "not sure", "unknown"},
        {"count", "I don't know", "unknown"},
        {"day", "no idea", "unknown"},
        {"words", "idk", "unknown"},
        {"picks", "TBD", "unknown"},
        {"flag", "unknwon", "unknown"},
    });
}

TEST_CASE("yes or no") {
    check_replies({
        {"flag", "yes", "yes"},
        {"flag", "1", "yes noted yes"},
        {"flag", "2", "no noted no"},
        {"flag", "3", "maybe noted maybe"},
        {"flag", "4", "There is no answer 4; write a number from 1 to 3, or the word."},
        {"flag", "Yep", "yes noted yes"},
        {"flag", "no, never", "no noted no"},
        {"flag", "Yes we do", "yes noted yes"},
        {"flag", "maybee", "maybe noted maybe"},
        {"flag", "perhaps", "`flag` cannot be `perhaps`; write yes or no, or maybe, or unknown."},
    });
}

TEST_CASE("days in any form, and one that could be two is asked about") {
    check_replies({
        {"day", "2026-03-02", "2026-03-02"},
        {"day", "March 2, 2026", "2026-03-02 noted 2026-03-02 (March 2, 2026)"},
        {"day", "3/2/2026", "which 2026-03-02 (March 2) 2026-02-03 (February 3)"},
        {"day", "3/22/2026", "2026-03-22 noted 2026-03-22 (March 22, 2026)"},
        {"day", "1", "not_yet noted not_yet"},
        {"day", "Not yet", "not_yet noted not_yet"},
    });
    for (const std::string no_day : {"2026-02-30", "2/30/2026", "02/29/2026", "29.2.26", "February 29, 2026",
                                     "the 31st of April 2026", "2026/13/01", "Monday, Feb 30 2026"}) {
        check_replies({{"day", no_day,
                        "`day` cannot be `" + no_day +
                            "`: there is no such day; write a date such as 2026-01-31, or not_yet, or unknown."}});
    }
    for (const std::string no_date : {"February 2026", "30", "May", "Tuesday, March 2, 2026", "soon", "1/2/3"}) {
        check_replies(
            {{"day", no_date,
              "`day` cannot be `" + no_date + "`; write a date such as 2026-01-31, or not_yet, or unknown."}});
    }
}

TEST_CASE("numbers are answers and not places in a list") {
    check_replies({
        {"count", "2", "2"},
        {"count", "two", "2 noted 2"},
        {"count", "none", "`count` cannot be `none`; did you mean `0`?"},
        {"count", "many", "many"},
        {"count", "1,200", "1200 noted 1200"},
    });
}

TEST_CASE("one of several words") {
    check_replies({
        {"pick", "red", "red"},
        {"pick", "RED", "red"},
        {"pick", "2", "green noted green"},
        {"pick", "4", "other noted other"},
        {"pick", "bleu", "blue noted blue"},
        {"pick", "the green one", "green noted green"},
        {"pick", "0", "There is no answer 0; write a number from 1 to 4, or the word."},
    });
}

TEST_CASE("a reply that says the opposite of an answer, or more than it, is not taken for it") {
    const std::string which = "write one of red, green or blue, or other, or unknown.";
    const auto refused = [&](const std::string& typed) { return "`pick` cannot be `" + typed + "`; " + which; };
    const auto meant = [](const std::string& typed) {
        return "`pick` cannot be `" + typed + "`; did you mean `green`?";
    };
    check_replies({
        {"pick", "not green", refused("not green")},
        {"pick", "ungreen", refused("ungreen")},
        {"pick", "non-green", refused("non-green")},
        {"pick", "not_green", refused("not_green")},
        {"pick", "we stopped green", refused("we stopped green")},
        {"pick", "green isn't it", refused("green isn't it")},
        {"pick", "never green", refused("never green")},
        {"pick", "green until May", refused("green until May")},
        {"pick", "green?", meant("green?")},
        {"pick", "!green", meant("!green")},
        {"pick", "green, I think", meant("green, I think")},
        {"pick", "\u043d\u0435 green", meant("\u043d\u0435 green")},
        {"pick", "green or red", refused("green or red")},
        {"pick", "We have the green plan.", "green noted green"},
        {"pick", "grene", "green noted green"},
        {"picks", "not red",
         "`not` is none of the answers; write a number from 1 to 4, or several, or the word, or `none`, or `unknown`."},
        {"picks", "not red, green",
         "`not red` is none of the answers; write a number from 1 to 4, or several, or the word, or `none`, or "
         "`unknown`."},
        {"day", "not not yet",
         "`day` cannot be `not not yet`; write a date such as 2026-01-31, or not_yet, or unknown."},
        {"day", "not 2026-03-02",
         "`day` cannot be `not 2026-03-02`; write a date such as 2026-01-31, or not_yet, or unknown."},
        {"day", "2026-03-02 not: 2026-03-05",
         "`day` cannot be `2026-03-02 not: 2026-03-05`; write a date such as 2026-01-31, or not_yet, or unknown."},
        {"flag", "yes, we do", "yes noted yes"},
        {"flag", "yes, but not always",
         "`flag` cannot be `yes, but not always`; write yes or no, or maybe, or unknown."},
        {"flag", "no, not yet", "no noted no"},
        {"flag", "yes?", "`flag` cannot be `yes?`; write yes or no, or maybe, or unknown."},
    });
}

TEST_CASE("no word of a built-in checklist is noted for its opposite, and each is for a slip of the keyboard") {
    const Library library = load_all_builtin();
    std::size_t words = 0;
    for (const Checklist& checklist : library.checklists)
        for (const Question& question : checklist.group.questions)
            for (const Text word : question.words) {
                ++words;
                const std::string said = words_of_code(word);
                for (const std::string& typed : {"not " + said, "un" + said, "non-" + said, "not_" + std::string(word),
                                                 "never " + said, "no " + said, said + "?", "we stopped " + said,
                                                 said + " until May", "it isn't " + said, said + ", no"}) {
                    CAPTURE(question.key);
                    CAPTURE(typed);
                    const Reply reply = read_field(question, question.key, typed);
                    const auto* given = std::get_if<Given>(&reply);
                    CHECK_MESSAGE((!given || yaml::line_text(given->value) != std::string_view(word) ||
                                   question.kind == AnswerKind::text),
                                  shown(reply));
                }
                if (said.size() < 6) continue;
                std::string slip(word);
                std::swap(slip[2], slip[3]);
                CAPTURE(slip);
                CHECK(shown(read_field(question, question.key, slip)).starts_with(std::string(word)));
            }
    CHECK(words > 100);
}

TEST_CASE("a word that people use is not noted for another one that is spelled like it") {
    const auto said_to = [library = load_all_builtin()](std::string_view about, std::string_view key,
                                                        std::string_view typed) {
        for (const Checklist& checklist : library.checklists)
            for (const Question& question : checklist.group.questions)
                if (checklist.group.about == about && std::string_view(question.key) == key)
                    return shown(read_reply(question, key, typed));
        return std::string("no such question");
    };
    const auto spruce = [&](std::string_view key, std::string_view typed) {
        return said_to("products.spruce", key, typed);
    };
    const std::string gaps =
        "write one of not_assessed, low_probability, notified, notification_due or no_gap, or unknown.";
    CHECK(spruce("baa.gap", "high probability") == "`baa.gap` cannot be `high probability`; " + gaps);
    CHECK(spruce("baa.gap", "low_probabilty") == "low_probability noted low_probability");
    CHECK(spruce("baa.gap", "lowprobability") == "low_probability noted low_probability");
    CHECK(spruce("baa.gap", "partly notified") == "`baa.gap` cannot be `partly notified`; " + gaps);
    const std::string stages = "write one of none, requested, in_terms_unchecked, executed or terminated, or unknown.";
    for (const std::string typed : {"expected", "rejected", "to be executed", "half executed", "executed but expired"})
        CHECK(spruce("baa.status", typed) == "`baa.status` cannot be `" + typed + "`; " + stages);
    CHECK(spruce("texting.default", "neither").starts_with("`texting.default` cannot be `neither`; write one of"));
    CHECK(spruce("sends.messages", "not mixed").starts_with("`sends.messages` cannot be `not mixed`; write one of"));
    CHECK(spruce("sends.messages", "mostly secure conversation").starts_with("`sends.messages` cannot be"));
    CHECK(spruce("phone.clients_told_voice_only", "almost all").starts_with("`phone.clients_told_voice_only` cannot"));
    CHECK(spruce("email.used_for", "Care team") == "[care_team] noted care_team");
    CHECK(spruce("email.used_for", "everything but clients").find("is none of the answers") != std::string::npos);
    const auto zoom = [&](std::string_view key, std::string_view typed) {
        return said_to("products.zoom", key, typed);
    };
    CHECK(zoom("agreement.vendor_uses", "something").starts_with("`agreement.vendor_uses` cannot be"));
    CHECK(zoom("access.second_factor", "switched_of").starts_with("`access.second_factor` cannot be"));
}

TEST_CASE("a number counts only if all that was said is a number") {
    std::vector<Row> rows;
    for (const std::string typed : {"two dozen", "more than 5", "not 2", "5 million", "two and a half", "at least 3",
                                    "2 or 3", "-2", "5?", "twenty eleven"})
        rows.push_back({"count", typed,
                        "`count` cannot be `" + typed +
                            "`; write a whole number such as 2 (digits only, not negative), or many, or unknown."});
    check_replies(rows);
    check_replies({
        {"count", "3 clients", "`count` cannot be `3 clients`; did you mean `3`?"},
        {"count", "about 5", "`count` cannot be `about 5`; did you mean `5`?"},
        {"count", "~5", "`count` cannot be `~5`; did you mean `5`?"},
        {"count", "we have two", "2 noted 2"},
        {"count", "one hundred", "100 noted 100"},
        {"count", "twenty one", "21 noted 21"},
        {"count", "about a hundred", "`count` cannot be `about a hundred`; did you mean `100`?"},
        {"count", "2.5", "which 2 () 3 ()"},
    });
}

TEST_CASE("several words at once") {
    check_replies({
        {"picks", "red", "[red]"},
        {"picks", "1, 3", "[red, blue] noted red, blue"},
        {"picks", "3 1 3", "[blue, red] noted blue, red"},
        {"picks", "red,grene", "[red, green] noted red, green"},
        {"picks", "none", "[]"},
        {"picks", "no", "[] noted none of them"},
        {"picks", "1, 2 and 3", "[red, green, blue] noted red, green, blue"},
        {"picks", "No idea.", "no_idea noted no_idea"},
        {"picks", "idk", "unknown"},
        {"picks", "???", "unknown"},
        {"picks", ",",
         "`,` is none of the answers; write a number from 1 to 4, or several, or the word, or `none`, or `unknown`."},
        {"picks", "[ ]",
         "`[ ]` is none of the answers; write a number from 1 to 4, or several, or the word, or `none`, or `unknown`."},
        {"picks", "red, no idea", "`no_idea` is an answer of its own; write it alone."},
        {"picks", "4", "no_idea noted no_idea"},
        {"picks", "no_idea", "no_idea"},
        {"picks", "1 4", "`no_idea` is an answer of its own; write it alone."},
        {"picks", "red purple",
         "`purple` is none of the answers; write a number from 1 to 4, or several, or the word, or `none`, or "
         "`unknown`."},
    });
}

TEST_CASE("a word of two letters has no slips, and what is long is no word") {
    Question question;
    question.kind = AnswerKind::choice;
    question.words = {"hi", "all", "on", "off", "n_a"};
    question.choices = 5;
    const auto nearest = [&](const std::string& said) {
        const auto near = nearest_word(question, said);
        return near ? std::string(near->word) : std::string();
    };
    for (const std::string said : {"no", "ho", "in", "an", "n", "own", "won", "son", "him"}) CHECK(nearest(said) == "");
    CHECK(nearest("al") == "all");
    CHECK(nearest("oft") == "off");
    CHECK(nearest("of") == "off");
    CHECK(nearest(std::string(101, 'l')) == "");
}

TEST_CASE("free text keeps what it is, and is quoted where YAML needs it") {
    check_replies({
        {"words", "Red", "Red"},
        {"words", "2", "\"2\""},
        {"words", "yes: no # maybe", "\"yes: no # maybe\""},
        {"words", "nothing", "nothing"},
        {"tag", "exc-01", "exc-01"},
        {"tag", "1", "untagged noted untagged"},
    });
}

}  // namespace
}  // namespace hipaa::testing
