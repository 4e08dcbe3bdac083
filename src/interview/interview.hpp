// The interview itself: one question at a time, over whatever carries lines to and fro.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "interview/asking.hpp"
#include "interview/review.hpp"
#include "interview/sitting.hpp"

namespace hipaa::interview {

/// What became of an answer.
enum class Kept : std::uint8_t {
    yes,
    changed,  // others changed the file meanwhile: that is in the sitting now, the answer is not, and that has been said
    refused,  // it cannot be written where it belongs; that has been said
    failed,   // the file could not be read or written; that has been said
};

/// Who is asked, and where the answers are kept.
class Conversation {
public:
    virtual ~Conversation() = default;
    virtual void say(std::string_view line) = 0;
    /// The next line that is typed, without its end; nothing if no more will come.
    virtual std::optional<std::string> listen() = 0;
    /// Changes the sitting by `change`, and puts its text in the file. If others changed the file meanwhile, the sitting
    /// takes that in instead.
    virtual Kept keep(Sitting& sitting, const Change& change) = 0;
};

enum class End : std::uint8_t {
    finished,
    stopped,   // by `q`, or because no more input came
    not_kept,  // the file could not be written
};

/// Asks what is left, and whether the answers are still true. Everything that was answered is kept at once.
class Interview {
public:
    Interview(Sitting& sitting, Conversation& conversation) : sitting_(sitting), conversation_(conversation) {}

    End hold();

    /// Open questions that can change no result.
    std::size_t left_out() const { return left_out_; }
    /// Questions that are left for the next time.
    ToGo to_go() const;
    /// The keys whose last answer was refused.
    const std::set<std::string>& refused() const { return refused_; }

private:
    /// What became of a question.
    enum class Turn : std::uint8_t { answered, passed, changed, refused, back, stop, not_kept };

    /// The item of a list that is asked about next.
    enum class NextItem : std::uint8_t { another, last_again };
    /// Or what becomes of a list that has no further item asked now.
    using NextItemOrEnd = std::variant<NextItem, Turn>;

    /// `value` is there if it was answered.
    struct Heard {
        Turn turn = Turn::answered;
        std::optional<yaml::NewValue> value = std::nullopt;
    };

    void say(const Lines& lines);
    void say_why(const OpenQuestion* open, std::string_view otherwise);
    std::optional<std::string> listen();

    /// `is_change`: from the review, to which `b` leads back.
    Turn ask_in_use(bool is_change = false);
    Turn use(const std::vector<Chosen>& chosen);
    Turn ask_in_turn(const Topic& topic, const OpenQuestion* open);
    Turn ask(const Topic& topic, const OpenQuestion* open);
    Turn ask_list(const Topic& topic, const OpenQuestion* open);
    Turn ask_whole_list(const Topic& topic, const OpenQuestion* open);
    Turn ask_all_records(const Topic& topic, const OpenQuestion* open);
    Turn leave_list(const Topic& topic, Wish wish);
    Turn ask_missing(const Topic& topic, ItemField first, const OpenQuestion& open);
    Turn ask_records(const Topic& topic, std::size_t count, const OpenQuestion* open);
    NextItemOrEnd ask_another(const Topic& topic);
    std::optional<NextItemOrEnd> read_another(const Topic& topic, std::string_view typed, std::size_t count);
    std::optional<Turn> remove_one(const Topic& topic, std::string_view typed, std::size_t count);
    Turn finish(const Topic& topic);
    Turn ask_item(const Topic& topic, std::size_t item, const OpenQuestion* open, std::vector<std::size_t>& asked);
    Turn ask_field(const Topic& topic, ItemField at, const OpenQuestion* open);
    /// Asks until there is an answer: the value to write, or what else became of it. `open` is null of a question that
    /// decides nothing; `reason` is why it is asked then.
    Heard hear(const Question& question, std::string_view key, const Lines& lines, const OpenQuestion* open,
               std::string_view reason);
    Heard hear_which(const Question& question, std::string_view key, const Unclear& unclear);
    Turn keep_reply(const std::string& key, const Heard& heard, const Change& change);
    /// `answered`, or why not. `key` names what was answered.
    Turn write_change(const std::string& key, const Change& change);
    Turn write(const KeyPath& path, const yaml::NewValue& value);
    Turn write_that_more_may_come(const Topic& list);
    Turn review();
    Turn go_back();
    bool take_back_products();
    std::optional<OpenQuestion> next(ToGo& to_go);
    Turn change(std::size_t number, const std::vector<ReviewItem>& items);
    void say_subject(const OpenQuestion& open, std::size_t to_go);

    /// A product or a subject that was added.
    struct Added {
        KeyPath path;
        yaml::NewValue group;
        std::string name;
    };

    Sitting& sitting_;
    Conversation& conversation_;
    std::vector<Added> just_added_;  // by the last answer, for `b`
    std::vector<Topic> passed_;      // not asked again in this sitting
    std::vector<Topic> history_;     // asked, for `b`
    std::set<std::string> refused_;
    std::string last_key_;
    std::string last_subject_;
    std::size_t paused_at_ = 0;  // how much had been asked when it was last said that one may stop
    std::size_t left_out_ = 0;
};

}  // namespace hipaa::interview
