// Reading the tests of a checklist.
#include "authoring/suite/test_suite.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>

#include <fmt/format.h>

#include "checklist/ids.hpp"
#include "practice/practice_reader.hpp"
#include "text/spelling.hpp"
#include "yaml/edit.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using yaml::Need;
using yaml::quote;

/// `product` is required where the checklist is about `products.*`.
constexpr std::array<yaml::KeyRow, 6> file_keys(Need product) {
    return {{
        {"checklist", Need::optional},
        {"today", Need::required},
        {"product", product},
        {"base", Need::required},
        {"cases", Need::required},
        {"x-notes", Need::optional},
    }};
}

constexpr std::array<yaml::KeyRow, 7> case_keys{{
    {"name", Need::required},
    {"today", Need::optional},
    {"unset", Need::optional},
    {"set", Need::optional},
    {"expect", Need::optional},
    {"result", Need::optional},
    {"contradictions", Need::optional},
}};

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
    constexpr auto keys = file_keys(Need::optional);
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
        yaml::Fields fields("a case", node, node.place(), problems_, case_keys);
        if (!fields.valid()) return std::nullopt;
        test.name = fields.text("name");
        claim_name(fields, test.name);
        const auto own_day = read_day(fields, "today", problems_);
        test.today = own_day.value_or(today_.value_or(Date{}));
        read_changes(fields);
        read_expectations(fields, test);
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

    void read_expectations(yaml::Fields& fields, TestCase& test) {
        const auto expect = fields.find("expect");
        if (expect && !expect->value.is_map())
            problems_.add(expect->value.place(), "wrong_type",
                          "`expect` of a case takes ids and results: {paid-tier/paid: fail}");
        else if (expect)
            for (const yaml::Entry& entry : expect->value.entries()) read_expectation(entry, test);
        const auto result = fields.word<Result>("result");
        if (result)
            test.expectations.push_back({Expectation::Subject::checklist,
                                         0,
                                         0,
                                         reader_.checklist_.id,
                                         *result,
                                         false,
                                         {},
                                         fields.find("result")->value.place()});
        const auto contradictions = fields.find("contradictions");
        if (reader_.complete_ && !expect && !result && !contradictions)
            problems_.add(fields.place(), "missing_key",
                          "a case needs `expect`: ids of notes or checks, and the result "
                          "of each");
        const bool expects_none = !expect || (expect->value.is_map() && expect->value.size() == 0);
        const bool names_none = !contradictions || fields.items("contradictions").empty();
        if (reader_.complete_ && (expect || contradictions) && expects_none && !result && names_none)
            problems_.add(fields.place(), "expects_nothing", [&] {
                return fmt::format(
                    "the case {} expects nothing, so it would always pass; write under `expect` ids of "
                    "notes or checks, and the result of each",
                    quote(test.name));
            });
        expect_contradictions(contradictions ? contradictions->key_place : fields.place(),
                              fields.items("contradictions"), test);
    }

    void read_expectation(const yaml::Entry& entry, TestCase& test) {
        Expectation expected;
        expected.id = entry.key;
        expected.place = entry.value.place();
        if (find_subject(entry, expected)) read_expected(entry, std::move(expected), test);
    }

    void read_expected(const yaml::Entry& entry, Expectation expected, TestCase& test) {
        const bool is_plain_caveat = expected.subject == Expectation::Subject::caveat &&
                                     !reader_.checklist_.caveats[expected.index].deal_breaker;
        if (is_plain_caveat) return read_applies(entry, std::move(expected), test);
        const auto result = entry.value.is_scalar() ? from_name<Result>(entry.value.text()) : std::nullopt;
        if (!result) {
            problems_.add(entry.value.place(), "wrong_value", [&] {
                const auto meant = closest(entry.value.text(), names_of<Result>);
                return meant ? fmt::format("{} is not a result; did you mean `{}`?", quote(entry.value.text()), *meant)
                             : fmt::format("the result of {} is {}", quote(entry.key), yaml::one_of(names_of<Result>));
            });
            return;
        }
        expected.result = *result;
        test.expectations.push_back(std::move(expected));
    }

    /// A caveat that is no deal-breaker has no result: it applies, or not.
    void read_applies(const yaml::Entry& entry, Expectation expected, TestCase& test) {
        const std::string_view text = entry.value.is_scalar() ? entry.value.text() : std::string_view();
        const auto decided = yaml::parse_yes_no(text);
        if (!decided && !yaml::is_same_word(text, name_of(Truth::unknown))) {
            problems_.add(entry.value.is_null() ? entry.key_place : entry.value.place(), "wrong_value", [&] {
                return fmt::format("{} is a caveat, which applies (yes), does not (no) or may (unknown)",
                                   quote(entry.key));
            });
            return;
        }
        expected.applies = decided ? truth(*decided) : Truth::unknown;
        test.expectations.push_back(std::move(expected));
    }

    bool find_subject(const yaml::Entry& entry, Expectation& expected) {
        using Of = Expectation::Subject;
        const Checklist& checklist = reader_.checklist_;
        std::vector<std::string> ids;
        std::vector<Expectation> subjects;
        const auto add = [&](std::string_view full_id, Of subject, std::size_t index, std::size_t check) {
            ids.emplace_back(full_id.substr(checklist.id.size() + 1));
            subjects.push_back({subject, index, check, {}, {}, false, {}, {}});
        };
        for (std::size_t i = 0; i < checklist.notes.size(); ++i) {
            add(checklist.notes[i].full_id, Of::note, i, 0);
            for (std::size_t j = 0; j < checklist.notes[i].checks.size(); ++j)
                add(checklist.notes[i].checks[j].full_id, Of::check, i, j);
        }
        for (std::size_t i = 0; i < checklist.caveats.size(); ++i) add(checklist.caveats[i].full_id, Of::caveat, i, 0);
        auto found = std::ranges::find(ids, entry.key);
        if (found == ids.end()) found = std::ranges::find(ids, id_of_today(entry.key));
        if (found == ids.end()) {
            add_unknown_id(entry, ids);
            return false;
        }
        const Expectation& subject = subjects[static_cast<std::size_t>(found - ids.begin())];
        expected.subject = subject.subject;
        expected.index = subject.index;
        expected.check = subject.check;
        return true;
    }

    /// The id that a note or check of an earlier version has now, relative to the checklist; else empty.
    std::string id_of_today(std::string_view id) const {
        const Checklist& checklist = reader_.checklist_;
        for (const FormerId& former : former_ids(checklist))
            if (former.id == fmt::format("{}/{}", checklist.id, id))
                return std::string(
                    (former.check ? former.check->full_id : former.note->full_id).substr(checklist.id.size() + 1));
        return {};
    }

    void add_unknown_id(const yaml::Entry& entry, const std::vector<std::string>& ids) {
        problems_.add(entry.key_place, "unknown_id", [&] {
            const std::vector<std::string_view> known(ids.begin(), ids.end());
            auto meant = closest(entry.key, known);
            for (const std::string_view id : known)
                if (!meant && id.ends_with(fmt::format("/{}", entry.key))) meant = id;
            const std::string own = reader_.checklist_.id + "/";
            if (!meant && entry.key.starts_with(own)) meant = closest(entry.key.substr(own.size()), known);
            return meant ? fmt::format("{} is not a note or check of the checklist; did you mean `{}`?",
                                       quote(entry.key), *meant)
                         : fmt::format(
                               "{} is not a note or check of the checklist; write its id without the "
                               "checklist's, such as {}",
                               quote(entry.key), ids.back());
        });
    }

    /// What a case does not name must not be true: a contradiction in the answers of a case is seldom meant.
    void expect_contradictions(Place place, const std::vector<yaml::Node>& named, TestCase& test) {
        std::vector<std::string_view> known;
        for (const Contradiction& contradiction : reader_.checklist_.contradictions) known.push_back(contradiction.id);
        std::vector<Expectation> expected;
        for (std::size_t i = 0; i < known.size(); ++i)
            expected.push_back(
                {Expectation::Subject::contradiction, i, 0, std::string(known[i]), {}, false, {}, place});
        for (const yaml::Node item : named) {
            const auto found = std::ranges::find(known, item.text());
            if (item.is_scalar() && found != known.end()) {
                Expectation& one = expected[static_cast<std::size_t>(found - known.begin())];
                one.holds = true;
                one.place = item.place();
                continue;
            }
            problems_.add(item.place(), "unknown_id", [&] {
                const auto meant = closest(item.text(), known);
                return fmt::format("{} is not a contradiction of the checklist{}", quote(item.text()),
                                   meant           ? fmt::format("; did you mean `{}`?", *meant)
                                   : known.empty() ? std::string(", which has none")
                                                   : fmt::format("; there are {}", yaml::one_of(known)));
            });
        }
        std::ranges::move(expected, std::back_inserter(test.expectations));
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
    const auto keys = file_keys(checklist_.generic() ? Need::required : Need::optional);
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
