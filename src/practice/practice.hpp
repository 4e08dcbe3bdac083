// What one practice file says: data only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"

namespace hipaa {

/// The answers to the questions of one checklist, for one place of the file.
struct Sheet {
    const Checklist* checklist = nullptr;  // null for the facts about the practice itself
    const QuestionGroup* group = nullptr;
    std::string about;            // where in the file: `products.nuvo`, also when the checklist says `products.*`
    std::string product;          // of a generic checklist the product's key, else empty
    std::string name;             // what the file calls the product; may be empty
    Place place;                  // of the key `about`
    std::vector<Answer> answers;  // by index of the question in `group`

    /// A dotted path in the file, from the path of a question.
    std::string path_of(std::string_view key) const {
        return about.empty() ? std::string(key) : about + "." + std::string(key);
    }

    /// An id of the checklist as reports show it: of a generic one with the product, `any-product@nuvo/agreement`.
    std::string id_of(std::string_view full_id) const {
        if (product.empty()) return std::string(full_id);
        const auto slash = full_id.find('/');
        std::string id = std::string(full_id.substr(0, slash)) + "@" + product;
        return slash == std::string_view::npos ? id : id + std::string(full_id.substr(slash));
    }
};

/// A documented decision that accepts a check, or the waivable checks of a note.
struct Decision {
    std::string accepts;
    std::string now_called;  // the id that counts, if `accepts` is one of an earlier version; else empty
    std::string because;
    std::string instead;
    std::string by;
    Date decided_on;
    Date review_by;
    Place place;         // of the value of `accepts`
    std::size_t sheet;   // index into `Practice::sheets`; `no_sheet` if the file has no such answers
    const Note* note;    // what it accepts; null if that is switched off
    const Check* check;  // null if it accepts a whole note
    Text off_by;         // the id of the checklist that switches off what it accepts; else empty
    static constexpr std::size_t no_sheet = static_cast<std::size_t>(-1);
};

/// A part of the file that no checklist judges.
struct NotChecked {
    std::string key;
    std::string reason;
    Place place;
};

/// A key or word of an earlier version that the file uses.
struct Renamed {
    std::string old;
    std::string now;
    Place place;
};

/// What somebody who looks after several practices notes about one, such as a client number. Nothing goes by it.
struct PracticeLabel {
    std::string name;
    std::string value;

    bool operator==(const PracticeLabel&) const = default;
};

struct Practice {
    Sheet facts;                // `practice_facts()`
    std::vector<Sheet> sheets;  // of each checklist that applies, in the library's order; generic ones by product
    std::vector<Decision> decisions;
    std::vector<PracticeLabel> labels;
    std::vector<NotChecked> not_checked;
    std::vector<Renamed> renamed;
    std::vector<std::size_t> sheet_of_checklist;  // by index in the library; `Decision::no_sheet` if not there

    const Answer& fact(Fact fact) const { return facts.answers[static_cast<std::size_t>(fact)]; }
};

}  // namespace hipaa
