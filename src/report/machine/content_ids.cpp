// Names made of content, by the digests of libmd.
#include "report/machine/content_ids.hpp"

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <fmt/format.h>

#include <sha1.h>
#include <sha2.h>

namespace hipaa {
namespace {

/// 8e2f5f0a-6d0b-5d3c-9b52-1f0c6a7e4d21, picked once for all reports.
constexpr std::array<std::uint8_t, 16> own_namespace{0x8e, 0x2f, 0x5f, 0x0a, 0x6d, 0x0b, 0x5d, 0x3c,
                                                     0x9b, 0x52, 0x1f, 0x0c, 0x6a, 0x7e, 0x4d, 0x21};

const std::uint8_t* bytes(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

std::string hex(std::span<const std::uint8_t> data) {
    std::string text;
    for (const std::uint8_t byte : data) text += fmt::format("{:02x}", byte);
    return text;
}

}  // namespace

std::string fingerprint(std::string_view text) {
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, bytes(text), text.size());
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
    SHA256Final(digest.data(), &context);
    return hex(std::span(digest).first(16));
}

struct UuidOfPieces::State {
    SHA1_CTX context;
};

UuidOfPieces::UuidOfPieces() : state_(std::make_unique<State>()) {
    SHA1Init(&state_->context);
    SHA1Update(&state_->context, own_namespace.data(), own_namespace.size());
}

UuidOfPieces::~UuidOfPieces() = default;

void UuidOfPieces::add(std::string_view piece) { SHA1Update(&state_->context, bytes(piece), piece.size()); }

std::string UuidOfPieces::get() {
    std::array<std::uint8_t, SHA1_DIGEST_LENGTH> digest{};
    SHA1Final(digest.data(), &state_->context);
    // RFC 9562, 5.5: the version and variant bits.
    digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0F) | 0x50);
    digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3F) | 0x80);
    const std::string text = hex(std::span(digest).first(16));
    return fmt::format("{}-{}-{}-{}-{}", text.substr(0, 8), text.substr(8, 4), text.substr(12, 4), text.substr(16, 4),
                       text.substr(20));
}

std::string uuid(std::string_view name) {
    UuidOfPieces whole;
    whole.add(name);
    return whole.get();
}

}  // namespace hipaa
