// Runs of the program, and directories for the files of a test.
#include "support/program.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <streambuf>

#include "cli/run.hpp"

namespace hipaa::testing {
namespace {

namespace fs = std::filesystem;

/// Takes nothing, like a full disk or a pipe that nobody reads.
class FullBuffer : public std::streambuf {
protected:
    int overflow(int) override { return traits_type::eof(); }
};

}  // namespace

Outcome run_program(const std::vector<std::string>& arguments, const Setting& setting) {
    std::istringstream in(setting.in);
    std::ostringstream out;
    std::ostringstream err;
    FullBuffer full_buffer;
    std::ostream full(&full_buffer);
    Environment environment{in, setting.out_is_full ? full : out, err, setting.today};
    environment.in_is_terminal = setting.in_is_terminal;
    environment.out_is_terminal = setting.out_is_terminal;
    environment.no_color = setting.no_color;
    environment.err_is_terminal = setting.err_is_terminal;
    environment.terminal_is_dumb = setting.terminal_is_dumb;
    environment.out_error = [&] { return setting.out_error; };
    environment.now = setting.now;
    Outcome outcome;
    outcome.status = run(arguments, environment);
    outcome.out = out.str();
    outcome.err = err.str();
    return outcome;
}

Scratch::Scratch() : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "hipaa-check-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no scratch directory");
    path_ = name;
    fs::current_path(path_);
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::current_path(before_, ignored);
    fs::remove_all(path_, ignored);
}

void Scratch::write(const std::string& name, std::string_view text) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

void Scratch::link(const std::string& target, const std::string& name) const {
    fs::create_symlink(target, path_ / name);
}

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string repository_file(const std::string& name) {
    std::ifstream file(fs::path(HIPAA_CHECK_ROOT) / name, std::ios::binary);
    if (!file) throw std::runtime_error("no file " + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace hipaa::testing
