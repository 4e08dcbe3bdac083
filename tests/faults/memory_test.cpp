// No memory: a sentence and status 3, and never a crash, a report that is cut off, or one that says something else.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "faults/process.hpp"
#include "faults/workplace.hpp"

namespace hipaa::testing {
namespace {

TEST_CASE("whichever allocation fails, the run ends with a sentence or as if none had") {
    const Workplace here;
    here.write("r.html", "old");
    const std::string names = names_here();
    const std::string& day = Workplace::on_its_day;
    for (const std::string& line : std::vector<std::string>{
             "p.yaml" + day, "-f html --jobs 1 p.yaml old.yaml" + day, "-f sarif --jobs 1 p.yaml old.yaml" + day,
             "-q --jobs 1 -o r.html p.yaml old.yaml" + day, "-f oscal p.yaml" + day, "-f junit p.yaml" + day,
             "ask --print p.yaml" + day, "ask new.yaml", "diff old.yaml p.yaml" + day, "due -f ics p.yaml" + day,
             "lint lab.yaml", "explain spruce", "merge -f csv s.jsonl", "schema practice"}) {
        CAPTURE(line);
        const std::string said = shell("printf 'spruce\\nyes\\n3\\nq\\n' > typed; '" +
                                       program_beside("short-of-memory") + "' " + line + " < typed; rm typed");
        CAPTURE(said);
        CHECK(said.starts_with("of "));
        CHECK(said.ends_with(" failed; refused: most; mistakes: 0\n"));
        CHECK(names_here() == names);
    }
}

TEST_CASE("under a limit to its memory, each command prints all or nothing") {
    if (!program_is_plain()) {
        MESSAGE("SKIPPED: a limit to memory, which programs with sanitizers do not bear");
        return;
    }
    const Workplace here;
    const auto with_limit = [](const std::string& line, rlim_t kib) {
        const auto limit = [kib] {
            const rlimit most{kib << 10, kib << 10};
            ::setrlimit(RLIMIT_AS, &most);
        };
        std::vector<std::string> words;
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t end = std::min(line.find(' ', begin), line.size());
            words.push_back(line.substr(begin, end - begin));
            begin = end + 1;
        }
        return run_alone(words, {.before = limit});
    };
    rlim_t least = 4000;  // with which it starts
    while (with_limit("--version", least).status != 0) least += 500;
    int refused = 0;
    const std::string& day = Workplace::on_its_day;
    for (const std::string& line :
         std::vector<std::string>{"ask --print p.yaml" + day, "diff old.yaml p.yaml" + day, "lint any-product.yaml",
                                  "due p.yaml" + day, "merge s.jsonl", "test any-product.test.yaml"}) {
        CAPTURE(line);
        const Ended whole = with_limit(line, 2000000);
        CHECK(whole.err == "");
        for (rlim_t limit = least; limit < 100 * least; limit = limit * 21 / 20) {
            CAPTURE(limit);
            const Ended ended = with_limit(line, limit);
            CAPTURE(ended.err);
            if (ended.status == whole.status) {
                CHECK(ended.out == whole.out);
                break;
            }
            CHECK(ended.status == 3);
            CHECK(ended.out.empty());
            CHECK(ended.err == "hipaa-check: there was not enough memory\n");
            ++refused;
        }
    }
    CHECK(refused > 0);
}

}  // namespace
}  // namespace hipaa::testing
