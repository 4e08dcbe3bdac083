// The way of one owner through the page.
#include "web/session.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "checklist/builtin/builtin_library.hpp"
#include "checklist/read/answer_reader.hpp"
#include "checklist/read/library_reader.hpp"
#include "engine/interview/question_order.hpp"
#include "interview/asking.hpp"
#include "interview/consequences.hpp"
#include "interview/in_use.hpp"
#include "interview/typed.hpp"
#include "interview/unfinished_list.hpp"
#include "page/wording.hpp"
#include "practice/practice_reader.hpp"
#include "practice/written_answer.hpp"
#include "privacy/withhold.hpp"
#include "text/ascii.hpp"
#include "text/visible.hpp"
#include "web/question_json.hpp"
#include "yaml/fields.hpp"

namespace hipaa::web {
namespace {

constexpr std::string_view new_file_name = "practice.yaml";

/// The page shows a sentence beside its question, so it need not name the key, and has a control for what is unknown.
interview::NotUnderstood on_page(std::string text, std::string_view key) {
    const std::string name = yaml::quote(key);
    if (text.starts_with(name)) text.replace(0, name.size(), "The answer");
    constexpr std::string_view unknown = ", or unknown.";
    if (text.ends_with(unknown))
        text.replace(text.size() - unknown.size(), unknown.size(), ", or choose \"Not sure\".");
    return {std::move(text)};
}

std::unique_ptr<Library> load_library(std::vector<yaml::Source> added, std::string& refusal) {
    if (added.empty()) return std::make_unique<Library>(load_all_builtin());
    std::vector<yaml::Source> sources = builtin_sources();
    std::ranges::move(added, std::back_inserter(sources));
    std::vector<FileProblems> broken;
    auto library = read_library(std::move(sources), broken);
    for (const FileProblems& file : broken) refusal += yaml::describe(file.problems, file.source);
    return library ? std::make_unique<Library>(std::move(*library)) : nullptr;
}

std::optional<Topic> topic_in(const Sitting& sitting, const Sheet& sheet, std::string_view key) {
    for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
        Topic topic{sheet.about, i};
        if (sitting.key(topic) == key) return topic;
    }
    return std::nullopt;
}

std::optional<Topic> topic_called(const Sitting& sitting, std::string_view key) {
    if (auto topic = topic_in(sitting, sitting.practice().facts, key)) return topic;
    for (const Sheet& sheet : sitting.practice().sheets)
        if (auto topic = topic_in(sitting, sheet, key)) return topic;
    return std::nullopt;
}

bool contains(const std::vector<std::string_view>& all, std::string_view one) {
    return std::ranges::find(all, one) != all.end();
}

/// What the codes that were picked for `question` are in the file; nothing if they are no answer.
std::optional<yaml::NewValue> picked(const Question& question, const std::vector<std::string_view>& codes) {
    if (codes.empty() || contains(codes, not_sure_code)) return written_unknown();
    if (holds_several(question.kind) && codes.front() == none_code) return yaml::new_list();
    std::vector<yaml::NewValue> values;
    for (const std::string_view code : codes) {
        const auto scalar = parse_answer(question, code);
        if (!scalar) return std::nullopt;
        values.push_back(written_answer(question, *scalar));
        const Word* word = std::get_if<Word>(&*scalar);
        if (word && question.is_also(*word)) return codes.size() == 1 ? std::optional(values.front()) : std::nullopt;
    }
    if (question.kind == AnswerKind::choices) return yaml::new_list(std::move(values));
    return values.size() == 1 ? std::optional(std::move(values.front())) : std::nullopt;
}

/// What an answer is in the file, or why there is none.
using Heard = std::variant<yaml::NewValue, Outcome>;

Heard hear_picked(const Question& question, std::string_view key, const std::vector<std::string_view>& codes) {
    if (auto value = picked(question, codes)) return std::move(*value);
    return on_page(as_sentence(refusal_of_answer(question, key, fmt::format("{}", fmt::join(codes, ", ")))), key);
}

Heard hear_typed(const Question& question, std::string_view key, const std::vector<std::string_view>& given) {
    const std::string_view typed = given.empty() ? std::string_view() : visible_part(given.front());
    if (typed.empty()) return written_unknown();
    interview::Reply reply = interview::read_field(question, key, typed);
    if (auto* unclear = std::get_if<interview::Unclear>(&reply)) return std::move(*unclear);
    if (auto* sorry = std::get_if<interview::NotUnderstood>(&reply)) return on_page(std::move(sorry->sentence), key);
    auto* answer = std::get_if<interview::Given>(&reply);
    return answer ? std::move(answer->value) : written_unknown();
}

Outcome outcome(std::optional<std::string> failure) {
    if (failure) return interview::NotUnderstood{std::move(*failure)};
    return std::monostate();
}

}  // namespace

