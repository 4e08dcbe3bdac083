// The JSON Schema of practice files.
#include "authoring/schema/practice_schema.hpp"

#include <array>

#include <fmt/format.h>

#include "authoring/schema/answer_schema.hpp"
#include "checklist/ids.hpp"
#include "practice/decision_reader.hpp"
#include "practice/key_tree.hpp"
#include "practice/practice_reader.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

constexpr std::string_view what_no_schema_says =
    "hipaa-check is the judge; it also refuses what a schema cannot say: a day that is not in the calendar, a number "
    "written with a sign, an exponent or more than 15 digits, a code that is repeated in its list, a product whose "
    "name is close to a known one, a decision about a product that the file does not have, and a day of confirmation "
    "in the future.";

class PracticeSchema {
public:
    explicit PracticeSchema(const Library& library) : library_(library), keys_(library) {}

    std::string write() {
        json_.object([&] {
            json_.field("$schema", "https://json-schema.org/draft/2020-12/schema");
            json_.field("$comment", what_no_schema_says);
            json_.field("title", "A practice file of hipaa-check");
            json_.field("description",
                        "A practice's own answers about how it uses its tools. No client data is needed.");
            json_.texts("type", std::array<std::string_view, 2>{"object", "null"});
            members(keys_.top, true);
            json_.object("$defs", [&] {
                answer_definitions(json_);
                json_.object("decision", [&] { decision(); });
            });
        });
        return json_.take();
    }

private:
    const Question& question(const QuestionAddress& address) const {
        const QuestionGroup& group =
            address.group == 0 ? practice_facts() : library_.checklists[address.group - 1].group;
        return group.questions[address.question];
    }

    /// What stands under `key`: an answer, or keys of its own.
    void value(const Key& key, bool top) {
        if (key.former) json_.boolean("deprecated", true);
        if (key.answers.size() == 1) return answer_schema(json_, question(key.answers.front()));
        if (!key.answers.empty()) {
            json_.array("allOf", [&] {
                for (const QuestionAddress& address : key.answers)
                    json_.object([&] { answer_schema(json_, question(address)); });
            });
            return;
        }
        if (key.names_product) return product_name();
        if (key.holds_labels) return labels();
        if (top && key.name == decisions_key) return decisions();
        describe(key);
        if (key.shorthand.empty()) return group(key);
        json_.array("anyOf", [&] {
            json_.object([&] { group(key); });
            json_.object([&] { value(*key.child(key.shorthand), false); });
        });
    }

    void product_name() {
        json_.field("title", "What the practice calls the product");
        json_.array("anyOf", [&] {
            for (const std::string_view definition : {"text", "unanswered"})
                json_.object([&] { json_.field("$ref", fmt::format("#/$defs/{}", definition)); });
        });
    }

    void labels() {
        json_.field("title", "Short texts of your own about the practice, such as a client number");
        json_.field("description", "Reports for programs carry them; nothing goes by them.");
        json_.texts("type", std::array<std::string_view, 3>{"object", "null", "string"});
        json_.field("pattern", unanswered_pattern());
        json_.number("maxProperties", most_labels);
        json_.object("patternProperties", [&] {
            json_.boolean("^x-", true);
            json_.object(fmt::format("^(?!x-)[A-Za-z0-9_-]{{1,{}}}$", longest_label_name), [&] {
                json_.texts("type", std::array<std::string_view, 3>{"string", "number", "boolean"});
                json_.number("maxLength", longest_label);
                json_.object("not", [&] {
                    json_.field("type", "string");  // a number has no pattern, and would match any
                    json_.field("pattern", nothing_pattern());
                });
            });
        });
        json_.boolean("additionalProperties", false);
    }

    /// A map, or nothing; in one schema rather than two, so that an editor can say which key is wrong.
    void group(const Key& key) {
        json_.texts("type", std::array<std::string_view, 3>{"object", "null", "string"});
        json_.field("pattern", unanswered_pattern());
        members(key, false);
    }

    void describe(const Key& key) {
        if (!key.abouts.empty()) {
            json_.field("title", library_.checklists[key.abouts.front()].title);
        } else if (!key.shorthand.empty()) {
            const Key* status = key.child(key.shorthand);
            json_.field("title", question(status->answers.front()).ask);
        }
    }

    void members(const Key& key, bool top) {
        json_.object("properties", [&] {
            for (const Key& child : key.children) json_.object(child.name, [&] { value(child, top); });
        });
        if (&key != keys_.top.child(products_key)) return closed_but_own_keys(json_);
        json_.object("patternProperties", [&] { json_.boolean("^x-", true); });
        refuse_dotted_products(key);
        if (keys_.any_product.abouts.empty()) return json_.boolean("additionalProperties", true);
        json_.object("additionalProperties", [&] { value(keys_.any_product, false); });
    }

