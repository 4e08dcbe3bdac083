// The controls as an OSCAL catalog.
#include "authoring/controls/oscal_catalog.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "authoring/controls/controls.hpp"
#include "digest/content_ids.hpp"
#include "json/builder.hpp"
#include "report/machine/finding.hpp"
#include "report/machine/oscal_result.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

class CatalogBuilder {
public:
    explicit CatalogBuilder(const Library& library) : library_(library), sections_(controls_of(library)) {}

    std::string build(const std::string& id) {
        json_.object([&] {
            json_.object("catalog", [&] {
                json_.field("uuid", id);
                json_.object("metadata", [&] { metadata(); });
                json_.array("groups", [&] {
                    for (const ControlSection& section : sections_) json_.object([&] { group(section); });
                    for (const Checklist& checklist : library_.checklists) json_.object([&] { group(checklist); });
                });
                json_.object("back-matter", [&] {
                    json_.objects("resources", library_.checklists,
                                  [&](const Checklist& checklist) { write_oscal_resource(json_, checklist); });
                });
            });
        });
        return json_.take();
    }

private:
    void metadata() {
        json_.field("title", "Checklists for health practices: controls");
        json_.field("last-modified", oscal_time(last_modified()));
        json_.field("version", iso(last_modified()));
        json_.field("oscal-version", oscal_version);
        json_.array("document-ids", [&] { json_.object([&] { write_oscal_catalog_id(json_); }); });
        write_oscal_props(json_, {{"tool", fmt::format("hipaa-check {}", version)}});
        json_.field("remarks",
                    "Titles and texts are those of the checklists, not of the regulation; each control links to it. "
                    "This is information, not legal advice.");
    }

    /// That of the checklist that was changed last.
    Date last_modified() const {
        Date latest{};
        for (const Checklist& checklist : library_.checklists)
            if (const auto day = parse_date(checklist.version)) latest = std::max(latest, *day);
        return latest;
    }

    void group(const ControlSection& section) {
        json_.field("id", "section-" + section.number);
        json_.field("class", "section");
        json_.field("title", section.title);
        json_.objects("controls", section.controls,
                      [&](const Control& paragraph) { control(paragraph, section.number); });
    }

    void control(const Control& paragraph, std::string_view section) {
        json_.field("id", paragraph.id);
        json_.field("class", "paragraph");
        json_.field("title", paragraph.name.empty() ? paragraph.citation
                                                    : fmt::format("{}: {}", paragraph.citation, paragraph.name));
        json_.array("links", [&] {
            link(address_of(paragraph, section), "reference", paragraph.citation);
            for (const std::string& note : paragraph.notes) link("#" + oscal_token(note), "related", note);
        });
        json_.array("parts", [&] {
            json_.object([&] {
                json_.field("id", paragraph.id + "_statement");
                json_.field("name", "statement");
                write_properties({{"requirement", paragraph.requirement}});
                json_.field("prose", statement(paragraph));
            });
        });
    }

    static std::string address_of(const Control& paragraph, std::string_view section) {
        std::string address = fmt::format("https://www.ecfr.gov/current/title-45/section-{}", section);
        const std::size_t place = paragraph.citation.rfind(' ') + 1;
        if (paragraph.citation.find('(') != std::string::npos) address += "#p-" + paragraph.citation.substr(place);
        return address;
    }

    static std::string statement(const Control& paragraph) {
        if (paragraph.requirement.empty()) return fmt::format("The text is that of {}.", paragraph.citation);
        return fmt::format("{} ({}). The text is that of {}.", paragraph.name, paragraph.requirement,
                           paragraph.citation);
    }

    void group(const Checklist& checklist) {
        json_.field("id", "checklist-" + oscal_token(checklist.id));
        json_.field("class", "checklist");
        json_.field("title", one_line(checklist.title));
        json_.array("links", [&] { link("#" + oscal_resource_id(checklist), "reference", checklist.id); });
        const bool has_deal_breaker = std::ranges::any_of(checklist.caveats, &Caveat::deal_breaker);
        if (has_deal_breaker || !checklist.contradictions.empty()) json_.array("parts", [&] { parts_of(checklist); });
        json_.objects("controls", checklist.notes, [&](const Note& note) { control(note); });
    }

    /// What keeps a checklist from being in order beside its notes.
    void parts_of(const Checklist& checklist) {
        for (const Caveat& caveat : checklist.caveats)
            if (caveat.deal_breaker)
                json_.object([&] { objective(caveat.full_id, fmt::format("Not met if: {}", caveat.title), {}); });
        for (const Contradiction& contradiction : checklist.contradictions)
            json_.object([&] {
                objective(contradiction.full_id, fmt::format("Cannot be judged if: {}", contradiction.message), {});
            });
    }

    void control(const Note& note) {
        json_.field("id", oscal_token(note.full_id));
        json_.field("class", "note");
        json_.field("title", one_line(note.title));
        write_properties({{"id", note.full_id}, {"basis", name_of(note.basis)}});
        std::vector<std::string_view> paragraphs;
        for (const Text cite : note.cites)
            if (control_id(cite)) paragraphs.push_back(cite);
        if (!paragraphs.empty())
            json_.array("links", [&] {
                for (const std::string_view cite : paragraphs) link("#" + *control_id(cite), "related", cite);
            });
        json_.array("parts", [&] {
            json_.object([&] {
                json_.field("id", oscal_token(note.full_id) + "_guidance");
                json_.field("name", "guidance");
                json_.field("prose", one_line(note.why));
            });
            for (const Check& check : note.checks) json_.object([&] { this->objective(check); });
        });
    }

    void objective(const Check& check) {
        const auto specification = specification_of(check);
        objective(check.full_id, fmt::format("Not met if: {}", check.message),
                  {{"id", check.full_id},
                   {"basis", name_of(check.basis)},
                   {"requirement", specification ? specification->requirement : ""}});
        if (specification)
            json_.array("links",
                        [&] { link("#" + *control_id(specification->citation), "related", specification->citation); });
    }

    void objective(std::string_view id, const std::string& prose, const std::vector<OscalProperty>& properties) {
        json_.field("id", oscal_token(id));
        json_.field("name", "assessment-objective");
        write_properties(properties);
        json_.field("prose", one_line(prose));
    }

    void link(std::string_view href, std::string_view rel, std::string_view text) {
        json_.object([&] {
            json_.field("href", href);
            json_.field("rel", rel);
            json_.field("text", text);
        });
    }

    /// OSCAL has no empty lists.
    void write_properties(const std::vector<OscalProperty>& properties) {
        const auto has_value = [](const OscalProperty& property) { return !property.value.empty(); };
        if (std::ranges::any_of(properties, has_value)) write_oscal_props(json_, properties);
    }

    const Library& library_;
    std::vector<ControlSection> sections_;
    JsonBuilder json_;
};

}  // namespace

std::string oscal_catalog(const Library& library) {
    CatalogBuilder builder(library);
    return builder.build(uuid(builder.build(uuid({}))));
}

}  // namespace hipaa
