// The checker that one would write in an afternoon: YAML::LoadFile, YAML::Node, and the six notes about Spruce as code.
// It gives the verdicts of rules/spruce.yaml on the files of bench-make, one line a file, and nothing else: no places,
// no reasons, no mistakes.
//   bench-naive DAY PATH...      DAY: what counts as today
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

namespace {

enum class Result { not_applicable, pass, attention, unknown, fail };

const char* name(Result result) {
    switch (result) {
        case Result::not_applicable:
            return "not_applicable";
        case Result::pass:
            return "pass";
        case Result::attention:
            return "attention";
        case Result::unknown:
            return "unknown";
        case Result::fail:
            return "fail";
    }
    return "";
}

/// In an order in which `and` is the least and `or` the greatest.
enum class Truth { no, unknown, yes };

Truth truth(bool value) { return value ? Truth::yes : Truth::no; }
Truth operator||(Truth a, Truth b) { return std::max(a, b); }
Truth operator&&(Truth a, Truth b) { return std::min(a, b); }
Truth operator!(Truth a) { return a == Truth::unknown ? a : truth(a == Truth::no); }

class Spruce {
public:
    Spruce(const YAML::Node& answers, std::string today) : answers_(answers), today_(std::move(today)) {}

    std::vector<Result> notes() const {
        std::vector<Result> notes{agreement(), texting(), phone(), sends(), email(), plan()};
        const Truth refuted =
            (is_one("baa", "status", {"executed"}) && is_one("plan", "tier", {"free"})) ||
            (is_one("baa", "status", {"none", "requested"}) && truth(text("baa", "executed_on").has_value()));
        if (refuted == Truth::yes) notes[0] = std::max(notes[0], Result::unknown);
        const Truth contradicts = (is_one("phone", "number", {"no"}) && has_sms_clients()) ||
                                  !at_least("sms_clients", "sms_clients_informed") ||
                                  !at_least("sms_clients", "sms_clients_analyzed");
        if (contradicts == Truth::yes && notes[1] != Result::not_applicable)
            notes[1] = std::max(notes[1], Result::unknown);
        return notes;
    }

private:
    static Result check(Truth when, Truth require, Result otherwise = Result::fail) {
        if (when == Truth::no) return Result::not_applicable;
        if (when == Truth::unknown || require == Truth::unknown) return Result::unknown;
        return require == Truth::yes ? Result::pass : otherwise;
    }

    std::optional<std::string> text(const std::string& key) const {
        const YAML::Node answer = answers_[key];
        if (!answer || answer.IsNull() || answer.as<std::string>() == "unknown") return std::nullopt;
        return answer.as<std::string>();
    }

    std::optional<std::string> text(const std::string& group, const std::string& key) const {
        const YAML::Node answers = answers_[group];
        if (!answers || !answers.IsMap()) return std::nullopt;
        const YAML::Node answer = answers[key];
        if (!answer || answer.IsNull() || answer.as<std::string>() == "unknown") return std::nullopt;
        return answer.as<std::string>();
    }

    Truth is_one(const std::string& group, const std::string& key, const std::vector<std::string>& of) const {
        const std::optional<std::string> answer = text(group, key);
        if (!answer) return Truth::unknown;
        return truth(std::find(of.begin(), of.end(), *answer) != of.end());
    }

    Truth at_least(const std::string& key, const std::string& other) const {
        const std::optional<std::string> a = text("texting", key);
        const std::optional<std::string> b = text("texting", other);
        if (!a || !b) return Truth::unknown;
        return truth(std::stoi(*a) >= std::stoi(*b));
    }

    Truth has_sms_clients() const {
        const std::optional<std::string> clients = text("texting", "sms_clients");
        if (!clients) return Truth::unknown;
        return truth(std::stoi(*clients) >= 1);
    }

    /// Days are written so that the order of their texts is their own.
    static Truth not_later(const std::optional<std::string>& a, const std::optional<std::string>& b) {
        if (!a || !b) return Truth::unknown;
        return truth(*a <= *b);
    }

    Truth before_first_use(const std::string& group, const std::string& key) const {
        const std::optional<std::string> first = text("first_client_use");
        if (first && *first == "not_yet") return Truth::yes;
        return not_later(text(group, key), first);
    }

    Result agreement() const {
        const Truth executed = is_one("baa", "status", {"executed"});
        const Truth in_time = before_first_use("baa", "executed_on");
        const Truth assessed = is_one("baa", "gap", {"low_probability", "notified"});
        return std::max({check(Truth::yes, !is_one("baa", "status", {"none"})),
                         check(Truth::yes, !is_one("baa", "status", {"in_terms_unchecked"}), Result::unknown),
                         check(is_one("baa", "status", {"requested", "executed", "terminated"}),
                               executed && not_later(text("baa", "executed_on"), today_)),
                         check(executed, in_time || assessed), check(executed, in_time, Result::attention),
                         check(executed, is_one("baa", "copy_on_file", {"yes"}), Result::attention)});
    }

    Result texting() const {
        const Truth by_sms = has_sms_clients();
        const Truth when = !is_one("texting", "default", {"no_texting"}) || by_sms;
        const Truth app = is_one("texting", "default", {"app"});
        return std::max({check(when, app),
                         check(when && app, is_one("texting", "norm_explained", {"yes"}), Result::attention),
                         check(when && by_sms, at_least("sms_clients_informed", "sms_clients")),
                         check(when && by_sms, at_least("sms_clients_analyzed", "sms_clients")),
                         check(when && by_sms, is_one("baa", "status", {"executed"}))});
    }

    Result phone() const {
        const Truth when = is_one("phone", "number", {"yes"});
        const Truth some = !is_one("phone", "clients_told_voice_only", {"nobody"});
        const Truth all = is_one("phone", "clients_told_voice_only", {"all"});
        return std::max(check(when, some), check(when && some, all, Result::attention));
    }

    Result sends() const {
        Result worst = Result::not_applicable;
        for (const std::string key : {"messages", "payment_requests", "payment_receipts", "other"}) {
            worst = std::max(worst,
                             check(!is_one("sends", key, {"not_used"}), is_one("sends", key, {"secure_conversation"})));
        }
        return worst;
    }

    Result email() const {
        const YAML::Node group = answers_["email"];
        if (!group || !group.IsMap() || !group["used_for"]) return Result::unknown;
        const YAML::Node uses = group["used_for"];
        const bool only_team = std::all_of(uses.begin(), uses.end(),
                                           [](const YAML::Node& use) { return use.as<std::string>() == "care_team"; });
        return check(truth(uses.size() != 0), truth(only_team));
    }

    Result plan() const {
        const Truth paid = is_one("plan", "tier", {"basic", "communicator", "enterprise", "other_paid"});
        const Truth in_time = before_first_use("plan", "paid_since") || before_first_use("baa", "executed_on");
        return std::max(
            {check(Truth::yes, !is_one("plan", "tier", {"free"})),
             check(!is_one("plan", "tier", {"free"}), !is_one("plan", "tier", {"trial"}), Result::attention),
             check(paid, in_time, Result::attention)});
    }

    YAML::Node answers_;
    std::string today_;
};

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> files;
    for (int at = 2; at < argc; ++at) {
        if (!std::filesystem::is_directory(argv[at])) files.push_back(argv[at]);
        else
            for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[at]))
                if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
        std::cout << file << ":";
        for (const Result result : Spruce(YAML::LoadFile(file)["products"]["spruce"], argv[1]).notes()) {
            std::cout << " " << name(result);
        }
        std::cout << "\n";
    }
}
