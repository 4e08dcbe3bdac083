// Reading conditions, each test checked against the type of its question.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"
#include "checklist/vocabulary.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The operator of addressable questions: `addressed: yes` holds for what is implemented, or not but for documented
/// reasons. It is read as a condition on the two parts of the question.
inline constexpr std::string_view addressed_operator = "addressed";

/// The conditions under `define`, by name: each is read once, when it is first named or when all are read.
class Definitions {
public:
    /// `entry` is `define` of the checklist, if it has one.
    Definitions(std::optional<yaml::Entry> entry, const Vocabulary& vocabulary, yaml::Problems& problems);

    /// The condition that `meets: NAME` is about; nothing after a mistake.
    std::optional<Condition> find(const yaml::Entry& meets);

    /// All of them, in their order, but for those with a mistake.
    std::vector<Definition> read_all(Texts& texts);

private:
    enum class State : std::uint8_t { unread, being_read, read };
    struct Entry {
        yaml::Entry source;
        State state = State::unread;
        std::optional<Condition> condition = {};
        bool used = false;
    };

    void read(Entry& entry);
    void refuse_circle(const Entry& entry, Place place);
    void add_unknown(const yaml::Entry& meets);

    const Vocabulary& vocabulary_;
    yaml::Problems& problems_;
    std::vector<Entry> entries_;
    std::vector<std::string_view> way_;  // names of those that are being read
};

/// The condition that `node` holds, or nothing if it has a mistake (`what` names the condition in messages: "`require`
/// of the check `paid`"; `place` is where it is missed).
std::optional<Condition> read_condition(std::string_view what, yaml::Node node, Place place,
                                        const Vocabulary& vocabulary, Definitions& definitions,
                                        yaml::Problems& problems);

}  // namespace hipaa
