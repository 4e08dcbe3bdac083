// Holding an interview over standard input and output, and keeping the answers in a file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "cli/environment.hpp"
#include "interview/interview.hpp"

namespace hipaa {

class AskSession final : public interview::Conversation {
public:
    /// Of a reply, in bytes; the rest is dropped.
    static constexpr std::size_t longest_reply = 4096;
    /// Then the interview stops, as if there were no more input. All checklists together have under 300 questions.
    static constexpr std::size_t most_replies = 2000;

    /// `known`: the bytes of the file at `path` when the sitting began; nothing if there is no file.
    AskSession(Environment& environment, std::string path, std::optional<std::string> known)
        : environment_(environment), path_(std::move(path)), known_(std::move(known)) {}

    void say(std::string_view line) override;
    std::optional<std::string> listen() override;
    interview::Kept keep(interview::Sitting& sitting, const interview::Change& change) override;

    /// True if the file is there and holds what was answered.
    bool has_file() const { return known_.has_value(); }
    /// True if an answer was saved.
    bool has_written() const { return has_written_; }
    /// True if a line came.
    bool heard_anything() const { return replies_ > 0; }
    /// Why standard input cannot be read; empty if it can.
    const std::string& unheard() const { return unheard_; }

private:
    interview::Kept take_in_changes(interview::Sitting& sitting);
    bool write(const std::string& text);

    Environment& environment_;
    std::string path_;
    std::optional<std::string> known_;
    bool has_written_ = false;
    std::size_t replies_ = 0;
    std::string unheard_;
};

}  // namespace hipaa
