// Reading conditions, each test checked against the type of its question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"
#include "checklist/vocabulary.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// The operator of addressable questions: `addressed: yes` holds for what is implemented, or not but for documented
/// reasons. It is read as a condition on the two parts of the question.
inline constexpr std::string_view addressed_operator = "addressed";

/// What definitions may add up to. Each `meets` is read as a copy of what it names, so a short file can ask for a huge
/// condition.
inline constexpr std::size_t most_met = 100'000;  // tests and the values in them, over all `meets` of a checklist
inline constexpr std::size_t most_nested = 500;   // levels of a condition, with those of the definitions that it meets

/// The conditions under `define`, by name: each is read once, when it is first named or when all are read.
class Definitions {
public:
    /// `entry` is `define`, if the checklist has it; `extended` the id of the checklist that it is of, where another one
    /// extends that, and empty elsewhere.
    Definitions(std::optional<yaml::Entry> entry, std::string_view extended, const Vocabulary& vocabulary,
                yaml::Problems& problems);

    /// The condition that `meets: NAME` is about; nothing after a mistake.
    std::optional<Condition> find(const yaml::Entry& meets);

    /// All of them, in their order, but for those with a mistake.
    std::vector<Definition> read_all(Texts& texts);

    /// Called around the reading of every condition, also of one inside another.
    void enter();
    void leave() { --depth_; }

private:
    enum class State : std::uint8_t { unread, being_read, read };
    struct Entry {
        yaml::Entry source;
        State state = State::unread;
        std::optional<Condition> condition = {};
        std::size_t size = 0;    // of `condition`: its tests and their values
        std::size_t levels = 0;  // of the condition as it is written, with those of what it meets
        bool used = false;
    };

    void read(Entry& entry);
    void refuse_excess(Place place, std::string_view kind, const std::string& excess);
    void refuse_circle(const Entry& entry, Place place);
    void add_unknown(const yaml::Entry& meets);

    std::string_view extended_;
    const Vocabulary& vocabulary_;
    yaml::Problems& problems_;
    std::vector<Entry> entries_;
    std::map<std::string_view, std::size_t> index_of_;
    std::vector<std::string_view> way_;  // names of those that are being read
    std::size_t depth_ = 0;              // conditions that are being read, each inside the one before
    std::size_t deepest_ = 0;  // the greatest `depth_` of the definition that is being read, with what it meets
    std::size_t met_ = 0;      // tests and values, over all `meets` so far
    bool excess_is_told_ = false;
};

/// The condition that `node` holds, or nothing if it has a mistake (`what` names the condition in messages: "`require`
/// of the check `paid`"; `place` is where it is missed).
std::optional<Condition> read_condition(std::string_view what, yaml::Node node, Place place,
                                        const Vocabulary& vocabulary, Definitions& definitions,
                                        yaml::Problems& problems);

}  // namespace hipaa
