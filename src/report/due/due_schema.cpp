// The JSON Schema of what falls due.
#include "report/due/due_schema.hpp"

#include "json/builder.hpp"
#include "report/due/due_formats.hpp"

namespace hipaa {
namespace {

/// A schema of one member: its type, and what it is.
void describe_member(JsonBuilder& json, std::string_view name, std::string_view type, std::string_view description) {
    json.object(name, [&] {
        json.field("description", description);
        json.field("type", type);
    });
}

void row_properties(JsonBuilder& json) {
    json.object("date", [&] {
        json.field("description", "The last day for it.");
        json.field("type", "string");
        json.field("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    });
    describe_member(json, "overdue", "boolean",
                    "The day is past, or, of answers that nobody ever confirmed, there was none.");
    json.object("kind", [&] { json.texts("enum", names_of<DueKind>); });
    describe_member(json, "id", "string",
                    "`confirmed_on`, or the id of what a decision accepts, of a deadline, of a checklist.");
    describe_member(json, "text", "string", "What to do.");
    describe_member(json, "file", "string", "The practice file.");
    describe_member(json, "name", "string", "What the file says the practice is called; may be empty.");
}

}  // namespace

std::string due_schema() {
    JsonBuilder json;
    json.object([&] {
        json.field("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.field("title", "What falls due, as hipaa-check tells it");
        json.field("description", "What `hipaa-check due -f json` writes.");
        json.field("type", "object");
        json.object("properties", [&] {
            json.object("format", [&] { json.field("const", due_format); });
            json.object("due", [&] {
                json.field("description", "By date, file, kind and id.");
                json.field("type", "array");
                json.object("items", [&] {
                    json.field("type", "object");
                    json.object("properties", [&] { row_properties(json); });
                    json.texts("required", {"date", "overdue", "kind", "id", "text", "file", "name"});
                    json.boolean("additionalProperties", false);
                });
            });
        });
        json.texts("required", {"format", "due"});
        json.boolean("additionalProperties", false);
    });
    return json.take();
}

}  // namespace hipaa
