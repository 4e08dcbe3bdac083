// The answers of an invented practice that uses Spruce, for files to measure with.
#include "answers.hpp"

#include <cstdio>

namespace bench {
namespace {

std::string day(Chance& chance, std::uint32_t year) {
    char text[sizeof "2026-01-01"];
    const auto of = [](std::uint32_t number) { return static_cast<unsigned>(number % 100); };
    std::snprintf(text, sizeof text, "20%02u-%02u-%02u", of(year), of(1 + chance.below(11)), of(1 + chance.below(20)));
    return text;
}

/// What is open in one practice: a subset of what follows, as bits.
enum Open : std::uint32_t {
    no_agreement = 1 << 0,
    late_agreement = 1 << 1,
    no_copy = 1 << 2,
    texts_anywhere = 1 << 3,
    clients_not_told = 1 << 4,
    sends_openly = 1 << 5,
    mailbox_for_all = 1 << 6,
    does_not_pay = 1 << 7,
    not_answered = 1 << 8,
    uninformed_texting = 1 << 9,
};
constexpr std::uint32_t kinds_of_open = 10;

std::uint32_t choose_open(Chance& chance) {
    if (chance.below(3) != 0) return 0;
    std::uint32_t open = 0;
    const std::uint32_t draws = 1 + chance.below(3);
    for (std::uint32_t draw = 0; draw < draws; ++draw) open |= 1u << chance.below(kinds_of_open);
    // No agreement comes with a free plan, and an agreement that does not exist can be neither late nor without a copy.
    if ((open & does_not_pay) != 0) open |= no_agreement;
    return open;
}

Group agreement(Chance& chance, std::uint32_t open) {
    if ((open & no_agreement) != 0) {
        const bool only_begun = (open & does_not_pay) == 0 && chance.below(2) == 0;
        return {"baa", {{"status", only_begun ? "requested" : "none", "support has not answered yet"}}};
    }
    Group group{"baa", {{"status", "executed"}, {"executed_on", day(chance, (open & late_agreement) != 0 ? 25 : 23)}}};
    group.answers.push_back({"copy_on_file", (open & no_copy) != 0 ? "no" : "yes", "contracts folder, as a PDF"});
    if ((open & late_agreement) != 0) {
        group.answers.push_back({"gap", std::string(chance.one_of({"not_assessed", "low_probability", "notified"}))});
    }
    return group;
}

Group texting(Chance& chance, std::uint32_t open) {
    const std::uint32_t clients = (open & uninformed_texting) != 0 ? 1 + chance.below(5) : chance.below(4);
    const std::uint32_t informed = (open & uninformed_texting) != 0 ? chance.below(clients) : clients;
    Group group{"texting", {}};
    if (open == 0 && chance.below(8) == 0) {
        group.answers = {{"default", "no_texting"}, {"sms_clients", "0"}};
        return group;
    }
    if ((open & texts_anywhere) != 0) {
        group.answers.push_back({"default", std::string(chance.one_of({"sms", "either"}))});
    } else {
        group.answers.push_back({"default", "app"});
        group.answers.push_back({"norm_explained", "yes", "page 2 of the intake papers"});
    }
    group.answers.push_back({"sms_clients", std::to_string(clients), "counts only, never names"});
    if (clients != 0) {
        group.answers.push_back({"sms_clients_informed", std::to_string(informed)});
        group.answers.push_back({"sms_clients_analyzed", std::to_string(clients)});
    }
    return group;
}

Group sends(Chance& chance, std::uint32_t open) {
    Group group{"sends", {}};
    const std::uint32_t openly = (open & sends_openly) != 0 ? chance.below(4) : 4;
    std::uint32_t at = 0;
    for (const std::string_view key : {"messages", "payment_requests", "payment_receipts", "other"}) {
        const std::string_view way = at++ == openly
                                         ? chance.one_of({"standard", "mixed"})
                                         : chance.one_of({"secure_conversation", "secure_conversation", "not_used"});
        group.answers.push_back({std::string(key), std::string(way)});
    }
    return group;
}

Group phone(Chance& chance, std::uint32_t open) {
    if ((open & clients_not_told) == 0) {
        return {"phone", {{"number", "yes"}, {"clients_told_voice_only", "all", "it is in the greeting, too"}}};
    }
    return {"phone",
            {{"number", "yes"},
             {"clients_told_voice_only", std::string(chance.one_of({"some", "nobody", "no_clients_yet"}))}}};
}

}  // namespace

Practice invent(Chance& chance) {
    const std::uint32_t open = choose_open(chance);
    Practice practice;
    practice.name =
        std::string(chance.one_of({"Willow", "Juniper", "Cedar", "Aspen", "Heron", "Maple", "Quiet", "North"})) + " " +
        std::string(chance.one_of({"Creek", "Path", "Hill", "River", "Harbor", "Street", "Garden"})) + " " +
        std::string(chance.one_of({"Counseling", "Therapy", "Psychotherapy", "Family Practice"}));
    practice.confirmed_on = day(chance, 26);
    practice.answers = {{"in_use", "yes"}, {"first_client_use", day(chance, 24), "the first voicemail from a client"}};

    Group plan{"plan", {{"tier", "free"}}};
    if ((open & does_not_pay) == 0) {
        plan.answers = {{"tier", std::string(chance.one_of({"basic", "communicator", "enterprise", "other_paid"}))},
                        {"paid_since", day(chance, 22), "by the oldest invoice"}};
    }
    Group email{"email", {{"used_for", (open & mailbox_for_all) != 0 ? "[care_team, clients]" : "[care_team]"}}};
    if ((open & mailbox_for_all) == 0 && chance.below(3) == 0) email.answers[0].value = "[]";

    practice.groups = {plan, agreement(chance, open), phone(chance, open), texting(chance, open), sends(chance, open),
                       email};
    const std::string_view sources[] = {"Settings > Billing",
                                        "the folder with the contracts",
                                        "what the greeting says",
                                        "the intake papers, and the charts",
                                        "the last one of each that was sent",
                                        "the mailbox of Spruce itself"};
    for (std::size_t at = 0; at < practice.groups.size(); ++at) practice.groups[at].source = sources[at];
    if ((open & not_answered) != 0) {
        std::vector<Answer>& answers = practice.groups[1 + chance.below(4)].answers;
        answers.pop_back();
    }
    return practice;
}

}  // namespace bench
