// Names for people, made of keys.
#include "text/display_name.hpp"

namespace hipaa {

std::string display_name(std::string_view key) {
    std::string name;
    bool begins = true;
    for (const char c : key) {
        const bool joins = c == '_' || c == '-';
        if (joins) name += ' ';
        else name += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        begins = joins;
    }
    return name;
}

}  // namespace hipaa
