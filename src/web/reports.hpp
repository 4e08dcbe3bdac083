// The reports of the program, made in the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/session.hpp"

namespace hipaa::web {

/// Over the answers so far, as the program writes it of that file. `format`: `text`, `markdown`, else HTML.
std::string report_of(const Session& session, std::string_view format);

/// Over any number of practice files, as an HTML page. What is wrong with a file stands in it.
std::string overview_of(const Session& session, std::vector<yaml::Source> files);

}  // namespace hipaa::web
