// Keys that a practice file may not have, or not there, and the whole message.
#include "practice/mistakes.hpp"

#include "yaml/fields.hpp"

using hipaa::testing::check_mistakes;

TEST_CASE("keys below a product") {
    check_mistakes(
        hipaa::testing::spruce_above,
        {
            {"    plan: {teir: basic}", "4:12: `teir` is not a key of `products.spruce.plan`; did you mean `tier`?"},
            {"    plan: {tier: comunicator}",
             "4:18: `plan.tier` cannot be `comunicator`; did you mean `communicator`?"},
            {"    plan: {tier: gold}",
             "4:18: `plan.tier` cannot be `gold`; write one of free, trial, basic, communicator, enterprise or "
             "other_paid, or unknown"},
            {"    plan: basic", "4:11: `plan` has keys of its own; write plan: {tier: ...}"},
            {"    plan: [basic]", "4:11: `plan` has keys of its own; write plan: {tier: ...}"},
            {"    plan.tier: basic", "4:5: `plan.tier` is written with one key inside the other: plan: {tier: basic}"},
            {"    plan: {tier: basic, baa.status: none}",
             "4:25: `baa.status` is written with one key inside the other, a level further up: baa: {status: none}"},
            {"    plan: {plan.tier: basic}",
             "4:12: `plan.tier` is written with one key inside the other, a level further up: plan: {tier: basic}"},
            {"    plan.teir: basic",
             "4:5: `plan.teir` is not a key of `products.spruce`; did you mean `plan: {tier: basic}`?"},
            {"    baa: {paln.tier: basic}",
             "4:11: `paln.tier` is not a key of `products.spruce.baa`; did you mean `plan: {tier: basic}`, a level "
             "further up?"},
            {"    products.spruce.plan.tier: basic",
             "4:5: `products.spruce.plan.tier` is written with one key inside the other, at the top of the file: "
             "products: "
             "{spruce: {plan: {tier: basic}}}"},
            {"    gold.tier: basic",
             "4:5: `gold.tier` is not a key of `products.spruce`; its keys are in_use, first_client_use, plan, baa, "
             "phone, texting, sends, email or name"},
            {"  spruce.plan.teir: basic",
             "4:3: `spruce.plan.teir` is not a key of `products`; did you mean `spruce: {plan: {tier: basic}}`?"},
            {"  sprcue.plan.tier: basic",
             "4:3: `sprcue.plan.tier` is not a key of `products`; did you mean `spruce: {plan: {tier: basic}}`?"},
            {"  plan.tier: basic",
             "4:3: `plan.tier` is written with one key inside the other, and belongs at spruce: {plan: {tier: basic}}"},
            {"    tier: basic", "4:5: `tier` is not a key of `products.spruce`; it belongs at plan: {tier: basic}"},
            {"    baa: {tier: basic}",
             "4:11: `tier` is not a key of `products.spruce.baa`; it belongs at plan: {tier: basic}"},
            {"    plan: {tier: [basic]}",
             "4:18: `plan.tier` cannot have a list; write one of free, trial, basic, communicator, enterprise or "
             "other_paid, or unknown"},
            {"    plan: {tier: {basic: yes}}",
             "4:18: `plan.tier` cannot have keys of its own; write one of free, trial, basic, communicator, "
             "enterprise or other_paid, or unknown"},
            {"    covered_entity: yes",
             "4:5: `covered_entity` is not a key of `products.spruce`; its keys are in_use, first_client_use, "
             "plan, baa, phone, texting, sends, email or name"},
            {"    nmae: x", "4:5: `nmae` is not a key of `products.spruce`; did you mean `name`?"},
            {"    name: [x]", "4:11: `name` cannot have a list; write a short text, or unknown"},
            {"    x: 1",
             "4:5: `x` is not a key of `products.spruce`; its keys are in_use, first_client_use, plan, baa, phone, "
             "texting, sends, email or name"},
            {"    spruce: {}",
             "4:5: `spruce` is not a key of `products.spruce`; its keys are in_use, first_client_use, plan, baa, "
             "phone, texting, sends, email or name"},
            {"  sprcue: {}", "4:3: `sprcue` is not a product that a checklist knows; did you mean `spruce`?"},
            {"  Spruce: {}", "4:3: `Spruce` is not a product that a checklist knows; did you mean `spruce`?"},
            {"  nuvo.in_use: yes", "4:3: `nuvo.in_use` is written with one key inside the other: nuvo: {in_use: yes}"},
            {"  nuvo.agreement.status:",
             "4:3: `nuvo.agreement.status` is written with one key inside the other: nuvo: {agreement: {status: ...}}"},
            {"  \"z\\em.in_use\": yes",
             "4:3: `z\\u{1B}m.in_use` is written with one key inside the other: z\\u{1B}m: {in_use: yes}"},
            {"  nuvo.in_use: \"\"", "4:3: `nuvo.in_use` is written with one key inside the other: nuvo: {in_use: ...}"},
            {"  ~: {in_use: yes}", "4:3: the key `~` means \"nothing\" in YAML; write it in quotes: `\"~\"`"},
            {"  \"\": {in_use: yes}", "4:3: there is no name of a product before the colon; write one"},
            {"  \" \": {in_use: yes}", "4:3: there is no name of a product before the colon; write one"},
            {"  \"\\u200B\\u00A0\": {}", "4:3: there is no name of a product before the colon; write one"},
        });
}

