// What is wrong with the head or the questions of a checklist, and the whole message.
#include "checklist/ids.hpp"
#include "checklist/refusals.hpp"

#include <fmt/format.h>

using hipaa::get_later_version;
using hipaa::testing::check_changes;

TEST_CASE("the head of a checklist") {
    check_changes({
        {"title: Lab\n", "", "1:1: a checklist needs `title`"},
        {"about: products.lab\n", "", "1:1: a checklist needs `about`"},
        {"id: lab\n", "", "1:1: a checklist needs `id`"},
        {"checklist: 1\n", "", "1:1: a checklist needs `checklist`"},
        {"questions:\n"
         "  flag: {ask: \"Flag?\", answer: yes_no}\n"
         "  pick: {ask: \"Pick?\", answer: {choice: [red, green]}}\n",
         "",
         "1:1: a checklist needs `questions`\n"
         "13:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"title: Lab", "titel: Lab",
         "1:1: a checklist needs `title`\n"
         "3:1: `titel` is not a key of a checklist; did you mean `title`?"},
        {"title: Lab", "title:", "3:1: a checklist needs `title`"},
        {"title: Lab", "title: ''", "3:8: `title` of a checklist may not be empty"},
        {"title: Lab", "title: \"\\u200B \\u00A0\"",
         "3:8: `title` of a checklist shows nothing: it is made of blanks or invisible characters; write something "
         "that "
         "can be read"},
        {"title: Lab", "title: Lab\nalso_known_as: ['- _']", "4:17: a name of a product has letters or digits in it"},
        {"title: Lab", "title: [Lab]", "3:8: `title` of a checklist takes a single value, not a list or a map"},
        {"checklist: 1", "checklist: 2",
         "1:12: this checklist is written in format 2, and this version of hipaa-check reads format 1; " +
             get_later_version()},
        // What else a later format may hold is not looked at.
        {"checklist: 1\nid: lab\n", "checklist: 2\nids: [lab]\n",
         "1:12: this checklist is written in format 2, and this version of hipaa-check reads format 1; " +
             get_later_version()},
        {"checklist: 1", "checklist: 0", "1:12: there is no format 0; write `checklist: 1`"},
        {"checklist: 1", "checklist: one", "1:12: `checklist` of a checklist is a whole number such as 3, not `one`"},
        {"id: lab", "id: Lab 1",
         "2:5: `Lab 1` cannot be an id: use small letters and digits in parts joined by `-`, such as paid-tier"},
        {"id: lab", "id: lab/x",
         "2:5: `lab/x` cannot be an id: use small letters and digits in parts joined by `-`, such as paid-tier"},
        {"id: lab", "id: any-product@zoom",
         "2:5: `any-product@zoom` cannot be an id: use small letters and digits in parts joined by `-`, such "
         "as paid-tier"},
        {"products.lab", "products",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `products`"},
        {"products.lab", "products.",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `products.`"},
        {"products.lab", "products.a.b",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `products.a.b`"},
        {"products.lab", "practice",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `practice`"},
        {"products.lab", "decisions.x",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `decisions.x`"},
        {"products.lab", "confirmed_on",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `confirmed_on`"},
        {"products.lab", "checklist",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `checklist`"},
        {"products.lab", "product.lab", "4:8: `about` cannot be `product.lab`; did you mean `products.lab`?"},
        {"products.lab", "porducts", "4:8: `about` cannot be `porducts`; did you mean `products`?"},
        {"products.lab", "x-lab",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `x-lab`"},
        {"products.lab", "products.x-lab",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `products.x-lab`"},
        {"products.lab", "a..b",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `a..b`"},
        {"products.lab", "\"*\"",
         "4:8: `about` says where the answers live: `products.NAME`, `products.*` or a key of its own at the "
         "top of the file, not `*`"},
        {"title: Lab",
         "title: Lab\n"
         "when: {}",
         "4:7: `when` of the checklist needs a condition such as {question: value}; an empty one would always "
         "hold"},
        {"title: Lab",
         "title: Lab\n"
         "when: {flga: yes}",
         "4:8: `flga` is not a question; did you mean `flag`?"},
        {"title: Lab",
         "title: Lab\n"
         "version: [1]",
         "4:10: `version` of a checklist takes a single value, not a list or a map"},
        {"title: Lab",
         "title: Lab\n"
         "source: {title: a, date: b}",
         "4:20: `date` is not a key of `source`; its keys are title, author, url or reviewed_on"},
        {"title: Lab",
         "title: Lab\n"
         "source: a",
         "4:9: `source` is written as a map of keys and values"},
        {"title: Lab",
         "title: Lab\n"
         "source: {title: a, reviewed_on: lately}",
         "4:33: `reviewed_on` is a date such as 2026-01-31, or unknown, not `lately`"},
        {"title: Lab",
         "title: Lab\n"
         "vital_stats: {caveats: none}",
         "4:24: `caveats` of `vital_stats` is a whole number such as 3, not `none`"},
        {"title: Lab",
         "title: Lab\n"
         "vital_stats: {compliance_possible: perhaps}",
         "4:36: `compliance_possible` is yes, no or unknown, not `perhaps`"},
        {"title: Lab",
         "title: Lab\n"
         "vital_stats: {compliance: yes}",
         "4:15: `compliance` is not a key of `vital_stats`; its keys are compliance_possible, recommended, "
         "recommended_note, caveats or notes"},
        {"title: Lab",
         "title: Lab\n"
         "characteristics: fast",
         "4:18: `characteristics` of a checklist takes a list: put its items in [ ] or on lines that begin "
         "with `- `"},
        {"title: Lab",
         "title: Lab\n"
         "suits: [{a: b}]",
         "4:9: `suits` of a checklist takes a list of texts"},
    });
}

TEST_CASE("questions") {
    check_changes({
        {"  flag: {ask: \"Flag?\", answer: yes_no}\n"
         "  pick: {ask: \"Pick?\", answer: {choice: [red, green]}}\n",
         "  {}\n",
         "6:3: `questions` needs at least one question: {key: {ask: ..., answer: yes_no}}\n"
         "15:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"flag: {ask: \"Flag?\", answer: yes_no}", "flag: {answer: yes_no}", "6:3: the question `flag` needs `ask`"},
        {"flag: {ask: \"Flag?\", answer: yes_no}", "flag: {ask: \"Flag?\"}", "6:3: the question `flag` needs `answer`"},
        {"flag: {ask: \"Flag?\", answer: yes_no}", "flag: yes_no",
         "6:9: the question `flag` is written as a map of keys and values"},
        {"answer: yes_no", "answer: yesno", "6:32: `yesno` is not an answer type; did you mean `yes_no`?"},
        {"answer: yes_no", "answer: bool",
         "6:32: `bool` is not an answer type of this version; there are yes_no, date, number, decimal, text, code, "
         "choice, choices, list or addressable; if the checklist is written for a later version, " +
             get_later_version()},
        {"answer: yes_no", "answer: choice",
         "6:32: the answer type `choice` says what it offers: {choice: [one, two]}"},
        {"answer: yes_no", "answer: list",
         "6:32: the answer type `list` says what it offers: {list: {name: {ask: ..., answer: text}}}"},
        {"answer: yes_no", "answer: [a]",
         "6:32: `answer` is one of yes_no, date, number, decimal, text, code, choice, choices, list or addressable"},
        {"answer: yes_no", "answer: {}",
         "6:32: `answer` is one of yes_no, date, number, decimal, text, code, choice, choices, list or addressable"},
        {"answer: yes_no", "answer: {choice: [a], list: {}}",
         "6:32: `answer` is one of yes_no, date, number, decimal, text, code, choice, choices, list or addressable"},
        {"answer: yes_no", "anwser: yes_no",
         "6:3: the question `flag` needs `answer`\n"
         "6:24: `anwser` is not a key of the question `flag`; did you mean `answer`?"},
        {"[red, green]", "[]", "7:41: `choice` takes a list of at least one word"},
        {"[red, green]", "red", "7:41: `choice` takes a list of at least one word"},
        {"[red, green]", "[red, Red]", "7:47: `Red` is offered twice (letter case does not count)"},
        {"[red, green]", "[red, Unknown]",
         "7:47: `unknown`, null and empty text always mean *not answered*; they cannot be offered as an answer"},
        {"[red, green]", "[red, \"unknown\"]",
         "7:47: `unknown`, null and empty text always mean *not answered*; they cannot be offered as an answer"},
        {"[red, green]", "[red, ~]",
         "7:47: `unknown`, null and empty text always mean *not answered*; they cannot be offered as an answer"},
        {"[red, green]", "[red, '']",
         "7:47: `unknown`, null and empty text always mean *not answered*; they cannot be offered as an answer"},
        {"{choice: [red, green]}", "{choices: [red, None]}",
         "7:48: `none` is how people say that none of the answers fits, which a file has as []; use another word"},
        {"{choice: [red, green]}", "{choices: [red, green]}, also: [none]",
         "7:64: `none` is how people say that none of the answers fits, which a file has as []; use another word"},
        {"[red, green]", "[red, [green]]", "7:47: an offered answer is a single word"},
        {"[red, green]}", "[red, green]}, also: [green]",
         "7:63: `green` is offered twice (letter case does not count)"},
        {"[red, green]}", "[red, green]}, also: [unknown]",
         "7:63: `unknown`, null and empty text always mean *not answered*; they cannot be offered as an answer"},
        {"[red, green]}", "[red, green]}, also: []", "7:62: `also` takes a list of at least one word"},
        {"[red, green]}", "[red, green]}, also: none", "7:62: `also` takes a list of at least one word"},
        {"answer: yes_no", "answer: yes_no, also: [maybe, Off]",
         "6:54: `Off` is an answer of type yes_no already; take it out, or use another word"},
        {"answer: yes_no", "answer: number, also: [many, 5]",
         "6:53: `5` is an answer of type number already; take it out, or use another word\n"
         "16:25: `flag` cannot be `yes`; write a whole number such as 2 (digits only, not negative), or many"},
        {"answer: yes_no", "answer: date, also: [never, 2026-01-01, today]",
         "6:52: `2026-01-01` is an answer of type date already; take it out, or use another word\n"
         "6:64: `today` is the day of the check in conditions; use another word\n"
         "16:25: `flag` cannot be `yes`; write a date such as 2026-01-31, or never"},
        {"answer: yes_no", "answer: yes_no, also: [twice], formerly: {twice: [both, no]}",
         "6:80: `no` is an answer of type yes_no already; take it out, or use another word"},
        {"answer: yes_no", "answer: {list: {id: {ask: a, answer: code, also: [none, ab-12]}}}",
         "6:80: `ab-12` is an answer of type code already; take it out, or use another word\n"
         "16:25: `flag` holds several answers, so it cannot be equal to one; use answered, empty, each, some or "
         "count"},
        // A condition on a question with such a mistake is judged all the same.
        {"answer: yes_no", "answer: {choice: [some, none, unknown, All, all]}",
         "6:54: `unknown`, null and empty text always mean *not answered*; they cannot be offered as an answer\n"
         "6:68: `all` is offered twice (letter case does not count)\n"
         "16:25: `flag` cannot be `yes`; write one of some, none or All"},
        {"[red, green]}", "[red, green]}, default: blue",
         "7:65: `default` cannot be `blue`; write one of red or green, or unknown"},
        {"[red, green]}", "[red, green]}, default: gren", "7:65: `default` cannot be `gren`; did you mean `green`?"},
        {"[red, green]}", "[red, green]}, default: unknown", "7:65: a default is an answer; leave the key out instead"},
        {"answer: yes_no", "answer: yes_no, default: 1", "6:49: `default` cannot be `1`; write yes or no, or unknown"},
        {"  flag:", "  all:",
         "6:3: no question can be called `all`, because conditions use the word\n"
         "16:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"  flag:", "  any:",
         "6:3: no question can be called `any`, because conditions use the word\n"
         "16:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"  flag:", "  not:",
         "6:3: no question can be called `not`, because conditions use the word\n"
         "16:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"  flag:", "  today:",
         "6:3: no question can be called `today`, because conditions use the word\n"
         "16:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"  flag:", "  Flag:",
         "6:3: `Flag` cannot be the name of a question: use small letters, digits, `_` and `-` in parts joined "
         "by dots, not beginning with x-\n"
         "16:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"  flag:", "  a..b:",
         "6:3: `a..b` cannot be the name of a question: use small letters, digits, `_` and `-` in parts joined "
         "by dots, not beginning with x-\n"
         "16:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"  flag:", "  x-flag:",
         "6:3: `x-flag` cannot be the name of a question: use small letters, digits, `_` and `-` in parts "
         "joined by dots, not beginning with x-\n"
         "16:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"  flag:", "  unknown:",
         "16:19: `flag` is not a question of this checklist; add it under `questions`, or write a question of "
         "another checklist with a leading `/`"},
        {"  pick:", "  flag.sub:", "7:3: `flag` is a question, so it cannot also hold `flag.sub`"},
        {"answer: yes_no", "answer: {list: {}}",
         "6:39: a list needs the keys of its items: {list: {name: {ask: ..., answer: text}}}"},
        {"answer: yes_no", "answer: {list: {a: {ask: a, answer: {list: {b: {ask: b, answer: text}}}}}}",
         "6:61: a list inside a list is not possible; use a question of its own\n"
         "16:25: `flag` holds several answers, so it cannot be equal to one; use answered, empty, each, some or count"},
        {"answer: yes_no", "answer: {list: {a.b: {ask: a, answer: text}}}",
         "6:40: `a.b` cannot be the name of a question: use small letters, digits, `_` and `-`, not beginning "
         "with x-"},
        {"answer: yes_no", "answer: {list: {all: {ask: a, answer: text}}}",
         "6:40: no question can be called `all`, because conditions use the word"},
        {"answer: yes_no", "answer: {list: {a: {answer: text}}}",
         "6:40: the question `a` needs `ask`\n"
         "16:25: `flag` holds several answers, so it cannot be equal to one; use answered, empty, each, some or count"},
    });
}

TEST_CASE("a question offers so many answers") {
    const auto offering = [](int count) {
        std::string words = "red";
        for (int i = 2; i < count; ++i) words += fmt::format(", w{}", i);
        return words + ", green";
    };
    check_changes({
        {"red, green", offering(1001), "7:5936: a question offers at most 1000 answers"},
    });
}
