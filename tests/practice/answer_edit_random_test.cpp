// Answers written into files of all kinds: nothing but the answer changes, whatever the file is like.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "practice/edit_trial.hpp"
#include "practice/random_practice.hpp"

using namespace hipaa::testing;
using hipaa::yaml::Random;

namespace {

std::vector<std::string> comments_in(const std::string& text) {
    std::vector<std::string> comments;
    for (std::size_t at = text.find('#'); at != text.npos; at = text.find('#', at + 1)) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        comments.push_back(text.substr(at, end - at));
    }
    return comments;
}

/// Lines with nothing but blanks in them.
std::size_t empty_lines(const std::string& text) {
    std::size_t count = 0;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (text.find_first_not_of(" \r", start) >= end) ++count;
        start = end + 1;
    }
    return count;
}

constexpr std::string_view mark = "\xEF\xBB\xBF";

/// What differs between two texts, from the first byte to the last.
std::pair<std::string, std::string> difference(const std::string& before, const std::string& after) {
    const auto [one, other] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto same = one - before.begin();
    const auto room = std::min(before.end() - one, after.end() - other);
    std::ptrdiff_t tail = 0;
    while (tail < room && before.end()[-1 - tail] == after.end()[-1 - tail]) ++tail;
    return {before.substr(static_cast<std::size_t>(same), before.size() - static_cast<std::size_t>(same + tail)),
            after.substr(static_cast<std::size_t>(same), after.size() - static_cast<std::size_t>(same + tail))};
}

/// Bytes came in, and none went but those of an old value; between braces a comma may come before a comment.
void check_difference(const Trial& trial) {
    const auto [removed, inserted] = difference(trial.before, trial.after);
    if (!trial.had_value && !removed.empty()) CHECK(inserted.starts_with("," + removed));
    if (!trial.was_list) CHECK((removed.find('#') == removed.npos || inserted.find('#') != inserted.npos));
}

std::string contents(const std::string& name) {
    std::ifstream file(std::string(HIPAA_CHECK_ROOT) + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

NewValue copy_of(hipaa::yaml::Node node) {
    if (!node.is_map() && !node.is_sequence()) return new_word(node.text());
    NewValue value = node.is_map() ? new_map() : new_list();
    for (const hipaa::yaml::Node item : node.items()) value.children.push_back(copy_of(item));
    for (const auto& entry : node.entries()) {
        value.keys.emplace_back(entry.key);
        value.children.push_back(copy_of(entry.value));
    }
    return value;
}

using Answers = std::vector<std::pair<hipaa::KeyPath, NewValue>>;

void add_answers(hipaa::yaml::Node node, hipaa::KeyPath path, Answers& answers) {
    if (!node.is_map() || node.size() == 0) return answers.emplace_back(path, copy_of(node)), void();
    for (const auto& entry : node.entries()) {
        path.steps.emplace_back(std::string(entry.key));
        add_answers(entry.value, path, answers);
        path.steps.pop_back();
    }
}

}  // namespace

TEST_CASE("only the answer changes, in files such as people write") {
    Random random(20261101);
    std::size_t written = 0;
    std::size_t refused = 0;
    while (written < 5000) {
        const auto trial = trial_of(random_practice(random), random);
        REQUIRE(trial);
        if (trial->is_mistaken) continue;
        CAPTURE(trial->before);
        CAPTURE(steps_text(trial->path));
        CAPTURE(trial->after);
        if (!trial->problem.empty()) {
            ++refused;
            CHECK(trial->problem.find(" cannot be saved in this file: ") != std::string::npos);
            continue;
        }
        ++written;
        CHECK(comments_in(trial->before) == comments_in(trial->after));
        if (!trial->was_list) CHECK(empty_lines(trial->before) == empty_lines(trial->after));
        CHECK((trial->before.back() == '\n') == (trial->after.back() == '\n'));
        CHECK(trial->before.starts_with(mark) == trial->after.starts_with(mark));
        if (trial->before.find('\r') != std::string::npos)
            CHECK(std::ranges::count(trial->after, '\r') == std::ranges::count(trial->after, '\n'));
        else CHECK(trial->after.find('\r') == std::string::npos);
        check_difference(*trial);
    }
    CHECK(refused * 50 < written);
}

TEST_CASE("only the answer changes, in all that is YAML") {
    Random random(1);
    std::vector<std::string> texts;
    for (const char* name : {"willow-creek", "small-practice", "group-practice", "solo-practice", "first-draft"})
        texts.push_back(contents(fmt::format("examples/{}.yaml", name)));
    std::size_t written = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto trial = trial_of(random.one_in(2) ? hipaa::yaml::generate(random) : mutate(texts, random), random);
        if (trial && trial->problem.empty()) ++written;
    }
    CHECK(written > 1000);
}

TEST_CASE("all answers of a file, one by one, bring it from nothing to what it says") {
    for (const char* name : {"willow-creek", "small-practice", "group-practice", "solo-practice"}) {
        CAPTURE(name);
        hipaa::yaml::Problems problems;
        const auto wanted =
            hipaa::yaml::read({"practice.yaml", contents(fmt::format("examples/{}.yaml", name))}, problems);
        REQUIRE(wanted);
        std::string text;
        Answers answers;
        add_answers(wanted->root(), {}, answers);
        for (const auto& [path, value] : answers) text = edited(text, path, value);
        const auto made = hipaa::yaml::read({"practice.yaml", text}, problems);
        REQUIRE(made);
        CHECK(leaves_of(made->root()) == leaves_of(wanted->root()));
    }
}
