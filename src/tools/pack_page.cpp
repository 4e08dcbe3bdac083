// A program of the build: makes the page one file.
// usage: pack-page PAGE.html PAGE.css PAGE.js ENGINE.wasm.gz OUTPUT.html
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "tools/page_packer.hpp"

namespace {

std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(in), {});
    if (!in) throw std::runtime_error("cannot read " + path);
    return content;
}

void write(const std::string& path, const std::string& content) {
    std::ofstream out(path, std::ios::binary);
    out << content;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + path);
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 6)
        return std::fputs("usage: pack-page PAGE.html PAGE.css PAGE.js ENGINE.wasm.gz OUTPUT.html\n", stderr), 2;
    write(argv[5],
          hipaa::pack_page({content_of(argv[1]), content_of(argv[2]), content_of(argv[3]), content_of(argv[4])},
                           hipaa::report_style()));
} catch (const std::exception& failure) {
    return std::fprintf(stderr, "pack-page: %s\n", failure.what()), 1;
}
