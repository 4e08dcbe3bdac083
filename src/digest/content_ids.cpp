// Names made of content, by the digests of nettle.
#include "digest/content_ids.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <fmt/format.h>

#include <nettle/sha1.h>
#include <nettle/sha2.h>

namespace hipaa {
namespace {

/// 8e2f5f0a-6d0b-5d3c-9b52-1f0c6a7e4d21, picked once for all reports.
constexpr std::array<std::uint8_t, 16> own_namespace{0x8e, 0x2f, 0x5f, 0x0a, 0x6d, 0x0b, 0x5d, 0x3c,
                                                     0x9b, 0x52, 0x1f, 0x0c, 0x6a, 0x7e, 0x4d, 0x21};

const std::uint8_t* bytes(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

std::string hex(std::span<const std::uint8_t> data) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : data) (text += digits[byte >> 4]) += digits[byte & 15];
    return text;
}

}  // namespace

struct Sha256OfPieces::State {
    sha256_ctx context;
};

Sha256OfPieces::Sha256OfPieces() : state_(std::make_unique<State>()) { sha256_init(&state_->context); }

Sha256OfPieces::~Sha256OfPieces() = default;

void Sha256OfPieces::add(std::string_view piece) { sha256_update(&state_->context, piece.size(), bytes(piece)); }

std::string Sha256OfPieces::get() {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&state_->context, digest.size(), digest.data());
    return hex(digest);
}

std::string sha256(std::string_view text) {
    Sha256OfPieces whole;
    whole.add(text);
    return whole.get();
}

std::string fingerprint(std::string_view text) { return sha256(text).substr(0, 32); }

struct UuidOfPieces::State {
    sha1_ctx context;
};

UuidOfPieces::UuidOfPieces() : state_(std::make_unique<State>()) {
    sha1_init(&state_->context);
    sha1_update(&state_->context, own_namespace.size(), own_namespace.data());
}

UuidOfPieces::~UuidOfPieces() = default;

void UuidOfPieces::add(std::string_view piece) { sha1_update(&state_->context, piece.size(), bytes(piece)); }

std::string UuidOfPieces::get() {
    std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest{};
    sha1_digest(&state_->context, digest.size(), digest.data());
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
