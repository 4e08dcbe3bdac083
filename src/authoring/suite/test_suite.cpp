// Reading the tests of a checklist.
#include "authoring/suite/test_suite.hpp"

#include <algorithm>
#include <deque>
#include <map>

#include <fmt/format.h>

#include "authoring/suite/expectation_reader.hpp"
#include "authoring/suite/test_keys.hpp"
#include "practice/practice_reader.hpp"
#include "yaml/edit.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using yaml::quote;

std::optional<Date> read_day(yaml::Fields& fields, std::string_view key, yaml::Problems& problems) {
    const auto entry = fields.find(key);
    if (!entry) return std::nullopt;
    const auto date = entry->value.is_scalar() ? parse_date(entry->value.text()) : std::nullopt;
    if (!date)
        problems.add(entry->value.place(), "wrong_value",
                     [&] { return fmt::format("`{}` is a date such as 2026-01-31", key); });
    return date;
}

}  // namespace

TestHead read_test_head(const yaml::Document& tests, const std::string& default_checklist, yaml::Problems& problems) {
    TestHead head;
    head.checklist = default_checklist;
    const auto keys = test_file_keys(yaml::Need::optional);
    yaml::Fields fields("a test file", tests.root(), tests.root().place(), problems, keys);
    if (!fields.valid()) return head;
    if (const auto checklist = fields.find("checklist")) {
        head.checklist_place = checklist->value.place();
        if (std::string name = fields.text("checklist"); !name.empty()) head.checklist = std::move(name);
    }
    if (const auto base = fields.find("base")) {
        head.base_place = base->value.place();
        if (base->value.is_scalar()) head.base_file = base->value.text();
        else if (!base->value.is_map())
            problems.add(base->value.place(), "wrong_type", "`base` is a practice file: its keys, or the path of one");
    }
    fields.finish_but_own_keys();
    return head;
}

class TestReader::CaseReader {
public:
    CaseReader(const TestReader& reader, const yaml::Document& tests, yaml::Node base, bool base_elsewhere)
        : reader_(reader), tests_(tests), base_(base), base_elsewhere_(base_elsewhere), problems_(reader.problems_) {}

    void read_head(yaml::Fields& fields) {
        today_ = read_day(fields, "today", problems_);
        const Text about = reader_.checklist_.group.about;
        about_ = about;
        if (!reader_.checklist_.generic()) {
            if (const auto product = fields.find("product"))
                problems_.add(product->key_place, "wrong_value", [&] {
                    return fmt::format("`product` is for checklists about `products.*`; this one is about `{}`", about);
                });
            return;
        }
        const std::string product = fields.text("product");
        about_ = fmt::format("products.{}", product);
    }

    std::optional<TestCase> read(yaml::Node node) {
        TestCase test;
        test.place = node.place();
        yaml::Fields fields("a case", node, node.place(), problems_, test_case_keys());
        if (!fields.valid()) return std::nullopt;
        test.name = fields.text("name");
        claim_name(fields, test.name);
        const auto own_day = read_day(fields, "today", problems_);
        test.today = own_day.value_or(today_.value_or(Date{}));
        read_changes(fields);
        test.expectations = read_expectations(fields, test.name, reader_.checklist_, reader_.complete_, problems_);
        fields.finish_but_own_keys();

        const auto stand_in = base_elsewhere_ ? std::optional(base_place()) : std::nullopt;
        const yaml::Document document = yaml::edited(base_, stand_in, changes_, tests_.source(), problems_);
        test.practice = read_practice(document, reader_.library_, reader_.keys_, problems_);
        if (!find_sheet(test)) return std::nullopt;
        return test;
    }

private:
    Place base_place() const { return tests_.root().find("base")->value.place(); }

    void claim_name(yaml::Fields& fields, const std::string& name) {
        const auto entry = fields.find("name");
        if (!entry || name.empty()) return;
        const auto [earlier, is_new] = names_.try_emplace(name, entry->value.place());
        if (!is_new)
            problems_.add(entry->value.place(), "duplicate_name", [&, line = earlier->second.line] {
                return fmt::format("there is a case {} in line {} already; give each a name of its own", quote(name),
                                   line);
            });
    }

