// Reading back a line of a jsonl report.
#include "report/json/line_reader.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "json/parse.hpp"
#include "practice/practice_reader.hpp"
#include "report/json/checklist_result_reader.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"
#include "version.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

void read_format(const JsonFields& line) {
    if (line.text("format") != report_format)
        line.refuse("this is not a line of a report of hipaa-check; give `merge` what `-f jsonl` wrote");
}

void read_version(const JsonFields& line) {
    const std::string_view written_by = line.object("tool").text("version");
    if (written_by != version)
        line.refuse(
            fmt::format("it was written by hipaa-check {}, and this is {}; use the same version for the runs "
                        "and for `merge`",
                        printable(written_by), version));
}

/// The two lines of an excerpt, or of what claims to be one, safe to print.
std::string printable_lines(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        result += printable(line) + '\n';
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return result;
}

void read_problems(const JsonFields& line, PracticeReport& report) {
    line.each("problems", [&](const JsonFields& problem) {
        const Place place = problem.place();
        report.problems.add(place, printable(problem.text("kind")), [&] { return printable(problem.text("message")); });
        report.source.excerpts.emplace(
            place, problem.has("excerpt") ? printable_lines(problem.text("excerpt")) : std::string());
    });
    if (line.has("more_problems")) report.problems.add_hidden(line.whole("more_problems"));
}

void read_facts(const JsonFields& line, Sheet& facts) {
    const QuestionGroup& group = practice_facts();
    facts.group = &group;
    line.each("facts", [&](const JsonFields& fact) {
        const std::size_t index = facts.answers.size();
        if (index >= group.questions.size() || fact.text("key") != group.questions[index].key)
            return line.wrong("facts");
        facts.answers.push_back(read_stated_answer(fact, group.questions[index]));
    });
    if (!facts.answers.empty() && facts.answers.size() != group.questions.size()) line.wrong("facts");
}

void read_labels(const JsonFields& line, std::vector<PracticeLabel>& labels) {
    line.each_text("labels", [&](std::string_view name, std::string_view value) {
        if (!is_label_name(name)) return line.wrong("labels");
        labels.push_back({std::string(name), std::string(value)});
    });
}

Due read_due(const JsonFields& due) {
    return {due.date("date"), due.one_of<DueKind>("kind"), std::string(due.text("subject")),
            std::string(due.text("text"))};
}

class PracticeLine {
public:
    PracticeLine(const JsonFields& line, const Library& library, const QuestionIndex& questions, ReadLine& result)
        : line_(line), library_(library), questions_(questions), result_(result), report_(result.report) {}

    void read() {
        report_.source.name = line_.text("file");
        if (!line_.value("digest").IsNull()) report_.source.digest = line_.text("digest");
        read_problems(line_, report_);
        read_facts(line_, report_.practice.facts);
        read_labels(line_, report_.practice.labels);
        line_.each("remarks", [&](const JsonFields& remark) {
            report_.remarks.push_back(
                {remark.one_of<RemarkKind>("kind"), std::string(remark.text("text")), remark.place()});
        });
        const std::string_view stated = line_.text("result");
        if (!result_.mistake.empty()) return;
        if (stated != "error") read_assessment();
        if (result_.mistake.empty() && (report_.result() != stated || report_.problems.empty() != (stated != "error")))
            line_.refuse(fmt::format("its results do not add up to {}; run that part again", yaml::quote(stated)));
    }

private:
    void read_assessment() {
        if (report_.practice.facts.answers.empty()) return line_.wrong("facts");
        Assessment& assessment = report_.assessment.emplace();
        apply_facts(report_.practice, result_.run.as_of, result_.run.max_age, assessment);
        line_.each("not_checked", [&](const JsonFields& gap) {
            assessment.not_checked.push_back(
                {std::string(gap.text("key")), std::string(gap.text("reason")), gap.place()});
        });
        assessment.remarks = std::move(report_.remarks);
        EvidenceReader evidence(questions_, report_.practice.facts, result_.answers);
        ChecklistResultReader checklists(library_, evidence, result_.decisions);
        std::vector<Sheet>& sheets = report_.practice.sheets;
        std::vector<Sheet> unchecked = unchecked_sheets(assessment);
        const std::size_t count = line_.count("checklists");
        if (count > library_.checklists.size() * (most_products + 1)) return line_.wrong("checklists");
        sheets.reserve(count + unchecked.size());  // they are referred to
        line_.each("checklists", [&](const JsonFields& fields) {
            if (!checklists.begin(fields, sheets)) return;
            const Checklist& checklist = *sheets.back().checklist;
            result_.origins.push_back({checklist.id, std::string(fields.text("file"))});
            if (fields.has("extended_file"))
                result_.origins.push_back({checklist.extends, std::string(fields.text("extended_file"))});
            assessment.checklists.push_back(checklists.read(fields, sheets.back()));
        });
        for (Sheet& sheet : sheets) sheets_at_[sheet.about].push_back(&sheet);
        for (Sheet& sheet : unchecked) add_unchecked(std::move(sheet));
        Sheet none;
        none.group = &practice_facts();
        line_.each("assumed", [&](const JsonFields& item) { read_assumed(item, none, assessment); });
        read_dues(assessment);
        line_.each("answers", [&](const JsonFields& item) { read_answer(item); });
        line_.each("decisions",
                   [&](const JsonFields& item) { report_.practice.decisions.push_back(read_decision(item)); });
        if (result_.run.baseline) read_marks();
        if (result_.mistake.empty()) sum_up(assessment);
    }

