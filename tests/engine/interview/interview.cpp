// Practices whose answers are known, and interviews that find them out.
#include "engine/interview/interview.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <doctest/doctest.h>

#include "checklist/read/library_reader.hpp"
#include "practice/practice_reader.hpp"

namespace hipaa::testing {

Library library_of(const std::string& yaml) {
    std::vector<yaml::Source> sources;
    sources.push_back({"lab.yaml", yaml});
    std::vector<FileProblems> broken;
    auto library = read_library(std::move(sources), broken);
    REQUIRE(library.has_value());
    return std::move(*library);
}

Practice practice_of(const Library& library, const std::string& yaml) {
    yaml::Problems problems;
    const auto document = yaml::read({"practice.yaml", yaml}, problems);
    REQUIRE(document.has_value());
    Practice practice = read_practice(*document, library, KeyTree(library), problems);
    REQUIRE(problems.empty());
    return practice;
}

Practice without_answers(Practice practice) {
    const auto clear = [](Sheet& sheet) {
        for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
            const auto& value = sheet.group->questions[i].default_value;
            sheet.answers[i] = value ? Answer{AnswerState::assumed, *value, {}} : Answer{};
        }
    };
    clear(practice.facts);
    std::ranges::for_each(practice.sheets, clear);
    return practice;
}

Answer& same_answer(Practice& practice, const Practice& like, const Sheet& sheet, std::size_t index) {
    if (&sheet == &like.facts) return practice.facts.answers[index];
    return practice.sheets[static_cast<std::size_t>(&sheet - like.sheets.data())].answers[index];
}

Answer Chance::answer_to(const Question& question, Date today, bool beyond) {
    const auto one_of = [&](auto values) { return values[below(values.size())]; };
    const auto given = [](Value value) { return Answer{AnswerState::given, std::move(value), {}}; };
    const std::size_t also = question.words.size() - question.choices;
    if (also > 0 && question.kind != AnswerKind::choice && once_in(4))
        return given(Scalar(Word{static_cast<std::uint32_t>(question.choices + below(also))}));
    switch (question.kind) {
        case AnswerKind::yes_no:
            return given(Scalar(once_in(2)));
        case AnswerKind::date: {
            constexpr std::array<int, 14> days_ago{-50, 900, -40, -1, 0, 1, 2, 3, 89, 90, 91, 365, 366, 800};
            return given(Scalar(today - std::chrono::days(one_of(std::span(days_ago).subspan(beyond ? 0 : 2)))));
        }
        case AnswerKind::number:
        case AnswerKind::decimal: {
            constexpr std::array<double, 9> numbers{1000, 0, 0, 1, 2, 3, 90, 365, 400};
            return given(Scalar(one_of(std::span(numbers).subspan(beyond ? 0 : 1))));
        }
        case AnswerKind::text:
            return given(Scalar(std::string("some text")));
        case AnswerKind::code:
            return given(Scalar(std::string("ab-12")));
        case AnswerKind::choice:
            return given(Scalar(Word{static_cast<std::uint32_t>(below(question.words.size()))}));
        case AnswerKind::choices: {
            std::vector<Word> words;
            const std::size_t how_many = below(4);  // none, all, or a random half
            for (std::uint32_t i = 0; i < question.choices; ++i)
                if (how_many == 1 || (how_many > 1 && once_in(2))) words.push_back(Word{i});
            return given(std::move(words));
        }
        case AnswerKind::list:
            break;
    }
    std::vector<Record> records(below(3));
    for (Record& record : records)
        for (const Question& field : question.fields) record.answers.push_back(answer_to(field, today, beyond));
    return given(std::move(records));
}

const OpenQuestion& first_open(const std::vector<OpenQuestion>& open) { return open.front(); }

const OpenQuestion& first_in_checklist(const std::vector<OpenQuestion>& open) {
    return *std::ranges::min_element(open, {}, [](const OpenQuestion& one) { return std::pair(one.sheet, one.index); });
}

Interview hold_interview(const Library& library, const Practice& truth, const AssessmentSettings& settings,
                         const Choose& choose) {
    Interview interview;
    interview.practice = without_answers(truth);
    Practice answers = truth;
    std::string last;
    for (;;) {
        const OpenQuestions open = open_questions(library, interview.practice, settings, last);
        interview.left_out = open.left_out;
        if (open.questions.empty()) return interview;
        const OpenQuestion& next = choose(open.questions);
        last = next.key();
        // A question that comes twice would come forever.
        REQUIRE(std::ranges::find(interview.asked, last) == interview.asked.end());
        interview.asked.push_back(last);
        Answer answer = same_answer(answers, interview.practice, *next.sheet, next.index);
        REQUIRE(answer.known());
        answer.state = AnswerState::given;
        same_answer(interview.practice, interview.practice, *next.sheet, next.index) = std::move(answer);
    }
}

}  // namespace hipaa::testing
