// `hipaa-check new ID`
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "authoring/starter.hpp"
#include "checklist/builtin/builtin.hpp"
#include "checklist/ids.hpp"
#include "cli/command_line.hpp"
#include "cli/io/descriptor_buffer.hpp"
#include "cli/io/error_text.hpp"
#include "cli/io/temporary/temporary_file.hpp"
#include "cli/show.hpp"
#include "text/printable.hpp"
#include "yaml/fields.hpp"

namespace hipaa {
namespace {

constexpr std::string_view new_footer = R"(
Writes ID.yaml and ID.test.yaml, and overwrites nothing. Both pass `lint` and `test` as they are; change them step by
step and check again after each.

Exit status: 0 written, 2 the command line is wrong, 3 a file is there already or could not be written.

Example:
  hipaa-check new acme-portal --directory my-checklists
)";

struct NewOptions {
    std::string id;
    std::string directory = ".";
};

void interpret(const NewOptions& options) {
    if (options.id.empty()) throw WrongUsage("no id was named; write `hipaa-check new acme-portal`");
    if (!is_id(options.id))
        throw WrongUsage(
            fmt::format("{} cannot be the id of a checklist: use small letters and digits in parts joined "
                        "by `-`, such as acme-portal",
                        yaml::quote(options.id)));
    if (options.id.starts_with("x-"))
        throw WrongUsage(fmt::format(
            "{} cannot be a product in a practice file, where keys that begin with `x-` are your own notes; choose "
            "another id",
            yaml::quote(options.id)));
    if (options.id == "null") throw WrongUsage("YAML reads `null` as nothing, so it cannot be an id; choose another");
    for (const BuiltinFile& file : builtin_files())
        if (file.name == fmt::format("rules/{}.yaml", options.id))
            throw WrongUsage(
                fmt::format("there is a checklist `{}` already, and a new one would replace it; choose "
                            "another id",
                            options.id));
}

/// A file that was not there before. What goes wrong is said as the end of a sentence, and nothing is left of the file.
class NewFile {
public:
    explicit NewFile(const std::string& path) : temporary_(TemporaryFile::make_for(path, 0666)), error_(errno) {}

    std::string write(const std::string& text) {
        if (!temporary_) return error_text(error_);
        buffer_.emplace(temporary_->descriptor());
        buffer_->sputn(text.data(), static_cast<std::streamsize>(text.size()));
        buffer_->pubsync();
        return buffer_->error() == 0 ? "" : error_text(buffer_->error());
    }

    std::string put_in_place() {
        const int error = temporary_->put_in_place(Existing::kept);
        if (error == EEXIST) return "is there already, and is left as it is";
        return error == 0 ? "" : error_text(error);
    }

private:
    std::unique_ptr<TemporaryFile> temporary_;
    int error_;
    std::optional<DescriptorBuffer> buffer_;
};

}  // namespace

ExitStatus new_checklist(CommandLine& line, Environment& environment) {
    namespace fs = std::filesystem;
    NewOptions options;
    line.word("ID", options.id, "The product, in small letters and digits joined by -");
    line.option("--directory", "DIR", options.directory, "Where to write them; made if it is not there");
    line.proposes("--directory", Proposal::directories);
    line.footer(new_footer);
    if (const auto ended = line.parse([&] { interpret(options); })) return *ended;

    const Starter texts = starter(options.id, environment.today);
    const auto path = [&](std::string_view ending) {
        return (fs::path(options.directory) / (options.id + std::string(ending))).lexically_normal().string();
    };
    const std::string checklist = path(".yaml");
    const std::string tests = path(".test.yaml");
    const auto refuse = [&](const std::string& name, const std::string& why) {
        environment.err << fmt::format("hipaa-check: {}: {}\n", printable(name), why);
        return ExitStatus::invalid;
    };
    std::error_code error;
    fs::create_directories(options.directory, error);
    if (error) return refuse(options.directory, error.message());
    if (fs::exists(tests, error)) return refuse(tests, "is there already, and is left as it is");
    NewFile checklist_file(checklist);
    NewFile tests_file(tests);
    if (const std::string why = checklist_file.write(texts.checklist); !why.empty()) return refuse(checklist, why);
    if (const std::string why = tests_file.write(texts.tests); !why.empty()) return refuse(tests, why);
    if (const std::string why = checklist_file.put_in_place(); !why.empty()) return refuse(checklist, why);
    if (const std::string why = tests_file.put_in_place(); !why.empty()) {
        ::unlink(checklist.c_str());  // which is of no use alone, and would be in the way of another try
        return refuse(tests, why);
    }
    return write_out(fmt::format("Wrote {0} and {1}. Now:\n"
                                 "  hipaa-check lint {0}\n"
                                 "  hipaa-check test {1}\n"
                                 "  hipaa-check explain {2} --rules {0}\n",
                                 printable(checklist), printable(tests), options.id),
                     environment);
}

}  // namespace hipaa