    /// Earlier versions wrote of what is overdue only the deadline that came first.
    void read_dues(Assessment& assessment) {
        if (line_.has("next_due") && !line_.value("next_due").IsNull())
            assessment.next_due = read_due(line_.object("next_due"));
        if (line_.has("overdue"))
            line_.each("overdue", [&](const JsonFields& due) { assessment.overdue.push_back(read_due(due)); });
        else if (assessment.next_due && assessment.next_due->date < result_.run.as_of)
            assessment.overdue.push_back(*assessment.next_due);
    }

    /// How what is open stands to the earlier report.
    void read_marks() {
        const auto marks = std::make_shared<BaselineMarks>();
        const auto read = [&](const JsonFields& point) {
            if (!point.has("baseline")) return;
            const std::string_view state = point.text("baseline");
            BaselineMark mark{BaselineMark::State::worse, point.mark("baseline_of_checklist")};
            if (state == name_of(BaselineMark::State::fresh)) mark.state = BaselineMark::State::fresh;
            if (state == name_of(BaselineMark::State::known)) mark.state = BaselineMark::State::known;
            marks->open.emplace(point.text("id"), mark);
        };
        line_.each("checklists", [&](const JsonFields& checklist) {
            checklist.each("notes", [&](const JsonFields& note) { note.each("checks", read); });
            checklist.each("caveats", read);
            checklist.each("contradictions", read);
        });
        const JsonFields baseline = line_.object("baseline");
        marks->had_practice = baseline.flag("had_practice");
        marks->had_mistakes = baseline.has("had_mistakes") && baseline.flag("had_mistakes");
        marks->closed = baseline.whole("closed");
        marks->lacking = baseline.texts("lacking");
        report_.baseline = marks;
    }

    /// The sheets that what is not checked would have.
    std::vector<Sheet> unchecked_sheets(const Assessment& assessment) const {
        std::vector<Sheet> unchecked;
        for (const NotChecked& gap : assessment.not_checked) {
            const bool named = std::ranges::any_of(
                library_.checklists, [&](const Checklist& checklist) { return checklist.group.about == gap.key; });
            for (const Checklist& checklist : library_.checklists) {
                if (named ? checklist.group.about != gap.key : !checklist.generic()) continue;
                Sheet& sheet = unchecked.emplace_back();
                sheet.checklist = &checklist;
                sheet.group = &checklist.group;
                sheet.about = gap.key;
                if (checklist.generic()) sheet.product = gap.key.substr(gap.key.find('.') + 1);
                sheet.place = gap.place;
            }
        }
        return unchecked;
    }

    /// Of checklists that are about one thing, some may be checked and others not.
    void add_unchecked(Sheet sheet) {
        if (const auto known = sheets_at_.find(sheet.about); known != sheets_at_.end())
            if (std::ranges::find(known->second, sheet.checklist, &Sheet::checklist) != known->second.end()) return;
        Sheet& added = report_.practice.sheets.emplace_back(std::move(sheet));
        sheets_at_[added.about].push_back(&added);
    }

