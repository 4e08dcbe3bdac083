// Characters that only look like those of YAML, and lines that were pasted where they do not belong.
#include "practice/mistakes.hpp"

namespace hipaa::testing {

TEST_CASE("what looks like a blank is named, at its place") {
    check_mistakes(
        "",
        {
            {"products:\n\u00A0\u00A0spruce:\n    plan: {tier: basic}",
             "2:1: there is a no-break space (U+00A0) before `spruce`, which YAML takes for a letter; replace it with "
             "an "
             "ordinary space"},
            {"products:\n  spruce:\n    plan:\n      tier: basic\n\u202F     paid_since: 2026-01-01",
             "5:1: there is a no-break space (U+202F) before `paid_since`, which YAML takes for a letter; replace it "
             "with an "
             "ordinary space"},
            {"products:\n  spruce:\n    in_use:\u00A0yes",
             "3:12: there is a no-break space (U+00A0) before `yes`, which YAML takes for a letter; replace it with an "
             "ordinary space"},
            {"products: {spruce: {plan: {\u3000tier: basic}}}",
             "1:28: there is a wide space (U+3000) before `tier`, which YAML takes for a letter; replace it with an "
             "ordinary "
             "space"},
            {"products:\n  spruce\u00A0: {plan: {tier: basic}}",
             "2:9: there is a no-break space (U+00A0) after `spruce`, which YAML takes for a letter; replace it with "
             "an "
             "ordinary space"},
        });
}

TEST_CASE("typographic quotation marks and colons are named") {
    check_mistakes(
        spruce_above,
        {
            {"    \u201Cplan\u201D: {tier: basic}",
             "4:5: there is a typographic quotation mark (U+201C), which YAML takes for a letter; write `plan` without "
             "it"},
            {"    in_use: \u201Cyes\u201D", "4:13: `in_use` cannot be `\u201Cyes\u201D`; did you mean `yes`?"},
            {"    first_client_use: \u2018March 2, 2026\u2019",
             "4:23: `first_client_use` cannot be `\u2018March 2, 2026\u2019`; did you mean `2026-03-02`?"},
            {"    in_use\uFF1A yes",
             "4:11: there is a wide colon (U+FF1A), which YAML takes for a letter; write an ordinary colon and a "
             "space: "
             "`in_use: yes`"},
        });
}

TEST_CASE("lines of a report that were pasted in the wrong place") {
    const std::string below = "    plan: {tier: basic}\n";
    check_mistakes("",
                   {
                       {"products:\n  spruce: {in_use: yes}\n  products:\n    spruce:\n      plan: {tier: basic}",
                        "3:3: `products` is already the heading here; put what is under this line under that one, "
                        "and delete this line"},
                       {"products:\n  spruce:\n    products:\n      spruce:\n        plan: {tier: basic}",
                        "3:5: `products` begins at the left edge of the file; put what is under it into the "
                        "`products` that is there, and "
                        "delete this line"},
                       {"practice: {products: {spruce: {}}}",
                        "1:12: `products` is a key of the whole file; move it to the left edge, with what is under it"},
                       {"products:\n  spruce: {}\n  products:",
                        "3:3: `products` is a key of the whole file, and is already on line 1; delete this one"},
                       {"products:\n  spruce: {in_use: yes}\nproducts:\n  spruce:\n" + below,
                        "3:1: the key `products` is already on line 1; put what is under this one under that one, "
                        "and delete this line"},
                   });
}

TEST_CASE("a key of the whole file that is one indentation too deep") {
    const std::string lead = "3:3: `";
    const std::string move = "` is a key of the whole file; move it to the left edge";
    check_mistakes(
        "products:\n  spruce: {}\n",
        {
            {"  practice:\n    name: Willow", lead + "practice" + move + ", with what is under it"},
            {"  practice:", lead + "practice" + move},
            {"  decisions:", lead + "decisions" + move},
            {"  decisions: []", lead + "decisions" + move},
            {"  decisions:\n  - accepts: spruce/paid-tier", lead + "decisions" + move + ", with what is under it"},
            {"  confirmed_on:", lead + "confirmed_on" + move},
            {"  confirmed_on: 2026-01-01", lead + "confirmed_on" + move},
            {"  communication:", lead + "communication" + move},
            {"  security_rule: {}", lead + "security_rule" + move},
            {"  communication: {access: {in_time: yes}}", lead + "communication" + move + ", with what is under it"},
            {"  practice: {name: Willow}\npractice: {name: Willow}",
             lead + "practice` begins at the left edge of the file; put what is under it into the `practice` that "
                    "is there, and delete this line"},
            {"  confirmed_on: 2026-01-01\nconfirmed_on: 2026-01-01",
             lead + "confirmed_on` is a key of the whole file, and is already on line 4; delete this one"},
        });
    check_mistakes("products:\n  spruce:\n",
                   {{"    decisions: []", "3:5: `decisions" + move},
                    {"    confirmed_on: 2026-01-01", "3:5: `confirmed_on" + move},
                    {"    plan: {practice: {name: Willow}}", "3:12: `practice" + move + ", with what is under it"}});
    const Scratch scratch;
    scratch.write("practice.yaml", "products: {communication: {in_use: no}}\n");
    CHECK(run_program({"-q", "practice.yaml"}).err == "");
}

TEST_CASE("a group one level too high or too low: the hint names where it belongs, and nothing else") {
    check_mistakes("",
                   {
                       {"products: {baa: {status: none}}",
                        "1:12: `baa` is not a product; it belongs at `products.spruce.baa`, one level further in"},
                       {"products:\n  spruce:\n  plan:\n    tier: basic",
                        "3:3: `plan` is not a product; it belongs at `products.spruce.plan`, one level further in"},
                       {"baa: {status: none}",
                        "1:1: `baa` is not a key of the practice file; it belongs at products: {spruce: {baa: ...}}"},
                       {"products: {spruce: {baa: {tier: free}}}",
                        "1:27: `tier` is not a key of `products.spruce.baa`; it belongs at plan: {tier: free}"},
                       {"security-rule: {}",
                        "1:1: `security-rule` is not a key of the practice file; did you mean `security_rule`?"},
                   });
    // There are many of this name, and which one is meant nobody can tell.
    const std::string status = mistakes_in("security_rule: {status: none}\n");
    CHECK(status.find("belongs") == std::string::npos);
    // A product may well be called like a group.
    CHECK(mistakes_in("products: {phone: {agreement: {status: none}}}\n").substr(0, 8) == "status 4");
}

}  // namespace hipaa::testing
