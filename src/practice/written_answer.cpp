// Answers as they are written into a practice file.
#include "practice/written_answer.hpp"

#include "checklist/number.hpp"

namespace hipaa {
namespace {

yaml::NewValue written_scalar(const Question& question, const Scalar& scalar) {
    if (const bool* yes = std::get_if<bool>(&scalar)) return yaml::new_word(*yes ? "yes" : "no");
    if (const Date* date = std::get_if<Date>(&scalar)) return yaml::new_word(iso(*date));
    if (const double* number = std::get_if<double>(&scalar)) return yaml::new_word(number_text(*number));
    if (const Word* word = std::get_if<Word>(&scalar)) return yaml::new_word(question.text_of(*word));
    return yaml::new_prose(*std::get_if<std::string>(&scalar));
}

yaml::NewValue written_record(const Question& list, const Record& record) {
    yaml::NewValue map = yaml::new_map();
    for (std::size_t i = 0; i < list.fields.size() && i < record.answers.size(); ++i) {
        const Answer& answer = record.answers[i];
        if (answer.state == AnswerState::assumed || (!answer.known() && !answer.written)) continue;
        map.keys.emplace_back(std::string_view(list.fields[i].key));
        map.children.push_back(answer.known() ? written_answer(list.fields[i], answer.value) : written_unknown());
    }
    return map;
}

}  // namespace

yaml::NewValue written_answer(const Question& question, const Value& value) {
    if (const Scalar* scalar = std::get_if<Scalar>(&value)) return written_scalar(question, *scalar);
    yaml::NewValue list = yaml::new_list();
    if (const auto* words = std::get_if<std::vector<Word>>(&value))
        for (const Word word : *words) list.children.push_back(yaml::new_word(question.text_of(word)));
    if (const auto* records = std::get_if<std::vector<Record>>(&value))
        for (const Record& record : *records) list.children.push_back(written_record(question, record));
    return list;
}

yaml::NewValue written_unknown() { return yaml::new_word("unknown"); }

}  // namespace hipaa
