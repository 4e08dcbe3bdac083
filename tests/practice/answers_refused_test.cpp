// Answers that are none, and the whole message.
#include "practice/mistakes.hpp"

using hipaa::testing::check_mistakes;

TEST_CASE("answers") {
    check_mistakes(
        hipaa::testing::spruce_above,
        {
            {"    in_use: j", "4:13: `in_use` cannot be `j`; write yes or no, or unknown"},
            {"    in_use: 1", "4:13: `in_use` cannot be `1`; write yes or no, or unknown"},
            {"    in_use: \"1\"", "4:13: `in_use` cannot be `1`; write yes or no, or unknown"},
            {"    in_use: yep", "4:13: `in_use` cannot be `yep`; did you mean `yes`?"},
            {"    in_use: [yes]", "4:13: `in_use` cannot have a list; write yes or no, or unknown"},
            {"    in_use: YES!", "4:13: `in_use` cannot be `YES!`; did you mean `yes`?"},
            {"    first_client_use: 2026-02-30",
             "4:23: `first_client_use` cannot be `2026-02-30`: there is no such day; write a date such as "
             "2026-01-31, or not_yet, or unknown"},
            {"    first_client_use: 2026-2-3",
             "4:23: `first_client_use` cannot be `2026-2-3`; did you mean `2026-02-03`?"},
            {"    first_client_use: 03/02/2026",
             "4:23: `first_client_use` cannot be `03/02/2026`; did you mean `2026-03-02` (March 2) or "
             "`2026-02-03` (February 3)?"},
            {"    first_client_use: 2026-13-01",
             "4:23: `first_client_use` cannot be `2026-13-01`: there is no such day; write a date such as "
             "2026-01-31, or not_yet, or unknown"},
            {"    first_client_use: 2026",
             "4:23: `first_client_use` cannot be `2026`; write a date such as 2026-01-31, or not_yet, or unknown"},
            {"    first_client_use: 2026-02-03T00:00:00",
             "4:23: `first_client_use` cannot be `2026-02-03T00:00:00`; did you mean `2026-02-03`?"},
            {"    first_client_use: notyet", "4:23: `first_client_use` cannot be `notyet`; did you mean `not_yet`?"},
            {"    first_client_use: March 2, 2026",
             "4:23: `first_client_use` cannot be `March 2, 2026`; did you mean `2026-03-02`?"},
            {"    plan: {paid_since: March 2, 2026, tier: Basic plan}",
             "4:24: `plan.paid_since` cannot be `March 2, 2026`; did you mean `2026-03-02`?\n"
             "4:45: `plan.tier` cannot be `Basic plan`; did you mean `basic`?"},
            {"    in_use: don't know", "4:13: `in_use` cannot be `don't know`; did you mean `unknown`?"},
            {"    in_use: unkown", "4:13: `in_use` cannot be `unkown`; did you mean `unknown`?"},
            {"    plan: {tier: Unknwon}", "4:18: `plan.tier` cannot be `Unknwon`; did you mean `unknown`?"},
            {"    first_client_use: yes",
             "4:23: `first_client_use` cannot be `yes`; write a date such as 2026-01-31, or not_yet, or unknown"},
            {"    first_client_use: 0000-01-01",
             "4:23: `first_client_use` cannot be `0000-01-01`: there is no such day; write a date such as "
             "2026-01-31, or not_yet, or unknown"},
            {"    first_client_use: 2025-02-29",
             "4:23: `first_client_use` cannot be `2025-02-29`: there is no such day; write a date such as "
             "2026-01-31, or not_yet, or unknown"},
            {"    texting: {sms_clients: two}", "4:28: `texting.sms_clients` cannot be `two`; did you mean `2`?"},
            {"    texting: {sms_clients: -1}",
             "4:28: `texting.sms_clients` cannot be `-1`; write a whole number such as 2 (digits only, not negative), "
             "or "
             "unknown"},
            {"    texting: {sms_clients: 1e3}",
             "4:28: `texting.sms_clients` cannot be `1e3`; write a whole number such as 2 (digits only, not negative), "
             "or unknown"},
            {"    texting: {sms_clients: +1}",
             "4:28: `texting.sms_clients` cannot be `+1`; write a whole number such as 2 (digits only, not negative), "
             "or "
             "unknown"},
            {"    texting: {sms_clients: \"1,000\"}",
             "4:28: `texting.sms_clients` cannot be `1,000`; did you mean `1000`?"},
            {"    texting: {sms_clients: 0x10}",
             "4:28: `texting.sms_clients` cannot be `0x10`; write a whole number such as 2 (digits only, not "
             "negative), "
             "or unknown"},
            {"    texting: {sms_clients: .5}",
             "4:28: `texting.sms_clients` cannot be `.5`; write a whole number such as 2 (digits only, not negative), "
             "or "
             "unknown"},
            {"    texting: {sms_clients: 5.}",
             "4:28: `texting.sms_clients` cannot be `5.`; write a whole number such as 2 (digits only, not negative), "
             "or "
             "unknown"},
            {"    texting: {sms_clients: 1_000}",
             "4:28: `texting.sms_clients` cannot be `1_000`; write a whole number such as 2 (digits only, not "
             "negative), "
             "or unknown"},
            {"    texting: {sms_clients: inf}",
             "4:28: `texting.sms_clients` cannot be `inf`; write a whole number such as 2 (digits only, not negative), "
             "or unknown"},
            {"    texting: {sms_clients: 1.2.3}",
             "4:28: `texting.sms_clients` cannot be `1.2.3`; write a whole number such as 2 (digits only, not "
             "negative), "
             "or unknown"},
            {"    texting: {sms_clients: 12345678901234567890}",
             "4:28: `texting.sms_clients` cannot be `12345678901234567890`; write a whole number such as 2 (digits "
             "only, "
             "not negative), or unknown"},
            {"    email: {used_for: care_team}", "4:23: `email.used_for` takes a list; write [care_team]"},
            {"    email: {used_for: none}", "4:23: `email.used_for` cannot be `none`; did you mean `[]`?"},
            {"    email: {used_for: [care_taem]}",
             "4:24: `email.used_for` cannot be `care_taem`; did you mean `care_team`?"},
            {"    email: {used_for: {care_team: yes}}",
             "4:23: `email.used_for` cannot have keys of its own; write a list of any of care_team, clients, "
             "outside_providers or practice_address, such as [care_team] or [], or unknown"},
            {"    email: {used_for: [[care_team]]}",
             "4:24: `email.used_for` cannot have a list; write a list of any of care_team, clients, "
             "outside_providers or practice_address, such as [care_team] or [], or unknown"},
        });
}

