// Loading a test file with all that it needs.
#include "authoring/suite.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "practice/practice_reader.hpp"

namespace hipaa {
namespace {

constexpr std::string_view test_ending = ".test";

class SuiteLoader {
public:
    SuiteLoader(FileReader read, Suite& suite, std::vector<FileProblems>& broken)
        : read_(read), suite_(suite), broken_(broken) {}

    bool load(const std::string& path, std::vector<yaml::Source> others) {
        FileProblems tests{{path, ""}, {}};
        tests.source = read_(path, tests.problems);
        suite_.tests = tests.source;
        auto document = tests.problems.empty() ? yaml::read(tests.source, tests.problems) : std::nullopt;
        if (!document || !tests.problems.empty()) return refuse(std::move(tests));
        const TestHead head = read_test_head(*document, default_checklist(path), tests.problems);
        if (!tests.problems.empty()) return refuse(std::move(tests));
        if (!load_checklist(beside(path, head.checklist), std::move(others), tests, head.checklist_place)) return false;

        const KeyTree keys(suite_.library);
        std::optional<yaml::Document> base;
        if (!head.base_file.empty() && !load_base(beside(path, head.base_file), keys, base)) return false;
        suite_.cases =
            TestReader(suite_.library, keys, suite_.index, tests.problems).read(*document, base ? &*base : nullptr);
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

    bool refuse(FileProblems file) {
        broken_.push_back(std::move(file));
        return false;
    }

    bool load_checklist(const std::string& path, std::vector<yaml::Source> sources, FileProblems& tests, Place place) {
        yaml::Problems unreadable;
        suite_.checklist = read_(path, unreadable);
        if (!unreadable.empty()) {
            tests.problems.add(place, "unreadable", [&] {
                return fmt::format("the checklist `{}` {}", path, unreadable.shown().begin()->message);
            });
            return refuse(std::move(tests));
        }
        sources.push_back(suite_.checklist);
        auto library = read_library(std::move(sources), broken_);
        if (!library) return false;
        suite_.library = std::move(*library);
        const auto& all = suite_.library.checklists;
        suite_.index =
            static_cast<std::size_t>(std::ranges::find(all, suite_.checklist.name, &Checklist::file) - all.begin());
        return true;
    }

    bool load_base(const std::string& path, const KeyTree& keys, std::optional<yaml::Document>& base) {
        FileProblems file{{path, ""}, {}};
        file.source = read_(path, file.problems);
        if (file.problems.empty()) base = yaml::read(file.source, file.problems);
        if (base) read_practice(*base, suite_.library, keys, file.problems);
        return file.problems.empty() || refuse(std::move(file));
    }

    FileReader read_;
    Suite& suite_;
    std::vector<FileProblems>& broken_;
};

}  // namespace

bool load_suite(const std::string& path, std::vector<yaml::Source> others, FileReader read, Suite& suite,
                std::vector<FileProblems>& broken) {
    return SuiteLoader(read, suite, broken).load(path, std::move(others));
}

bool is_test_name(std::string_view path) { return path.ends_with(".test.yaml") || path.ends_with(".test.yml"); }

std::string test_name_of(std::string_view checklist_path) {
    std::filesystem::path path(checklist_path);
    const std::string ending = path.extension().string();
    return path.replace_extension(std::string(test_ending) + ending).string();
}

}  // namespace hipaa
