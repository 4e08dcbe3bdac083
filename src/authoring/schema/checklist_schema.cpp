// The JSON Schema of checklists.
#include "authoring/schema/checklist_schema.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "authoring/schema/answer_schema.hpp"
#include "checklist/checklist.hpp"
#include "checklist/ids.hpp"
#include "checklist/keys.hpp"
#include "checklist/operators.hpp"
#include "checklist/read/condition_reader.hpp"
#include "checklist/read/question_reader.hpp"
#include "json/builder.hpp"

namespace hipaa {
namespace {

using yaml::KeyRow;
using yaml::Need;

constexpr std::string_view limits =
    "hipaa-check lint is the judge; it also refuses what a schema cannot say: a condition on a question that does not "
    "exist, an operator or a value that does not fit the type of its question, an id that is repeated or that names "
    "nothing.";

class ChecklistSchema {
public:
    std::string write() {
        json_.object([&] {
            json_.field("$schema", "https://json-schema.org/draft/2020-12/schema");
            json_.field("$comment", limits);
            json_.object("if", [&] {
                json_.object("properties", [&] { json_.boolean("extends", true); });
                json_.texts("required", {"extends"});
            });
            json_.object("then", [&] { refer("extension"); });
            json_.object("else", [&] { refer("checklist"); });
            json_.object("$defs", [&] {
                for (const MapRow& row : checklist_maps()) json_.object(row.name, [&] { map(row); });
                json_.object("stricter", [&] {
                    json_.field("type", "object");
                    json_.object("additionalProperties", [&] { refer("basis"); });
                });
                values();
                questions();
                conditions();
            });
        });
        return json_.take();
    }

private:
    void map(const MapRow& row) {
        json_.field("title", row.title);
        json_.field("type", "object");
        json_.object("properties", [&] {
            for (const KeyRow& key : row.keys)
                json_.object(key.name, [&] {
                    json_.field("title", key.title);
                    holds(key);
                });
        });
        json_.array("required", [&] {
            for (const KeyRow& key : row.keys)
                if (key.need == Need::required) json_.text(key.name);
        });
        json_.boolean("additionalProperties", false);
    }

    /// What is optional may also be null: that is an absent key.
    void holds(const KeyRow& key) {
        if (key.need == Need::required) return schema_of(key.holds);
        if (key.holds == "text")
            return json_.texts("type", std::array<std::string_view, 4>{"string", "number", "boolean", "null"});
        json_.array("anyOf", [&] {
            json_.object([&] { schema_of(key.holds); });
            json_.object([&] { json_.field("type", "null"); });
        });
    }

    void schema_of(std::string_view holds) {
        if (!holds.starts_with('[')) return json_.field("$ref", fmt::format("#/$defs/{}", holds));
        json_.field("type", "array");
        if (holds.ends_with('+')) json_.number("minItems", 1);
        json_.object("items", [&] { refer(holds.substr(1, holds.find(']') - 1)); });
    }

    void refer(std::string_view definition) { json_.field("$ref", fmt::format("#/$defs/{}", definition)); }

    void reference(std::string_view definition) {
        json_.object([&] { refer(definition); });
    }

    template <std::size_t Size>
    void types(std::string_view name, const std::array<std::string_view, Size>& types) {
        json_.object(name, [&] { json_.texts("type", types); });
    }

    template <std::size_t Size>
    void words(std::string_view name, const std::array<std::string_view, Size>& words) {
        json_.object(name, [&] { json_.texts("enum", words); });
    }

    void pattern(std::string_view name, std::string_view pattern) {
        json_.object(name, [&] {
            json_.field("type", "string");
            json_.field("pattern", pattern);
        });
    }

    void values() {
        using Texts3 = std::array<std::string_view, 3>;
        json_.object("format", [&] {
            json_.array("enum", [&] {
                json_.number(1);
                json_.text("1");
            });
        });
        pattern("id", id_pattern);
        json_.object("text", [&] {
            json_.texts("type", Texts3{"string", "number", "boolean"});
            json_.object("not", [&] {
                json_.field("type", "string");
                json_.field("pattern", nothing_pattern());
            });
        });
        json_.object("word", [&] {
            json_.texts("type", Texts3{"string", "number", "boolean"});
            json_.object("not", [&] {
                json_.field("type", "string");
                json_.field("pattern", unanswered_pattern());
            });
        });
        types("any_value", std::array<std::string_view, 4>{"string", "number", "boolean", "array"});
        json_.object("whole_number", [&] {
            json_.array("anyOf", [&] {
                json_.object([&] {
                    json_.field("type", "integer");
                    json_.number("minimum", 0);
                });
                json_.object([&] {
                    json_.field("type", "string");
                    json_.field("pattern", "^[0-9]+$");
                });
            });
        });
        yes_no("yes_no", false);
        yes_no("judgement", true);
        json_.object("day", [&] {
            json_.field("type", "string");
            json_.field("pattern", date_pattern);
        });
        json_.object("day_or_unknown", [&] {
            json_.field("type", "string");
            json_.field("pattern", fmt::format("{}|^([uU][nN][kK][nN][oO][wW][nN])?$", date_pattern));
        });
        words("basis", names_of<Basis>);
        words("otherwise", names_of<Otherwise>);
        words("vendor_status", names_of<VendorStatus>);
    }