TEST_CASE("a product under another of its names") {
    for (const std::string name : {"Spruce Health", "spruce_health", "SpruceHealth", "spruce-app", "SPRUCE  APP",
                                   "Spruce\u00A0Health", "\u200BSpruceApp"}) {
        CAPTURE(name);
        CHECK(hipaa::testing::mistakes_in("products:\n  \"" + name + "\": {in_use: yes}\n") ==
              "2:3: " + hipaa::yaml::quote(name) + " is another name of the product `spruce`; write `spruce`");
    }
    check_mistakes(
        "products:\n",
        {
            {"  SPRUCE: {}", "2:3: `SPRUCE` is not a product that a checklist knows; did you mean `spruce`?"},
            {"  s_pr-u ce: {}", "2:3: `s_pr-u ce` is not a product that a checklist knows; did you mean `spruce`?"},
            {"  spruce: {}\n  Spruce App: {}",
             "3:3: `Spruce App` is another name of the product `spruce`; write `spruce`"},
            {"  Spruce App.plan.tier: basic",
             "2:3: `Spruce App` is another name of the product `spruce`; write `spruce`"},
            {"  nuvo: {}\n  Spruce Health: {}",
             "3:3: `Spruce Health` is another name of the product `spruce`; write `spruce`"},
            {"  phone-app: {name: Spruce Health, client_information: no}",
             "2:21: `Spruce Health` is the product `spruce`; move these answers to `products.spruce`, or call this "
             "product "
             "something else"},
        });
    const std::string itself = hipaa::testing::mistakes_in("products:\n  spruce: {name: Spruce, in_use: no}\n");
    CHECK(itself.find("is the product") == std::string::npos);
}

TEST_CASE("a dotted key at the left edge, as a report shows it") {
    check_mistakes(
        "",
        {
            {"plan.tier: basic",
             "1:1: `plan.tier` is written with one key inside the other, and belongs at products: {spruce: {plan: "
             "{tier: "
             "basic}}}"},
            {"sends.other: standard",
             "1:1: `sends.other` is written with one key inside the other, and belongs at products: {spruce: {sends: "
             "{other: standard}}}"},
            {"policy.written: yes",
             "1:1: `policy.written` is written with one key inside the other, and belongs at communication: {policy: "
             "{written: yes}}"},
            {"agreement.status: none",
             "1:1: `agreement.status` is written with one key inside the other, under its product: agreement: {status: "
             "none}"},
            {"spruce.plan.tier: basic",
             "1:1: `spruce.plan.tier` is written with one key inside the other, and belongs at products: {spruce: "
             "{plan: "
             "{tier: basic}}}"},
            {"loom-video.agreement.status: none",
             "1:1: `loom-video.agreement.status` is written with one key inside the other, and belongs at products: "
             "{loom-video: {agreement: {status: none}}}"},
            {"products.loom-video.agreement.status: none",
             "1:1: `products.loom-video.agreement.status` is written with one key inside the other: products: "
             "{loom-video: {agreement: {status: none}}}"},
            {"practice.covered_entity: no",
             "1:1: `practice.covered_entity` is written with one key inside the other: practice: {covered_entity: no}"},
            {"plan.teir: basic",
             "1:1: `plan.teir` is not a key of the practice file; did you mean `products: {spruce: {plan: {tier: "
             "basic}}}`?"},
            {"products.sprcue.plan.teir: basic",
             "1:1: `products.sprcue.plan.teir` is not a key of the practice file; did you mean `products: {spruce: "
             "{plan: "
             "{tier: basic}}}`?"},
            {"products.loom-video.agrement.status: none",
             "1:1: `products.loom-video.agrement.status` is not a key of the practice file; did you mean `products: "
             "{loom-video: {agreement: {status: none}}}`?"},
            {"products.zooom.in_use: no",
             "1:1: `products.zooom.in_use` is not a key of the practice file; did you mean `products: {zoom: {in_use: "
             "no}}`?"},
            {"products.gmail.in_use: no",
             "1:1: `gmail` can be more than one product; write `consumer_apps` (Personal apps such as WhatsApp or free "
             "Gmail) or `google_workspace` (Google Workspace)"},
            {"products.outlook.in_use: no",
             "1:1: `products.outlook.in_use` is not a key of the practice file; did you mean `products: "
             "{microsoft_365: "
             "{in_use: no}}`?"},
            {"agrement.status: none",
             "1:1: `agrement.status` is not a key of the practice file; did you mean `agreement: {status: none}`, "
             "under "
             "its product?"},
            {"gold.tier: basic",
             "1:1: `gold.tier` is not a key of the practice file; its keys are confirmed_on, practice, products, "
             "communication, security_rule or decisions"},
        });
}

