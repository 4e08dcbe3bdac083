// Why a result differs.
#include "compare/causes.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

#include "compare/decision_names.hpp"

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

/// Takes what was assumed where there is no value. True if there is such a thing.
bool assume(std::string& value, const RecordedAnswers& assumed, const std::string& key) {
    if (!value.empty()) return false;
    value = value_in(assumed, key);
    return !value.empty();
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
        old_answers_ = with_current_names(old.practice.answers);
        now_answers_ = with_current_names(now.practice.answers);
        old_assumed_ = with_current_names(old.practice.assumed);
        now_assumed_ = with_current_names(now.practice.assumed);
        changed_ = differing(old_answers_, now_answers_);
        if (!changed_.empty()) may_differ_ |= bit(ChangeCause::answers);
        if (decisions_of(old) != decisions_of(now)) may_differ_ |= bit(ChangeCause::decisions);
    }
    if (old.side.run.as_of != now.side.run.as_of || old.side.run.max_age != now.side.run.max_age)
        may_differ_ |= bit(ChangeCause::time);
}

RecordedAnswers Causes::with_current_names(const RecordedAnswers& answers) const {
    return now_.side.rerun->with_current_names(old_.side.rerun->with_current_names(answers));
}

/// By what ids are called now.
std::vector<std::string> Causes::decisions_of(const Moment& moment) const {
    std::vector<std::string> decisions;
    for (const std::string& decision : moment.practice.decisions)
        decisions.push_back(rename_accepted(decision, [&](std::string_view id) { return ids_(id); }));
    return decisions;
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

const RecordedChecklist* Causes::find(const Moment& moment, const RecordedChecklist& checklist) const {
    const std::string id = ids_(checklist.id);
    for (const RecordedChecklist& there : moment.practice.checklists)
        if (ids_(there.id) == id) return &there;
    return nullptr;
}

std::string Causes::digest(const Moment& moment, const RecordedChecklist& checklist) const {
    const RecordedChecklist* const there = find(moment, checklist);
    return there ? moment.side.digest_of(*there) : std::string();
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
    const RecordedChecklist* const there = find(moment, checklist);
    if (!there) return is_known(moment, checklist);
    const std::string wanted = moment.side.digest_of(*there);
    return !wanted.empty() && std::ranges::any_of(moment.side.rerun->library().checklists,
                                                  [&](const Checklist& known) { return digest_of(known) == wanted; });
}

/// Of the sets that make the difference the smallest, among those the first in the order of the causes.
///
/// Where the engine has another version of a checklist than a side had, that version stands in for it, and what it
/// says is no proof. If only the older version is lacking, sets with `checklist` are run as they have to be, with the
/// newer one. Sets without it are believed only if the newer version gives what the older report says, and then they
/// are likely, not proven. That the newer version alone makes the difference does not say what the older one makes of
/// the newer answers: if answers that the point reads, or decisions on it, changed too, they are named beside the
/// checklist, not proven. So the point counts: what may be a regression never passes for one of the checklist.
std::optional<Causes::Set> Causes::smallest_set(Checklists checklists, const Change& change, const std::string& id) {
    std::vector<Set> candidates;
    for (Set set = 1; set < sets; ++set) {
        const bool is_possible = (set & ~may_differ_) == 0;
        if (is_possible && !(has_checklist(set) && checklists == Checklists::same)) candidates.push_back(set);
    }
    std::ranges::sort(candidates, {}, [&](Set set) { return std::pair(std::popcount(set), causes_of(set)); });
    const bool old_is_had = leads_to(0, change, id, change.from);
    for (const Set set : candidates)
        if ((old_is_had || has_checklist(set)) && leads_to(set, change, id, change.to)) return set;
    return std::nullopt;
}

void Causes::explain(Change& change, const std::string& id) {
    const Checklists checklists = compare_checklists(change);
    const std::optional<Set> found = smallest_set(checklists, change, id);
    change.proven = is_proven(found, checklists, change, id);
    Set set = found ? *found : what_is_left(checklists, change);
    if (!change.proven && set == bit(ChangeCause::checklist)) set |= what_may_matter(change);
    change.causes = causes_of(set);
    if ((set & bit(ChangeCause::time)) != 0) tell_time(set, change, id);
    if ((set & bit(ChangeCause::answers)) != 0) {
        const bool was_run = found && (*found & bit(ChangeCause::answers)) != 0;
        change.answers = changes_of(was_run ? answers_that_matter(set, change, id) : first_suspects(change));
    }
    if (!change.proven) name_what_is_lacked(change);
}

/// Where only one thing can differ, there is no doubt; but for answers, of which some matter.
bool Causes::is_proven(std::optional<Set> found, Checklists checklists, const Change& change, const std::string& id) {
    const Set others = may_differ_ & static_cast<Set>(~bit(ChangeCause::checklist));
    if (others == 0 && checklists == Checklists::other) return true;
    if (checklists == Checklists::same && std::has_single_bit(others) && others != bit(ChangeCause::answers))
        return true;
    if (!found) return false;
    const bool was_old_run = is_at_hand(old_, change.checklist) && leads_to(0, change, id, change.from);
    if (!has_checklist(*found)) return was_old_run;
    if (!is_at_hand(now_, change.checklist)) return false;
    return was_old_run || is_in_one_version(change) ||
           (*found == bit(ChangeCause::checklist) && what_may_matter(change) == 0);
}

/// True if the checklist came with the point or lost it, whatever the answers are.
bool Causes::is_in_one_version(const Change& change) const {
    if (change.point.kind == PointKind::contradiction) return false;
    return (!change.from && find(old_, change.checklist)) || (!change.to && find(now_, change.checklist));
}

/// What may have made the difference beside the checklist, of which the older version is not at hand: answers that the point
/// reads, and decisions if it is or was accepted, where they differ. An older result that they leave as it was is the older
/// checklist's with the newer answers, too; but what makes a result unknown is not among what is read, nor is a decision.
Causes::Set Causes::what_may_matter(const Change& change) const {
    const auto is_either = [&](Result result) { return change.from == result || change.to == result; };
    const bool is_certain = !is_either(Result::unknown);
    const bool may_be_accepted = change.point.kind != PointKind::contradiction;
    Set set = may_be_accepted && (is_either(Result::accepted) || !is_certain)
                  ? may_differ_ & bit(ChangeCause::decisions)
                  : Set{0};
    const std::vector<std::vector<std::string>> circles = suspects(change);
    if (!circles[0].empty() || (!is_certain && !circles[1].empty())) set |= bit(ChangeCause::answers);
    return set;
}

/// Of what nothing explains the checklist is the cause. Where no version of it is at hand, nothing was tried, so nothing is
/// ruled out.
Causes::Set Causes::what_is_left(Checklists checklists, const Change& change) const {
    const Set others = may_differ_ & static_cast<Set>(~bit(ChangeCause::checklist));
    if (checklists == Checklists::same && others != 0) return others;
    return is_known(now_, change.checklist) ? bit(ChangeCause::checklist) : may_differ_;
}

void Causes::name_what_is_lacked(Change& change) const {
    for (const Moment* const moment : {&old_, &now_}) {
        if (is_at_hand(*moment, change.checklist)) continue;
        const RecordedChecklist* const lacked = find(*moment, change.checklist);
        change.lacks_checklist = change.checklist.id.substr(0, change.checklist.id.find('@'));
        change.lacks_builtin = is_builtin(lacked ? lacked->file : change.checklist.file);
    }
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
    std::set<std::string> read{about};
    RecordedAnswers then;  // by the names that they had
    for (const std::string& key : change.read) {
        read.emplace(whole_key(key));
        if (const auto answer = old_.practice.answers.find(whole_key(key)); answer != old_.practice.answers.end())
            if (!old_answers_.contains(answer->first)) then.insert(*answer);
    }
    if (!then.empty())
        for (const auto& [key, value] : with_current_names(then)) read.insert(key);
    std::vector<std::vector<std::string>> circles(2);
    for (const std::string& key : changed_) {
        const bool is_fact = key == "confirmed_on" || key.starts_with("practice.");
        if (read.contains(key)) circles[0].push_back(key);
        if (is_fact || key == about || key.starts_with(about + ".")) circles[1].push_back(key);
    }
    circles.push_back(changed_);
    return circles;
}

/// The closest circle that has any.
std::vector<std::string> Causes::first_suspects(const Change& change) const {
    for (std::vector<std::string>& circle : suspects(change))
        if (!circle.empty()) return std::move(circle);
    return {};
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
    for (const std::string& key : keys) {
        AnswerChange& answer = answers.emplace_back();
        answer.key = key;
        answer.old = value_in(old_answers_, key);
        answer.now = value_in(now_answers_, key);
        answer.old_is_assumed = assume(answer.old, old_assumed_, key);
        answer.now_is_assumed = assume(answer.now, now_assumed_, key);
    }
    return answers;
}

}  // namespace hipaa
