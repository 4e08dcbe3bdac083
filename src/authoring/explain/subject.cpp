// Finding what an id names.
#include "authoring/explain/subject.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "checklist/ids.hpp"
#include "text/ascii.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

std::string without_product(std::string_view id) {
    const auto at = id.find('@');
    if (at == std::string_view::npos) return std::string(id);
    const auto slash = id.find('/', at);
    return std::string(id.substr(0, at)) + std::string(slash == std::string_view::npos ? "" : id.substr(slash));
}

/// `id` with the id that its checklist has now.
std::string with_current_checklist(const Library& library, const std::string& id) {
    const auto slash = id.find('/');
    const Checklist* renamed = slash == id.npos ? nullptr : find_former_checklist(library, id.substr(0, slash));
    return renamed ? fmt::format("{}{}", renamed->id, id.substr(slash)) : id;
}

/// What was called `id` in an earlier version.
std::vector<Subject> find_renamed(const Library& library, std::string_view id) {
    if (const Checklist* renamed = find_former_checklist(library, id)) return {Subject{renamed}};
    for (const Checklist& checklist : library.checklists)
        for (const FormerId& former : former_ids(checklist))
            if (former.id == id) return {Subject{&checklist, former.note, former.check}};
    return {};
}

/// The number in `6` or `note 6`, letter case aside.
std::optional<int> note_number(std::string_view name) {
    constexpr std::string_view lead = "note ";
    constexpr std::size_t most_digits = 6;
    if (name.size() > lead.size() && yaml::is_same_word(name.substr(0, lead.size()), lead))
        name.remove_prefix(lead.size());
    if (name.empty() || name.size() > most_digits || name.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    return std::stoi(std::string(name));
}

/// True if `id` is `end`, or ends in it behind a `separator`.
bool is_end_of(std::string_view end, char separator, std::string_view id) {
    if (end.empty() || !id.ends_with(end)) return false;
    return id.size() == end.size() || id[id.size() - end.size() - 1] == separator;
}

/// True if `word` is one of the parts of `id` that `-` joins, or several that follow each other.
bool is_word_of(std::string_view word, std::string_view id) {
    return !word.empty() && fmt::format("-{}-", id).find(fmt::format("-{}-", word)) != std::string::npos;
}

/// Of `products.nuvo.agreement.status` and `agreement.status` the part between: `products.nuvo`. Nothing if `key` does not
/// end so.
std::string_view lead_of(std::string_view key, std::string_view question) {
    const bool is_longer = key.size() > question.size() + 1;
    return is_longer && is_end_of(question, '.', key) ? key.substr(0, key.size() - question.size() - 1)
                                                      : std::string_view();
}

/// True if `key` is that of a question for a product without a checklist of its own.
bool is_of_other_product(std::string_view key, std::string_view question, const Library& library) {
    constexpr std::string_view begin = "products.";
    const std::string_view about = lead_of(key, question);
    return about.starts_with(begin) && about.size() > begin.size() &&
           std::ranges::none_of(library.checklists, [&](const Checklist& one) { return one.group.about == about; });
}

std::vector<Subject> those(const std::vector<Subject>& from, const std::function<bool(const Subject&)>& fits) {
    std::vector<Subject> found;
    std::ranges::copy_if(from, std::back_inserter(found), fits);
    return found;
}

/// The questions with this key, or an end of it: those of today, or else those of an earlier version.
std::vector<Subject> find_questions(const Library& library, std::string_view wanted) {
    const std::vector<Subject> all = questions(library);
    const auto fits = [&](const Subject& subject, std::string_view key) {
        const std::string full =
            subject.checklist ? fmt::format("{}.{}", subject.checklist->group.about, key) : std::string(key);
        return is_end_of(wanted, '.', full) ||
               (subject.checklist && subject.checklist->generic() && is_of_other_product(wanted, key, library));
    };
    std::vector<Subject> found = those(all, [&](const Subject& s) { return fits(s, s.question->key); });
    if (!found.empty()) return found;
    return those(all, [&](const Subject& s) {
        return std::ranges::any_of(s.question->formerly, [&](std::string_view old) { return fits(s, old); });
    });
}

/// `spruce/6`, `spruce/note 6`.
std::vector<Subject> find_numbered(const std::vector<Subject>& all, std::string_view wanted) {
    const auto slash = wanted.rfind('/');
    const std::string_view checklist = slash == std::string_view::npos ? std::string_view() : wanted.substr(0, slash);
    const auto number = note_number(checklist.empty() ? wanted : wanted.substr(slash + 1));
    if (!number) return {};
    return those(all, [&](const Subject& s) {
        return s.note && !s.check && s.note->number == *number && (checklist.empty() || s.checklist->id == checklist);
    });
}

}  // namespace

