// Reading a checklist that extends another.
#include "checklist/read/tailoring.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "checklist/keys.hpp"
#include "checklist/read/checklist_reader.hpp"
#include "checklist/read/condition_reader.hpp"
#include "checklist/read/note_reader.hpp"
#include "checklist/read/question_reader.hpp"
#include "checklist/read/taken_names.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using yaml::Fields;
using yaml::quote;

Fields extension_fields(const yaml::Document& document, yaml::Problems& problems) {
    return {"a checklist that extends another", document.root(), document.root().place(), problems,
            keys_of("extension")};
}

bool answers_to(std::string_view id, const std::vector<Text>& formerly, std::string_view name) {
    return id == name || std::ranges::find(formerly, name) != formerly.end();
}

/// `id` without the id of `checklist` before it.
std::string_view without_checklist(std::string_view id, const Checklist& checklist) {
    const auto slash = id.find('/');
    const bool own = slash != id.npos && answers_to(checklist.id, checklist.formerly, id.substr(0, slash));
    return own ? id.substr(slash + 1) : id;
}

class Tailor {
public:
    Tailor(const Checklist& extended, Checklist& extension, yaml::Problems& problems)
        : extended_(extended), extension_(extension), problems_(problems), kept_(extended.notes) {}

    void leave_out(Fields& fields) {
        for (const yaml::Node item : fields.items("off")) {
            Fields off("an item of `off`", item, item.place(), problems_, keys_of("off"));
            const std::string id = off.text("note");
            const Text because = keep(off.text("because"));
            off.finish();
            if (id.empty()) continue;
            const Place place = off.find("note")->value.place();
            const auto found = std::ranges::find_if(kept_, [&](const Note& note) {
                return answers_to(note.id, note.formerly, without_checklist(id, extended_));
            });
            if (found == kept_.end()) {
                if (!refuse_switched_off(id, place)) add_unknown(id, "note", place, note_ids());
            } else if (may_leave_out(*found, place)) {
                extension_.off.push_back({found->full_id, found->title, because, ids_of(*found)});
                kept_.erase(found);
            }
        }
        if (kept_.empty() && fields.items("notes").empty()) refuse_nothing_left(fields);
    }

    void make_stricter(Fields& fields) {
        const auto entry = fields.find("basis");
        if (!entry) return;
        for (const yaml::Entry& change : entry->value.entries()) make_stricter(change);
    }

    /// Puts what is left of the extended checklist before what the extension has of its own.
    void inherit() {
        Checklist own = std::move(extension_);
        extension_ = extended_;
        extension_.texts = own.texts;
        extension_.texts->keep(extended_.texts);
        extension_.file = own.file;
        extension_.digest = own.digest;
        extension_.replaces = own.replaces;
        extension_.id = own.id;
        extension_.place = own.place;
        extension_.extends = extended_.id;
        extension_.extended_file = extended_.file;
        extension_.extended_digest = extended_.digest;
        extension_.extended_replaces = extended_.replaces;
        extension_.off = std::move(own.off);
        // What names the checklist that is extended means this one now.
        extension_.formerly.insert(extension_.formerly.begin(), extended_.id);
        if (!own.title.empty()) extension_.title = own.title;
        if (!own.version.empty()) extension_.version = own.version;
        if (own.review_by) extension_.review_by = own.review_by;
        extension_.group = std::move(own.group);
        extension_.former_names = std::move(own.former_names);
        extension_.inherited_questions = own.inherited_questions;
        extension_.inherited_notes = static_cast<std::uint32_t>(kept_.size());
        refuse_taken_ids(extended_, own.notes, problems_);
        extension_.notes = std::move(kept_);
        std::ranges::move(own.notes, std::back_inserter(extension_.notes));
        follow_notes();
    }

private:
    bool may_leave_out(const Note& note, Place place) {
        const auto duty = std::ranges::find_if(note.checks, [](const Check& check) { return is_duty(check.basis); });
        if (duty == note.checks.end()) return true;
        problems_.add(place, "not_allowed", [&] {
            return fmt::format("{} cannot be left out: its check `{}` rests on {}, and only recommendations can",
                               quote(note.id), duty->id, name_of(duty->basis));
        });
        return false;
    }

    std::vector<Text> ids_of(const Note& note) {
        std::vector<Text> ids;
        const auto add = [&](std::string_view name) {
            ids.push_back(keep(std::string(name)));
            for (const Check& check : note.checks) {
                ids.push_back(keep(fmt::format("{}/{}", name, check.id)));
                for (const Text old : check.formerly) ids.push_back(keep(fmt::format("{}/{}", name, old)));
            }
        };
        add(note.id);
        for (const Text old : note.formerly) add(old);
        return ids;
    }

