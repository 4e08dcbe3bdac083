// What happens to a practice file while the interview has it.
#include <doctest/doctest.h>

#include <string>

#include "faults/process.hpp"

namespace hipaa::testing {
namespace {

/// An interview about Spruce, with `change`, a line of sh, after the first answer is in practice.yaml.
std::string interview(const std::string& change, const std::string& replies) {
    return shell(
        "(echo spruce; n=0; until grep -q spruce practice.yaml 2>/dev/null || [ $n -gt 2000 ]; do "
        "sleep 0.01; n=$((n + 1)); done; " +
        change + "; printf '" + replies + "') | $H ask; echo \"ended with $?\"");
}

TEST_CASE("what another program wrote meanwhile is taken in, and stays") {
    const Scratch scratch;
    const std::string said =
        interview("printf '# mine\\nproducts:\\n  spruce:\\n    in_use: yes\\n' > practice.yaml", "yes\\n0\\nq\\n");
    CHECK(has(said, "practice.yaml was changed by another program meanwhile. Its new answers are used.\n"));
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

TEST_CASE("an answer that another program gave meanwhile to the question on the screen is given anew") {
    const Scratch scratch;
    interview("printf 'products:\\n  spruce:\\n    in_use: no\\n' > practice.yaml", "yes\\nq\\n");
    CHECK(text_of("practice.yaml") == "products:\n  spruce:\n    in_use: yes\n");
}

}  // namespace
}  // namespace hipaa::testing
