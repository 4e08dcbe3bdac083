// A checklist and its tests to start from.
#pragma once

#include <string>
#include <string_view>

#include "checklist/date.hpp"

namespace hipaa {

struct Starter {
    std::string checklist;  // the text of ID.yaml
    std::string tests;      // the text of ID.test.yaml
};

/// For the product `id`, in small letters and digits joined by `-`. `today` becomes the checklist's version.
Starter starter(std::string_view id, Date today);

}  // namespace hipaa