    /// `spruce.plan.tier` below `products` is no product, but a key pasted from a report; and a product has a name.
    void refuse_dotted_products(const Key& products) {
        std::string refused = nothing_pattern();
        std::string names;
        for (const Key& product : products.children) names += (names.empty() ? "" : "|") + any_case(product.name);
        if (!names.empty()) refused += fmt::format("|^({})\\.", names);
        for (const auto& [name, called] : keys_.products_by_name)
            refused += fmt::format("|^(?!{}$){}$", called.front().key, however_written(name));
        json_.object("propertyNames", [&] { json_.object("not", [&] { json_.field("pattern", refused); }); });
        refuse_dotted_answers();
    }

    /// A pattern for a name as `loose_name` has it, in any case and with what does not count in names.
    static std::string however_written(std::string_view loose) {
        std::string pattern = "[\\s_-]*";
        while (!loose.empty()) {
            const std::string_view before = loose;
            utf8::take(loose);
            pattern += any_case(before.substr(0, before.size() - loose.size())) + "[\\s_-]*";
        }
        return pattern;
    }

    /// `zoom.in_use: yes` is no answer of the product `zoom.in_use`. A schema of its own, because what a pattern matches
    /// is no longer one of the `additionalProperties` beside it.
    void refuse_dotted_answers() {
        std::string paths;
        add_paths(keys_.any_product, "", paths);
        if (paths.empty()) return;
        json_.array("allOf", [&] {
            json_.object([&] {
                json_.object("patternProperties", [&] {
                    json_.object(fmt::format("^(?!x-)[^.]+\\.({})$", paths), [&] { json_.field("type", "object"); });
                });
            });
        });
    }

    static void add_paths(const Key& key, const std::string& above, std::string& paths) {
        for (const Key& child : key.children) {
            const std::string path = above + child.name;
            paths += (paths.empty() ? "" : "|") + path;
            add_paths(child, path + "\\.", paths);
        }
    }

    void decisions() {
        json_.field("title", "Documented decisions");
        json_.field("description", "Findings that the practice accepts as they are, with its reasons, for a time.");
        json_.texts("type", std::array<std::string_view, 2>{"array", "null"});
        json_.object("items", [&] { json_.field("$ref", "#/$defs/decision"); });
    }

    void decision() {
        json_.field("type", "object");
        json_.object("properties", [&] {
            for (const yaml::KeyRow& key : decision_keys)
                json_.object(key.name, [&] {
                    json_.field("title", key.title);
                    holds(key);
                });
        });
        json_.array("required", [&] {
            for (const yaml::KeyRow& key : decision_keys)
                if (key.need == yaml::Need::required) json_.text(key.name);
        });
        closed_but_own_keys(json_);
    }

    void holds(const yaml::KeyRow& key) {
        if (key.holds == "finding") return acceptable_ids();
        if (key.need == yaml::Need::optional)
            return json_.texts("type", std::array<std::string_view, 4>{"string", "number", "boolean", "null"});
        json_.field("$ref", fmt::format("#/$defs/{}", key.holds));
        if (key.holds == "text") json_.object("not", [&] { json_.field("$ref", "#/$defs/unanswered"); });
    }

    void acceptable_ids() {
        std::vector<std::string> ids;
        std::vector<std::string> patterns;
        for (const Checklist& checklist : library_.checklists) {
            for (const Note& note : checklist.notes) {
                add_id(checklist, note.full_id, ids, patterns);
                for (const Check& check : note.checks) add_id(checklist, check.full_id, ids, patterns);
            }
            for (const FormerId& former : former_ids(checklist)) add_id(checklist, former.id, ids, patterns);
            for (const std::string& off : switched_off_ids(checklist)) add_id(checklist, off, ids, patterns);
        }
        json_.array("anyOf", [&] {
            if (!ids.empty()) json_.object([&] { json_.texts("enum", ids); });
            for (const std::string& pattern : patterns)
                json_.object([&] {
                    json_.field("type", "string");
                    json_.field("pattern", pattern);
                });
        });
    }

    /// Ids of a generic checklist carry the product: `any-product@nuvo/agreement`.
    static void add_id(const Checklist& checklist, const std::string& id, std::vector<std::string>& ids,
                       std::vector<std::string>& patterns) {
        if (!checklist.generic()) return ids.push_back(id);
        const auto slash = id.find('/');
        patterns.push_back(fmt::format("^{}@.+{}$", id.substr(0, slash), id.substr(slash)));
    }

    const Library& library_;
    KeyTree keys_;
    JsonBuilder json_;
};

}  // namespace

std::string practice_schema(const Library& library) { return PracticeSchema(library).write(); }

}  // namespace hipaa
