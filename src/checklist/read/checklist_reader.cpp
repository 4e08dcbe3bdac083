// Reading one checklist.
#include "checklist/read/checklist_reader.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "checklist/ids.hpp"
#include "checklist/keys.hpp"
#include "checklist/read/note_reader.hpp"
#include "checklist/read/question_reader.hpp"
#include "text/loose_name.hpp"
#include "text/spelling.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

using yaml::Fields;
using yaml::quote;

constexpr std::array<std::string_view, 4> reserved_abouts{"checklist", "confirmed_on", "practice", "decisions"};

class HeadReader {
public:
    HeadReader(Fields& fields, Checklist& checklist, yaml::Problems& problems)
        : fields_(fields), checklist_(checklist), texts_(*checklist.texts), problems_(problems) {}

    void read() {
        checklist_.id = keep(read_id(fields_, problems_));
        checklist_.formerly = texts_.keep(read_former_ids(fields_, problems_));
        read_other_names();
        checklist_.place = place_of(fields_, "id");
        checklist_.name = keep(fields_.text("name"));
        checklist_.title = keep(fields_.text("title"));
        checklist_.version = keep(fields_.text("version"));
        checklist_.review_by = read_day(fields_, "review_by", problems_);
        checklist_.disclaimer = keep(fields_.text("disclaimer"));
        checklist_.impression = keep(fields_.text("impression"));
        checklist_.characteristics = texts_.keep(fields_.texts("characteristics"));
        checklist_.suits = texts_.keep(fields_.texts("suits"));
        read_about();
        read_source();
        read_vital_stats();
        refuse_other_names_of_many();
        if (const auto questions = fields_.find("questions"))
            checklist_.group.questions = read_questions(questions->value, questions->key_place, texts_, problems_);
    }

private:
    void read_about() {
        checklist_.group.about = keep(fields_.text("about"));
        const std::string_view about = checklist_.group.about;
        if (about.empty()) return;
        constexpr std::string_view products = "products";
        const std::string_view head = about.substr(0, about.find('.'));
        const bool product =
            head == products && about.size() > head.size() + 1 && !about.substr(head.size() + 1).starts_with("x-");
        const bool section = head != products && std::ranges::find(reserved_abouts, head) == reserved_abouts.end() &&
                             !about.starts_with('.') && !about.ends_with('.') && !head.starts_with("x-") &&
                             about.find('*') == std::string_view::npos && about.find("..") == std::string_view::npos;
        if (product && about.find('.', head.size() + 1) == std::string_view::npos) return;
        // A practice file with such a key has it by mistake.
        const bool slip = head != products && is_slip_of(head, products);
        if (section && !slip) return;
        problems_.add(place_of(fields_, "about"), "wrong_value", [&] {
            if (slip)
                return fmt::format("`about` cannot be {}; did you mean `{}{}`?", quote(about), products,
                                   about.substr(head.size()));
            return fmt::format(
                "`about` says where the answers live: `products.NAME`, `products.*` or a key of its own "
                "at the top of the file, not {}",
                quote(about));
        });
    }

    void read_other_names() {
        checklist_.also_known_as = texts_.keep(fields_.texts("also_known_as"));
        for (const yaml::Node node : fields_.items("also_known_as"))
            if (node.is_scalar() && loose_name(node.text()).empty())
                problems_.add(node.place(), "wrong_name", "a name of a product has letters or digits in it");
    }

    void refuse_other_names_of_many() {
        if (checklist_.also_known_as.empty() || !checklist_.generic()) return;
        problems_.add(fields_.find("also_known_as")->key_place, "wrong_name",
                      "`also_known_as` is about one product or subject, and this checklist is about many products");
    }

    void read_source() {
        const auto entry = fields_.find("source");
        if (!entry) return;
        Fields source("`source`", entry->value, entry->key_place, problems_, keys_of("source"));
        Review review;
        review.title = keep(source.text("title"));
        review.author = keep(source.text("author"));
        review.url = keep(source.text("url"));
        review.reviewed_on = keep(read_day_or_unknown(source, "reviewed_on", problems_));
        review.url_place = place_of(source, "url");
        review.reviewed_on_place = place_of(source, "reviewed_on");
        source.finish();
        checklist_.source = review;
    }

