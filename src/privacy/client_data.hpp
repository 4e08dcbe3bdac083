// What looks like data of clients in the text of a practice file, which needs none. Names cannot be told from other words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/place.hpp"

namespace hipaa {

enum class ClientDataKind : std::uint8_t {
    email_address,
    telephone_number,
    birth_date,
    social_security_number,
    record_number,
    street_address,
};

/// As a sentence calls it: "a telephone number".
std::string_view phrase_of(ClientDataKind kind);

/// Something that looks like client data: never what it says.
struct Sighting {
    ClientDataKind kind;
    Place place;

    bool operator==(const Sighting&) const = default;
};

/// What was found in a file.
struct ClientData {
    static constexpr std::size_t most_sightings = 100;

    std::vector<Sighting> sightings;   // in their order, one for each line and kind; the first `most_sightings`
    std::size_t more = 0;              // how many there are beside those
    std::vector<std::uint32_t> lines;  // all that have any, in their order

    bool empty() const { return lines.empty(); }
    bool has_line(std::uint32_t line) const;
};

/// Looks through the text of a practice file, comments too, but not at what stands below `practice`: that may have the
/// address and the telephone number of the practice itself. Lines and columns are those of messages.
ClientData find_client_data(std::string_view file);

/// True if `text` by itself looks as if it has client data.
bool has_client_data(std::string_view text);

}  // namespace hipaa
