// The junit format: JUnit XML as Jenkins and other builders read it. A suite for each practice and checklist, a case
// for each check.
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "page/wording.hpp"
#include "report/format.hpp"
#include "report/machine/finding.hpp"
#include "report/spill.hpp"
#include "version.hpp"

namespace hipaa {
namespace {

/// Printable text holds only what XML 1.0 allows, but for the two last code points of the plane.
std::string xml_text(std::string_view text) {
    std::string result(text);
    for (const std::string_view forbidden : {"\uFFFE", "\uFFFF"})
        for (std::size_t at = 0; (at = result.find(forbidden, at)) != std::string::npos;)
            result.replace(at, forbidden.size(), "\uFFFD");
    return result;
}

/// Names that are told apart by a number if they would be the same. Holds no more than a hash of each, as a report may
/// have very many.
class UniqueNames {
public:
    std::string take(std::string name) {
        std::string unique = name;
        for (int number = 2; !seen_.insert(std::hash<std::string>()(unique)).second; ++number)
            unique = fmt::format("{} ({})", name, number);
        return unique;
    }

private:
    std::unordered_set<std::size_t> seen_;
};

constexpr const char* indentation = "  ";

/// pugixml leaves out what it has no memory for, and goes on.
std::atomic<bool> out_of_memory{false};

void* allocate(std::size_t size) {
    void* memory = std::malloc(size);
    if (!memory) out_of_memory = true;
    return memory;
}

class TextWriter final : public pugi::xml_writer {
public:
    void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }

    std::string text;
};

/// What `print` prints, whole or not at all.
template <typename Print>
std::string text_of(Print&& print) {
    TextWriter writer;
    print(writer);
    if (out_of_memory) throw std::bad_alloc();
    return std::move(writer.text);
}

class JunitWriter final : public Writer {
public:
    explicit JunitWriter(std::ostream& out) : out_(out) {}

    void begin(const Run& run) override { run_ = run; }

    void practice(const PracticeReport& report) override {
        const PracticeFindings practice = find(report, run_);
        if (practice.has_mistakes()) mistakes(practice);
        else if (!practice.checked) unchecked(practice);
        for (const ChecklistFindings& checklist : practice.checklists) suite(practice, checklist);
        write_suites();
    }

    void end(const Totals& totals) override {
        for (const SkippedFile& file : totals.skipped) skipped(file);
        write_suites();
        pugi::xml_document document;
        auto declaration = document.append_child(pugi::node_declaration);
        declaration.append_attribute("version") = "1.0";
        declaration.append_attribute("encoding") = "UTF-8";
        auto root = document.append_child("testsuites");
        root.append_attribute("name") = "hipaa-check";
        root.append_attribute("tests") = total_.tests;
        root.append_attribute("failures") = total_.failures;
        root.append_attribute("errors") = total_.errors;
        root.append_attribute("time") = "0";
        std::string head = text_of([&](pugi::xml_writer& writer) {
            document.save(writer, indentation, pugi::format_indent, pugi::encoding_utf8);
        });
        constexpr std::string_view no_children = " />\n";
        if (!written_suites_.empty() && head.ends_with(no_children))
            head.replace(head.size() - no_children.size(), no_children.size(), ">\n");
        out_ << head;
        written_suites_.write_to(out_);
        if (!written_suites_.empty()) out_ << "</testsuites>\n";
    }

private:
    struct Tally {
        unsigned tests = 0;
        unsigned failures = 0;
        unsigned errors = 0;
        unsigned skipped = 0;
    };

    void write_suites() {
        for (const pugi::xml_node suite : suites_.children())
            written_suites_.append(text_of([&](pugi::xml_writer& writer) {
                suite.print(writer, indentation, pugi::format_indent, pugi::encoding_utf8, 1);
            }));
        suites_.reset();
    }

    static void set(pugi::xml_node node, const char* name, std::string_view text) {
        node.append_attribute(name) = xml_text(text).c_str();
    }

    static void write(pugi::xml_node node, std::string_view text) {
        node.append_child(pugi::node_pcdata).set_value(xml_text(text).c_str());
    }

    pugi::xml_node begin_suite(const PracticeFindings& practice, std::string_view of) {
        tally_ = {};
        case_names_ = {};
        const std::string& file = practice.file;
        const std::string whose = practice.name.empty() ? file : fmt::format("{} ({})", practice.name, file);
        pugi::xml_node suite = suites_.append_child("testsuite");
        set(suite, "name", suite_names_.take(fmt::format("{}: {}", whose, of)));
        set(suite, "file", practice.file);
        return suite;
    }

    void end_suite(pugi::xml_node suite) {
        suite.append_attribute("tests") = tally_.tests;
        suite.append_attribute("failures") = tally_.failures;
        suite.append_attribute("errors") = tally_.errors;
        suite.append_attribute("skipped") = tally_.skipped;
        suite.append_attribute("time") = "0";
        total_.tests += tally_.tests;
        total_.failures += tally_.failures;
        total_.errors += tally_.errors;
    }

