// Where a path leads.
#pragma once

#include <optional>
#include <string>

namespace hipaa {

struct Destination {
    std::string path;               // links followed as far as they lead; what is at their end need not be there
    std::optional<int> descriptor;  // it names an open descriptor of this program, as `/dev/stdout` does
};

Destination destination_of(std::string path);

}  // namespace hipaa
