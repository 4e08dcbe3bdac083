// Why a result differs.
#include "compare/causes.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace hipaa {
namespace {

/// Keys whose answers differ, in order.
std::vector<std::string> differing(const RecordedAnswers& old, const RecordedAnswers& now) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : old)
        if (const auto other = now.find(key); other == now.end() || other->second != value) keys.push_back(key);
    for (const auto& [key, value] : now)
        if (!old.contains(key)) keys.push_back(key);
    std::ranges::sort(keys);
    return keys;
}

std::string value_in(const RecordedAnswers& answers, const std::string& key) {
    const auto found = answers.find(key);
    return found == answers.end() ? std::string() : found->second;
}

/// A part of the file goes with all that is in it.
void put(RecordedAnswers& answers, const std::string& key, const RecordedAnswers& from) {
    if (const auto found = from.find(key); found != from.end()) {
        answers.insert_or_assign(key, found->second);
        return;
    }
    const bool is_part = value_in(answers, key) == empty_part;
    answers.erase(key);
    const std::string inside = key + ".";
    for (auto at = answers.lower_bound(inside); is_part && at != answers.end() && at->first.starts_with(inside);)
        at = answers.erase(at);
}

/// The causes of which `set` has the bits.
std::vector<ChangeCause> causes_of(unsigned set) {
    std::vector<ChangeCause> causes;
    for (const ChangeCause cause : values_of<ChangeCause>)
        if ((set & (1u << static_cast<unsigned>(cause))) != 0) causes.push_back(cause);
    return causes;
}

/// The key of the answer of which evidence names a part: `people` of `people[1].shared`.
std::string_view whole_key(std::string_view key) { return key.substr(0, key.find('[')); }

}  // namespace

Causes::Causes(const Moment& old, const Moment& now, const CurrentIds& ids) : old_(old), now_(now), ids_(ids) {
    may_differ_ = bit(ChangeCause::checklist);
    // The digests prove that nothing in the file was changed.
    if (old.practice.digest.empty() || old.practice.digest != now.practice.digest) {
        const auto named = [&](const RecordedAnswers& answers) {
            return now.side.rerun->with_current_names(old.side.rerun->with_current_names(answers));
        };
        old_answers_ = named(old.practice.answers);
        now_answers_ = named(now.practice.answers);
        changed_ = differing(old_answers_, now_answers_);
        if (!changed_.empty()) may_differ_ |= bit(ChangeCause::answers);
        if (old.practice.decisions != now.practice.decisions) may_differ_ |= bit(ChangeCause::decisions);
    }
    if (old.side.run.as_of != now.side.run.as_of || old.side.run.max_age != now.side.run.max_age)
        may_differ_ |= bit(ChangeCause::time);
}

std::optional<PointResults> Causes::run(Set set, const Instead& instead) const {
    const auto source = [&](ChangeCause cause) -> const Moment& { return (set & bit(cause)) != 0 ? now_ : old_; };
    const Moment& checklist = source(ChangeCause::checklist);
    const Moment& time = source(ChangeCause::time);
    const AssessmentSettings settings{(instead.day ? *instead.day : time).side.run.as_of,
                                      (instead.age_limit ? *instead.age_limit : time).side.run.max_age,
                                      checklist.side.run.checklists};
    const Rerun& rerun = *checklist.side.rerun;
    const RecordedAnswers& answers = instead.answers ? *instead.answers : source(ChangeCause::answers).practice.answers;
    return rerun.results(rerun.with_names_before(now_.side.rerun->library(), answers),
                         source(ChangeCause::decisions).practice.decisions, settings);
}

const std::optional<PointResults>& Causes::results(Set set) {
    std::optional<std::optional<PointResults>>& known = results_[set];
    if (!known) known = run(set, {});
    return *known;
}

/// A contradiction that does not hold is not applicable.
std::optional<Result> Causes::result(const Change& change, const std::string& id,
                                     const std::optional<PointResults>& results) const {
    if (results)
        if (const auto found = results->find(id); found != results->end()) return found->second;
    if (change.point.kind == PointKind::contradiction) return Result::not_applicable;
    return std::nullopt;
}

bool Causes::leads_to(Set set, const Change& change, const std::string& id, std::optional<Result> wanted) {
    const std::optional<PointResults>& there = results(set);
    return there && result(change, id, there) == wanted;
}

std::string Causes::digest(const Moment& moment, const RecordedChecklist& checklist) const {
    const std::string id = ids_(checklist.id);
    for (const RecordedChecklist& there : moment.practice.checklists)
        if (ids_(there.id) == id) return moment.side.digest_of(there);
    return {};
}

Causes::Checklists Causes::compare_checklists(const Change& change) const {
    const std::string old = digest(old_, change.checklist);
    const std::string now = digest(now_, change.checklist);
    if (old.empty() || now.empty()) return Checklists::unknown;
    return old == now ? Checklists::same : Checklists::other;
}

bool Causes::is_known(const Moment& moment, const RecordedChecklist& checklist) const {
    const std::string id = ids_(checklist.id);
    return std::ranges::any_of(moment.side.rerun->library().checklists, [&](const Checklist& known) {
        return ids_(known.id) == std::string_view(id).substr(0, id.find('@'));
    });
}

bool Causes::is_at_hand(const Moment& moment, const RecordedChecklist& checklist) const {
    const std::string wanted = digest(moment, checklist);
    if (wanted.empty()) return is_known(moment, checklist);
    return std::ranges::any_of(moment.side.rerun->library().checklists,
                               [&](const Checklist& known) { return digest_of(known) == wanted; });
}

