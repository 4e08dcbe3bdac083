// Elements of a JSON array that are built before what stands above the array is known.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "json/builder.hpp"
#include "report/spill.hpp"

namespace hipaa {

/// The elements of an array that stands behind what is not known yet. There may be more of them than there is memory.
class JsonElements {
public:
    /// `depth`: in how many objects and arrays the array stands.
    explicit JsonElements(std::size_t depth) : indentation_(2 * (depth + 1)) {
        for (std::size_t i = 0; i <= depth; ++i) json_.begin_array();
        json_.take_part();
    }

    /// Builds the next elements, until `settle`.
    JsonBuilder& builder() { return json_; }
    void settle() {
        std::string part = json_.take_part();
        if (!part.empty() && text_.empty()) part.erase(0, 1 + indentation_);  // write_to puts them there
        text_.append(part);
    }

    /// Writes them as the array `name` of `json`: `write` is called with all that stands before them, then with them.
    template <typename Write>
    void write_to(JsonBuilder& json, std::string_view name, Write&& write) const {
        json.begin_foreign_array(name, !text_.empty());
        write(std::string_view(json.take_part()));
        text_.read(write);
        json.end_array();
    }

private:
    std::size_t indentation_;
    JsonBuilder json_;
    Spill text_;
};

}  // namespace hipaa
