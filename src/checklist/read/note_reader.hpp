// Reading the notes, caveats and contradictions of a checklist.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"
#include "checklist/read/condition_reader.hpp"
#include "yaml/fields.hpp"

namespace hipaa {

/// `id` of the map.
std::string read_id(yaml::Fields& fields, yaml::Problems& problems);

/// `formerly` of the map: ids that it had in earlier versions.
std::vector<std::string> read_former_ids(yaml::Fields& fields, yaml::Problems& problems);

/// Where the value under `key` stands; where the map is missed if there is none.
Place place_of(yaml::Fields& fields, std::string_view key);

/// A date or `unknown` under `key`, as text; `unknown` if absent.
std::string read_day_or_unknown(yaml::Fields& fields, std::string_view key, yaml::Problems& problems);

/// A date under `key`, if there is one.
std::optional<Date> read_day(yaml::Fields& fields, std::string_view key, yaml::Problems& problems);

/// Reads items one by one into `checklist`, which has `texts`. Contradictions and deadlines come last, because they name
/// notes.
class NoteReader {
public:
    NoteReader(const Vocabulary& vocabulary, Definitions& definitions, Checklist& checklist, yaml::Problems& problems)
        : vocabulary_(vocabulary), definitions_(definitions), checklist_(checklist), problems_(problems) {}

    void read_note(yaml::Node node);
    void read_caveat(yaml::Node node);
    void read_contradiction(yaml::Node node);
    void read_deadline(yaml::Node node);

private:
    using Ids = std::map<std::string_view, Place>;

    Check read_check(yaml::Node node, const Note& note, Ids& ids);
    void read_checks(yaml::Fields& fields, Note& note);
    std::vector<CheckCase> read_cases(yaml::Fields& fields, std::string_view owner);
    std::optional<VendorStatement> read_vendor_statement(yaml::Fields& fields);
    std::vector<Wording> read_wording(yaml::Fields& fields);
    std::vector<Prerequisite> read_after(yaml::Fields& fields);
    std::vector<Link> read_links(yaml::Fields& fields);
    int read_urgency(yaml::Fields& fields);
    void require_cites(const Note& note);
    Basis read_basis(yaml::Fields& fields, Basis otherwise);
    std::optional<std::uint32_t> find_note(yaml::Node node);
    void read_affected_notes(yaml::Fields& fields, Contradiction& contradiction);
    std::optional<Condition> read_when(yaml::Fields& fields, std::string_view owner);
    Text claim_id(yaml::Fields& fields, Ids& ids);
    std::vector<Text> claim_former_ids(yaml::Fields& fields, Ids& ids);
    void claim(std::string_view id, Place place, Ids& ids);
    void read_cites(yaml::Fields& fields, std::vector<Text>& cites, std::vector<Place>& places);
    Text full_id(std::string_view id);
    Text keep(std::string text) { return checklist_.texts->keep(std::move(text)); }

    const Vocabulary& vocabulary_;
    Definitions& definitions_;
    Checklist& checklist_;
    yaml::Problems& problems_;
    Ids ids_;
};

}  // namespace hipaa
