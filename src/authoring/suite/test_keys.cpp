// Every key of a test file.
#include "authoring/suite/test_keys.hpp"

#include <algorithm>

namespace hipaa {

const std::vector<MapRow>& test_maps() {
    using enum yaml::Need;
    static const std::vector<MapRow> rows{
        {"tests",
         "The tests of a checklist",
         {{"checklist", optional, "text", "Path of the checklist, below the folder of this file; NAME.yaml if absent"},
          {"today", required, "day", "The day that counts as today"},
          {"product", optional, "text",
           "Of a checklist about products.*, where it is required: the product to test it on"},
          {"base", required, "practice", "A practice file in which all is well, or the path of one"},
          {"cases", required, "[case]+", "What to change in it, and what must come out then"},
          {"x-notes", optional, "text", "Whatever you want to note; so is every key that begins with x-"}}},
        {"case",
         "A case",
         {{"name", required, "text", "What the case is about; no other case has this name"},
          {"today", optional, "day", "The day that counts as today, in place of that of the file"},
          {"unset", optional, "[text]", "Answers of the base to take out, first"},
          {"set", optional, "settings", "Answers to put in"},
          {"expect", optional, "results",
           "Notes, checks and caveats, and what comes out: pass, accepted, attention, unknown, fail or not_applicable; "
           "of a caveat that breaks no deal yes, no or unknown"},
          {"result", optional, "result", "The result of the whole checklist"},
          {"contradictions", optional, "[text]", "Ids of those that are true; all others must not be"},
          {"due", optional, "days_due", "Deadlines, and the day on which each falls due, or none"}}},
    };
    return rows;
}

std::vector<yaml::KeyRow> test_file_keys(yaml::Need product) {
    std::vector<yaml::KeyRow> keys = test_maps().front().keys;
    std::ranges::find(keys, "product", &yaml::KeyRow::name)->need = product;
    return keys;
}

std::span<const yaml::KeyRow> test_case_keys() { return test_maps().back().keys; }

}  // namespace hipaa