    /// Into the sheets of all checklists that ask for it. The facts are there already.
    void read_answer(const JsonFields& item) {
        const std::string_view key = item.text("key");
        const auto& facts = practice_facts().questions;
        if (std::ranges::find(facts, key, &Question::key) != facts.end()) return;
        // The name of a product may have dots in it: `a.b` with the question `c` has the key of `a` with `b.c`.
        const Question* asked = nullptr;
        for (std::size_t dot = key.find('.'); dot != key.npos; dot = key.find('.', dot + 1)) {
            const auto sheets = sheets_at_.find(key.substr(0, dot));
            if (sheets != sheets_at_.end() && fill(sheets->second, key, item, asked)) return;
        }
        if (asked) {
            read_stated_answer(item, *asked);  // refuses what the question does not take
            return;
        }
        item.refuse_checklists(fmt::format(
            "no checklist here asks for {}; give `merge` the same --rules as the runs had", yaml::quote(key)));
    }

    /// False if no sheet lacks the answer. `asked`: the last question that it could answer, if there is one.
    bool fill(const std::vector<Sheet*>& sheets, std::string_view key, const JsonFields& item,
              const Question*& asked) const {
        bool filled = false;
        for (Sheet* sheet : sheets) {
            const auto found = questions_.find_in(*sheet->group, sheet->about, key);
            if (!found || found->list) continue;
            asked = found->question;
            const std::vector<Question>& questions = sheet->group->questions;
            sheet->answers.resize(questions.size());
            Answer& answer = sheet->answers[static_cast<std::size_t>(found->question - questions.data())];
            if (answer.known() || answer.written) continue;
            auto stated = stated_answer(item, *found->question);
            if (!stated) continue;
            answer = std::move(*stated);
            filled = true;
        }
        return filled;
    }

    void read_assumed(const JsonFields& item, const Sheet& none, Assessment& assessment) {
        const Sheet* sheet = sheet_that_takes(item);
        EvidenceReader evidence(questions_, report_.practice.facts, result_.answers);
        if (auto found = evidence.read_one(item, sheet ? *sheet : none)) assessment.assumed.push_back(*found);
    }

    /// The first sheet with a question that takes the answer; if none takes it, one that asks for it, or null.
    const Sheet* sheet_that_takes(const JsonFields& item) const {
        const std::string_view key = item.text("key");
        const Sheet* asks = nullptr;
        for (std::size_t dot = key.find('.'); dot != key.npos; dot = key.find('.', dot + 1)) {
            const auto sheets = sheets_at_.find(key.substr(0, dot));
            if (sheets == sheets_at_.end()) continue;
            for (const Sheet* sheet : sheets->second) {
                const auto found = questions_.find_in(*sheet->group, sheet->about, key);
                if (found && stated_answer(item, *found->question)) return sheet;
                if (found) asks = sheet;
            }
        }
        return asks;
    }

    const JsonFields& line_;
    const Library& library_;
    const QuestionIndex& questions_;
    ReadLine& result_;
    PracticeReport& report_;
    std::unordered_map<std::string_view, std::vector<Sheet*>> sheets_at_;  // by `about`
};

std::string describe(const rapidjson::ParseResult& error, std::string_view json) {
    if (error.Offset() >= json.size())
        return json == "{" ? "this is the beginning of a report in another format; give `merge` what `-f jsonl` wrote"
                           : "the line ends in the middle: it was cut off; run that part again";
    return fmt::format("this is not JSON ({}); give `merge` what `-f jsonl` wrote", json_error(error));
}

}  // namespace

ReadLine LineReader::read(std::string_view json) const {
    ReadLine result;
    JsonDocument document;
    const rapidjson::ParseResult parsed = parse_json(json, document);
    if (!parsed) {
        result.mistake = {describe(parsed, json), false};
        result.column = static_cast<std::uint32_t>(
            utf8::count(utf8::well_formed(json.substr(0, std::min(parsed.Offset(), json.size())))) + 1);
        return result;
    }
    const JsonFields line(document, result.mistake);
    read_format(line);
    if (result.mistake.empty() && line.has("end")) {
        result.end = read_run_end(line);
        return result;
    }
    if (result.mistake.empty()) read_version(line);
    if (result.mistake.empty()) result.run = read_run(line);
    if (result.mistake.empty()) PracticeLine(line, library_, questions_, result).read();
    return result;
}

}  // namespace hipaa
