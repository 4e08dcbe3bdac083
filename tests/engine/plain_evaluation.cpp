// What a condition comes to, worked out from its YAML and plain answers.
#include "engine/plain_evaluation.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace hipaa::testing::plain {
namespace {

class Parser {
public:
    explicit Parser(const std::string& text) : text_(text) {}

    Value read() {
        skip_blanks();
        Value value;
        if (take('{')) {
            value.kind = Value::Kind::map;
            while (!take('}')) {
                std::string key = word(":");
                take(':');
                value.entries.emplace_back(std::move(key), read());
                take(',');
            }
        } else if (take('[')) {
            value.kind = Value::Kind::list;
            while (!take(']')) {
                value.items.push_back(read());
                take(',');
            }
        } else {
            value.text = word(",]}");
        }
        return value;
    }

private:
    void skip_blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }

    bool take(char c) {
        skip_blanks();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    std::string word(const std::string& ends) {
        skip_blanks();
        const std::size_t end = std::min(text_.find_first_of(ends, at_), text_.size());
        std::string found = text_.substr(at_, end - at_);
        while (!found.empty() && found.back() == ' ') found.pop_back();
        at_ = end;
        return found;
    }

    const std::string& text_;
    std::size_t at_ = 0;
};

Verdict verdict(bool value) { return value ? Verdict::yes : Verdict::no; }

Verdict opposite(Verdict value) { return value == Verdict::unknown ? value : verdict(value == Verdict::no); }

Verdict of_all(const std::vector<Verdict>& parts) {
    if (std::count(parts.begin(), parts.end(), Verdict::no) > 0) return Verdict::no;
    return verdict(std::count(parts.begin(), parts.end(), Verdict::unknown) == 0) == Verdict::yes ? Verdict::yes
                                                                                                  : Verdict::unknown;
}

Verdict of_any(const std::vector<Verdict>& parts) {
    std::vector<Verdict> turned;
    for (const Verdict part : parts) turned.push_back(opposite(part));
    return opposite(of_all(turned));
}

bool is_blank(const std::string& text) { return text.empty() || text == "~" || text == "null" || text == "unknown"; }

/// Days since some day long ago, counted month by month.
long day_number(const std::string& date) {
    const int year = std::atoi(date.substr(0, 4).c_str());
    const int month = std::atoi(date.substr(5, 2).c_str());
    const auto is_leap = [](int one) { return one % 4 == 0 && (one % 100 != 0 || one % 400 == 0); };
    long days = std::atoi(date.substr(8, 2).c_str());
    for (int one = 1900; one < year; ++one) days += is_leap(one) ? 366 : 365;
    const int lengths[] = {31, is_leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int one = 1; one < month; ++one) days += lengths[one - 1];
    return days;
}

/// An answer, with its type; no value if nobody has answered.
struct Found {
    const Type* type;
    std::optional<Value> value;

    bool is_also() const { return value && value->kind == Value::Kind::scalar && type->also.count(value->text) > 0; }
};

class Evaluator {
public:
    Evaluator(const Value& answers, const Types& types, const std::string& today, Tally& tally)
        : answers_(answers), types_(types), today_(today), tally_(tally) {}

    Verdict condition(const Value& map) {
        std::vector<Verdict> parts;
        for (const auto& [key, value] : map.entries) parts.push_back(entry(key, value));
        return of_all(parts);
    }

private:
    Verdict entry(const std::string& key, const Value& value) {
        if (key == "not") return opposite(condition(value));
        if (key == "all" || key == "any") {
            std::vector<Verdict> parts;
            for (const Value& part : value.items) parts.push_back(condition(part));
            return key == "all" ? of_all(parts) : of_any(parts);
        }
        if (value.kind == Value::Kind::scalar) return test(key, "is", value);
        std::vector<Verdict> parts;
        for (const auto& [op, operand] : value.entries) parts.push_back(test(key, op, operand));
        return of_all(parts);
    }

    Found look_up(std::string key) const {
        const std::string outside = "/products.lab.";
        const bool leaves_item = key.compare(0, outside.size(), outside) == 0;
        if (leaves_item) key = key.substr(outside.size());
        const bool in_item = item_ && !leaves_item && fields_->count(key) > 0;
        const Type& type = (in_item ? *fields_ : types_).at(key);
        const Value* written = (in_item ? *item_ : answers_).find(key);
        if (!written && !type.default_answer.empty()) return {&type, parse(type.default_answer)};
        if (!written) return {&type, std::nullopt};
        const auto is_unanswered = [](const Value& one) {
            return one.kind == Value::Kind::scalar && is_blank(one.text);
        };
        if (is_unanswered(*written) || std::any_of(written->items.begin(), written->items.end(), is_unanswered))
            return {&type, std::nullopt};
        return {&type, *written};
    }

    bool names_question(const std::string& text) const {
        return text.front() == '/' || types_.count(text) > 0 || (item_ && fields_->count(text) > 0);
    }

    Verdict test(const std::string& key, const std::string& op, const Value& operand) {
        const Verdict found = test_quietly(key, op, operand);
        tally_[op].insert(found);
        return found;
    }

