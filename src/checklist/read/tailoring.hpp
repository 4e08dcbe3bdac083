// A checklist that extends another: it leaves notes out, makes checks stricter, and adds questions and notes of its own.
#pragma once

#include <string>
#include <string_view>

#include "checklist/checklist.hpp"
#include "checklist/vocabulary.hpp"
#include "yaml/document.hpp"

namespace hipaa {

/// True for a file that extends another one.
bool is_extension(const yaml::Document& document);

/// Its head and its own questions. `about` is empty.
Checklist read_extension_head(const yaml::Document& document, yaml::Problems& problems);

/// Puts the questions of `extended` before its own.
void inherit_questions(const Checklist& extended, Checklist& extension, yaml::Problems& problems);

/// What was read of a checklist, and where.
struct Extended {
    const Checklist& checklist;
    const yaml::Document& document;
};

/// Its own notes, and all that it has of `extended`, which was read and has no mistakes.
void read_extension_body(const yaml::Document& document, const Extended& extended, const Vocabulary& vocabulary,
                         Checklist& extension, yaml::Problems& problems);

/// Makes what `checklist` says of notes of an extended checklist mean those of `extension`, which has its place.
void follow_extension(const Checklist& extension, Checklist& checklist);

}  // namespace hipaa
