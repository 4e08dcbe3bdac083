// A practice file before and after one answer was written into it.
#include "practice/edited.hpp"

using namespace hipaa::testing;

namespace {

const std::string tier = "products.spruce.plan.tier";
const std::string paid_since = "products.spruce.plan.paid_since";

}  // namespace

TEST_CASE("a file that is not there yet, answer by answer") {
    std::string text;
    const auto set = [&](std::string_view key, const NewValue& value) { text = edited(text, key, value); };
    set("products.spruce", new_map());
    CHECK(text ==
          "products:\n"
          "  spruce: {}\n");
    set("products.nuvo", new_map());
    set(tier, new_word("basic"));
    set(paid_since, new_word("2026-01-10"));
    set("products.spruce.email.used_for", words({"care_team", "clients"}));
    set("products.nuvo.in_use", new_word("unknown"));
    set("practice.covered_entity", new_word("yes"));
    set("confirmed_on", new_word("2026-11-01"));
    CHECK(text ==
          "products:\n"
          "  spruce:\n"
          "    plan:\n"
          "      tier: basic\n"
          "      paid_since: 2026-01-10\n"
          "    email:\n"
          "      used_for: [care_team, clients]\n"
          "  nuvo:\n"
          "    in_use: unknown\n"
          "practice:\n"
          "  covered_entity: yes\n"
          "confirmed_on: 2026-11-01\n");
}

TEST_CASE("a file that begins as new ones do") {
    const std::string start(hipaa::starting_text);
    CHECK(edited(start, "products.spruce", new_map()) == start + "products:\n  spruce: {}\n");
    CHECK(start.find("http") == std::string::npos);
}

TEST_CASE("a file of comments") {
    check_edits({
        {"# mine\n", "confirmed_on", new_word("2026-11-01"), "# mine\nconfirmed_on: 2026-11-01\n"},
        {"# mine", "confirmed_on", new_word("2026-11-01"), "# mine\nconfirmed_on: 2026-11-01"},
        {"\n\n", "confirmed_on", new_word("2026-11-01"), "\n\nconfirmed_on: 2026-11-01\n"},
        {"---\n# mine\n", "practice.name", new_prose("Willow"), "---\n# mine\npractice:\n  name: Willow\n"},
        {"---\n...\n", "practice.name", new_prose("Willow"), "---\npractice:\n  name: Willow\n...\n"},
        {"\xEF\xBB\xBF", "practice.name", new_prose("Willow"), "\xEF\xBB\xBFpractice:\n  name: Willow\n"},
        {"\xEF\xBB\xBF# mine\r\n", "practice.name", new_prose("Willow"),
         "\xEF\xBB\xBF# mine\r\npractice:\r\n  name: Willow\r\n"},
        {"{}\n", tier, new_word("basic"), "{products: {spruce: {plan: {tier: basic}}}}\n"},
    });
}

TEST_CASE("a text of several lines in braces") {
    check_edits({
        {"practice: {name: Willow\n  Creek}\n", "practice.covered_entity", new_word("yes"),
         "practice: {name: Willow\n  Creek, covered_entity: yes}\n"},
        {"practice: {name: Willow\n\n  Creek\n  , covered_entity: no}\n", "practice.name", new_prose("Elm"),
         "practice: {name: Elm\n  , covered_entity: no}\n"},
        {"practice: {name: Willow\n  Creek, covered_entity: no}\n", "practice.name", new_prose("Elm Street"),
         "practice: {name: Elm Street, covered_entity: no}\n"},
        {"practice: {labels: [north\n  side, b], name: Willow\n  Creek # ours\n  }\n", "practice.covered_entity",
         new_word("yes"),
         "practice: {labels: [north\n  side, b], name: Willow\n  Creek, covered_entity: yes # ours\n  }\n"},
        {"practice: {name: Willow # ours\n  }\n", "practice.covered_entity", new_word("yes"),
         "practice: {name: Willow, covered_entity: yes # ours\n  }\n"},
    });
}

