// The JSON Schema of the answer to one question.
#include "authoring/schema/answer_schema.hpp"

#include <array>

#include <fmt/format.h>

#include "checklist/number.hpp"
#include "page/wording.hpp"
#include "text/ascii.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr std::string_view yes_no_pattern =
    "^([yY][eE][sS]|[nN][oO]|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|[oO][nN]|[oO][fF][fF]|[yY]|[nN])$";
/// At most 15 digits, with or without a point between them.
constexpr std::string_view number_pattern = "^([0-9]{1,15}|(?=[0-9.]{3,16}$)[0-9]+\\.0+)$";
constexpr std::string_view decimal_pattern = "^([0-9]{1,15}|(?=[0-9.]{3,16}$)[0-9]+\\.[0-9]+)$";
constexpr std::string_view invisible =
    "[\\s\\u00AD\\u115F\\u1160\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2800\\u3164\\uFEFF\\uFFA0]*";
constexpr std::string_view code_pattern = "^[a-z]{2,5}-[0-9]{2,4}$";

class AnswerSchema {
public:
    AnswerSchema(JsonBuilder& json, const Question& question) : json_(json), question_(question) {}

    void write() {
        json_.field("title", question_.ask);
        if (const std::string text = description(); !text.empty()) json_.field("description", text);
        if (question_.default_value)
            json_.field("default", show(question_, Answer{AnswerState::given, *question_.default_value, {}}));
        json_.array("anyOf", [&] {
            kind();
            words(question_.choices, question_.words.size());
            refer("unanswered");
        });
    }

private:
    std::string description() const {
        std::string text = question_.where;
        if (!text.empty()) text += ' ';
        return text + fmt::format("Write {}.", describe_answers(question_));
    }

    void refer(std::string_view definition) {
        json_.object([&] { json_.field("$ref", fmt::format("#/$defs/{}", definition)); });
    }

    void kind() {
        if (question_.kind == AnswerKind::choice) return words(0, question_.choices);
        if (question_.kind == AnswerKind::choices) return choices();
        if (question_.kind == AnswerKind::list) return list();
        refer(name_of(question_.kind));
    }

    /// The words as such, which an editor offers, and in any case. What YAML takes for a number or a boolean is one
    /// here, too.
    void words(std::size_t from, std::size_t to) {
        if (from == to) return;
        std::string pattern;
        json_.object([&] {
            json_.array("enum", [&] {
                for (std::size_t i = from; i < to; ++i) {
                    const Text word = question_.words[i];
                    json_.text(word);
                    const std::string lower = in_small_letters(word);
                    if (lower == "true" || lower == "false") json_.boolean(lower == "true");
                    if (const auto number = parse_number(word)) json_.number(*number);
                    pattern += (pattern.empty() ? "" : "|") + any_case(word);
                }
            });
        });
        for (const FormerWord& word : question_.former_words)
            if (from <= word.now.index && word.now.index < to) pattern += "|" + any_case(word.old);
        json_.object([&] {
            json_.field("type", "string");
            json_.field("pattern", fmt::format("^({})$", pattern));
        });
    }

    void choices() {
        json_.object([&] {
            json_.field("type", "array");
            json_.object("items", [&] {
                json_.array("anyOf", [&] {
                    words(0, question_.choices);
                    refer("unanswered");
                });
            });
        });
    }

    void list() {
        json_.object([&] {
            json_.field("type", "array");
            json_.object("items", [&] {
                json_.array("anyOf", [&] {
                    item();
                    refer("unanswered");
                });
            });
        });
    }

    void item() {
        json_.object([&] {
            json_.field("type", "object");
            json_.object("properties", [&] {
                for (const Question& field : question_.fields) {
                    json_.object(field.key, [&] { answer_schema(json_, field); });
                    for (const Text old : field.formerly)
                        json_.object(old, [&] {
                            json_.boolean("deprecated", true);
                            answer_schema(json_, field);
                        });
                }
            });
            closed_but_own_keys(json_);
        });
    }

    JsonBuilder& json_;
    const Question& question_;
};

}  // namespace

void answer_schema(JsonBuilder& json, const Question& question) { AnswerSchema(json, question).write(); }

void answer_definitions(JsonBuilder& json) {
    const auto pattern = [&](std::string_view text) {
        json.object([&] {
            json.field("type", "string");
            json.field("pattern", text);
        });
    };
    json.object("unanswered", [&] {
        json.field("description", "Not answered: nothing, null, an empty text, or unknown in any case.");
        json.array("anyOf", [&] {
            json.object([&] {
                json.array("enum", [&] {
                    json.text("unknown");
                    json.null();
                });
            });
            pattern(unanswered_pattern());
        });
    });
    json.object("yes_no", [&] {
        json.array("anyOf", [&] {
            json.object([&] {
                json.array("enum", [&] {
                    json.text("yes");
                    json.text("no");
                    json.boolean(true);
                    json.boolean(false);
                });
            });
            pattern(yes_no_pattern);
        });
    });
    json.object("date", [&] {
        json.field("type", "string");
        json.field("format", "date");
        json.field("pattern", date_pattern);
    });
    const auto number = [&](std::string_view name, std::string_view type, std::string_view written) {
        json.object(name, [&] {
            json.array("anyOf", [&] {
                json.object([&] {
                    json.field("type", type);
                    json.number("minimum", 0);
                    json.number("maximum", 999'999'999'999'999);
                });
                pattern(written);
            });
        });
    };
    number("number", "integer", number_pattern);
    number("decimal", "number", decimal_pattern);
    json.object("text", [&] {
        json.texts("type", std::array<std::string_view, 3>{"string", "number", "boolean"});
        json.number("minLength", 1);
    });
    json.object("code", [&] {
        json.field("type", "string");
        json.field("pattern", code_pattern);
    });
}

void closed_but_own_keys(JsonBuilder& json) {
    json.object("patternProperties", [&] { json.boolean("^x-", true); });
    json.boolean("additionalProperties", false);
}

const std::string& nothing_pattern() {
    static const std::string pattern = fmt::format("^{}$", invisible);
    return pattern;
}

const std::string& unanswered_pattern() {
    static const std::string pattern = fmt::format("^{0}({1})?{0}$", invisible, any_case("unknown"));
    return pattern;
}

std::string any_case(std::string_view text) {
    std::string pattern;
    for (const char c : text) {
        const bool small = is_small_letter(c);
        const bool great = is_capital_letter(c);
        if (small || great) {
            const char lower = small ? c : static_cast<char>(c - 'A' + 'a');
            pattern += fmt::format("[{}{}]", lower, static_cast<char>(lower - 'a' + 'A'));
        } else if (std::string_view("^$\\.*+?()[]{}|/").find(c) != std::string_view::npos) {
            pattern += {'\\', c};
        } else {
            pattern += c;
        }
    }
    return pattern;
}

}  // namespace hipaa
