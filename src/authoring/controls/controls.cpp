// What the checklists come down to in the terms of the regulation.
#include "authoring/controls/controls.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "page/wording.hpp"
#include "text/ascii.hpp"

namespace hipaa {
namespace {

constexpr std::string_view title_45 = "45 CFR ";

/// `45 CFR 164.308(a)(1)` taken apart.
struct Paragraph {
    int part = 0;
    int section = 0;
    std::vector<std::string> marks;

    bool of_security_rule() const { return part == 164 && section >= 302 && section <= 318; }
    std::string number() const { return fmt::format("{}.{}", part, section); }
    auto key() const { return std::tuple(!of_security_rule(), part, section, marks); }
};

std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number <= 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::optional<Paragraph> parse_paragraph(std::string_view citation) {
    if (!citation.starts_with(title_45)) return std::nullopt;
    citation.remove_prefix(title_45.size());
    Paragraph paragraph;
    const auto part = take_number(citation);
    if (!part || !citation.starts_with('.')) return std::nullopt;
    citation.remove_prefix(1);
    const auto section = take_number(citation);
    if (!section) return std::nullopt;
    paragraph.part = *part;
    paragraph.section = *section;
    while (!citation.empty()) {
        const std::size_t close = citation.find(')');
        if (citation.front() != '(' || close == citation.npos || close == 1) return std::nullopt;
        const std::string_view mark = citation.substr(1, close - 1);
        if (!std::ranges::all_of(mark, [](char c) { return is_letter(c) || is_digit(c); })) return std::nullopt;
        paragraph.marks.emplace_back(mark);
        citation.remove_prefix(close + 1);
    }
    return paragraph;
}

std::string id_of(const Paragraph& paragraph) {
    std::string id = "cfr-" + paragraph.number();
    for (const std::string& mark : paragraph.marks) id += "." + mark;
    return id;
}

struct SectionTitle {
    std::string_view number;
    std::string_view title;
};

/// Of the sections that a practice has to do with most.
constexpr std::array section_titles{
    SectionTitle{"160.103", "Definitions"},
    SectionTitle{"164.306", "Security standards: general rules"},
    SectionTitle{"164.308", "Administrative safeguards"},
    SectionTitle{"164.310", "Physical safeguards"},
    SectionTitle{"164.312", "Technical safeguards"},
    SectionTitle{"164.314", "Organizational requirements"},
    SectionTitle{"164.316", "Policies and procedures and documentation requirements"},
    SectionTitle{"164.402", "Definitions"},
    SectionTitle{"164.404", "Notification to individuals"},
    SectionTitle{"164.406", "Notification to the media"},
    SectionTitle{"164.408", "Notification to the Secretary"},
    SectionTitle{"164.410", "Notification by a business associate"},
    SectionTitle{"164.414", "Administrative requirements and burden of proof"},
    SectionTitle{"164.501", "Definitions"},
    SectionTitle{"164.502", "Uses and disclosures of protected health information: general rules"},
    SectionTitle{"164.504", "Uses and disclosures: organizational requirements"},
    SectionTitle{"164.508", "Uses and disclosures for which an authorization is required"},
    SectionTitle{"164.514", "Other requirements relating to uses and disclosures of protected health information"},
    SectionTitle{"164.522", "Rights to request privacy protection for protected health information"},
    SectionTitle{"164.524", "Access of individuals to protected health information"},
    SectionTitle{"164.530", "Administrative requirements"},
};

std::string title_of(const std::string& number) {
    const auto* const found = std::ranges::find(section_titles, number, &SectionTitle::number);
    return found == section_titles.end() ? fmt::format("{}{}", title_45, number)
                                         : fmt::format("{}{}, {}", title_45, number, found->title);
}

/// "Risk analysis", from the id `risk-analysis`.
std::string words_of(std::string_view id) {
    std::string words(id);
    std::ranges::replace(words, '-', ' ');
    constexpr std::string_view slashed = "and or";  // as the regulation writes it, `/` has no place in an id
    if (const std::size_t at = words.find(slashed); at != words.npos) words.replace(at, slashed.size(), "and/or");
    return capitalized(words);
}

class ControlGatherer {
public:
    void add(const Note& note) {
        for (const Check& check : note.checks) add(note, check);
        for (const Text cite : note.cites)
            if (Control* control = control_for(cite)) control->notes.emplace_back(note.full_id);
    }

    std::vector<ControlSection> sections() const {
        std::vector<ControlSection> all;
        for (const auto& [key, entry] : controls_) {
            const std::string number = entry.paragraph.number();
            if (all.empty() || all.back().number != number) all.push_back({number, title_of(number), {}});
            all.back().controls.push_back(entry.control);
        }
        return all;
    }

private:
    struct Entry {
        Paragraph paragraph;
        Control control;
    };

    void add(const Note& note, const Check& check) {
        const auto found = specification_of(check);
        if (!found) return;
        Control* control = control_for(found->citation);
        if (!control) return;
        control->checks.emplace_back(check.full_id);
        if (!control->name.empty()) return;
        control->requirement = found->requirement;
        control->name = words_of(found->requirement == "standard" ? note.id : check.id);
    }

    Control* control_for(std::string_view citation) {
        const auto paragraph = parse_paragraph(citation);
        if (!paragraph) return nullptr;
        Entry& entry = controls_[paragraph->key()];
        if (entry.control.id.empty()) {
            entry.paragraph = *paragraph;
            entry.control.id = id_of(*paragraph);
            entry.control.citation = citation;
        }
        return &entry.control;
    }

    std::map<decltype(Paragraph().key()), Entry> controls_;
};

}  // namespace

std::optional<std::string> control_id(std::string_view citation) {
    const auto paragraph = parse_paragraph(citation);
    return paragraph ? std::optional(id_of(*paragraph)) : std::nullopt;
}

std::optional<Specification> specification_of(const Check& check) {
    const std::string_view message = check.message;
    const std::size_t open = message.rfind(" (");
    if (open == message.npos || !message.ends_with(')')) return std::nullopt;
    const std::string_view inside = message.substr(open + 2, message.size() - open - 3);
    for (const std::string_view word : {"required", "addressable", "standard"}) {
        const std::string ending = fmt::format(", {}", word);
        if (!inside.ends_with(ending)) continue;
        std::string citation = fmt::format("{}{}", title_45, inside.substr(0, inside.size() - ending.size()));
        if (!parse_paragraph(citation)) return std::nullopt;
        return Specification{std::move(citation), word};
    }
    return std::nullopt;
}

std::vector<ControlSection> controls_of(const Library& library) {
    ControlGatherer gatherer;
    for (const Checklist& checklist : library.checklists)
        for (const Note& note : checklist.notes) gatherer.add(note);
    return gatherer.sections();
}

}  // namespace hipaa