TEST_CASE("a key is added at the end of its group") {
    check_edits({
        {"products:\n  spruce:\n    plan:\n      tier: basic\n  nuvo: {}\n", paid_since, new_word("2026-01-10"),
         "products:\n  spruce:\n    plan:\n      tier: basic\n      paid_since: 2026-01-10\n  nuvo: {}\n"},
        // A group that is missing is made on lines of its own, also next to groups in braces.
        {"products:\n  spruce:\n    baa: {status: none}\n", tier, new_word("basic"),
         "products:\n  spruce:\n    baa: {status: none}\n    plan:\n      tier: basic\n"},
        {"confirmed_on: 2026-11-01\n", tier, new_word("basic"),
         "confirmed_on: 2026-11-01\nproducts:\n  spruce:\n    plan:\n      tier: basic\n"},
        // Without a line break at its end, a file stays so.
        {"products:\n  spruce:\n    plan:\n      tier: basic", paid_since, new_word("2026-01-10"),
         "products:\n  spruce:\n    plan:\n      tier: basic\n      paid_since: 2026-01-10"},
        // Line breaks as those before them.
        {"products:\r\n  spruce:\r\n    plan:\r\n      tier: basic\r\n", "products.spruce.in_use", new_word("yes"),
         "products:\r\n  spruce:\r\n    plan:\r\n      tier: basic\r\n    in_use: yes\r\n"},
        {"products:\r  spruce:\r    in_use: yes\r", tier, new_word("basic"),
         "products:\r  spruce:\r    in_use: yes\r    plan:\r      tier: basic\r"},
        // Behind a value of several lines.
        {"practice:\n  name: Willow\n    Creek\n  x-note: |\n    # not a comment\n\nconfirmed_on: 2026-11-01\n",
         "practice.covered_entity", new_word("yes"),
         "practice:\n  name: Willow\n    Creek\n  x-note: |\n    # not a comment\n  covered_entity: yes\n\n"
         "confirmed_on: 2026-11-01\n"},
        {"practice:\n  x-note: |+\n    text\n\n\nconfirmed_on: 2026-11-01\n", "practice.covered_entity",
         new_word("yes"), "practice:\n  x-note: |+\n    text\n\n\n  covered_entity: yes\nconfirmed_on: 2026-11-01\n"},
        {"practice:\n  name: \"Willow\n    # Creek\"\n", "practice.covered_entity", new_word("yes"),
         "practice:\n  name: \"Willow\n    # Creek\"\n  covered_entity: yes\n"},
        {"practice:\n  name: Willow\n\n    Creek # ours\n", "practice.covered_entity", new_word("yes"),
         "practice:\n  name: Willow\n\n    Creek # ours\n  covered_entity: yes\n"},
        {"practice:\n  labels: [a, #\n    \"]\"]\n", "practice.covered_entity", new_word("yes"),
         "practice:\n  labels: [a, #\n    \"]\"]\n  covered_entity: yes\n"},
        {"a: 1\n...\n", "confirmed_on", new_word("2026-11-01"), "a: 1\nconfirmed_on: 2026-11-01\n...\n"},
    });
}

TEST_CASE("comments and empty lines stay with what they belong to") {
    check_edits({
        // Comments that are indented as far as the group belong to it.
        {"products:\n  spruce:\n    in_use: yes\n    # plan: ask Dana\n\n  # The calls.\n  nuvo:\n    in_use: yes\n",
         tier, new_word("basic"),
         "products:\n  spruce:\n    in_use: yes\n    # plan: ask Dana\n    plan:\n      tier: basic\n\n  # The calls.\n"
         "  nuvo:\n    in_use: yes\n"},
        {"products:\n  spruce:\n    in_use: yes # for years\n\n\n# When.\nconfirmed_on: 2026-11-01\n", tier,
         new_word("basic"),
         "products:\n  spruce:\n    in_use: yes # for years\n    plan:\n      tier: basic\n\n\n# When.\n"
         "confirmed_on: 2026-11-01\n"},
        {"a: 1\n\n# The end.\n\n", "confirmed_on", new_word("2026-11-01"),
         "a: 1\n\n# The end.\nconfirmed_on: 2026-11-01\n\n"},
        {"products:\n  spruce:\n    # not filled in yet\n  nuvo:\n", "products.spruce.in_use", new_word("yes"),
         "products:\n  spruce:\n    # not filled in yet\n    in_use: yes\n  nuvo:\n"},
    });
}

TEST_CASE("new lines are indented as those around them") {
    check_edits({
        {"products:\n   nuvo:\n      in_use: yes\n", tier, new_word("basic"),
         "products:\n   nuvo:\n      in_use: yes\n   spruce:\n      plan:\n         tier: basic\n"},
        {"products:\n        nuvo:\n                in_use: yes\n        spruce:\n", tier, new_word("basic"),
         "products:\n        nuvo:\n                in_use: yes\n        spruce:\n                plan:\n"
         "                        tier: basic\n"},
        // Each group its own way.
        {"practice:\n    name: Willow\nproducts:\n nuvo:\n    in_use: yes\n", "products.spruce.in_use", new_word("yes"),
         "practice:\n    name: Willow\nproducts:\n nuvo:\n    in_use: yes\n spruce:\n    in_use: yes\n"},
        {"practice:\n    name: Willow\n", "products.spruce.in_use", new_word("yes"),
         "practice:\n    name: Willow\nproducts:\n    spruce:\n        in_use: yes\n"},
        {"  practice: {}\n", "confirmed_on", new_word("2026-11-01"), "  practice: {}\n  confirmed_on: 2026-11-01\n"},
    });
}