/// Of the sets that make the difference the smallest, among those the first in the order of the causes. The engine may not
/// have the checklist of the older side any more: then sets without `checklist` are believed only if its checklist gives
/// what the older report says, and of what nothing explains the checklist is the cause.
void Causes::explain(Change& change, const std::string& id) {
    const Checklists checklists = compare_checklists(change);
    std::vector<Set> candidates;
    for (Set set = 1; set < sets; ++set) {
        const bool is_possible = (set & ~may_differ_) == 0;
        const bool needs_checklist = (set & bit(ChangeCause::checklist)) != 0;
        if (is_possible && !(needs_checklist && checklists == Checklists::same)) candidates.push_back(set);
    }
    std::ranges::sort(candidates, {}, [&](Set set) { return std::pair(std::popcount(set), causes_of(set)); });
    const bool old_is_had = leads_to(0, change, id, change.from);
    for (const Set set : candidates) {
        if (!old_is_had && (set & bit(ChangeCause::checklist)) == 0) continue;
        if (!leads_to(set, change, id, change.to)) continue;
        change.causes = causes_of(set);
        if ((set & bit(ChangeCause::answers)) != 0) change.answers = changes_of(answers_that_matter(set, change, id));
        if ((set & bit(ChangeCause::time)) != 0) tell_time(set, change, id);
        return;
    }
    blame_what_is_left(checklists, change, id);
}

/// Where only one thing can differ, there is no doubt; but for answers, of which some matter. Where no version of
/// the checklist is at hand, nothing was tried, so nothing is ruled out.
void Causes::blame_what_is_left(Checklists checklists, Change& change, const std::string& id) const {
    const Set others = may_differ_ & static_cast<Set>(~bit(ChangeCause::checklist));
    const bool is_other_checklist = checklists != Checklists::same || others == 0;
    const bool was_tried = is_known(now_, change.checklist);
    const Set set = !is_other_checklist ? others
                    : was_tried         ? bit(ChangeCause::checklist)
                                        : static_cast<Set>(bit(ChangeCause::checklist) | others);
    change.causes = causes_of(set);
    change.proven = is_other_checklist ? others == 0 && checklists == Checklists::other
                                       : std::has_single_bit(others) && others != bit(ChangeCause::answers);
    if ((set & bit(ChangeCause::time)) != 0) tell_time(set, change, id);
    if ((set & bit(ChangeCause::answers)) != 0)
        for (const std::vector<std::string>& circle : suspects(change))
            if (change.answers.empty()) change.answers = changes_of(circle);
    if (!change.proven && !is_builtin(change.checklist.file) &&
        !(is_at_hand(old_, change.checklist) && is_at_hand(now_, change.checklist)))
        change.lacks_checklist = change.checklist.id.substr(0, change.checklist.id.find('@'));
}

void Causes::tell_time(Set set, Change& change, const std::string& id) const {
    const Run& old = old_.side.run;
    const Run& now = now_.side.run;
    change.time_passed = old.as_of != now.as_of;
    if (old.max_age == now.max_age) return;
    const auto leads_there = [&](const Instead& instead) {
        const auto there = run(set, instead);
        return there && result(change, id, there) == change.to;
    };
    if (change.time_passed && leads_there({.age_limit = &old_})) return;
    change.age_limit = AgeLimitChange{old.max_age, now.max_age};
    change.time_passed = change.time_passed && !leads_there({.day = &old_});
}

/// Those that may matter: first what the check reads and the part of the file that it is about, then all of that part and
/// what holds for the whole practice, then everything.
std::vector<std::vector<std::string>> Causes::suspects(const Change& change) const {
    const std::string& about = change.checklist.about;
    std::set<std::string_view> read{about};
    for (const std::string& key : change.read) read.insert(whole_key(key));
    std::vector<std::vector<std::string>> circles(2);
    for (const std::string& key : changed_) {
        const bool is_fact = key == "confirmed_on" || key.starts_with("practice.");
        if (read.contains(key)) circles[0].push_back(key);
        if (is_fact || key == about || key.starts_with(about + ".")) circles[1].push_back(key);
    }
    circles.push_back(changed_);
    return circles;
}

/// Takes back answers, first many at once, and keeps taken back what makes no difference. After so many runs the rest is
/// told as it is, so that reports that have nothing in common take no longer than others.
std::vector<std::string> Causes::answers_that_matter(Set set, const Change& change, const std::string& id) {
    constexpr std::size_t most_runs = 2000;  // for one practice
    const auto leads_there = [&](const std::vector<std::string>& keys) {
        RecordedAnswers answers = old_answers_;
        for (const std::string& key : keys) put(answers, key, now_answers_);
        ++runs_;
        return result(change, id, run(set, {.answers = &answers})) == change.to;
    };
    std::vector<std::string> keys = changed_;
    for (const std::vector<std::string>& circle : suspects(change))
        if (!circle.empty() && circle.size() < keys.size() && runs_ < most_runs && leads_there(circle)) {
            keys = circle;
            break;
        }
    for (std::size_t size = (keys.size() + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2)
        for (std::size_t end = keys.size(); end > 0 && keys.size() > 1 && runs_ < most_runs;) {
            const std::size_t begin = end > size ? end - size : 0;
            std::vector<std::string> fewer = keys;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(begin),
                        fewer.begin() + static_cast<std::ptrdiff_t>(end));
            if (!fewer.empty() && leads_there(fewer)) keys = std::move(fewer);
            end = begin;
        }
    return keys;
}

std::vector<AnswerChange> Causes::changes_of(const std::vector<std::string>& keys) const {
    std::vector<AnswerChange> answers;
    for (const std::string& key : keys)
        answers.push_back({key, value_in(old_answers_, key), value_in(now_answers_, key)});
    return answers;
}

}  // namespace hipaa
