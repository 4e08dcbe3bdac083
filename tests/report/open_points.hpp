// The open points of a report, read back from each format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hipaa {

/// `id result: fix`, a line each, sorted, of every check, deal-breaking caveat and contradiction that is open in a report
/// on one practice. Of a report for people, `id result`s are read back, and a fix only if it is one of `fixes`: nothing
/// shows where it ends.
std::string open_points(std::string_view format, const std::string& report, const std::vector<std::string>& fixes);

}  // namespace hipaa