TEST_CASE("a group in braces") {
    check_edits({
        {"plan: {tier: basic}\n", "plan.paid_since", new_word("2026-01-10"),
         "plan: {tier: basic, paid_since: 2026-01-10}\n"},
        {"plan: { tier: basic }  # ours\n", "plan.paid_since", new_word("2026-01-10"),
         "plan: { tier: basic, paid_since: 2026-01-10 }  # ours\n"},
        {"plan: {tier: basic,}\n", "plan.paid_since", new_word("2026-01-10"),
         "plan: {tier: basic, paid_since: 2026-01-10,}\n"},
        {"plan: {tier}\n", "plan.tier", new_word("basic"), "plan: {tier: basic}\n"},
        {"plan: {tier:}\n", "plan.tier", new_word("basic"), "plan: {tier: basic}\n"},
        {"plan: {tier: , paid_since: ~}\n", "plan.tier", new_word("basic"), "plan: {tier: basic , paid_since: ~}\n"},
        {"plan: {tier, paid_since: null}\n", "plan.paid_since", new_word("2026-01-10"),
         "plan: {tier, paid_since: 2026-01-10}\n"},
        {"plan: {tier}\n", "plan.paid_since", new_word("2026-01-10"), "plan: {tier, paid_since: 2026-01-10}\n"},
        {"plan: {\"tier\":\"free\"}\n", "plan.tier", new_word("basic"), "plan: {\"tier\":\"basic\"}\n"},
        {"{products: {nuvo: {in_use: yes}}, confirmed_on: 2026-11-01}", tier, new_word("basic"),
         "{products: {nuvo: {in_use: yes}, spruce: {plan: {tier: basic}}}, confirmed_on: 2026-11-01}"},
        // On several lines, each entry on its own.
        {"plan: {\n  tier: basic  # for now\n}\n", "plan.paid_since", new_word("2026-01-10"),
         "plan: {\n  tier: basic,  # for now\n  paid_since: 2026-01-10\n}\n"},
        {"plan: {\n  tier: basic,  # for now\n}\n", "plan.paid_since", new_word("2026-01-10"),
         "plan: {\n  tier: basic,  # for now\n  paid_since: 2026-01-10,\n}\n"},
        {"plan: {\n  tier: basic }\n", "plan.paid_since", new_word("2026-01-10"),
         "plan: {\n  tier: basic, paid_since: 2026-01-10 }\n"},
        {"plan: {tier: basic,\n       x-note: it's ours}\n", "plan.paid_since", new_word("2026-01-10"),
         "plan: {tier: basic,\n       x-note: it's ours, paid_since: 2026-01-10}\n"},
        // An empty group becomes one on lines of its own, where that may be.
        {"plan: {}  # ours\nbaa: {}\n", "plan.tier", new_word("basic"), "plan:  # ours\n  tier: basic\nbaa: {}\n"},
        {"spruce: {plan: {}}\n", "spruce.plan.tier", new_word("basic"), "spruce: {plan: {tier: basic}}\n"},
    });
}

TEST_CASE("a value takes the place of another, or of none") {
    check_edits({
        {"tier:\n", "tier", new_word("basic"), "tier: basic\n"},
        {"tier:", "tier", new_word("basic"), "tier: basic"},
        {"tier:   # free or basic\n", "tier", new_word("basic"), "tier: basic   # free or basic\n"},
        {"tier: ~  # free or basic\n", "tier", new_word("basic"), "tier: basic  # free or basic\n"},
        {"tier: null\nx: 1\n", "tier", new_word("basic"), "tier: basic\nx: 1\n"},
        {"tier : unknown\n", "tier", new_word("basic"), "tier : basic\n"},
        {"tier: ''\n", "tier", new_word("basic"), "tier: 'basic'\n"},
        {"\"tier\": Unknown # ?\r\nx: 1\r\n", "tier", new_word("basic"), "\"tier\": basic # ?\r\nx: 1\r\n"},
        {"tier:\n  # Which one?\n  free\nx: 1\n", "tier", new_word("basic"), "tier:\n  # Which one?\n  basic\nx: 1\n"},
        {"name: Willow\n  Creek\nx: 1\n", "name", new_prose("Oak"), "name: Oak\nx: 1\n"},
        {"tier: free\n", "tier", new_word("unknown"), "tier: unknown\n"},
        // Quotes stay.
        {"name: \"Willow\"  # ours\n", "name", new_prose("Oak"), "name: \"Oak\"  # ours\n"},
        {"name: 'Willow'\n", "name", new_prose("Dana's"), "name: 'Dana''s'\n"},
        // Columns count characters, not bytes.
        {"{x-\xC3\xBC: \xE2\x82\xAC, tier: free}\n", "tier", new_word("basic"),
         "{x-\xC3\xBC: \xE2\x82\xAC, tier: basic}\n"},
        // The answer that is there already.
        {"tier: \"basic\"\n", "tier", new_word("basic"), "tier: \"basic\"\n"},
    });
}

