// Names made of content, so that the same input gives the same report.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace hipaa {

/// The SHA-256 of `text`, in hexadecimal: what `sha256sum` prints of a file with these bytes.
std::string sha256(std::string_view text);

/// The same of a text that comes in pieces.
class Sha256OfPieces {
public:
    Sha256OfPieces();
    ~Sha256OfPieces();
    void add(std::string_view piece);
    /// Once.
    std::string get();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The first 128 bits of the SHA-256 of `text`, in hexadecimal.
std::string fingerprint(std::string_view text);

/// The version 5 UUID of `name`, in a namespace of this program's own.
std::string uuid(std::string_view name);

/// The same of a name that comes in pieces.
class UuidOfPieces {
public:
    UuidOfPieces();
    ~UuidOfPieces();
    void add(std::string_view piece);
    /// Once.
    std::string get();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hipaa