    /// What every suite says of its origin.
    void properties(pugi::xml_node suite, const ChecklistFindings* checklist) {
        auto properties = suite.append_child("properties");
        const auto add = [&](const char* name, std::string_view value) {
            if (value.empty()) return;
            auto property = properties.append_child("property");
            property.append_attribute("name") = name;
            set(property, "value", value);
        };
        add("tool", fmt::format("hipaa-check {}", version));
        add("as_of", iso(run_.as_of));
        if (checklist) {
            const Checklist& origin = *checklist->checklist;
            add("checklist", checklist->id);
            add("checklist_version", one_line(origin.version));
            add("result", name_of(checklist->result));
            if (origin.source) {
                add("source", one_line(fmt::format("{}, {}", origin.source->title, origin.source->author)));
                add("source_url", one_line(origin.source->url));
                add("reviewed_on", one_line(origin.source->reviewed_on));
            }
        }
        add("disclaimer", disclaimer);
    }

    pugi::xml_node begin_case(pugi::xml_node suite, const PracticeFindings& practice, std::string name) {
        ++tally_.tests;
        auto test = suite.append_child("testcase");
        set(test, "classname", practice.file);
        set(test, "name", case_names_.take(std::move(name)));
        test.append_attribute("time") = "0";
        return test;
    }

    void outcome(pugi::xml_node test, const char* kind, std::string_view type, std::string_view message,
                 std::string_view text) {
        const std::string_view name = kind;
        ++(name == "failure" ? tally_.failures : name == "error" ? tally_.errors : tally_.skipped);
        auto node = test.append_child(kind);
        set(node, "type", type);
        set(node, "message", message);
        if (!text.empty()) write(node, text);
    }

    static std::string at(const PracticeFindings& practice, Place place) {
        return fmt::format("{}:{}:{}", practice.file, place.line, place.column);
    }

    void mistakes(const PracticeFindings& practice) {
        auto suite = begin_suite(practice, "practice file");
        properties(suite, nullptr);
        for (const Mistake& mistake : practice.mistakes)
            outcome(begin_case(suite, practice, fmt::format("{}: {}", at(practice, mistake.place), mistake.kind)),
                    "error", mistake.kind, mistake.message,
                    fmt::format("{}: {}", at(practice, mistake.place), mistake.message));
        if (practice.more_mistakes > 0)
            outcome(begin_case(suite, practice, "more mistakes"), "error", "more", practice.more_mistakes_sentence(),
                    {});
        end_suite(suite);
    }

    void unchecked(const PracticeFindings& practice) {
        auto suite = begin_suite(practice, "nothing checked");
        properties(suite, nullptr);
        outcome(begin_case(suite, practice, "a checklist applies"), "failure", "not_checked", nothing_checked_text,
                practice.file);
        gaps(suite, practice);
        end_suite(suite);
    }

    void skipped(const SkippedFile& file) {
        PracticeFindings practice;
        set_path(practice, file.file);
        auto suite = begin_suite(practice, "skipped");
        properties(suite, nullptr);
        outcome(begin_case(suite, practice, "is a practice file"), "skipped", "skipped",
                fmt::format("Not checked, because {}.", file.why), {});
        end_suite(suite);
    }

    void gaps(pugi::xml_node suite, const PracticeFindings& practice) {
        for (const NotChecked& gap : practice.not_checked)
            outcome(begin_case(suite, practice, gap.key), "skipped", "not_checked",
                    fmt::format("Not checked: {}.", gap.reason), at(practice, gap.place));
    }

    void suite(const PracticeFindings& practice, const ChecklistFindings& checklist) {
        const std::string title = one_line(checklist.checklist->title);
        // That of a checklist for any product does not say which one.
        auto suite =
            begin_suite(practice, checklist.checklist->generic() ? fmt::format("{} ({})", title, checklist.id) : title);
        set(suite, "package", checklist.id);
        properties(suite, &checklist);
        for (const Finding& finding : checklist.findings) check(suite, practice, finding);
        if (&checklist == &practice.checklists.front()) {
            gaps(suite, practice);
            remarks(suite, practice);
        }
        end_suite(suite);
    }

    void check(pugi::xml_node suite, const PracticeFindings& practice, const Finding& finding) {
        auto test = begin_case(suite, practice, finding.id);
        const std::string where = fmt::format("{}: {}", at(practice, finding.place), finding.sentence());
        const std::string message = fmt::format("{}: {}", label(finding.result, finding.basis), finding.statement);
        switch (finding.result) {
            case Result::fail:
            case Result::unknown:
            case Result::attention:
                if (finding.counts_for(run_.fail_on)) outcome(test, "failure", name_of(finding.result), message, where);
                else write(test.append_child("system-out"), where);
                break;
            case Result::accepted:
            case Result::not_applicable:
                outcome(test, "skipped", name_of(finding.result), finding.sentence(), {});
                break;
            case Result::pass:
                write(test.append_child("system-out"), where);
                break;
        }
    }

    void remarks(pugi::xml_node suite, const PracticeFindings& practice) {
        std::string text;
        for (const Remark& remark : practice.remarks)
            text += fmt::format("{}: {}: {}\n", at(practice, remark.place), name_of(remark.kind), remark.text);
        if (!text.empty()) write(suite.append_child("system-out"), text);
    }

    std::ostream& out_;
    Run run_;
    pugi::xml_document suites_;  // of one practice
    Spill written_suites_;
    Tally tally_;
    Tally total_;
    UniqueNames suite_names_;
    UniqueNames case_names_;  // of the last suite
};

}  // namespace

std::unique_ptr<Writer> make_junit(std::ostream& out, const Appearance&) {
    pugi::set_memory_management_functions(allocate, std::free);
    return std::make_unique<JunitWriter>(out);
}

}  // namespace hipaa
