// What a condition comes to, worked out from its YAML and plain answers. Shares nothing with the program.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace hipaa::testing::plain {

/// What stands in braces, in brackets, or alone.
struct Value {
    enum class Kind { scalar, list, map };
    Kind kind = Kind::scalar;
    std::string text;
    std::vector<Value> items;
    std::vector<std::pair<std::string, Value>> entries;

    const Value* find(const std::string& key) const;
};

/// Reads YAML on one line, in braces and brackets, without quotes.
Value parse(const std::string& text);

struct Type {
    std::string kind;  // yes_no, date, number, text, code, choice, choices or list
    std::set<std::string> also = {};
    std::string default_answer = {};
    std::map<std::string, Type> fields = {};
};
using Types = std::map<std::string, Type>;

enum class Verdict { no, unknown, yes };

/// How often each operator came out in each way.
using Tally = std::map<std::string, std::set<Verdict>>;

/// `answers` is a map. `today` is a date.
Verdict evaluate(const Value& condition, const Value& answers, const Types& types, const std::string& today,
                 Tally& tally);

}  // namespace hipaa::testing::plain