    /// True, with a mistake, if `off` has the note, or the check's note, already.
    bool refuse_switched_off(std::string_view id, Place place) {
        const std::string_view wanted = without_checklist(id, extended_);
        const std::string of_some_note = fmt::format("/{}", wanted);
        for (const NoteOff& off : extension_.off) {
            const auto found = std::ranges::find_if(
                off.ids, [&](std::string_view known) { return known == wanted || known.ends_with(of_some_note); });
            if (found == off.ids.end()) continue;
            problems_.add(place, "not_allowed", [&] {
                const std::string_view note = std::string_view(off.full_id).substr(extended_.id.size() + 1);
                return found->find('/') == found->npos
                           ? fmt::format("{} is switched off by `off` already", quote(id))
                           : fmt::format(
                                 "{} belongs to the note `{}`, which `off` switches off; take it out of one "
                                 "of the two",
                                 quote(id), note);
            });
            return true;
        }
        return false;
    }

    void refuse_nothing_left(Fields& fields) {
        problems_.add(fields.find("off")->key_place, "not_allowed", [&] {
            return fmt::format(
                "`off` switches off every note of `{}`, so nothing is left to check; keep one of them, or add a note "
                "of your own below `notes`. To leave `{}` out of a run, choose the other checklists with --checklist",
                extended_.id, extended_.id);
        });
    }

    void make_stricter(const yaml::Entry& change) {
        const FoundCheck found = find_check(without_checklist(change.key, extended_));
        Check* const check = found.check;
        if (!check && refuse_switched_off(change.key, change.key_place)) return;
        if (!check) return add_unknown(change.key, "check", change.key_place, check_ids());
        const auto basis = change.value.is_scalar() ? from_name<Basis>(change.value.text()) : std::nullopt;
        if (!basis) {
            problems_.add(change.value.is_null() ? change.key_place : change.value.place(), "wrong_value", [&] {
                return fmt::format("the basis of {} is one of {}", quote(change.key), yaml::one_of(names_of<Basis>));
            });
            return;
        }
        if (*basis >= check->basis) {
            problems_.add(change.value.place(), "not_allowed", [&] {
                return fmt::format("{} rests on {} already, and {} is not stricter; the order is {}", quote(change.key),
                                   name_of(check->basis), name_of(*basis),
                                   "law, guidance, vendor_condition, recommendation");
            });
            return;
        }
        if (!is_duty(check->basis)) check->waivable = false;
        check->basis = *basis;
        check->place = change.key_place;
    }

    struct FoundCheck {
        const Note* note = nullptr;
        Check* check = nullptr;
    };

    /// By its id in its note; or by its own, if no other check has that.
    FoundCheck find_check(std::string_view id) {
        const auto slash = id.find('/');
        FoundCheck found;
        for (Note& note : kept_)
            for (Check& check : note.checks) {
                if (!answers_to(check.id, check.formerly, slash == id.npos ? id : id.substr(slash + 1))) continue;
                if (slash != id.npos && !answers_to(note.id, note.formerly, id.substr(0, slash))) continue;
                if (found.check) return {};
                found = {&note, &check};
            }
        return found;
    }

    std::vector<std::string> note_ids() const {
        std::vector<std::string> ids;
        for (const Note& note : extended_.notes) ids.emplace_back(note.id);
        return ids;
    }

    std::vector<std::string> check_ids() const {
        std::vector<std::string> ids;
        for (const Note& note : extended_.notes)
            for (const Check& check : note.checks) ids.push_back(fmt::format("{}/{}", note.id, check.id));
        return ids;
    }

    void add_unknown(std::string_view id, std::string_view what, Place place, const std::vector<std::string>& ids) {
        problems_.add(place, "unknown_id", [&] {
            const std::vector<std::string_view> known(ids.begin(), ids.end());
            const std::string_view wanted = without_checklist(id, extended_);
            auto meant = closest(wanted, known);
            for (const std::string_view one : known)
                if (!meant && one.ends_with(fmt::format("/{}", wanted))) meant = one;
            return fmt::format("{} is not a {} of `{}`{}", quote(id), what, extended_.id,
                               meant ? fmt::format("; did you mean `{}`?", *meant)
                                     : fmt::format("; there are {}", yaml::one_of(known)));
        });
    }

    /// The ids of what is inherited, and what names notes by their place.
    void follow_notes() {
        const auto rename = [&](Text& full_id) {
            full_id = keep(fmt::format("{}{}", extension_.id, full_id.substr(extended_.id.size())));
        };
        for (Note& note : extension_.notes) {
            if (!note.full_id.starts_with(fmt::format("{}/", extended_.id))) continue;
            rename(note.full_id);
            for (Check& check : note.checks) rename(check.full_id);
        }
        for (Caveat& caveat : extension_.caveats) rename(caveat.full_id);
        for (Contradiction& contradiction : extension_.contradictions) {
            rename(contradiction.full_id);
            std::vector<std::uint32_t> affects;
            for (const std::uint32_t old : contradiction.affects)
                if (const auto index = index_now(old)) affects.push_back(*index);
            contradiction.affects = std::move(affects);
        }
        std::erase_if(extension_.deadlines, [&](const Deadline& deadline) { return !index_now(deadline.note); });
        for (Deadline& deadline : extension_.deadlines) {
            rename(deadline.full_id);
            deadline.note = *index_now(deadline.note);
        }
        follow_extension(extension_, extension_);
    }

