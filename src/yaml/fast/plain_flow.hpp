// What stands between brackets, for the reader of plain YAML.
#pragma once

#include "yaml/builder.hpp"
#include "yaml/fast/plain_cursor.hpp"
#include "yaml/fast/plain_text.hpp"

namespace hipaa::yaml {

/// Hands a text that is not in quotes to the builder: as a null if it is a word for that.
void add_unquoted(Builder& builder, Place place, std::string_view text);
bool is_null_word(std::string_view text);

/// As everywhere in the reader of plain YAML, false means that the text is not plain.
class PlainFlow {
public:
    PlainFlow(Cursor& cursor, PlainText& text, Builder& builder) : cursor_(cursor), text_(text), builder_(builder) {}

    /// From an opening bracket to behind the closing one; `depth` is the number of collections around.
    bool read(std::size_t depth);

private:
    bool sequence(std::size_t depth);
    bool map(std::size_t depth);
    bool key();
    bool value(std::size_t depth);
    bool skip_space();

    Cursor& cursor_;
    PlainText& text_;
    Builder& builder_;
};

}  // namespace hipaa::yaml
