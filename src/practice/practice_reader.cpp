// Reading a practice file.
#include "practice/practice_reader.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "checklist/date_readings.hpp"
#include "checklist/read/answer_reader.hpp"
#include "practice/decision_reader.hpp"
#include "practice/former_names.hpp"
#include "practice/unknown_key.hpp"
#include "text/ascii.hpp"
#include "text/lookalike.hpp"
#include "text/printable.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using yaml::quote;

/// A key to show below `key`: `spruce` if that is what `products: spruce` or `products: [spruce]` says, else the first.
std::string_view example_below(const Key& key, yaml::Node written) {
    if (written.is_sequence() && written.size() > 0) written = *written.items().begin();
    const Key* meant = written.is_scalar() ? key.child(written.text()) : nullptr;
    if (meant) return meant->name;
    return key.children.empty() ? std::string_view("name") : std::string_view(key.children.front().name);
}

class PracticeReader {
public:
    PracticeReader(yaml::Node file, const Library& library, const KeyTree& keys, yaml::Problems& problems)
        : library_(library),
          keys_(keys),
          problems_(problems),
          file_(file),
          sheet_of_group_(library.checklists.size() + 1, nullptr) {
        practice_.facts = blank_sheet(nullptr, practice_facts(), "", Place{});
        sheet_of_group_[0] = &practice_.facts;
    }

    Practice read() {
        if (!file_.is_null() && !file_.is_map())
            problems_.add(file_.place(), "wrong_type",
                          "a practice file is a map of keys and values, such as `products:` with `spruce:` below it");
        read_keys(file_, Trail{&keys_.top, nullptr});
        collect_sheets();
        if (const auto decisions = file_.find(decisions_key))
            practice_.decisions = read_decisions(*decisions, library_, practice_, problems_);
        return std::move(practice_);
    }

private:
    using Trail = KeyTrail;

    static Sheet blank_sheet(const Checklist* checklist, const QuestionGroup& group, std::string about, Place place) {
        Sheet sheet;
        sheet.checklist = checklist;
        sheet.group = &group;
        sheet.about = std::move(about);
        sheet.place = place;
        sheet.answers.resize(group.questions.size());
        for (std::size_t i = 0; i < group.questions.size(); ++i)
            set_absent(sheet.answers[i], group.questions[i], place);
        return sheet;
    }

    void read_keys(yaml::Node map, const Trail& trail) {
        const auto entries = map.entries();
        for (auto at = entries.begin(); at != entries.end(); ++at) {
            const yaml::Entry entry = *at;
            if (const auto next = std::next(at); next != entries.end() && refuse_cut_date(entry, *next, trail)) {
                at = next;
                continue;
            }
            if (entry.refused() || (!trail.above && entry.key == decisions_key)) continue;
            if (entry.key.starts_with("x-")) {
                if (trail.key == products_) note_own_key_for_product(entry, trail);
                continue;
            }
            const Key* key = trail.key->child(entry.key);
            if (key) read_entry(*key, entry, trail);
            else if (trail.key == products_) read_other_product(entry, trail);
            else add_unknown_practice_key(problems_, entry, trail, keys_, file_);
        }
    }

    /// Inside braces a comma ends a value: of `{on: March 2, 2026}` the year becomes a key. True if that is so; then it
    /// is told as the one mistake that it is.
    bool refuse_cut_date(const yaml::Entry& entry, const yaml::Entry& next, const Trail& trail) {
        const bool year = next.key.size() == 4 && next.key.find_first_not_of("0123456789") == std::string_view::npos;
        if (!year || !next.value.is_null() || !entry.value.is_scalar()) return false;
        const Key* key = trail.key->child(entry.key);
        if (!key || key->answers.empty()) return false;
        const QuestionAddress address = key->answers.front();
        const Question& question = sheet_of_group_[address.group]->group->questions[address.question];
        const std::string date = fmt::format("{}, {}", entry.value.text(), next.key);
        if (question.kind != AnswerKind::date || date_readings(date).empty()) return false;
        problems_.add(entry.value.place(), "wrong_value",
                      [&] { return refusal_of_answer(question, question.key, date); });
        return true;
    }

