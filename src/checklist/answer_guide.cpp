// Taking the help of a question apart.
#include "checklist/answer_guide.hpp"

#include <algorithm>
#include <string_view>

#include "text/ascii.hpp"

namespace hipaa {
namespace {

constexpr std::string_view equals = " = ";

std::vector<std::string> words_of(const Question& question) {
    std::vector<std::string> words;
    if (question.kind == AnswerKind::yes_no) words = {"yes", "no"};
    for (const Text word : question.choice_words()) words.push_back(word);
    if (holds_several(question.kind)) words.emplace_back("[]");
    for (const Text word : question.also_words()) words.push_back(word);
    return words;
}

/// Where a sentence of `text` begins that says what `word` means; npos if none does.
std::size_t find_meaning(std::string_view text, const std::string& word) {
    const std::string sentence = word + std::string(equals);
    for (std::size_t at = text.find(sentence); at != text.npos; at = text.find(sentence, at + 1))
        if (at == 0 || text[at - 1] == ' ') return at;
    return text.npos;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// Offset behind the first sentence of `text`.
std::size_t sentence_end(std::string_view text) {
    for (std::size_t stop = text.find(". "); stop != text.npos; stop = text.find(". ", stop + 1))
        if (stop + 2 < text.size() && is_capital_letter(text[stop + 2])) return stop + 1;
    return text.size();
}

}  // namespace

AnswerGuide guide_to(const Question& question) {
    struct Found {
        std::size_t at;
        std::size_t word;
    };
    const std::string_view text = question.where;
    AnswerGuide guide;
    std::vector<Found> found;
    for (std::string& word : words_of(question)) {
        if (const std::size_t at = find_meaning(text, word); at != text.npos)
            found.push_back({at, guide.answers.size()});
        guide.answers.push_back({std::move(word), {}});
    }
    std::ranges::sort(found, {}, &Found::at);
    guide.where = trimmed(text.substr(0, found.empty() ? text.size() : found.front().at));
    for (std::size_t i = 0; i < found.size(); ++i) {
        AnswerMeaning& answer = guide.answers[found[i].word];
        const std::size_t begin = found[i].at + answer.word.size() + equals.size();
        const std::string_view rest =
            text.substr(begin, (i + 1 < found.size() ? found[i + 1].at : text.size()) - begin);
        const std::size_t end = sentence_end(rest);
        std::string_view meaning = trimmed(rest.substr(0, end));
        if (meaning.ends_with('.') || meaning.ends_with(';')) meaning.remove_suffix(1);
        answer.meaning = meaning;
        const std::string_view more = trimmed(rest.substr(end));
        if (!more.empty()) guide.where += (guide.where.empty() ? "" : " ") + std::string(more);
    }
    return guide;
}

}  // namespace hipaa