std::string_view Subject::kind() const {
    if (check) return "check";
    if (note) return "note";
    if (caveat) return "caveat";
    if (question) return "question";
    if (deadline) return "deadline";
    return contradiction ? "contradiction" : "checklist";
}

std::string Subject::id() const {
    if (check) return check->full_id;
    if (note) return note->full_id;
    if (caveat) return caveat->full_id;
    if (question)
        return checklist ? fmt::format("{}.{}", checklist->group.about, question->key) : std::string(question->key);
    if (deadline) return deadline->full_id;
    return contradiction ? contradiction->full_id : checklist->id;
}

std::vector<Subject> subjects(const Library& library) {
    std::vector<Subject> all;
    for (const Checklist& checklist : library.checklists) {
        all.push_back({&checklist});
        for (const Note& note : checklist.notes) {
            all.push_back({&checklist, &note});
            for (const Check& check : note.checks) all.push_back({&checklist, &note, &check});
        }
        for (const Caveat& caveat : checklist.caveats) all.push_back({&checklist, nullptr, nullptr, &caveat});
        for (const Contradiction& contradiction : checklist.contradictions)
            all.push_back({&checklist, nullptr, nullptr, nullptr, &contradiction});
        for (const Deadline& deadline : checklist.deadlines) {
            all.push_back({&checklist});
            all.back().deadline = &deadline;
        }
    }
    return all;
}

std::vector<Subject> questions(const Library& library) {
    std::vector<Subject> all;
    const auto add = [&](const Checklist* checklist, const QuestionGroup& group) {
        for (const Question& question : group.questions) {
            all.push_back({checklist});
            all.back().question = &question;
        }
    };
    add(nullptr, practice_facts());
    for (const Checklist& checklist : library.checklists) add(&checklist, checklist.group);
    return all;
}

namespace {

std::vector<Subject> find_exactly(const Library& library, const std::string& wanted) {
    // `security_rule`, as the practice file has it; no id has an underscore.
    std::string as_id = wanted;
    std::ranges::replace(as_id, '_', '-');
    const std::vector<Subject> all = subjects(library);
    std::vector<Subject> found = those(all, [&](const Subject& s) { return s.id() == wanted; });
    if (found.empty()) found = those(all, [&](const Subject& s) { return !s.question && s.id() == as_id; });
    if (found.empty())
        found =
            those(all, [&](const Subject& s) { return s.kind() == "checklist" && s.checklist->group.about == wanted; });
    if (found.empty()) found = find_renamed(library, wanted);
    if (found.empty()) found = find_numbered(all, as_id);
    if (!found.empty()) return found;
    const auto has_word = [&](std::string_view id) { return is_word_of(wanted, id.substr(id.rfind('/') + 1)); };
    found = those(all, [&](const Subject& s) { return has_word(s.id()) && !(s.check && has_word(s.note->full_id)); });
    if (found.empty()) found = those(all, [&](const Subject& s) { return is_end_of(wanted, '/', s.id()); });
    std::ranges::move(find_questions(library, wanted), std::back_inserter(found));
    return found;
}

}  // namespace

std::vector<Subject> find_subjects(const Library& library, std::string_view name) {
    const std::string wanted = with_current_checklist(library, without_product(name));
    std::vector<Subject> found = find_exactly(library, wanted);
    return found.empty() ? find_exactly(library, in_small_letters(wanted)) : found;
}

std::string unknown_subject(const Library& library, std::string_view id) {
    std::vector<std::string> names;
    std::vector<std::string_view> checklists;
    for (const Subject& subject : subjects(library)) names.push_back(subject.id());
    for (const Subject& subject : questions(library)) names.push_back(subject.id());
    const std::vector<std::string_view> ids(names.begin(), names.end());
    for (const Checklist& checklist : library.checklists) checklists.push_back(checklist.id);
    const std::string wanted = without_product(id);
    const std::string unknown = fmt::format("there is nothing called {} to explain", yaml::quote(id));
    for (const Checklist& checklist : library.checklists)
        if (std::ranges::count(switched_off_ids(checklist), wanted) > 0)
            return fmt::format("{}: the checklist `{}` leaves it out", unknown, checklist.id);
    const auto meant = closest(wanted, ids);
    if (meant) return fmt::format("{}; did you mean `{}`?", unknown, *meant);
    return fmt::format("{}; the checklists are {}, and `hipaa-check list notes` shows what is in them", unknown,
                       yaml::one_of(checklists));
}

}  // namespace hipaa