    void read_entry(const Key& key, const yaml::Entry& entry, const Trail& trail) {
        if (key.names_product) return read_product_name(entry, trail);
        if (key.holds_labels) return read_labels(entry);
        for (const std::size_t checklist : key.abouts)
            start_sheet(checklist, trail.path_of(entry.key), "", entry.key_place);
        if (key.answers.empty()) read_group(key, entry, trail.below(key, entry.key));
        for (const QuestionAddress& address : key.answers) {
            Sheet* sheet = sheet_of_group_[address.group];
            const Question& question = sheet->group->questions[address.question];
            Answer& answer = sheet->answers[address.question];
            if (!question.formerly.empty() && !claim(answer, question, entry)) continue;
            read_answer(answer, question, address.former.empty() ? question.key : address.former, entry.key_place,
                        entry.value, problems_);
            note_former_names(*sheet, question, address, entry);
        }
    }

    /// False if the file answers the question under another name, too.
    bool claim(const Answer& answer, const Question& question, const yaml::Entry& entry) {
        const auto [earlier, is_new] = named_.try_emplace(&answer, entry);
        if (!is_new) refuse_two_names(problems_, question.key, earlier->second, entry);
        return is_new;
    }

    void note_former_names(const Sheet& sheet, const Question& question, const QuestionAddress& address,
                           const yaml::Entry& entry) {
        const std::string now = sheet.path_of(question.key);
        if (!address.former.empty()) practice_.renamed.push_back({sheet.path_of(address.former), now, entry.key_place});
        for (Renamed& name : former_names_in(question, now, entry.value)) practice_.renamed.push_back(std::move(name));
    }

    void read_product_name(const yaml::Entry& entry, const Trail& product) {
        Question question;
        question.kind = AnswerKind::text;
        Answer answer;
        read_answer(answer, question, product_name_key, entry.key_place, entry.value, problems_);
        if (!answer.known()) return;
        const std::string& name = std::get<std::string>(std::get<Scalar>(answer.value));
        const auto reviewed = keys_.products_called(name);
        if (product.key == &keys_.any_product && !reviewed.empty()) {
            problems_.add(entry.value.place(), "wrong_value", [&] {
                const std::string_view key = reviewed.front().key;
                return reviewed.size() == 1
                           ? fmt::format(
                                 "{} is the product `{}`; move these answers to `products.{}`, or call this product "
                                 "something else",
                                 quote(name), key, key)
                           : fmt::format(
                                 "{} can be more than one product; move these answers to {}, or call this product "
                                 "something else",
                                 quote(name), one_of_products(reviewed));
            });
            return;
        }
        const std::string about = product.path();
        for (const Started& started : started_)
            if (started.sheet->about == about) started.sheet->name = name;
    }

    void read_labels(const yaml::Entry& labels) {
        if (is_unanswered(labels.value)) return;
        if (!labels.value.is_map()) {
            problems_.add(labels.value.place(), "wrong_type",
                          "`labels` has names and texts of your own below it; write labels: {client: \"1042\"}");
            return;
        }
        for (const yaml::Entry& entry : labels.value.entries())
            if (!entry.refused() && !entry.key.starts_with("x-") && is_sound_label(entry))
                practice_.labels.push_back({std::string(entry.key), std::string(entry.value.text())});
    }

    bool is_sound_label(const yaml::Entry& entry) {
        const auto refuse = [&](Place place, std::string_view kind, auto&& sentence) {
            problems_.add(place, kind, sentence);
            return false;
        };
        if (!is_label_name(entry.key))
            return refuse(entry.key_place, "wrong_value", [&] {
                return fmt::format(
                    "a label cannot be called {}; a name has at most {} characters: letters from a to z, digits, `_` "
                    "and `-`",
                    quote(entry.key), longest_label_name);
            });
        if (!entry.value.is_scalar() && !entry.value.is_null())
            return refuse(entry.value.place(), "wrong_type",
                          [&] { return fmt::format("the label `{0}` is a text; write {0}: \"...\"", entry.key); });
        if (entry.value.is_null() || !shows_something(entry.value.text()))
            return refuse(entry.value.place(), "wrong_value", [&] {
                return fmt::format("the label `{}` shows nothing; write a text, or delete this line", entry.key);
            });
        if (const std::size_t size = utf8::count(entry.value.text()); size > longest_label)
            return refuse(entry.value.place(), "wrong_value", [&] {
                return fmt::format("the label `{}` has {} characters; {} are the most", entry.key, size, longest_label);
            });
        if (practice_.labels.size() == most_labels)
            return refuse(entry.key_place, "wrong_value", [&] {
                return fmt::format("there are more than {} labels, which are the most; delete this one", most_labels);
            });
        return true;
    }

