// The practice file during an interview: its text, what it says, and what that comes to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/assess.hpp"
#include "engine/interview/open_questions.hpp"
#include "practice/answer_edit.hpp"
#include "practice/key_tree.hpp"
#include "practice/practice.hpp"
#include "yaml/document.hpp"

namespace hipaa::interview {

/// A question of one sheet, in a way that lasts when the file is read again.
struct Topic {
    std::string about;      // of the sheet; empty for the facts about the practice
    std::size_t index = 0;  // of the question in the sheet's group
    bool operator==(const Topic&) const = default;
};

Topic topic_of(const OpenQuestion& question);

/// How many questions there are left to ask, at most.
struct ToGo {
    std::size_t questions = 0;
    bool with_items = false;  // besides them those about each item of a list: nobody knows yet how many it has
    std::size_t passed = 0;   // beside them: open, but skipped or answered `unknown` before
};
ToGo to_go(const std::vector<OpenQuestion>& open);

/// How many questions of the sheet the file answers.
std::size_t answers_given(const Sheet& sheet);

/// What a list leaves open that matters: see `OpenQuestion`.
struct OpenItems {
    std::vector<ItemField> missing;
    std::vector<std::size_t> fields;
};

class Sitting;

/// Changes a sitting. If that is not possible, it says why in a sentence, and nothing changes.
using Change = std::function<std::optional<std::string>(Sitting&)>;

class Sitting {
public:
    /// Over the file `source`; nothing if it has mistakes, which go to `problems`, and `source` is there to show them in.
    /// `library` and `keys` outlive the sitting.
    static std::optional<Sitting> begin(const Library& library, const KeyTree& keys, AssessmentSettings settings,
                                        yaml::Source& source, yaml::Problems& problems);
    /// Another one with the same checklists and settings, over `text`, which has no mistakes.
    Sitting over(std::string text) const;

    const Library& library() const { return *library_; }
    const KeyTree& keys() const { return *keys_; }
    const AssessmentSettings& settings() const { return settings_; }
    const std::string& text() const { return file_.text; }
    const Practice& practice() const { return *practice_; }
    const Assessment& assessment() const { return assessment_; }

    /// True if the file has a product or subject that a checklist is about.
    bool knows_what_is_in_use() const { return !practice_->sheets.empty(); }
    /// What is left to ask. `last` is the full key of the question that was asked before; may be empty.
    OpenQuestions open(std::string_view last) const;
    /// Questions that the file answers, but for the practice's name.
    std::size_t answered() const;

    const Sheet* sheet(std::string_view about) const;
    const Question& question(const Topic& topic) const;
    const Answer& answer(const Topic& topic) const;
    /// As the file and reports have it: `products.spruce.plan.tier`.
    std::string key(const Topic& topic) const;
    KeyPath path(const Topic& topic) const;
    /// Of item `item` (from 0) of `list`, blank ones not counted; of the one behind the last, where a new one goes.
    KeyPath path_of_item(const Topic& list, std::size_t item) const;
    /// Of a field of such an item.
    KeyPath path(const Topic& list, ItemField at) const;

    /// True if the file has `value` at `path`, which is one of keys, and nothing else.
    bool says(const KeyPath& path, const yaml::NewValue& value) const;
    /// The lines with the blank items of `list`, counted from 1.
    std::vector<std::uint32_t> blank_lines(const Topic& list) const;
    /// The last item of `list` if it is the word `unknown`, without quotes and without a comment.
    std::optional<KeyPath> unknown_at_end(const Topic& list) const;
    /// What `list` would leave open if `supposed` were its answer.
    OpenItems open_items(const Topic& list, Answer supposed) const;

    /// Writes one answer into the text, and works everything out anew. If that is not possible, nothing changes, and the
    /// sentence says why.
    std::optional<std::string> set(const KeyPath& path, const yaml::NewValue& value);
    /// Takes what is at `path` out of the text, in the same way.
    std::optional<std::string> remove(const KeyPath& path);

private:
    std::optional<std::string> take(std::variant<EditedFile, yaml::Problem> edited);
    std::optional<yaml::Node> written(const Topic& list) const;

    Sitting(const Library& library, const KeyTree& keys, AssessmentSettings settings, EditedFile file,
            Practice practice);

    const Library* library_;
    const KeyTree* keys_;
    AssessmentSettings settings_;
    EditedFile file_;
    std::unique_ptr<Practice> practice_;  // where it is, because the assessment refers to it
    Assessment assessment_;
};

}  // namespace hipaa::interview
