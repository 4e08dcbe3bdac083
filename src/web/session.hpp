// The way of one owner through the page: which screen is shown, and what an action makes of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "interview/asking.hpp"
#include "interview/reply.hpp"
#include "interview/sitting.hpp"
#include "practice/key_tree.hpp"
#include "yaml/document.hpp"

namespace hipaa::web {

using interview::Lines;
using interview::Sitting;
using interview::Topic;

/// A question of a screen.
struct Asked {
    Topic topic;
    Lines why;            // as it was when the question came up
    bool wanted = false;  // by the owner, whether it decides anything or not
};

/// What is on the screen.
struct Screen {
    enum class Kind : std::uint8_t { start, questions, review, report };
    Kind kind = Kind::start;
    std::string group = {};         // of the questions: what their full keys begin with
    std::string subject = {};       // of the questions, in words
    std::vector<Asked> asked = {};  // in the order in which they came up
    bool is_change = false;         // made from the review, to which it leads back
};

/// A question that a control of the page answers, and which item's field it is, of a list.
struct Target {
    Topic topic;
    std::optional<ItemField> field;
};

/// How an answer was given.
enum class Manner : std::uint8_t {
    picked,  // codes of answers, `none` or `unknown`
    typed,   // in a field
};

/// What became of an answer: nothing to say, readings that are in doubt, or a sentence that says what is wrong.
using Outcome = std::variant<std::monostate, interview::Unclear, interview::NotUnderstood>;

class Session {
public:
    /// `added`: checklists beside the built-in ones. Nothing, and `refusal` says why, if they have mistakes.
    static std::unique_ptr<Session> begin(Date today, std::vector<yaml::Source> added, std::string& refusal);

    /// Takes a practice file in place of the answers so far; if it has mistakes, it tells them and changes nothing.
    std::optional<std::string> load(std::string name, std::string text);

    /// Makes these, and no others, be in use: codes of `choices` and keys of other products; `names` are products by
    /// their own names, with commas between. Then goes on to the first questions. Says why not, if so.
    std::optional<std::string> start(const std::vector<std::string_view>& codes, std::string_view names,
                                     std::string_view practice_name);

    Outcome answer(std::string_view key, Manner manner, const std::vector<std::string_view>& given);
    /// Item `number`, from 1, of the list `key`.
    std::optional<std::string> remove_item(std::string_view key, std::size_t number);
    /// That all answers are true as of today; or, taken back, what the file said of that before.
    std::optional<std::string> confirm(bool is_true);

    /// Makes `today` the day that counts as today.
    void go_to_day(Date today);

    void go_on();
    void go_back();
    void go_to_start();
    void go_to_review();
    void go_to_report();
    /// Asks again what was skipped.
    void resume();
    /// Asks the question that `key` is the key of, or the first screen's. False if there is none.
    bool change(std::string_view key);

    const Screen& screen() const { return screen_; }
    const Sitting& sitting() const { return *sitting_; }
    const Library& library() const { return *library_; }
    const KeyTree& keys() const { return *keys_; }
    const std::string& file_name() const { return file_name_; }
    std::span<const std::string> added() const { return added_; }
    bool can_go_back() const { return !history_.empty(); }
    /// What the last answer did to others.
    const Lines& consequences() const { return consequences_; }
    OpenQuestions open() const { return sitting_->open(last_key_); }
    /// True if it was left open on another screen.
    bool is_skipped(const OpenQuestion& question) const;

private:
    Session() = default;

    std::optional<Target> target(std::string_view key) const;
    /// Makes a change to the answer of `target`, and all that is shown up to date. Says why not, if so.
    std::optional<std::string> keep(const Target& target, const interview::Change& change);
    /// The same where `change` finishes the list; tells if it stays open all the same.
    std::optional<std::string> keep_finished(const Target& target, const interview::Change& change);
    Screen screen_with(const Topic& first) const;
    void leave(Screen next);
    void refresh();
    bool is_passed(const Topic& topic) const;

    std::unique_ptr<Library> library_;
    std::unique_ptr<KeyTree> keys_;
    std::vector<std::string> added_;  // names of checklist files
    std::optional<Sitting> sitting_;
    std::string file_name_;
    std::optional<std::string> confirmed_before_;  // what the file said before it was confirmed here

    Screen screen_;
    std::vector<Screen> history_;
    std::vector<Topic> passed_;  // left open on a screen that was left
    std::string last_key_;
    Lines consequences_;
};

}  // namespace hipaa::web
