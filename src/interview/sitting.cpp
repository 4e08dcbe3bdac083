// The practice file during an interview.
#include "interview/sitting.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "checklist/read/answer_reader.hpp"
#include "practice/practice_reader.hpp"

namespace hipaa::interview {

Topic topic_of(const OpenQuestion& question) { return {question.sheet->about, question.index}; }

std::size_t answers_given(const Sheet& sheet) {
    const auto is_given = [](const Answer& answer) { return answer.state == AnswerState::given; };
    return static_cast<std::size_t>(std::ranges::count_if(sheet.answers, is_given));
}

ToGo to_go(const std::vector<OpenQuestion>& open) {
    ToGo sum;
    for (const OpenQuestion& one : open) {
        sum.questions += std::max<std::size_t>(one.missing.size(), 1);
        if (one.question().kind == AnswerKind::list && one.missing.empty()) sum.with_items = true;
    }
    return sum;
}

Sitting::Sitting(const Library& library, const KeyTree& keys, AssessmentSettings settings, EditedFile file,
                 Practice practice)
    : library_(&library),
      keys_(&keys),
      settings_(std::move(settings)),
      file_(std::move(file)),
      practice_(std::make_unique<Practice>(std::move(practice))),
      assessment_(assess(*library_, *practice_, settings_)) {}

std::optional<Sitting> Sitting::begin(const Library& library, const KeyTree& keys, AssessmentSettings settings,
                                      yaml::Source& source, yaml::Problems& problems) {
    std::string text = source.text;
    auto document = yaml::read_out_of(source, problems);
    if (!document) return std::nullopt;
    Practice practice = read_practice(*document, library, keys, problems);
    if (!problems.empty()) {
        source = std::move(*document).take_source();
        return std::nullopt;
    }
    return Sitting(library, keys, std::move(settings), {std::move(text), std::move(*document)}, std::move(practice));
}

Sitting Sitting::over(std::string text) const {
    yaml::Problems none;
    yaml::Source source{"", std::move(text)};
    return *begin(*library_, *keys_, settings_, source, none);
}

OpenQuestions Sitting::open(std::string_view last) const {
    return open_questions(*library_, *practice_, settings_, last);
}

std::size_t Sitting::answered() const {
    std::size_t count = practice_->fact(Fact::covered_entity).state == AnswerState::given ? 1 : 0;
    for (const Sheet& sheet : practice_->sheets) count += answers_given(sheet);
    return count;
}

const Sheet* Sitting::sheet(std::string_view about) const {
    if (about.empty()) return &practice_->facts;
    const auto found = std::ranges::find(practice_->sheets, about, &Sheet::about);
    return found == practice_->sheets.end() ? nullptr : &*found;
}

const Question& Sitting::question(const Topic& topic) const {
    return sheet(topic.about)->group->questions[topic.index];
}

const Answer& Sitting::answer(const Topic& topic) const { return sheet(topic.about)->answers[topic.index]; }

std::string Sitting::key(const Topic& topic) const { return sheet(topic.about)->path_of(question(topic).key); }

KeyPath Sitting::path(const Topic& topic) const {
    const Sheet& where = *sheet(topic.about);
    return key_path_in(file_.document, where.about, where.product, question(topic));
}

KeyPath Sitting::path(const Topic& list, ItemField at) const {
    return key_path_of_field_in(file_.document, path(list), at.item, question(list).fields[at.field]);
}

bool Sitting::says(const KeyPath& path, const yaml::NewValue& value) const {
    const auto node = value_at(file_.document, path);
    return node && yaml::says(*node, value);
}

std::optional<std::size_t> Sitting::blank_item(const KeyPath& path) const {
    const auto list = value_at(file_.document, path);
    if (!list || !list->is_sequence()) return std::nullopt;
    std::size_t index = 0;
    for (const yaml::Node item : list->items()) {
        if (is_unanswered(item)) return index;
        ++index;
    }
    return std::nullopt;
}

std::optional<std::string> Sitting::set(const KeyPath& path, const yaml::NewValue& value) {
    return take(set_answer(file_.text, file_.document, path, value));
}

std::optional<std::string> Sitting::remove(const KeyPath& path) {
    return take(remove_answer(file_.text, file_.document, path));
}

std::optional<std::string> Sitting::take(std::variant<EditedFile, yaml::Problem> edited) {
    if (const auto* problem = std::get_if<yaml::Problem>(&edited)) return problem->message;
    auto& file = std::get<EditedFile>(edited);
    yaml::Problems problems;
    Practice practice = read_practice(file.document, *library_, *keys_, problems);
    if (!problems.empty()) return problems.shown().begin()->message;
    *this = Sitting(*library_, *keys_, std::move(settings_), std::move(file), std::move(practice));
    return std::nullopt;
}

}  // namespace hipaa::interview
