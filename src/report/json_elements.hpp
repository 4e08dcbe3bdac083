// Elements of a JSON array that are built before what stands above the array is known.
#pragma once

#include <cstddef>
#include <string_view>

#include "json/builder.hpp"
#include "report/spill.hpp"

namespace hipaa {

/// The elements of an array that stands behind what is not known yet. There may be more of them than there is memory.
class JsonElements {
public:
    /// `depth`: in how many objects and arrays the array stands.
    explicit JsonElements(std::size_t depth) : json_(JsonBuilder::Layout::indented, depth + 1) {}

    /// Builds the next elements, until `settle`.
    JsonBuilder& builder() { return json_; }
    void settle() { text_.append(json_.take_part()); }

    /// Writes them as the array `name` of `json`: `write` is called with all that stands before them, then with them.
    template <typename Write>
    void write_to(JsonBuilder& json, std::string_view name, Write&& write) const {
        json.array(name, [&] {
            write(std::string_view(json.take_part()));
            text_.read(write);
            if (!text_.empty()) json.skip_elements();
        });
    }

private:
    JsonBuilder json_;
    Spill text_;
};

}  // namespace hipaa
