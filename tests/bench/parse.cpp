// Reading YAML in one process: the program's own reader, the events of libyaml and the nodes of yaml-cpp, on the same
// bytes and in turns. Prints a line for each: its name, and the median of seconds that all files together took.
//   bench-parse DIRECTORY [ROUNDS]
#include <yaml-cpp/yaml.h>
#include <yaml.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "yaml/document.hpp"

namespace {

using Texts = std::vector<std::string>;

std::size_t with_hipaa_check(const std::string& text) {
    hipaa::yaml::Problems problems;
    const auto document = hipaa::yaml::read({"practice.yaml", text}, problems);
    if (!document || !problems.empty()) throw std::runtime_error("hipaa-check does not read a file");
    return document->root().size();
}

std::size_t with_libyaml(const std::string& text) {
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0) throw std::runtime_error("libyaml does not start");
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::size_t events = 0;
    for (bool is_done = false; !is_done; ++events) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) throw std::runtime_error("libyaml does not read a file");
        is_done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return events;
}

std::size_t with_yaml_cpp(const std::string& text) { return YAML::Load(text).size(); }

Texts read_all(const char* directory) {
    Texts texts;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        std::ifstream file(entry.path(), std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    if (texts.empty()) throw std::runtime_error("no files");
    return texts;
}

int run(const char* directory, std::size_t rounds) {
    struct Reader {
        const char* name;
        std::size_t (*read)(const std::string&);
        std::vector<double> seconds = {};
    };
    Reader readers[] = {{"hipaa-check", with_hipaa_check}, {"libyaml", with_libyaml}, {"yaml-cpp", with_yaml_cpp}};
    const Texts texts = read_all(directory);
    for (std::size_t round = 0; round <= rounds; ++round) {
        for (Reader& reader : readers) {
            const auto before = std::chrono::steady_clock::now();
            std::size_t found = 0;
            for (const std::string& text : texts) found += reader.read(text);
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
            if (found == 0) throw std::runtime_error("nothing was found in the files");
            // The first round warms up.
            if (round != 0) reader.seconds.push_back(took.count());
        }
    }
    for (Reader& reader : readers) {
        std::ranges::sort(reader.seconds);
        std::printf("%s %.9f\n", reader.name, reader.seconds[reader.seconds.size() / 2]);
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc < 2) throw std::runtime_error("usage: bench-parse DIRECTORY [ROUNDS]");
        return run(argv[1], argc > 2 ? std::stoul(argv[2]) : 31);
    } catch (const std::exception& error) {
        std::cerr << "bench-parse: " << error.what() << "\n";
        return 1;
    }
}