    /// Paths are relative to where the checklist's answers live, unless they begin with `/`, as in conditions.
    std::string_view full_path(std::string_view key) {
        paths_.push_back(key.starts_with('/') ? std::string(key.substr(1)) : fmt::format("{}.{}", about_, key));
        for (const std::string& name : other_names(paths_.back()))
            if (stands_in_base(name)) return paths_.emplace_back(name);
        return paths_.back();
    }

    /// Paths of the question at `path` in other versions of the checklist.
    std::vector<std::string> other_names(std::string_view path) const {
        std::vector<std::string> names;
        const auto add = [&](const std::string& about, const QuestionGroup& group) {
            for (const Question& question : group.questions) {
                std::vector<std::string> all{fmt::format("{}.{}", about, question.key)};
                for (const Text old : question.formerly) all.push_back(fmt::format("{}.{}", about, old));
                if (all.size() > 1 && std::ranges::find(all, path) != all.end())
                    std::ranges::copy_if(all, std::back_inserter(names),
                                         [&](const std::string& name) { return name != path; });
            }
        };
        for (const Checklist& checklist : reader_.library_.checklists)
            add(checklist.generic() ? about_ : std::string(checklist.group.about), checklist.group);
        return names;
    }

    bool stands_in_base(std::string_view path) const {
        yaml::Node node = base_;
        while (true) {
            const auto dot = path.find('.');
            const auto entry = node.find(path.substr(0, dot));
            if (!entry) return false;
            if (dot == std::string_view::npos) return true;
            node = entry->value;
            path.remove_prefix(dot + 1);
        }
    }

    void read_changes(yaml::Fields& fields) {
        changes_.clear();
        for (const yaml::Node item : fields.items("unset")) {
            if (item.is_scalar()) changes_.push_back({full_path(item.text()), item.place(), std::nullopt});
            else problems_.add(item.place(), "wrong_type", "`unset` of a case takes a list of keys");
        }
        const auto set = fields.find("set");
        if (!set) return;
        if (!set->value.is_map())
            problems_.add(set->value.place(), "wrong_type", "`set` of a case takes keys and values: {plan.tier: free}");
        for (const yaml::Entry& entry : set->value.entries())
            changes_.push_back({full_path(entry.key), entry.key_place, entry.value});
    }

    bool find_sheet(TestCase& test) {
        const auto& sheets = test.practice.sheets;
        for (test.sheet = 0; test.sheet < sheets.size(); ++test.sheet) {
            const Sheet& sheet = sheets[test.sheet];
            if (sheet.checklist == &reader_.checklist_ && sheet.about == about_) return true;
        }
        problems_.add(base_place(), "wrong_value", [&] {
            return fmt::format("the base practice needs the key `{}`, as the checklist applies to nothing else",
                               about_);
        });
        return false;
    }

    const TestReader& reader_;
    const yaml::Document& tests_;
    yaml::Node base_;
    bool base_elsewhere_;
    yaml::Problems& problems_;
    std::optional<Date> today_;
    std::string about_;
    std::map<std::string, Place> names_;
    std::deque<std::string> paths_;  // what the changes refer to
    std::vector<yaml::Change> changes_;
};

std::vector<TestCase> TestReader::read(const yaml::Document& tests, const yaml::Document* base) {
    std::vector<TestCase> cases;
    const auto entry = tests.root().find("base");
    if (!entry) return cases;
    const auto keys = test_file_keys(checklist_.generic() ? yaml::Need::required : yaml::Need::optional);
    yaml::Fields fields("a test file", tests.root(), tests.root().place(), problems_, keys);
    CaseReader reader(*this, tests, base ? base->root() : entry->value, base != nullptr);
    reader.read_head(fields);
    if (const auto all = fields.find("cases"); all && all->value.size() == 0)
        problems_.add(all->key_place, "no_cases", "there is no case under `cases`; write at least one");
    for (const yaml::Node node : fields.items("cases"))
        if (auto test = reader.read(node)) cases.push_back(std::move(*test));
    return cases;
}

}  // namespace hipaa