TEST_CASE("text is quoted where YAML would take it for something else") {
    check_edits({
        {"", "name", new_prose("Willow Creek & Sons"), "name: Willow Creek & Sons\n"},
        {"", "name", new_prose("2026-01-10"), "name: \"2026-01-10\"\n"},
        {"", "name", new_prose("12"), "name: \"12\"\n"},
        {"", "name", new_prose("12 Elm Street"), "name: 12 Elm Street\n"},
        {"", "name", new_prose("No"), "name: \"No\"\n"},
        {"", "name", new_prose("null"), "name: \"null\"\n"},
        {"", "name", new_prose("Oak # 3"), "name: \"Oak # 3\"\n"},
        {"", "name", new_prose("Oak: the clinic"), "name: \"Oak: the clinic\"\n"},
        {"", "name", new_prose("- Oak"), "name: \"- Oak\"\n"},
        {"", "name", new_prose("*Oak*"), "name: \"*Oak*\"\n"},
        {"", "name", new_prose("Oak, Elm"), "name: \"Oak, Elm\"\n"},
        {"", "name", new_prose(" \"Oak\"\n\\"), "name: \" \\\"Oak\\\"\\n\\\\\"\n"},
        {"", "name",
         new_prose("\xE2\x80\xAE"
                   "kaO"),
         "name: \"\\U0000202EkaO\"\n"},
        {"", "name", new_prose(""), "name: \"\"\n"},
        {"", "name", new_word("2026-01-10"), "name: 2026-01-10\n"},
        {"", "name", new_word("no"), "name: no\n"},
    });
    CHECK(edited("", hipaa::KeyPath{{std::string("products"), std::string("dr. x: y")}, false}, new_map()) ==
          "products:\n  \"dr. x: y\": {}\n");
    CHECK(edited("", hipaa::KeyPath{{std::string("products"), std::string("null")}, false}, new_map()) ==
          "products:\n  \"null\": {}\n");
}

TEST_CASE("a list of words") {
    const NewValue both = words({"care_team", "clients"});
    check_edits({
        {"email:\n", "email.used_for", both, "email:\n  used_for: [care_team, clients]\n"},
        {"used_for: []  # none\n", "used_for", both, "used_for: [care_team, clients]  # none\n"},
        {"used_for: [care_team]\n", "used_for", words({}), "used_for: []\n"},
        {"used_for: [ care_team,\n  practice_address ]  # two\n", "used_for", both,
         "used_for: [care_team, clients]  # two\n"},
        {"used_for: [care_team]\n", "used_for", new_word("unknown"), "used_for: unknown\n"},
        {"email: {used_for: unknown}\n", "email.used_for", both, "email: {used_for: [care_team, clients]}\n"},
        // A list on lines stays one.
        {"used_for:  # ours\n- care_team\nx: 1\n", "used_for", both,
         "used_for:  # ours\n- care_team\n- clients\nx: 1\n"},
        {"used_for:\n    - clients  # some\n", "used_for", both, "used_for:\n    - care_team\n    - clients  # some\n"},
        {"used_for:  # ours\n  - care_team\nx: 1\n", "used_for", words({}), "used_for: []  # ours\nx: 1\n"},
    });
}

TEST_CASE("a list of groups") {
    const NewValue vendors = new_list(
        {group({{"name", new_prose("Willow IT")}, {"serves", words({"email"})}}), group({{"name", new_prose("Oak")}})});
    const std::string lines = "  - name: Willow IT\n    serves: [email]\n  - name: Oak\n";
    check_edits({
        {"vendors:\n", "vendors", vendors, "vendors:\n" + lines},
        {"vendors: []\n", "vendors", vendors, "vendors:\n" + lines},
        {"vendors: unknown  # ask\nx: 1\n", "vendors", vendors, "vendors:  # ask\n" + lines + "x: 1\n"},
        {"vendors:\n  - name: Elm\n", "vendors", vendors, "vendors:\n" + lines},
        {"vendors:\n- name: Elm\n", "vendors", vendors,
         "vendors:\n- name: Willow IT\n  serves: [email]\n- name: Oak\n"},
        {"vendors:\n  - name: Elm\n", "vendors", words({}), "vendors: []\n"},
        {"{vendors: unknown}\n", "vendors", vendors, "{vendors: [{name: Willow IT, serves: [email]}, {name: Oak}]}\n"},
        {"x: 1\n", "vendors", vendors, "x: 1\nvendors:\n" + lines},
    });
}