TEST_CASE("keys at the top of the file") {
    check_mistakes(
        "",
        {
            {"product: {spruce: {}}", "1:1: `product` is not a key of the practice file; did you mean `products`?"},
            {"prodcuts: {spruce: {}}", "1:1: `prodcuts` is not a key of the practice file; did you mean `products`?"},
            {"spruce: {}", "1:1: `spruce` is not a key of the practice file; it belongs at products: {spruce: ...}"},
            {"products: [spruce]", "1:11: `products` has keys of its own; write products: {spruce: ...}"},
            {"products: spruce", "1:11: `products` has keys of its own; write products: {spruce: ...}"},
            {"products: [zoom, spruce]", "1:11: `products` has keys of its own; write products: {zoom: ...}"},
            {"products: abacus", "1:11: `products` has keys of its own; write products: {consumer_apps: ...}"},
            {"products: []", "1:11: `products` has keys of its own; write products: {consumer_apps: ...}"},
            {"- products",
             "1:1: a practice file is a map of keys and values, such as `products:` with `spruce:` below it"},
            {"just text",
             "1:1: a practice file is a map of keys and values, such as `products:` with `spruce:` below it"},
            {"practice: Willow", "1:11: `practice` has keys of its own; write practice: {name: ...}"},
            {"practice: {nmae: x}", "1:12: `nmae` is not a key of `practice`; did you mean `name`?"},
            {"practice: {name: [x]}", "1:18: `practice.name` cannot have a list; write a short text, or unknown"},
            {"covered_entity: no",
             "1:1: `covered_entity` is not a key of the practice file; it belongs at practice: {covered_entity: no}"},
            {"products.spruce.plan.tier: basic",
             "1:1: `products.spruce.plan.tier` is written with one key inside the other: products: {spruce: {plan: "
             "{tier: basic}}}"},
            {"products: {spruce.plan.tier: basic}",
             "1:12: `spruce.plan.tier` is written with one key inside the other: spruce: {plan: {tier: basic}}"},
            {"plan: {tier: basic}",
             "1:1: `plan` is not a key of the practice file; it belongs at products: {spruce: {plan: ...}}"},
            {"checklist: 1\n"
             "id: x",
             "1:1: this is a checklist, not a practice file; give it with --rules, and check it with lint"},
            {"decisions: none",
             "1:12: `decisions` takes a list: begin each decision with `- accepts: ` and the id of a check"},
            {"decisions: [spruce/paid-tier]", "1:13: a decision is written as a map of keys and values"},
            {"decisions: {accepts: x}",
             "1:12: `decisions` takes a list: begin each decision with `- accepts: ` and the id of a check"},
            {"Products: {}", "1:1: `Products` is not a key of the practice file; did you mean `products`?"},
            {"practice: {confirmed_on: 2026-01-01}",
             "1:12: `confirmed_on` is a key of the whole file; move it to the left edge"},
            {"products: {spruce: {}, spruce: {}}",
             "1:24: the key `spruce` is already on line 1; keep only one of the two"},
            {"confirmed_on: 2026-11-01\n"
             "confirmed_on: 2026-11-01",
             "2:1: the key `confirmed_on` is already on line 1; keep only one of the two"},
        });
}
