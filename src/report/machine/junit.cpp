// The junit format: JUnit XML as Jenkins and other builders read it. A suite for each practice and checklist, a case
// for each check.
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "page/wording.hpp"
#include "report/format.hpp"
#include "report/hypothetical.hpp"
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
        const auto checklists = practice.by_checklist();
        if (checklists.empty()) suite(practice, report.assessment ? "nothing checked" : "practice file", {}, true);
        for (const auto& findings : checklists)
            suite(practice, title_of(*findings.front().origin), findings, findings.data() == checklists[0].data());
        write_suites();
    }

    void end(const Totals& totals) override {
        for (const SkippedFile& file : totals.skipped) suite(find(file), "skipped", {}, true);
        for (const std::string& file : totals.gone) suite(find_gone(file, run_), "gone", {}, true);
        if (totals.has_no_practice()) suite(find_no_practice(), "no practice", {}, true);
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

    /// That of a checklist for any product does not say which one.
    static std::string title_of(const ChecklistResult& checklist) {
        const std::string title = one_line(checklist.checklist->title);
        return checklist.checklist->generic() ? fmt::format("{} ({})", title, checklist_id(checklist)) : title;
    }

    /// `with_rest`: with what no checklist finds, too.
    void suite(const PracticeFindings& practice, std::string_view of, std::span<const Finding> findings,
               bool with_rest) {
        tally_ = {};
        case_names_ = {};
        const std::string& file = practice.file;
        const std::string whose = practice.name.empty() ? file : fmt::format("{} ({})", practice.name, file);
        pugi::xml_node suite = suites_.append_child("testsuite");
        set(suite, "name", suite_names_.take(fmt::format("{}: {}", whose, of)));
        set(suite, "file", file);
        const ChecklistResult* checklist = findings.empty() ? nullptr : findings.front().origin;
        if (checklist) set(suite, "package", checklist_id(*checklist));
        properties(suite, practice, checklist);
        for (const Finding& finding : findings) add(suite, practice, finding);
        if (with_rest)
            for (const Finding& finding : practice.findings)
                if (!finding.origin) add(suite, practice, finding);
        if (with_rest && (checklist || practice.mistakes > 0)) remarks(suite, practice);
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
    void properties(pugi::xml_node suite, const PracticeFindings& practice, const ChecklistResult* checklist) const {
        auto properties = suite.append_child("properties");
        const auto add = [&](const std::string& name, std::string_view value) {
            if (value.empty()) return;
            auto property = properties.append_child("property");
            property.append_attribute("name") = name.c_str();
            set(property, "value", value);
        };
        add("tool", fmt::format("hipaa-check {}", version));
        add("as_of", iso(run_.as_of));
        add("HYPOTHETICAL", hypothetical_sentence(run_));
        if (run_.shard) add("shard", name_of(*run_.shard));
        if (checklist) {
            add("checklist", checklist_id(*checklist));
            add("checklist_version", one_line(checklist->checklist->version));
            add("result", name_of(checklist->result));
            if (const auto& source = checklist->checklist->source) {
                add("source", one_line(fmt::format("{}, {}", source->title, source->author)));
                add("source_url", one_line(source->url));
                add("reviewed_on", one_line(source->reviewed_on));
            }
        }
        for (const PracticeLabel& label : practice.labels) add("label." + label.name, label.value);
        add("disclaimer", disclaimer);
    }

    static std::string at(const PracticeFindings& practice, Place place) {
        return fmt::format("{}:{}:{}", practice.file, place.line, place.column);
    }

    void add(pugi::xml_node suite, const PracticeFindings& practice, const Finding& finding) {
        const std::string where = at(practice, finding.place);
        const auto test = [&](std::string name) { return begin_case(suite, practice, std::move(name)); };
        switch (finding.kind) {
            case FindingKind::mistake:
                return outcome(test(fmt::format("{}: {}", where, finding.key)), "error", finding.key, finding.statement,
                               fmt::format("{}: {}", where, finding.statement));
            case FindingKind::more_mistakes:
                return outcome(test("more mistakes"), "error", finding.key, finding.statement, {});
            case FindingKind::nothing_checked:
                return outcome(test("a checklist applies"), "failure", finding.result_name, finding.statement,
                               practice.file);
            case FindingKind::not_checked:
                return outcome(test(finding.key), "skipped", finding.result_name,
                               fmt::format("Not checked: {}.", finding.statement), where);
            case FindingKind::skipped:
                return outcome(test("is a practice file"), "skipped", "skipped", finding.sentence(), {});
            case FindingKind::gone:
                return outcome(test("is in this run"), "failure", finding.result_name, finding.sentence(), {});
            case FindingKind::no_practice:
                return outcome(test("there is a practice file"), "failure", finding.result_name, finding.sentence(),
                               {});
            case FindingKind::remark:
                return;
            case FindingKind::caveat:
            case FindingKind::contradiction:
            case FindingKind::check:
                break;
        }
        judged(test(finding.id), finding, fmt::format("{}: {}", where, finding.sentence()));
    }

    void judged(pugi::xml_node test, const Finding& finding, std::string_view text) {
        if (finding.baseline && !finding.baseline->counts())
            return outcome(test, "skipped", finding.result_name, finding.sentence(), text);
        switch (finding.result) {
            case Result::fail:
            case Result::unknown:
            case Result::attention:
                if (!finding.counts_for(run_.fail_on)) break;
                return outcome(test, "failure", finding.result_name,
                               fmt::format("{}: {}", label(finding.result, finding.basis), finding.statement), text);
            case Result::accepted:
            case Result::not_applicable:
                return outcome(test, "skipped", finding.result_name, finding.sentence(), {});
            case Result::pass:
                break;
        }
        write(test.append_child("system-out"), text);
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

    void remarks(pugi::xml_node suite, const PracticeFindings& practice) {
        std::string text;
        for (const Finding& remark : practice.findings)
            if (remark.kind == FindingKind::remark)
                text += fmt::format("{}: {}: {}\n", at(practice, remark.place), remark.key, remark.statement);
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
