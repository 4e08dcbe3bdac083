// How the script of the page calls the engine: the functions that the WebAssembly module exports, beside its memory. To
// ask for something, the script takes room by `request`, puts the bytes there, calls `answer`, and takes as many bytes as
// that says from where `answer_text` says. Addresses hold until the next call, and memory may have grown behind each.
#include <cstddef>
#include <string>

#include "web/service.hpp"

namespace {

hipaa::web::Service service;
std::string request_bytes;
std::string answer_bytes;

}  // namespace

extern "C" {

/// Room for a request of `size` bytes.
[[clang::export_name("request")]] char* request(std::size_t size) {
    request_bytes.resize(size);
    return request_bytes.data();
}

/// Answers the request that has been put there: how many bytes the answer has.
[[clang::export_name("answer")]] std::size_t answer() {
    answer_bytes = service.answer(request_bytes);
    return answer_bytes.size();
}

/// Where the answer begins.
[[clang::export_name("answer_text")]] const char* answer_text() { return answer_bytes.data(); }
}