TEST_CASE("a field of an item of a list") {
    const auto at = [](std::size_t item, std::string_view field) {
        return hipaa::key_path_of_field(hipaa::key_path("vendors"), item, field);
    };
    const NewValue yes = new_word("yes");
    CHECK(edited("", at(0, "agreement"), yes) == "vendors:\n  - agreement: yes\n");
    CHECK(edited("vendors: []\n", at(0, "agreement"), yes) == "vendors:\n  - agreement: yes\n");
    const std::string two =
        "vendors:\n  - name: Willow IT  # Dana's\n  - name: Oak\n\n# When.\nconfirmed_on: 2026-11-01\n";
    CHECK(edited(two, at(0, "agreement"), yes) ==
          "vendors:\n  - name: Willow IT  # Dana's\n    agreement: yes\n  - name: Oak\n\n# When.\nconfirmed_on: "
          "2026-11-01\n");
    CHECK(edited(two, at(2, "agreement"), yes) ==
          "vendors:\n  - name: Willow IT  # Dana's\n  - name: Oak\n  - agreement: yes\n\n# When.\nconfirmed_on: "
          "2026-11-01\n");
    CHECK(edited(two, at(1, "name"), new_prose("Elm")) ==
          "vendors:\n  - name: Willow IT  # Dana's\n  - name: Elm\n\n# When.\nconfirmed_on: 2026-11-01\n");
    CHECK(edited("vendors:\n-   name: Oak\n# When.\nconfirmed_on: 2026-11-01\n", at(1, "agreement"), yes) ==
          "vendors:\n-   name: Oak\n-   agreement: yes\n# When.\nconfirmed_on: 2026-11-01\n");
    CHECK(edited("vendors: [{name: Oak}]\n", at(0, "agreement"), yes) == "vendors: [{name: Oak, agreement: yes}]\n");
    CHECK(edited("vendors: [{name: Oak}]\n", at(1, "agreement"), yes) == "vendors: [{name: Oak}, {agreement: yes}]\n");
    CHECK(edited("vendors: [{}]\n", at(0, "agreement"), yes) == "vendors: [{agreement: yes}]\n");
}

TEST_CASE("an empty group") {
    check_edits({
        {"products: {}\n", "products.nuvo", new_map(), "products:\n  nuvo: {}\n"},
        {"products:\n  spruce:\n    in_use: yes\n", "products.nuvo", new_map(),
         "products:\n  spruce:\n    in_use: yes\n  nuvo: {}\n"},
        // One that is there stays as it is.
        {"products:\n  nuvo:\n", "products.nuvo", new_map(), "products:\n  nuvo:\n"},
        {"products: {nuvo: unknown}\n", "products.nuvo", new_map(), "products: {nuvo: unknown}\n"},
        {"products: {nuvo: {in_use: yes}}\n", "products.nuvo", new_map(), "products: {nuvo: {in_use: yes}}\n"},
        // What stands for none gives way to a group with answers.
        {"products:\n  nuvo: unknown  # ask\n", "products.nuvo.in_use", new_word("yes"),
         "products:\n  nuvo:  # ask\n    in_use: yes\n"},
        {"products:\n", "products.nuvo", new_map(), "products:\n  nuvo: {}\n"},
    });
}

TEST_CASE("a single value in place of the two of an addressable question") {
    hipaa::KeyPath status = hipaa::key_path("security.encryption.status");
    hipaa::KeyPath rationale = hipaa::key_path("security.encryption.rationale_documented");
    status.addressable = rationale.addressable = true;
    const std::string single = "security:\n  encryption: in_place  # all\n";
    CHECK(edited(single, status, new_word("not_in_place")) == "security:\n  encryption: not_in_place  # all\n");
    CHECK(edited(single, rationale, new_word("yes")) ==
          "security:\n  encryption: {status: in_place, rationale_documented: yes}  # all\n");
    CHECK(edited("security:\n  encryption: unknown\n", status, new_word("in_place")) ==
          "security:\n  encryption:\n    status: in_place\n");
}
