// Where a practice file uses names of earlier versions.
#include "practice/former_names.hpp"

#include <fmt/format.h>

#include "checklist/read/answer_reader.hpp"

namespace hipaa {
namespace {

class FormerNameSearch {
public:
    std::vector<Renamed> found;

    void look_at(const Question& question, const std::string& path, yaml::Node node) {
        if (node.is_scalar()) return look_at_word(question, path, node);
        if (!node.is_sequence()) return;
        for (const yaml::Node item : node.items()) {
            if (item.is_scalar()) look_at_word(question, path, item);
            else if (item.is_map()) look_at_record(question, path, item);
        }
    }

private:
    void look_at_word(const Question& question, const std::string& path, yaml::Node node) {
        if (const FormerWord* word = find_former_word(question, node.text()))
            found.push_back({fmt::format("{}: {}", path, word->old),
                             fmt::format("{}: {}", path, question.text_of(word->now)), node.place()});
    }

    void look_at_record(const Question& question, const std::string& path, yaml::Node item) {
        for (const Question& field : question.fields) {
            const std::string name = fmt::format("{}[].{}", path, field.key);
            if (const auto entry = item.find(field.key)) look_at(field, name, entry->value);
            for (const Text old : field.formerly)
                if (const auto entry = item.find(old)) {
                    found.push_back({fmt::format("{}[].{}", path, old), name, entry->key_place});
                    look_at(field, name, entry->value);
                }
        }
    }
};

}  // namespace

std::vector<Renamed> former_names_in(const Question& question, const std::string& path, yaml::Node node) {
    FormerNameSearch search;
    search.look_at(question, path, node);
    return std::move(search.found);
}

}  // namespace hipaa
