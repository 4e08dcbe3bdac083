// The practice file during an interview.
#include "interview/sitting.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "checklist/read/answer_reader.hpp"
#include "practice/file_kind.hpp"
#include "practice/practice_reader.hpp"
#include "practice/written_answer.hpp"
#include "yaml/rewrite/splice.hpp"

namespace hipaa::interview {
namespace {

/// Of item `item` of `list`, blank ones not counted: its place with them counted.
std::size_t index_in_file(const std::optional<yaml::Node>& list, std::size_t item) {
    if (!list) return item;
    std::size_t index = 0;
    for (const yaml::Node one : list->items()) {
        if (!is_unanswered(one) && item-- == 0) return index;
        ++index;
    }
    return index;
}

}  // namespace

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
    const bool is_other = refuse_other_kind(text, document ? &*document : nullptr, keys, problems);
    if (!document) return std::nullopt;
    Practice practice;
    if (!is_other) practice = read_practice(*document, library, keys, problems);
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

/// The items that the file has of a list, if it has any.
std::optional<yaml::Node> Sitting::written(const Topic& list) const {
    const auto node = value_at(file_.document, path(list));
    return node && node->is_sequence() ? node : std::nullopt;
}

KeyPath Sitting::path_of_item(const Topic& list, std::size_t item) const {
    KeyPath item_path = path(list);
    item_path.steps.emplace_back(index_in_file(written(list), item));
    return item_path;
}

KeyPath Sitting::path(const Topic& list, ItemField at) const {
    return key_path_of_field_in(file_.document, path(list), index_in_file(written(list), at.item),
                                question(list).fields[at.field]);
}

bool Sitting::says(const KeyPath& path, const yaml::NewValue& value) const {
    const auto node = value_at(file_.document, path);
    return node && yaml::says(*node, value);
}

std::vector<std::uint32_t> Sitting::blank_lines(const Topic& list) const {
    std::vector<std::uint32_t> lines;
    const auto node = written(list);
    if (!node) return lines;
    for (const yaml::Node item : node->items())
        if (is_unanswered(item)) lines.push_back(item.place().line);
    return lines;
}

std::optional<KeyPath> Sitting::unknown_at_end(const Topic& list) const {
    const auto node = written(list);
    if (!node || node->size() == 0) return std::nullopt;
    const std::size_t last = node->size() - 1;
    KeyPath end = path(list);
    end.steps.emplace_back(last);
    const auto item = value_at(file_.document, end);
    const bool is_word = item && item->is_scalar() && !item->quoted() && yaml::says(*item, written_unknown());
    const auto without = yaml::Splicer(file_.document).without(*node, last);
    return is_word && std::holds_alternative<yaml::Splice>(without) ? std::optional(end) : std::nullopt;
}

OpenItems Sitting::open_items(const Topic& list, Answer supposed) const {
    Practice practice = *practice_;
    Sheet& sheet = list.about.empty() ? practice.facts : *std::ranges::find(practice.sheets, list.about, &Sheet::about);
    sheet.answers[list.index] = std::move(supposed);
    OpenQuestions open = open_questions(*library_, practice, settings_);
    const auto found = std::ranges::find(open.questions, list, topic_of);
    return found == open.questions.end() ? OpenItems() : OpenItems{std::move(found->missing), std::move(found->fields)};
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