std::unique_ptr<Session> Session::begin(Date today, std::vector<yaml::Source> added, std::string& refusal) {
    std::unique_ptr<Session> session(new Session);
    for (const yaml::Source& source : added) session->added_.push_back(source.name);
    session->library_ = load_library(std::move(added), refusal);
    if (!session->library_) return nullptr;
    session->keys_ = std::make_unique<KeyTree>(*session->library_);
    AssessmentSettings settings;
    settings.today = today;
    yaml::Problems none;
    yaml::Source source{std::string(new_file_name), std::string(starting_text)};
    session->file_name_ = new_file_name;
    session->sitting_ = Sitting::begin(*session->library_, *session->keys_, std::move(settings), source, none);
    return session;
}

std::optional<std::string> Session::load(std::string name, std::string text) {
    yaml::Source source{name, std::move(text)};
    yaml::Problems problems;
    auto loaded = Sitting::begin(*library_, *keys_, sitting_->settings(), source, problems);
    if (loaded) {
        refuse_future_confirmation(loaded->practice(), loaded->settings().today, problems);
        source = {name, loaded->text()};
    }
    if (!problems.empty()) {
        Discretion(source, false).withhold_mistakes(problems, source, *library_);
        return yaml::describe(problems, source);
    }
    sitting_ = std::move(*loaded);
    file_name_ = std::move(name);
    const Date* const confirmed = sitting_->practice().fact(Fact::confirmed_on).date();
    confirmed_before_ = confirmed ? std::optional(iso(*confirmed)) : std::nullopt;
    passed_.clear();
    history_.clear();
    last_key_.clear();
    screen_ = {};
    consequences_.clear();
    if (sitting_->knows_what_is_in_use()) go_on();
    return std::nullopt;
}

std::optional<std::string> Session::start(const std::vector<std::string_view>& codes, std::string_view names,
                                          std::string_view practice_name) {
    names = visible_part(names);
    practice_name = visible_part(practice_name);
    if (interview::means_no_others(names) || names == "-") {
        if (codes.empty()) return "Write the names of other products, or leave this empty.";
        names = {};
    }
    if (codes.empty() && names.empty()) return "Choose what the practice uses, or a subject to go through.";
    constexpr const char* how_to_name = "Write the names of other products, with commas between them.";
    // The page shows no numbers that could stand for a product.
    const auto is_nameless = [](std::string_view part) { return std::ranges::none_of(part, is_letter); };
    if (std::ranges::any_of(interview::split(names, ",;"), is_nameless)) return how_to_name;
    const std::vector<interview::Choice> offered = interview::choices(*sitting_);
    std::vector<interview::Chosen> more;
    if (!names.empty()) {
        auto read = interview::read_in_use(offered, *sitting_, names);
        if (auto* chosen = std::get_if<std::vector<interview::Chosen>>(&read)) more = std::move(*chosen);
        else if (const auto* sorry = std::get_if<interview::NotUnderstood>(&read)) return sorry->sentence;
        else return how_to_name;
    }
    Sitting changed = sitting_->over(sitting_->text());
    std::optional<std::string> failure;
    const auto set = [&](const KeyPath& path, const yaml::NewValue& value) {
        if (!failure) failure = changed.set(path, value);
    };
    const auto remove = [&](const KeyPath& path) {
        if (!failure) failure = changed.remove(path);
    };
    for (const interview::Choice& choice : offered) {
        const bool is_wanted = contains(codes, choice.code);
        if (is_wanted && !choice.chosen) set(key_path(choice.about), yaml::new_map());
        if (!is_wanted && choice.chosen) remove(key_path(choice.about));
    }
    for (const Sheet& sheet : sitting_->practice().sheets)
        if (!sheet.product.empty() && !contains(codes, sheet.product)) remove(key_path_of(sheet.about, sheet.product));
    for (const interview::Chosen& chosen : more)
        set(chosen.path,
            chosen.name.empty() ? yaml::new_map() : yaml::new_map(product_name_key, yaml::new_prose(chosen.name)));
    const Answer& name = sitting_->practice().fact(Fact::name);
    if (practice_name.empty() && name.known()) remove(key_path("practice.name"));
    if (!practice_name.empty()) set(key_path("practice.name"), yaml::new_prose(practice_name));
    if (failure) return as_sentence(*failure);
    sitting_ = std::move(changed);
    go_on();
    return std::nullopt;
}