TEST_CASE("facts about the practice") {
    check_mistakes(
        "", {
                {"confirmed_on: yesterday",
                 "1:15: `confirmed_on` cannot be `yesterday`; write a date such as 2026-01-31, or unknown"},
                {"confirmed_on: 2026-11-32",
                 "1:15: `confirmed_on` cannot be `2026-11-32`: there is no such day; write a date such as 2026-01-31, "
                 "or unknown"},
                {"practice: {covered_entity: maybe}",
                 "1:28: `practice.covered_entity` cannot be `maybe`; write yes or no, or unknown"},
                {"practice: {covered_entity: 1}",
                 "1:28: `practice.covered_entity` cannot be `1`; write yes or no, or unknown"},
            });
}

TEST_CASE("decisions") {
    check_mistakes(
        "", {
                {"decisions:\n"
                 "  - because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:5: a decision needs `accepts`"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:5: a decision needs `because`"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: b\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:5: a decision needs `by`"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    review_by: 2027-01-31",
                 "2:5: a decision needs `decided_on`"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01",
                 "2:5: a decision needs `review_by`"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-befor-use\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:14: `spruce/paid-tier/paid-befor-use` is not a note or check; did you mean "
                 "`spruce/paid-tier/paid-before-use`?"},
                {"decisions:\n"
                 "  - accepts: paid-before-use\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:14: `paid-before-use` is not a note or check; did you mean `spruce/paid-tier/paid-before-use`?"},
                {"decisions:\n"
                 "  - accepts: paid-tier\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:14: `paid-tier` is not a note or check; did you mean `spruce/paid-tier`?"},
                {"decisions:\n"
                 "  - accepts: nuvo/x\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:14: `nuvo/x` is not a note or check; write its id as the report shows it, such as "
                 "client-communication/access-requests"},
                {"decisions:\n"
                 "  - accepts: [a]\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:14: `accepts` of a decision takes a single value, not a list or a map"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: ''\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "3:14: `because` of a decision may not be empty"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: \n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "3:5: a decision needs `because`"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: soon\n"
                 "    review_by: 2027-01-31",
                 "5:17: `decided_on` of a decision is a date such as 2026-01-31, not `soon`"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-02-30\n"
                 "    review_by: 2027-01-31",
                 "5:17: `decided_on` of a decision is a date such as 2026-01-31, not `2026-02-30`"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: unknown",
                 "6:16: `review_by` of a decision is `unknown`, which is not an answer; write a date such as "
                 "2026-01-31, or take "
                 "out the decision"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: [2026-01-01]",
                 "6:16: `review_by` of a decision takes a single value, not a list or a map"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31\n"
                 "    reveiw_by: 2026-01-01",
                 "7:5: `reveiw_by` is not a key of a decision; did you mean `review_by`?"},
                {"decisions:\n"
                 "  - accepts: spruce/paid-tier/paid-before-use\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31\n"
                 "    note: x",
                 "7:5: `note` is not a key of a decision; its keys are accepts, because, instead, by, decided_on or "
                 "review_by"},
                {"decisions:\n"
                 "  - accepts: spruce\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:14: `spruce` is not a note or check; write its id as the report shows it, such as "
                 "client-communication/access-requests"},
                {"decisions:\n"
                 "  - accepts: any-product/agreement\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:14: `any-product/agreement` does not name its product; write `any-product@KEY/agreement`, where "
                 "KEY is the product's key in the file"},
                {"decisions:\n"
                 "  - accepts: none\n"
                 "    because: b\n"
                 "    by: owner\n"
                 "    decided_on: 2026-10-01\n"
                 "    review_by: 2027-01-31",
                 "2:14: `none` is not a note or check; write its id as the report shows it, such as "
                 "client-communication/access-requests"},
            });
}
