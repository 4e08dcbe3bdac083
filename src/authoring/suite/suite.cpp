// Loading a test file with all that it needs.
#include "authoring/suite/suite.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "practice/file_kind.hpp"
#include "practice/practice_reader.hpp"
#include "text/path.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr std::string_view test_ending = ".test";

class SuiteLoader {
public:
    SuiteLoader(FileReader read, bool complete, Suite& suite, std::vector<FileProblems>& broken)
        : read_(read), complete_(complete), suite_(suite), broken_(broken) {}

    bool load(const std::string& path, std::vector<yaml::Source> others) {
        FileProblems tests{{path, ""}, {}};
        tests.source = read_(path, tests.problems);
        suite_.tests = tests.source;
        auto document = tests.problems.empty() ? yaml::read(tests.source, tests.problems) : std::nullopt;
        if (!document || !tests.problems.empty()) return refuse(std::move(tests));
        const TestHead head = read_test_head(*document, default_checklist(path), tests.problems);
        if (!tests.problems.empty()) return refuse(std::move(tests));
        refuse_elsewhere(path, head.checklist, head.checklist_place, tests.problems);
        if (!head.base_file.empty()) refuse_elsewhere(path, head.base_file, head.base_place, tests.problems);
        if (!tests.problems.empty()) return refuse(std::move(tests));
        if (!load_checklist(beside(path, head.checklist), std::move(others), tests, head.checklist_place)) return false;

        const KeyTree keys(suite_.library);
        std::optional<yaml::Document> base;
        if (!head.base_file.empty() && !load_base(beside(path, head.base_file), keys, base, tests, head.base_place))
            return false;
        suite_.cases = TestReader(suite_.library, keys, suite_.index, complete_, tests.problems)
                           .read(*document, base ? &*base : nullptr);
        return tests.problems.empty() || refuse(std::move(tests));
    }

private:
    static std::string default_checklist(const std::string& path) {
        std::filesystem::path name = std::filesystem::path(path).filename();
        const std::string ending = name.extension().string();
        return name.stem().stem().string() + ending;
    }

    static std::string beside(const std::string& path, const std::string& other) {
        return (std::filesystem::path(path).parent_path() / other).lexically_normal().string();
    }

    /// Lines of the files that a test file names are shown, so these are checklists and practices that lie with it.
    static void refuse_elsewhere(const std::string& path, const std::string& other, Place place,
                                 yaml::Problems& problems) {
        namespace fs = std::filesystem;
        const auto whole = [](const fs::path& file) {
            std::error_code error;
            return fs::weakly_canonical(fs::absolute(file, error), error);
        };
        const fs::path parent = fs::path(path).parent_path();
        const fs::path folder = whole(parent.empty() ? "." : parent);
        const fs::path file = whole(beside(path, other));
        const bool is_below = std::ranges::mismatch(folder, file).in1 == folder.end();
        if (is_below && has_yaml_ending(other) && has_yaml_ending(file.string())) return;
        problems.add(place, "wrong_value", [&] {
            return is_below
                       ? fmt::format("{} is no YAML file (*.yaml); name a checklist or a practice", yaml::quote(other))
                       : fmt::format("{} is not below the folder of this test file; what a test needs lies there",
                                     yaml::quote(other));
        });
    }

    static void refuse_other_kind(const std::string& path, std::string_view what, Place place, FileProblems& tests) {
        tests.problems.add(place, "wrong_value", [&] { return fmt::format("{} is no {}", yaml::quote(path), what); });
    }

    bool refuse(FileProblems file) {
        broken_.push_back(std::move(file));
        return false;
    }

    bool load_checklist(const std::string& path, std::vector<yaml::Source> sources, FileProblems& tests, Place place) {
        yaml::Problems unreadable;
        suite_.checklist = read_(path, unreadable);
        if (!unreadable.empty()) {
            tests.problems.add(place, "unreadable", [&] {
                return fmt::format("the checklist {} {}", yaml::quote(path), unreadable.shown().begin()->message);
            });
            return refuse(std::move(tests));
        }
        yaml::Problems ignored;
        const auto document = yaml::read(suite_.checklist, ignored);
        const bool is_checklist =
            document ? document->root().find("checklist").has_value() : begins_as_checklist(suite_.checklist.text);
        if (!is_checklist) {
            refuse_other_kind(path, "checklist: it has no key `checklist`", place, tests);
            return refuse(std::move(tests));
        }
        sources.push_back(suite_.checklist);
        auto library = read_library(sources, broken_);
        if (!library) return false;
        suite_.library = std::move(*library);
        const auto& all = suite_.library.checklists;
        suite_.index =
            static_cast<std::size_t>(std::ranges::find(all, suite_.checklist.name, &Checklist::file) - all.begin());
        const auto extended = std::ranges::find(sources, suite_.subject().extended_file, &yaml::Source::name);
        if (extended != sources.end()) suite_.extended = std::move(*extended);
        return true;
    }

    bool load_base(const std::string& path, const KeyTree& keys, std::optional<yaml::Document>& base,
                   FileProblems& tests, Place place) {
        FileProblems file{{path, ""}, {}};
        file.source = read_(path, file.problems);
        const bool is_readable = file.problems.empty();
        if (is_readable) base = yaml::read(file.source, file.problems);
        const auto has_line = [&](const Key& key) { return has_line_of(key.name, file.source.text); };
        const bool is_practice =
            base ? is_meant_as_practice(base->root(), keys) : std::ranges::any_of(keys.top.children, has_line);
        if (is_readable && !is_practice) {
            refuse_other_kind(path, "practice file: it has none of the keys of one", place, tests);
            return refuse(std::move(tests));
        }
        if (base) read_practice(*base, suite_.library, keys, file.problems);
        return file.problems.empty() || refuse(std::move(file));
    }

    FileReader read_;
    bool complete_;
    Suite& suite_;
    std::vector<FileProblems>& broken_;
};

}  // namespace

bool load_suite(const std::string& path, std::vector<yaml::Source> others, FileReader read, bool complete, Suite& suite,
                std::vector<FileProblems>& broken) {
    return SuiteLoader(read, complete, suite, broken).load(path, std::move(others));
}

bool is_test_name(std::string_view path) { return has_ending(path, ".test.yaml") || has_ending(path, ".test.yml"); }

std::string test_name_of(std::string_view checklist_path) {
    std::filesystem::path path(checklist_path);
    const std::string ending = path.extension().string();
    return path.replace_extension(std::string(test_ending) + ending).string();
}

}  // namespace hipaa