std::optional<Target> Session::target(std::string_view key) const {
    const std::size_t bracket = key.find('[');
    const auto topic = topic_called(*sitting_, key.substr(0, bracket));
    if (!topic || bracket == key.npos) return topic ? std::optional(Target{*topic, std::nullopt}) : std::nullopt;
    const std::size_t close = key.find("].", bracket);
    if (close == key.npos) return std::nullopt;
    const auto number = interview::number_in(key.substr(bracket + 1, close - bracket - 1));
    const std::vector<Question>& fields = sitting_->question(*topic).fields;
    const auto field = std::ranges::find(fields, key.substr(close + 2), &Question::key);
    if (!number || *number == 0 || field == fields.end()) return std::nullopt;
    return Target{*topic, ItemField{*number - 1, static_cast<std::size_t>(field - fields.begin())}};
}

Outcome Session::answer(std::string_view key, Manner manner, const std::vector<std::string_view>& given) {
    const auto target = this->target(key);
    if (!target) return interview::NotUnderstood{"This question is not there anymore."};
    const Topic& topic = target->topic;
    const Question& list_or_single = sitting_->question(topic);
    const Question& question = target->field ? list_or_single.fields[target->field->field] : list_or_single;
    if (manner == Manner::picked && question.kind == AnswerKind::list && contains(given, some_code)) {
        if (interview::items_in(*sitting_, topic) == 0) return interview::NotUnderstood{"List at least one."};
        auto failure = keep_finished(*target, [&](Sitting& sitting) { return interview::finish_list(sitting, topic); });
        return outcome(failure ? std::move(failure) : interview::why_still_open(*sitting_, topic));
    }
    const Heard heard = manner == Manner::picked ? hear_picked(question, key, given) : hear_typed(question, key, given);
    const auto* value = std::get_if<yaml::NewValue>(&heard);
    if (!value) return std::get<Outcome>(heard);
    if (!target->field)
        return outcome(keep(*target, [&](Sitting& sitting) { return sitting.set(sitting.path(topic), *value); }));
    return outcome(keep_finished(*target, [&](Sitting& sitting) {
        return interview::set_field_and_finish(sitting, topic, *target->field, *value);
    }));
}

/// The page shows all items of a list at once, so whoever writes into one or adds one has seen them.
std::optional<std::string> Session::keep_finished(const Target& target, const interview::Change& change) {
    if (auto failure = keep(target, change)) return failure;
    if (auto why = interview::why_still_open(*sitting_, target.topic)) consequences_.push_back(std::move(*why));
    return std::nullopt;
}

std::optional<std::string> Session::remove_item(std::string_view key, std::size_t number) {
    const auto target = this->target(key);
    if (!target || number == 0 || number > interview::items_in(*sitting_, target->topic))
        return "This item is not there anymore.";
    return keep(*target, [&](Sitting& sitting) { return interview::remove_item(sitting, target->topic, number - 1); });
}

std::optional<std::string> Session::keep(const Target& target, const interview::Change& change) {
    const Lines before = interview::consequences_in(sitting_->assessment());
    if (auto failure = change(*sitting_)) return as_sentence(*failure);
    consequences_ = interview::new_consequences(before, sitting_->assessment());
    last_key_ = sitting_->key(target.topic);
    refresh();
    return std::nullopt;
}

std::optional<std::string> Session::confirm(bool is_true) {
    const KeyPath path = key_path("confirmed_on");
    auto failure = is_true             ? sitting_->set(path, yaml::new_word(iso(sitting_->settings().today)))
                   : confirmed_before_ ? sitting_->set(path, yaml::new_word(*confirmed_before_))
                                       : sitting_->remove(path);
    return failure ? std::optional(as_sentence(*failure)) : std::nullopt;
}

bool Session::is_passed(const Topic& topic) const { return std::ranges::find(passed_, topic) != passed_.end(); }

void Session::leave(Screen next) {
    history_.push_back(std::move(screen_));
    screen_ = std::move(next);
    consequences_.clear();
    refresh();
}

void Session::go_to_day(Date today) {
    AssessmentSettings settings = sitting_->settings();
    settings.today = today;
    yaml::Problems none;
    yaml::Source source{file_name_, sitting_->text()};
    sitting_ = Sitting::begin(*library_, *keys_, std::move(settings), source, none);
    refresh();
}

