// The controls as a list for people, and as JSON.
#include "authoring/controls/controls_page.hpp"

#include <fmt/format.h>

#include "authoring/controls/controls.hpp"
#include "json/builder.hpp"
#include "page/wording.hpp"

namespace hipaa {
namespace {

page::Line id_list(std::string_view label, const std::vector<std::string>& ids) {
    page::Line line{{std::string(label)}};
    for (const std::string& id : ids) {
        if (line.size() > 1) line.push_back({", "});
        line.push_back({id, true});
    }
    return line;
}

page::Item control_item(const Control& control) {
    std::string what = control.citation;
    if (!control.name.empty()) what += fmt::format(", {} ({})", control.name, control.requirement);
    page::Item item{{{control.id, true}, {": " + what}}, {}};
    if (!control.checks.empty()) item.more.push_back(id_list("Checked by ", control.checks));
    else item.more.push_back(id_list("Cited by ", control.notes));
    return item;
}

}  // namespace

page::Page controls_page(const Library& library) {
    page::Page page{page::Heading{1, "Paragraphs of the regulation that the checklists rest on"}};
    for (const ControlSection& section : controls_of(library)) {
        page.push_back(page::Heading{2, section.title});
        page::List list;
        for (const Control& control : section.controls) list.items.push_back(control_item(control));
        page.push_back(std::move(list));
    }
    return page;
}

std::string controls_json(const Library& library) {
    JsonBuilder json;
    json.object([&] {
        json.field("format", "hipaa-check/list/1");
        json.array("controls", [&] {
            for (const ControlSection& section : controls_of(library))
                for (const Control& control : section.controls)
                    json.object([&] {
                        json.field("id", control.id);
                        json.field("citation", control.citation);
                        json.field("section", section.title);
                        json.field("name", control.name);
                        json.field("requirement", control.requirement);
                        json.texts("checks", control.checks);
                        json.texts("notes", control.notes);
                    });
        });
    });
    return json.take();
}

}  // namespace hipaa
