// A checklist and its tests to start from.
#include "authoring/starter.hpp"

#include <algorithm>

#include "text/display_name.hpp"

namespace hipaa {
namespace {

constexpr std::string_view checklist_text =
    R"yaml(# Checklist "Your part in using @NAME@". Everything here is an example to replace; rules/README.md says how.
# Check each change:   hipaa-check lint @ID@.yaml   and   hipaa-check test @ID@.test.yaml

checklist: 1
id: @ID@
name: "@NAME@"
title: Your part in using @NAME@
about: products.@ID@
when: {in_use: yes}
version: @TODAY@

# The review that this checklist follows. Credit its author, and give its date if it has one.
source:
  title: "@NAME@: the title of the review"
  author: The author of the review
  url: "https://example.org/review"
  reviewed_on: unknown

disclaimer: >-
  This is information, not legal advice. It relies on your own answers; nothing was verified. It has no affiliation
  with, and no endorsement from, the author of the review or the maker of @NAME@.

# As the review states them.
vital_stats: {compliance_possible: unknown, recommended: unknown, caveats: 0, notes: 1}

# Every key that a practice may write under products: @ID@:
questions:
  in_use:
    ask: "Does the practice use @NAME@, or does @NAME@ still hold information about its clients?"
    where: "yes = it is in use, or old information is still in it. no = it is not, and nothing is left in it."
    answer: yes_no
    default: yes

  first_client_use:
    name: the first day with client information
    ask: "On which day did anything about a client first reach @NAME@?"
    where: "The oldest entry about a client. If there is none so far, answer not_yet."
    answer: date
    also: [not_yet]

  agreement.status:
    name: the status of the agreement
    ask: "What is the status of your business associate agreement (BAA) with @NAME@?"
    where: "Your contract folder. none = never asked. requested = asked for. signed = signed by both sides."
    answer: {choice: [none, requested, signed]}

  agreement.signed_on:
    name: the day of the agreement
    ask: "From which day did the agreement apply?"
    where: "The date on the agreement itself."
    answer: date

caveats: []

notes:
  - id: agreement-first
    number: 1
    title: Sign a business associate agreement before client information goes in
    why: >-
      @NAME@ keeps information about clients for you, so the law wants a contract with its maker first. An agreement
      that comes late does not reach back.
    basis: law
    cites: ["45 CFR 164.308(b)(1)", "45 CFR 164.502(e)(1)(i)"]
    checks:
      - id: signed
        require: {agreement.status: signed}
        message: There is no signed agreement with the maker of @NAME@.
        fix: >-
          Ask the maker of @NAME@ for the agreement, and sign it. Until then, put no client information into @NAME@. Then
          put "status: signed" and "signed_on:" with its first day under "agreement" in the practice file.

      - id: in-time
        when: {agreement.status: signed}
        require:
          any:
            - first_client_use: {is: not_yet}
            - agreement.signed_on: {on_or_before: first_client_use}
        otherwise: attention
        message: Information about clients reached @NAME@ before the agreement applied.
        fix: >-
          Take advice about the time before the agreement, and write down the dates as they are; do not back-date
          anything. If a date in the practice file is wrong, correct "first_client_use" or "signed_on".
        waivable: yes
)yaml";

constexpr std::string_view tests_text =
    R"yaml(# Tests of @ID@.yaml: each case changes the base practice and says what must come out.
# Run them:   hipaa-check test --coverage --mutants @ID@.test.yaml

today: @TODAY@

base:
  confirmed_on: @TODAY@
  products:
    @ID@:
      first_client_use: 2020-02-01
      agreement: {status: signed, signed_on: 2020-01-15}

cases:
  - name: everything is in place
    expect: {agreement-first/signed: pass, agreement-first/in-time: pass}

  - name: nobody asked for an agreement
    set: {agreement.status: none}
    expect: {agreement-first/signed: fail, agreement-first/in-time: not_applicable}

  - name: the agreement is on its way
    set: {agreement.status: requested}
    expect: {agreement-first/signed: fail, agreement-first/in-time: not_applicable}

  - name: nothing is said about the agreement
    unset: [agreement.status]
    expect: {agreement-first/signed: unknown, agreement-first/in-time: unknown}

  - name: the agreement came on the first day
    set: {agreement.signed_on: 2020-02-01}
    expect: {agreement-first/in-time: pass}

  - name: the agreement came too late
    set: {agreement.signed_on: 2020-02-02}
    expect: {agreement-first/signed: pass, agreement-first/in-time: attention}

  - name: no client yet
    set: {first_client_use: not_yet, agreement.signed_on: 2020-02-02}
    expect: {agreement-first/in-time: pass}

  - name: the day of the agreement is missing
    unset: [agreement.signed_on]
    expect: {agreement-first/in-time: unknown}

  - name: no longer in use
    set: {in_use: no}
    expect: {agreement-first/signed: not_applicable, agreement-first/in-time: not_applicable}
)yaml";

std::string fill(std::string_view text, std::string_view id, Date today) {
    std::string filled;
    while (true) {
        const auto begin = text.find('@');
        filled += text.substr(0, begin);
        if (begin == std::string_view::npos) return filled;
        const auto end = text.find('@', begin + 1);
        const std::string_view word = text.substr(begin + 1, end - begin - 1);
        filled += word == "ID" ? std::string(id) : word == "NAME" ? display_name(id) : iso(today);
        text.remove_prefix(end + 1);
    }
}

}  // namespace

Starter starter(std::string_view id, Date today) {
    return {fill(checklist_text, id, today), fill(tests_text, id, today)};
}

}  // namespace hipaa