bool Session::is_skipped(const OpenQuestion& question) const {
    const Topic topic = interview::topic_of(question);
    return is_passed(topic) && std::ranges::find(screen_.asked, topic, &Asked::topic) == screen_.asked.end();
}

void Session::go_on() {
    const OpenQuestions open = this->open();
    for (const OpenQuestion& question : open.questions) {
        const Topic topic = interview::topic_of(question);
        const bool was_here = std::ranges::find(screen_.asked, topic, &Asked::topic) != screen_.asked.end();
        if (was_here && !is_passed(topic)) passed_.push_back(topic);
    }
    if (screen_.is_change) return go_to_review();
    const auto is_next = [&](const OpenQuestion& question) { return !is_passed(interview::topic_of(question)); };
    const auto next = std::ranges::find_if(open.questions, is_next);
    if (next == open.questions.end()) return go_to_review();
    last_key_ = next->key();
    leave(screen_with(interview::topic_of(*next)));
}

void Session::go_back() {
    while (!history_.empty()) {
        screen_ = std::move(history_.back());
        history_.pop_back();
        consequences_.clear();
        refresh();
        if (screen_.kind != Screen::Kind::questions || !screen_.asked.empty()) return;
    }
}

void Session::go_to_start() { leave({}); }
void Session::go_to_review() {
    if (screen_.kind != Screen::Kind::review) leave({Screen::Kind::review});
}
void Session::go_to_report() {
    if (screen_.kind != Screen::Kind::report) leave({Screen::Kind::report});
}

void Session::resume() {
    passed_.clear();
    go_on();
}

bool Session::change(std::string_view key) {
    if (key == interview::in_use_key) return go_to_start(), true;
    const auto topic = topic_called(*sitting_, key);
    if (!topic) return false;
    std::erase(passed_, *topic);
    last_key_ = key;
    Screen next = screen_with(*topic);
    next.asked.front().wanted = true;
    next.is_change = screen_.kind == Screen::Kind::review;
    leave(std::move(next));
    return true;
}

/// A screen with the questions that belong together with `first`.
Screen Session::screen_with(const Topic& first) const {
    const Sheet& sheet = *sitting_->sheet(first.about);
    const Question& question = sitting_->question(first);
    return {
        Screen::Kind::questions, group_path(sheet, question), interview::subject_of(sheet, question), {{first, {}}}};
}

/// Brings the questions of the screen up to date with the answers: those that matter now come, and those that no longer
/// do go, unless they have an answer. What answers on other screens may make needless waits for its turn: the first one's
/// is now, and with it that of all like it.
void Session::refresh() {
    if (screen_.kind != Screen::Kind::questions) return;
    std::erase_if(screen_.asked, [&](const Asked& asked) { return !sitting_->sheet(asked.topic.about); });
    if (screen_.asked.empty()) return;
    if (!is_in_group(last_key_, screen_.group)) last_key_ = sitting_->key(screen_.asked.front().topic);
    const OpenQuestions open = this->open();
    const auto open_one = [&](const Topic& topic) {
        return std::ranges::find(open.questions, topic, interview::topic_of);
    };
    std::erase_if(screen_.asked, [&](const Asked& asked) {
        const Answer& answer = sitting_->answer(asked.topic);
        return !asked.wanted && answer.state != AnswerState::given && !answer.written &&
               open_one(asked.topic) == open.questions.end();
    });
    const bool is_turn_of_all = std::ranges::any_of(screen_.asked, [&](const Asked& asked) {
        const auto found = open_one(asked.topic);
        return found != open.questions.end() && found->may_fall_away;
    });
    // For an answer on this screen.
    const auto waits = [&](const OpenQuestion& question) {
        return std::ranges::any_of(question.rivals, [&](std::size_t rival) {
            const Topic topic{question.sheet->about, rival};
            const auto here = std::ranges::find(screen_.asked, topic, &Asked::topic);
            return here != screen_.asked.end() && !sitting_->answer(topic).written && !is_passed(topic);
        });
    };
    for (const OpenQuestion& question : open.questions) {
        const Topic topic = interview::topic_of(question);
        const auto here = std::ranges::find(screen_.asked, topic, &Asked::topic);
        if (here != screen_.asked.end()) {
            if (here->why.empty()) here->why = interview::why_lines(question);
        } else if (group_path(*question.sheet, question.question()) == screen_.group && !is_passed(topic) &&
                   (is_turn_of_all || !question.may_fall_away) && !waits(question)) {
            screen_.asked.push_back({topic, interview::why_lines(question)});
        }
    }
}

}  // namespace hipaa::web
