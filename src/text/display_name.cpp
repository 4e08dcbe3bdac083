// Names for people, made of keys.
#include "text/display_name.hpp"

#include "text/ascii.hpp"

namespace hipaa {

std::string display_name(std::string_view key) {
    std::string name;
    bool begins = true;
    for (const char c : key) {
        const bool joins = c == '_' || c == '-';
        if (joins) name += ' ';
        else name += begins ? capital_letter(c) : c;
        begins = joins;
    }
    return name;
}

}  // namespace hipaa