    void read_group(const Key& key, const yaml::Entry& entry, const Trail& trail) {
        // All answers of a product stand in a sheet that begins with it.
        if (&key != products_ || !key.abouts.empty()) move_to(key, entry.key_place);
        if (is_unanswered(entry.value)) return;
        if (entry.value.is_map()) return read_keys(entry.value, trail);
        if (entry.value.is_scalar() && !key.shorthand.empty())
            return read_entry(*key.child(key.shorthand), entry, trail);
        // `plan:` and a no-break space, or another colon, and what is under it.
        if (entry.value.is_scalar() && refuse_lookalike(problems_, entry.value.text(), entry.value.place())) return;
        problems_.add(entry.value.place(), "wrong_type", [&] {
            return fmt::format("{} has keys of its own; write {}: {{{}: ...}}", quote(entry.key), printable(entry.key),
                               example_below(key, entry.value));
        });
    }

    /// A key of the owner's own, like elsewhere; but here it may be meant to be a product (`x-ray-cloud`).
    void note_own_key_for_product(const yaml::Entry& entry, const Trail& products) {
        practice_.not_checked.push_back(
            {products.path_of(entry.key),
             "a key that begins with `x-` is a note of your own; if this is a product, give it another name",
             entry.key_place});
    }

    /// Where a group that is written like a product belongs: `products.spruce.plan` for `plan`, if what is under it is what
    /// that product has there, and no product has. Nothing if it may be a product.
    std::optional<std::string> place_of_stray_group(const yaml::Entry& entry) const {
        if (entry.value.is_map() && entry.key == products_key) return std::string();
        if (!entry.value.is_map() || entry.value.size() == 0) return std::nullopt;
        const auto has_all = [&](const Key& key) {
            return std::ranges::all_of(entry.value.entries(),
                                       [&](const yaml::Entry& below) { return key.child(below.key) != nullptr; });
        };
        const auto has_any = [&](const Key& key) {
            return std::ranges::any_of(entry.value.entries(),
                                       [&](const yaml::Entry& below) { return key.child(below.key) != nullptr; });
        };
        if (has_any(keys_.any_product)) return std::nullopt;
        std::optional<std::string> place;
        for (const Key& product : products_->children) {
            const Key* group = product.former ? nullptr : product.child(entry.key);
            if (!group || group->children.empty() || !has_all(*group)) continue;
            if (place) return std::nullopt;
            place = fmt::format("{}.{}.{}", products_key, product.name, entry.key);
        }
        return place;
    }

    /// A product may have the name of a key of the whole file, if what is under it can only be said of a product.
    bool is_product_all_the_same(const yaml::Entry& entry) const {
        const Key* top = keys_.top.child(entry.key);
        return top && std::ranges::any_of(entry.value.entries(), [&](const yaml::Entry& below) {
                   return keys_.any_product.child(below.key) && !top->child(below.key);
               });
    }

    void add_stray_group(const yaml::Entry& entry, const std::string& place) {
        problems_.add(entry.key_place, "unknown_key", [&]() -> std::string {
            if (place.empty())
                return "`products` is already the heading here; put what is under this line under that one, and delete "
                       "this line";
            return fmt::format("{} is not a product; it belongs at `{}`, one level further in", quote(entry.key),
                               place);
        });
    }

    void refuse_product(Place place) {
        problems_.add(place, "too_large", [] {
            return fmt::format(
                "there are more than {} products without a checklist of their own, which is more than is read; leave "
                "out those that hold nothing about clients",
                most_products);
        });
    }