    Verdict test_quietly(const std::string& key, const std::string& op, const Value& operand) {
        const Found left = look_up(key);
        if (op == "answered") return verdict(left.value.has_value() == (operand.text == "yes"));
        if (op == "before" || op == "on_or_before" || op == "after" || op == "on_or_after" || op == "within_days" ||
            op == "in_next_days" || op == "at_least" || op == "at_most")
            return in_order(left, op, operand.text);
        if (op == "count") return count(key, left, operand);
        if (op == "includes_any" || op == "only") return choices(left, op, operand);
        if (!left.value) return Verdict::unknown;
        if (op == "is") return verdict(left.value->text == operand.text);
        if (op == "is_not") return verdict(left.value->text != operand.text);
        if (op == "in" || op == "not_in") {
            bool listed = false;
            for (const Value& one : operand.items) listed = listed || one.text == left.value->text;
            return verdict(listed == (op == "in"));
        }
        const bool is_list = left.value->kind == Value::Kind::list;
        if (op == "empty") return verdict((is_list && left.value->items.empty()) == (operand.text == "yes"));
        if (op == "includes") return verdict(is_list && lists(*left.value, operand.text));
        if (!is_list) return Verdict::no;
        const std::vector<Verdict> items = of_items(*left.type, *left.value, operand);
        return op == "each" ? of_all(items) : of_any(items);
    }

    static bool lists(const Value& list, const std::string& word) {
        return std::any_of(list.items.begin(), list.items.end(), [&](const Value& one) { return one.text == word; });
    }

    Verdict in_order(const Found& left, const std::string& op, const std::string& operand) const {
        const bool of_dates = left.type->kind == "date";
        const bool of_days = op == "within_days" || op == "in_next_days";
        std::optional<std::string> right = operand == "today" ? today_ : operand;
        if (operand != "today" && names_question(operand)) {
            const Found other = look_up(operand);
            if (other.is_also()) return Verdict::no;
            right = other.value ? std::optional(other.value->text) : std::nullopt;
        }
        if (left.is_also()) return Verdict::no;
        if (!left.value || !right) return Verdict::unknown;
        const auto number = [](const std::string& text, bool date) {
            return date ? static_cast<double>(day_number(text)) : std::atof(text.c_str());
        };
        const double a = number(left.value->text, of_dates);
        const double b = number(*right, of_dates && !of_days);
        const double now = number(today_, true);
        if (op == "before") return verdict(a < b);
        if (op == "on_or_before" || op == "at_most") return verdict(a <= b);
        if (op == "after") return verdict(a > b);
        if (op == "on_or_after" || op == "at_least") return verdict(a >= b);
        const double ahead = op == "in_next_days" ? a - now : now - a;
        return verdict(ahead >= 0 && ahead <= b);
    }

    Verdict choices(const Found& left, const std::string& op, const Value& operand) const {
        Value named = operand;
        if (operand.kind == Value::Kind::scalar) {
            const Found other = look_up(operand.text);
            if (!left.value || !other.value) return Verdict::unknown;
            if (other.is_also()) return Verdict::no;
            named = *other.value;
        }
        if (!left.value) return Verdict::unknown;
        if (left.is_also()) return Verdict::no;
        std::size_t common = 0;
        for (const Value& one : left.value->items) common += lists(named, one.text) ? 1 : 0;
        return verdict(op == "only" ? common == left.value->items.size() : common > 0);
    }

    std::vector<Verdict> of_items(const Type& list, const Value& items, const Value& where) {
        std::vector<Verdict> found;
        for (const Value& item : items.items) {
            item_ = &item;
            fields_ = &list.fields;
            found.push_back(condition(where));
            item_ = nullptr;
        }
        return found;
    }

    /// Tries every number of items that may turn out to meet the condition.
    Verdict count(const std::string&, const Found& list, const Value& operand) {
        std::optional<double> limits[2];
        bool asked[2] = {false, false};
        for (const int side : {0, 1}) {
            const Value* bound = operand.find(side == 0 ? "at_least" : "at_most");
            if (!bound) continue;
            asked[side] = true;
            if (!names_question(bound->text)) {
                limits[side] = std::atof(bound->text.c_str());
                continue;
            }
            const Found other = look_up(bound->text);
            if (other.is_also()) return Verdict::no;
            if (other.value) limits[side] = std::atof(other.value->text.c_str());
        }
        if (!list.value) return Verdict::unknown;
        if (list.is_also()) return Verdict::no;
        const std::vector<Verdict> items = of_items(*list.type, *list.value, *operand.find("where"));
        const auto met = std::count(items.begin(), items.end(), Verdict::yes);
        const auto open = std::count(items.begin(), items.end(), Verdict::unknown);
        std::set<bool> outcomes;
        for (auto number = met; number <= met + open; ++number) {
            const auto value = static_cast<double>(number);
            outcomes.insert((!limits[0] || value >= *limits[0]) && (!limits[1] || value <= *limits[1]));
        }
        if (outcomes == std::set<bool>{false}) return Verdict::no;
        const bool is_limit_open = (asked[0] && !limits[0]) || (asked[1] && !limits[1]);
        return outcomes.size() > 1 || is_limit_open ? Verdict::unknown : Verdict::yes;
    }

    const Value& answers_;
    const Types& types_;
    const std::string& today_;
    Tally& tally_;
    const Value* item_ = nullptr;
    const Types* fields_ = nullptr;
};

}  // namespace

const Value* Value::find(const std::string& key) const {
    for (const auto& [name, value] : entries)
        if (name == key) return &value;
    return nullptr;
}

Value parse(const std::string& text) { return Parser(text).read(); }

Verdict evaluate(const Value& condition, const Value& answers, const Types& types, const std::string& today,
                 Tally& tally) {
    return Evaluator(answers, types, today, tally).condition(condition);
}

}  // namespace hipaa::testing::plain
