// What happens to a practice file while the interview has it.
#include <doctest/doctest.h>

#include <string>

#include "faults/process.hpp"

namespace hipaa::testing {
namespace {

/// An interview about Spruce, with `change`, a line of sh, after the first answer is in practice.yaml.
std::string interview(const std::string& change, const std::string& replies) {
    return shell(
        "(echo spruce; n=0; until grep -q spruce practice.yaml 2>/dev/null || [ $n -gt 30000 ]; do "
        "sleep 0.01; n=$((n + 1)); done; " +
        change + "; printf '" + replies + "') | $H ask; echo \"ended with $?\"");
}

TEST_CASE("what another program wrote meanwhile is taken in, and stays") {
    const Scratch scratch;
    const std::string said =
        interview("printf '# mine\\nproducts:\\n  spruce:\\n    in_use: yes\\n' > practice.yaml", "yes\\n0\\nq\\n");
    CHECK(has(said,
              "practice.yaml was changed by another program in the meantime. The answers in it are used, and your last "
              "answer was not saved.\n"));
    CHECK(text_of("practice.yaml") ==
          "# mine\nproducts:\n  spruce:\n    in_use: yes\n    texting:\n      sms_clients: 0\n");
    CHECK(said.ends_with("ended with 4\n"));
    CHECK(names_here() == "practice.yaml");
}

TEST_CASE("a file that has mistakes now, or cannot be read, is left as it is") {
    const Scratch scratch;
    const std::string said = interview("echo 'products: {spruce: {in_us: yes}}' > practice.yaml", "yes\\n0\\nq\\n");
    CHECK(has(said,
              "hipaa-check: practice.yaml was changed by another program meanwhile, and has mistakes now. It is left "
              "as it is, and this answer was not saved.\n"));
    CHECK(text_of("practice.yaml") == "products: {spruce: {in_us: yes}}\n");
    CHECK(said.ends_with("ended with 3\n"));
    shell("rm practice.yaml");
    const std::string gone = interview("mv practice.yaml old.yaml; mkdir practice.yaml", "yes\\nq\\n");
    CHECK(has(gone, "hipaa-check: practice.yaml can no longer be read: Is a directory. This answer was not saved.\n"));
    CHECK(gone.ends_with("ended with 3\n"));
    CHECK(names_here() == "old.yaml practice.yaml");
}

TEST_CASE("a file that is gone is not made anew") {
    const Scratch scratch;
    const std::string said = interview("mv practice.yaml practices.yaml", "yes\\nq\\n");
    CHECK(has(said,
              "hipaa-check: practice.yaml is gone: it was moved or deleted meanwhile. This answer was not saved.\n"));
    CHECK(said.ends_with("ended with 3\n"));
    CHECK(names_here() == "practices.yaml");
}

TEST_CASE("an answer that another program gave meanwhile to the question on the screen stays") {
    const Scratch scratch;
    const std::string said =
        interview("printf 'products:\\n  spruce:\\n    in_use: no\\n' > practice.yaml", "yes\\nq\\n");
    CHECK(has(said, "your last answer was not saved.\n"));
    CHECK(text_of("practice.yaml") == "products:\n  spruce:\n    in_use: no\n");
}

TEST_CASE("a product that was chosen while another program changed the file is asked for again") {
    const Scratch scratch;
    const std::string said = shell(
        "(until grep -q '^> ' said 2>/dev/null; do sleep 0.01; done; echo 'practice: {name: Willow}' > practice.yaml; "
        "printf 'zoom\\nspruce\\nq\\n') | $H ask > said; cat said");
    CHECK(has(said, "your last answer was not saved.\n\nWhat does the practice use"));
    CHECK(text_of("practice.yaml") == "practice: {name: Willow}\nproducts:\n  spruce: {}\n");
}

TEST_CASE("answers are not confirmed before they were shown") {
    const Scratch scratch;
    const std::string rest = "in_use: no, baa: {status: none}, first_client_use: not_yet}}\n";
    const std::string changed = "products: {spruce: {plan: {tier: trial}, " + rest;
    scratch.write("practice.yaml", "products: {spruce: {" + rest);
    scratch.write("changed.yaml", changed);
    const std::string said = shell(
        "(until grep -q confirmed_on said 2>/dev/null; do sleep 0.01; done; cp changed.yaml practice.yaml; "
        "printf 'yes\\nq\\n') | $H ask > said; cat said");
    const std::size_t answer = said.find("> yes\n");
    CHECK(!has(said.substr(0, answer), "today?: trial\n"));
    CHECK(has(said.substr(answer), "Your answers:\n"));
    CHECK(has(said.substr(answer), "today?: trial\n"));
    CHECK(
        has(said,
            "\nNo answer of yours was saved in practice.yaml, which another program changed. Only the confirmation of "
            "your answers is left; run the same command to go on.\n"));
    CHECK(text_of("practice.yaml") == changed);
}

}  // namespace
}  // namespace hipaa::testing