    void yes_no(std::string_view name, bool or_unknown) {
        json_.object(name, [&] {
            json_.array("anyOf", [&] {
                json_.object([&] {
                    json_.array("enum", [&] {
                        json_.text("yes");
                        json_.text("no");
                        json_.boolean(true);
                        json_.boolean(false);
                        if (or_unknown) json_.text("unknown");
                    });
                });
                json_.object([&] {
                    json_.field("type", "string");
                    std::string pattern;
                    for (const std::string_view word : {"yes", "no", "true", "false", "on", "off", "y", "n", "unknown"})
                        if (word != "unknown" || or_unknown) pattern += (pattern.empty() ? "" : "|") + any_case(word);
                    json_.field("pattern", fmt::format("^({}){}$", pattern, or_unknown ? "?" : ""));
                });
            });
        });
    }

    void map_of(std::string_view names, std::string_view definition) {
        json_.field("type", "object");
        json_.number("minProperties", 1);
        json_.object("propertyNames", [&] {
            json_.field("pattern", names);
            json_.object("not", [&] { json_.texts("enum", reserved_question_names); });
        });
        json_.object("additionalProperties", [&] { refer(definition); });
    }

    void former_words() {
        json_.field("type", "object");
        json_.object("additionalProperties", [&] { schema_of("[word]+"); });
    }

    void questions() {
        json_.object("former_names", [&] {
            json_.array("anyOf", [&] {
                json_.object([&] { former_words(); });
                json_.object([&] {
                    json_.field("type", "array");
                    json_.object("items", [&] {
                        json_.array("anyOf", [&] {
                            reference("word");
                            json_.object([&] { former_words(); });
                        });
                    });
                });
            });
        });
        json_.object("definitions", [&] {
            json_.field("type", "object");
            json_.object("propertyNames", [&] { json_.field("pattern", "^(?!x-)[a-z0-9_-]+$"); });
            json_.object("additionalProperties", [&] { refer("condition"); });
        });
        json_.object("questions", [&] { map_of("^(?!x-)[a-z0-9_-]+(\\.(?!x-)[a-z0-9_-]+)*$", "question"); });
        json_.object("answer_type", [&] {
            json_.array("anyOf", [&] {
                json_.object([&] {
                    json_.array("enum", [&] {
                        for (const AnswerKind kind : values_of<AnswerKind>)
                            if (is_simple(kind)) json_.text(name_of(kind));
                        json_.text(addressable_type);
                    });
                });
                for (const AnswerKind kind : values_of<AnswerKind>)
                    if (!is_simple(kind)) json_.object([&] { compound_type(kind); });
            });
        });
    }

    void compound_type(AnswerKind kind) {
        json_.field("type", "object");
        json_.object("properties", [&] {
            json_.object(name_of(kind), [&] {
                if (kind == AnswerKind::list) map_of("^(?!x-)[a-z0-9_-]+$", "question");
                else schema_of("[word]+");
            });
        });
        json_.texts("required", std::array{name_of(kind)});
        json_.boolean("additionalProperties", false);
    }

    void conditions() {
        json_.object("condition", [&] {
            json_.field("description",
                        "A question and what its answer has to be; or all, any, not, meets. All entries must hold.");
            json_.field("type", "object");
            json_.number("minProperties", 1);
            json_.object("properties", [&] {
                for (const std::string_view name : {"all", "any"})
                    json_.object(name, [&] { schema_of("[condition]+"); });
                json_.object("not", [&] { refer("condition"); });
                json_.object("meets", [&] {
                    json_.field("title", "The name of a condition under `define`");
                    refer("word");
                });
            });
            json_.object("additionalProperties", [&] { refer("test"); });
        });
        json_.object("test", [&] {
            json_.array("anyOf", [&] {
                reference("word");
                json_.object([&] { operators_map(); });
            });
        });
    }

    void operators_map() {
        json_.field("type", "object");
        json_.number("minProperties", 1);
        json_.object("properties", [&] {
            for (const OperatorInfo& op : operators())
                json_.object(op.name(), [&] {
                    json_.field("title", fmt::format("Takes {}", op.operand_words()));
                    operand(op.operand);
                });
            json_.object(addressed_operator, [&] {
                json_.field("title", "Of an addressable question: implemented, or documented why not. Takes yes or no");
                refer("yes_no");
            });
        });
        json_.boolean("additionalProperties", false);
    }

    void operand(OperandKind kind) {
        switch (kind) {
            case OperandKind::value:
            case OperandKind::moment:
            case OperandKind::days:
            case OperandKind::days_ahead:
            case OperandKind::amount:
            case OperandKind::choice:
                return refer("word");
            case OperandKind::values:
                return schema_of("[word]+");
            case OperandKind::choices:
                return json_.array("anyOf", [&] {
                    json_.object([&] { schema_of("[word]+"); });
                    reference("word");
                });
            case OperandKind::yes_no:
                return refer("yes_no");
            case OperandKind::condition:
                return refer("condition");
            case OperandKind::counted:
                return refer("count");
        }
    }

    JsonBuilder json_;
};

}  // namespace

std::string checklist_schema(const Library&) { return ChecklistSchema().write(); }

}  // namespace hipaa
