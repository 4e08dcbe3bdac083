// The digests of the checklists of one side.
#include "compare/side.hpp"

#include <string_view>

namespace hipaa {
namespace {

std::string digest_of_both(std::string_view own, std::string_view extended) {
    if (own.empty() || extended.empty()) return {};
    return std::string(own) + std::string(extended);
}

}  // namespace

std::string Side::digest_of(const RecordedChecklist& checklist) const {
    const auto digest_of_file = [&](const std::string& file) {
        const auto found = digests.find(file);
        return found == digests.end() ? std::string() : found->second;
    };
    const std::string own = digest_of_file(checklist.file);
    return checklist.extends.empty() ? own : digest_of_both(own, digest_of_file(checklist.extended_file));
}

std::string digest_of(const Checklist& checklist) {
    return checklist.extends.empty() ? std::string(checklist.digest)
                                     : digest_of_both(checklist.digest, checklist.extended_digest);
}

}  // namespace hipaa