    /// An entry of `products` that no checklist names.
    void read_other_product(const yaml::Entry& entry, const Trail& products) {
        if (other_products_ > most_products) return refuse_product(entry.key_place);
        if (!shows_something(entry.key)) {
            problems_.add(entry.key_place, "unknown_key", "there is no name of a product before the colon; write one");
            return;
        }
        const std::vector<std::string_view> known = products.key->child_names();
        if (std::ranges::find(known, without_quotes(entry.key)) != known.end() &&
            refuse_lookalike(problems_, entry.key, entry.key_place))
            return;
        const std::string_view head = entry.key.substr(0, entry.key.find('.'));
        for (const std::string_view name : {entry.key, head})
            if (refuse_other_name(problems_, name, entry.key_place, keys_)) return;
        if (const auto place = place_of_stray_group(entry)) return add_stray_group(entry, *place);
        if (!is_product_all_the_same(entry) && refuse_key_of_file(problems_, entry, products, keys_, file_)) return;
        if (head != entry.key && closest_name(head, known))
            return add_unknown_practice_key(problems_, entry, products, keys_, file_);
        if (const auto meant = closest_name(entry.key, known)) {
            problems_.add(entry.key_place, "unknown_key", [&] {
                return fmt::format("{} is not a product that a checklist knows; did you mean `{}`?", quote(entry.key),
                                   *meant);
            });
            return;
        }
        if (!entry.value.is_map() && refuse_dotted_key(problems_, entry, products, keys_)) return;
        if (++other_products_ > most_products) return refuse_product(entry.key_place);
        const std::string path = products.path_of(entry.key);
        if (keys_.any_product.abouts.empty()) {
            practice_.not_checked.push_back({path, "no checklist for this product is known", entry.key_place});
            return;
        }
        for (const std::size_t checklist : keys_.any_product.abouts)
            start_sheet(checklist, path, std::string(entry.key), entry.key_place);
        read_group(keys_.any_product, entry, products.below(keys_.any_product, entry.key));
    }

    void start_sheet(std::size_t checklist, std::string about, std::string product, Place place) {
        const Checklist& source = library_.checklists[checklist];
        auto sheet = std::make_unique<Sheet>(blank_sheet(&source, source.group, std::move(about), place));
        sheet->product = std::move(product);
        sheet_of_group_[checklist + 1] = sheet.get();
        started_.push_back({checklist, std::move(sheet)});
    }

    /// An unanswered question stands at its nearest parent that is written.
    void move_to(const Key& key, Place place) {
        for (const QuestionAddress& address : key.answers)
            if (Sheet* sheet = sheet_of_group_[address.group]) sheet->answers[address.question].place = place;
        for (const Key& child : key.children) move_to(child, place);
    }

    void collect_sheets() {
        std::ranges::stable_sort(started_, {}, [](const Started& started) { return started.checklist; });
        practice_.sheet_of_checklist.assign(library_.checklists.size(), Decision::no_sheet);
        for (Started& started : started_) {
            if (!library_.checklists[started.checklist].generic())
                practice_.sheet_of_checklist[started.checklist] = practice_.sheets.size();
            practice_.sheets.push_back(std::move(*started.sheet));
        }
    }

    struct Started {
        std::size_t checklist;
        std::unique_ptr<Sheet> sheet;
    };

    const Library& library_;
    const KeyTree& keys_;
    const Key* const products_ = keys_.top.child(products_key);
    yaml::Problems& problems_;
    yaml::Node file_;
    Practice practice_;
    std::vector<Started> started_;
    std::size_t other_products_ = 0;
    std::map<const Answer*, yaml::Entry> named_;  // the key of an answer that may have several
    std::vector<Sheet*> sheet_of_group_;          // where answers go now: by QuestionAddress::group
};

}  // namespace

Practice read_practice(const yaml::Document& document, const Library& library, const KeyTree& keys,
                       yaml::Problems& problems) {
    return PracticeReader(document.root(), library, keys, problems).read();
}

bool is_label_name(std::string_view name) {
    const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; };
    return !name.empty() && name.size() <= longest_label_name && !name.starts_with("x-") &&
           std::ranges::all_of(name, fits);
}

void refuse_future_confirmation(const Practice& practice, Date today, yaml::Problems& problems) {
    const Answer& confirmed = practice.fact(Fact::confirmed_on);
    const Date* const date = confirmed.date();
    if (date && days_between(today, *date) > 1)  // where the answers were checked it may be tomorrow already
        problems.add(confirmed.place, "future_date", [&] {
            return fmt::format(
                "`confirmed_on` is {}, which is after today ({}); write the day on which the answers "
                "were last checked",
                iso(*date), iso(today));
        });
}

}  // namespace hipaa