    /// Where a note of the extended checklist stands now; nothing if it was left out.
    std::optional<std::uint32_t> index_now(std::uint32_t old) const {
        const auto found = std::ranges::find(extension_.notes, extended_.notes[old].id, &Note::id);
        if (found == extension_.notes.end()) return std::nullopt;
        return static_cast<std::uint32_t>(found - extension_.notes.begin());
    }

    Text keep(std::string text) { return extension_.texts->keep(std::move(text)); }

    const Checklist& extended_;
    Checklist& extension_;
    yaml::Problems& problems_;
    std::vector<Note> kept_;
};

}  // namespace

bool is_extension(const yaml::Document& document) {
    return document.root().is_map() && document.root().find("extends").has_value();
}

Checklist read_extension_head(const yaml::Document& document, yaml::Problems& problems) {
    Checklist extension;
    extension.texts = std::make_shared<Texts>();
    Fields fields = extension_fields(document, problems);
    if (!read_format(fields, problems)) return extension;
    const auto keep = [&](std::string_view key) { return extension.texts->keep(fields.text(key)); };
    extension.id = extension.texts->keep(read_id(fields, problems));
    extension.place = place_of(fields, "id");
    extension.extends = keep("extends");
    extension.title = keep("title");
    extension.version = keep("version");
    extension.review_by = read_day(fields, "review_by", problems);
    if (const auto questions = fields.find("questions"))
        extension.group.questions = read_questions(questions->value, questions->key_place, *extension.texts, problems);
    // What is in them is read with the body; that they are lists and a map is told here.
    for (const std::string_view list : {"off", "notes"}) static_cast<void>(fields.items(list));
    if (const auto basis = fields.find("basis"); basis && !basis->value.is_map())
        problems.add(basis->value.place(), "wrong_type",
                     "`basis` takes checks and what asks for them: {paid-tier/paid: law}");
    fields.finish();
    return extension;
}

void inherit_questions(const Checklist& extended, Checklist& extension, yaml::Problems& problems) {
    std::vector<Question> all = extended.group.questions;
    for (Question& question : extension.group.questions) {
        if (std::ranges::find(extended.group.questions, question.key, &Question::key) != extended.group.questions.end())
            problems.add(question.place, "duplicate_question", [&] {
                return fmt::format("`{}` has a question {} already", extended.id, quote(question.key));
            });
        all.push_back(std::move(question));
    }
    refuse_colliding_names(all, extended.group.questions.size(), problems);
    extension.inherited_questions = static_cast<std::uint32_t>(extended.group.questions.size());
    extension.group = {extended.group.about, std::move(all)};
}

void read_extension_body(const yaml::Document& document, const Extended& extended, const Vocabulary& vocabulary,
                         Checklist& extension, yaml::Problems& problems) {
    yaml::Problems told_already;
    Fields fields = extension_fields(document, told_already);
    // Conditions with a name are those of the extended checklist. They are read first, so that a mistake in meeting them
    // is one of this file.
    const Vocabulary silent = vocabulary.silent();
    Definitions definitions(extended.document.root().find("define"), extended.checklist.id, silent, problems);
    static_cast<void>(definitions.read_all(*extension.texts));
    NoteReader reader(vocabulary, definitions, extension, problems);
    for (const yaml::Node note : fields.items("notes")) reader.read_note(note);
    Tailor tailor(extended.checklist, extension, problems);
    tailor.leave_out(fields);
    tailor.make_stricter(fields);
    tailor.inherit();
}

void follow_extension(const Checklist& extension, Checklist& checklist) {
    const std::string old = fmt::format("{}/", extension.extends);
    const auto is_off = [&](std::string_view id) {
        if (id.starts_with(old)) id.remove_prefix(old.size());
        else if (&extension != &checklist) return false;
        const std::string_view note = id.substr(0, id.find('/'));
        return std::ranges::any_of(extension.off,
                                   [&](const NoteOff& off) { return off.full_id.substr(old.size()) == note; });
    };
    const auto follow = [&](Text& id) {
        if (id.starts_with(old)) id = checklist.texts->keep(fmt::format("{}/{}", extension.id, id.substr(old.size())));
    };
    const auto follow_all = [&](std::vector<Prerequisite>& after) {
        std::erase_if(after, [&](const Prerequisite& first) { return is_off(first.id); });
        for (Prerequisite& first : after) follow(first.id);
    };
    for (Note& note : checklist.notes) {
        follow_all(note.after);
        std::erase_if(note.relates_to, is_off);
        for (Text& id : note.relates_to) follow(id);
        for (Check& check : note.checks)
            if (check.after) follow_all(*check.after);
    }
}

}  // namespace hipaa
