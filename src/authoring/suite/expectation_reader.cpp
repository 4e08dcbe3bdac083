// Reading what a case of a test file expects.
#include "authoring/suite/expectation_reader.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "checklist/ids.hpp"
#include "text/spelling.hpp"

namespace hipaa {
namespace {

using yaml::quote;

class ExpectationReader {
public:
    ExpectationReader(const Checklist& checklist, bool complete, yaml::Problems& problems)
        : checklist_(checklist), complete_(complete), problems_(problems) {}

    std::vector<Expectation> read(yaml::Fields& fields, const std::string& name) {
        const auto expect = fields.find("expect");
        if (expect && !expect->value.is_map())
            problems_.add(expect->value.place(), "wrong_type",
                          "`expect` of a case takes ids and results: {paid-tier/paid: fail}");
        else if (expect)
            for (const yaml::Entry& entry : expect->value.entries()) read_expectation(entry);
        const auto result = fields.word<Result>("result");
        if (result)
            expectations_.push_back({Expectation::Subject::checklist,
                                     0,
                                     0,
                                     checklist_.id,
                                     *result,
                                     false,
                                     {},
                                     fields.find("result")->value.place()});
        const auto contradictions = fields.find("contradictions");
        const bool expects_days = read_due(fields);
        if (complete_ && !expect && !result && !contradictions && !expects_days)
            problems_.add(fields.place(), "missing_key",
                          "a case needs `expect`: ids of notes or checks, and the result "
                          "of each; `hipaa-check test --fill` writes them");
        const bool expects_none = !expect || (expect->value.is_map() && expect->value.size() == 0);
        const bool names_none = !contradictions || fields.items("contradictions").empty();
        if (complete_ && (expect || contradictions) && expects_none && !result && names_none && !expects_days)
            problems_.add(fields.place(), "expects_nothing", [&] {
                return fmt::format(
                    "the case {} expects nothing, so it would always pass; write under `expect` ids of "
                    "notes or checks, and the result of each",
                    quote(name));
            });
        expect_contradictions(contradictions ? contradictions->key_place : fields.place(),
                              fields.items("contradictions"));
        return std::move(expectations_);
    }

private:
    /// The days on which deadlines fall due; true if there are any.
    bool read_due(yaml::Fields& fields) {
        const auto due = fields.find("due");
        if (!due) return false;
        if (!due->value.is_map()) {
            problems_.add(
                due->value.place(), "wrong_type",
                "`due` of a case takes ids of deadlines, and for each a date or none: {ask-again: 2026-12-01}");
            return true;
        }
        for (const yaml::Entry& entry : due->value.entries()) read_day_due(entry);
        return due->value.size() > 0;
    }

    void read_day_due(const yaml::Entry& entry) {
        const std::vector<Deadline>& deadlines = checklist_.deadlines;
        const auto found = std::ranges::find(deadlines, std::string_view(entry.key), &Deadline::id);
        if (found == deadlines.end()) return add_unknown_deadline(entry);
        const std::string_view text = entry.value.is_scalar() ? entry.value.text() : std::string_view();
        const auto day = parse_date(text);
        if (!day && !yaml::is_same_word(text, "none")) {
            problems_.add(entry.value.is_null() ? entry.key_place : entry.value.place(), "wrong_value", [&] {
                return fmt::format("{} is a deadline, which falls due on a date such as 2026-12-01, or not (none)",
                                   quote(entry.key));
            });
            return;
        }
        Expectation expected;
        expected.subject = Expectation::Subject::deadline;
        expected.index = static_cast<std::size_t>(found - deadlines.begin());
        expected.id = entry.key;
        expected.place = entry.value.place();
        expected.due = day;
        expectations_.push_back(std::move(expected));
    }

    static std::string not_one_of(std::string_view id, std::string_view what, std::span<const std::string_view> known) {
        const auto meant = closest(id, known);
        return fmt::format("{} is not a {} of the checklist{}", quote(id), what,
                           meant           ? fmt::format("; did you mean `{}`?", *meant)
                           : known.empty() ? std::string(", which has none")
                                           : fmt::format("; there are {}", yaml::one_of(known)));
    }

    void add_unknown_deadline(const yaml::Entry& entry) {
        problems_.add(entry.key_place, "unknown_id", [&] {
            std::vector<std::string_view> known;
            for (const Deadline& deadline : checklist_.deadlines) known.push_back(deadline.id);
            return not_one_of(entry.key, "deadline", known);
        });
    }

    void read_expectation(const yaml::Entry& entry) {
        Expectation expected;
        expected.id = entry.key;
        expected.place = entry.value.place();
        if (find_subject(entry, expected)) read_expected(entry, std::move(expected));
    }

    void read_expected(const yaml::Entry& entry, Expectation expected) {
        const bool is_plain_caveat =
            expected.subject == Expectation::Subject::caveat && !checklist_.caveats[expected.index].deal_breaker;
        if (is_plain_caveat) return read_applies(entry, std::move(expected));
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
        expectations_.push_back(std::move(expected));
    }

    /// A caveat that is no deal-breaker has no result: it applies, or not.
    void read_applies(const yaml::Entry& entry, Expectation expected) {
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
        expectations_.push_back(std::move(expected));
    }

    bool find_subject(const yaml::Entry& entry, Expectation& expected) {
        using Of = Expectation::Subject;
        const Checklist& checklist = checklist_;
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
        const Checklist& checklist = checklist_;
        for (const FormerId& former : former_ids(checklist))
            if (former.id == fmt::format("{}/{}", checklist.id, id))
                return std::string(
                    (former.check ? former.check->full_id : former.note->full_id).substr(checklist.id.size() + 1));
        return {};
    }

    void add_unknown_id(const yaml::Entry& entry, const std::vector<std::string>& ids) {
        problems_.add(entry.key_place, "unknown_id", [&] {
            const std::string full_id = fmt::format("{}/{}", checklist_.id, entry.key);
            if (std::ranges::count(switched_off_ids(checklist_), full_id) > 0)
                return fmt::format("{} is not a note or check of the checklist, which leaves it out with `off`",
                                   quote(entry.key));
            const std::vector<std::string_view> known(ids.begin(), ids.end());
            auto meant = closest(entry.key, known);
            for (const std::string_view id : known)
                if (!meant && id.ends_with(fmt::format("/{}", entry.key))) meant = id;
            const std::string own = checklist_.id + "/";
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
    void expect_contradictions(Place place, const std::vector<yaml::Node>& named) {
        std::vector<std::string_view> known;
        for (const Contradiction& contradiction : checklist_.contradictions) known.push_back(contradiction.id);
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
            problems_.add(item.place(), "unknown_id", [&] { return not_one_of(item.text(), "contradiction", known); });
        }
        std::ranges::move(expected, std::back_inserter(expectations_));
    }

    const Checklist& checklist_;
    bool complete_;
    yaml::Problems& problems_;
    std::vector<Expectation> expectations_;
};

}  // namespace

std::vector<Expectation> read_expectations(yaml::Fields& fields, const std::string& name, const Checklist& checklist,
                                           bool complete, yaml::Problems& problems) {
    return ExpectationReader(checklist, complete, problems).read(fields, name);
}

}  // namespace hipaa
