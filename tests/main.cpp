// Runs all C++ tests, from the top of the repository, so that they can name its files wherever they are started.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <filesystem>

int main(int argc, char** argv) {
    std::filesystem::current_path(HIPAA_CHECK_ROOT);
    return doctest::Context(argc, argv).run();
}