    void read_vital_stats() {
        const auto entry = fields_.find("vital_stats");
        if (!entry) return;
        Fields stats("`vital_stats`", entry->value, entry->key_place, problems_, keys_of("vital_stats"));
        VitalStats vital;
        vital.compliance_possible = read_judgement(stats, "compliance_possible");
        vital.recommended = read_judgement(stats, "recommended");
        vital.recommended_note = keep(stats.text("recommended_note"));
        vital.caveats = stats.whole_number("caveats");
        vital.notes = stats.whole_number("notes");
        vital.caveats_place = place_of(stats, "caveats");
        vital.notes_place = place_of(stats, "notes");
        stats.finish();
        checklist_.vital_stats = vital;
    }

    Text read_judgement(Fields& stats, std::string_view key) {
        const std::string text = stats.text(key);
        if (text.empty() || yaml::is_same_word(text, "unknown")) return "unknown";
        if (const auto judgement = yaml::parse_yes_no(text)) return *judgement ? Text("yes") : Text("no");
        problems_.add(stats.find(key)->value.place(), "wrong_value",
                      [&] { return fmt::format("`{}` is yes, no or unknown, not {}", key, quote(text)); });
        return "unknown";
    }

    Text keep(std::string text) { return texts_.keep(std::move(text)); }

    Fields& fields_;
    Checklist& checklist_;
    Texts& texts_;
    yaml::Problems& problems_;
};

}  // namespace

bool read_format(Fields& fields, yaml::Problems& problems) {
    const auto entry = fields.find("checklist");
    if (!entry) return true;
    const auto format = fields.whole_number("checklist");
    if (!format || *format == checklist_format) return true;
    problems.add(entry->value.place(), "format_version", [&] {
        if (*format > checklist_format)
            return fmt::format(
                "this checklist is written in format {}, and this version of hipaa-check reads format {}; {}", *format,
                checklist_format, get_later_version());
        return fmt::format("there is no format {}; write `checklist: {}`", *format, checklist_format);
    });
    return *format < checklist_format;
}

Checklist read_checklist_head(const yaml::Document& document, yaml::Problems& problems) {
    Checklist checklist;
    checklist.texts = std::make_shared<Texts>();
    Fields fields("a checklist", document.root(), document.root().place(), problems, keys_of("checklist"));
    if (!fields.valid()) return checklist;
    if (!read_format(fields, problems)) return checklist;
    HeadReader(fields, checklist, problems).read();
    fields.finish();
    return checklist;
}

void read_checklist_body(const yaml::Document& document, const Vocabulary& vocabulary, Checklist& checklist,
                         yaml::Problems& problems) {
    if (!document.root().is_map()) return;
    Fields fields("a checklist", document.root(), document.root().place(), problems, keys_of("checklist"));
    yaml::Problems told_already;
    if (Fields format("a checklist", document.root(), {}, told_already, keys_of("checklist"));
        !read_format(format, told_already))
        return;
    Definitions definitions(fields.find("define"), {}, vocabulary, problems);
    if (const auto when = fields.find("when"))
        checklist.when =
            read_condition("`when` of the checklist", when->value, when->key_place, vocabulary, definitions, problems);
    else fields.refuse_null("when");
    NoteReader reader(vocabulary, definitions, checklist, problems);
    const auto notes = fields.find("notes");
    if (notes && notes->value.is_sequence() && notes->value.size() == 0)
        problems.add(notes->key_place, "missing_key", "a checklist needs at least one note");
    for (const yaml::Node note : fields.items("notes")) reader.read_note(note);
    for (const yaml::Node caveat : fields.items("caveats")) reader.read_caveat(caveat);
    for (const yaml::Node contradiction : fields.items("contradictions")) reader.read_contradiction(contradiction);
    for (const yaml::Node deadline : fields.items("deadlines")) reader.read_deadline(deadline);
    checklist.definitions = definitions.read_all(*checklist.texts);
}

}  // namespace hipaa
